/** Paths: how a pronoun hangs in the tree beside somebody spoken of in its sentence. */
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'

/** Farther up than this nothing is told. */
const longest = 12

/**
 * The path from the pronoun at `i` to a mention: "in acl" where it stands within what the mention is told of ("Burns, who
 * sold his boat"), "subject same" where both hang from one verb, "subject advcl" where the pronoun's clause hangs from the
 * verb of the mention, "apart" where the two meet in neither.
 */
export function pathTo(r: Reading, i: number, m: Mention): string {
  const governor = m.owner ? r.head(r.head(m.head)) : r.head(m.head)
  const role = roleOf(r, m)
  let at = i
  let clause = 'same'
  for (let step = 0; step < longest; step++) {
    const deprel = bare(r.deprel(at))
    if (clausal.has(deprel) && clause === 'same') clause = deprel
    else if (clausal.has(deprel) && clause === 'conj') clause = `conj-${deprel}`
    const up = r.head(at)
    if (up < 0) break
    if (up === m.head || (up >= m.first && up < m.end)) return `in ${bare(r.deprel(at))}`
    if (up === governor && governor >= 0) return `${role} ${clause}`
    at = up
  }
  return `${role} apart`
}

const clausal: ReadonlySet<string> = new Set([
  ...['acl', 'advcl', 'ccomp', 'conj', 'csubj', 'parataxis', 'xcomp', 'appos'],
])

const bare = (deprel: string): string => deprel.split(':')[0] ?? ''

/** What the mention is to its verb, in few words. */
export function roleOf(
  r: Reading,
  m: Mention,
): 'subject' | 'object' | 'owner' | 'listed' | 'other' {
  if (m.owner) return 'owner'
  if (m.subject) return 'subject'
  if (m.object) return 'object'
  return bare(r.deprel(m.head)) === 'conj' ? 'listed' : 'other'
}

/** True when the mention is named within the phrase that the pronoun owns: "his brother Bo", "her boss, Lena Berg". */
export function isOwned(r: Reading, i: number, m: Mention): boolean {
  const noun = r.head(i)
  if (noun < 0 || !r.deprel(i).includes('poss')) return false
  let at = m.head
  for (let step = 0; step < 3; step++) {
    if (at === noun) return true
    if (!['appos', 'flat', 'compound', 'nmod'].includes(bare(r.deprel(at)))) return false
    at = r.head(at)
  }
  return at === noun
}

/** True in "Ivo and his wife" and "Ivo Lask, his wife and his sons": the pronoun's noun is listed behind the mention. */
export function isBeside(r: Reading, i: number, m: Mention): boolean {
  const noun = r.head(i)
  return (
    noun > i &&
    r.deprel(i).includes('poss') &&
    r.deprel(noun) === 'conj' &&
    r.head(noun) >= m.first &&
    r.head(noun) < m.end
  )
}
