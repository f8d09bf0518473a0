/** Gives people and bodies the state that their name or the words right beside it tell (CO26): "Syrian President Bashar Assad". */
import type { Name } from '../../layers/names.ts'
import type { Draft } from './entity-draft.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import type { Reading } from './reading.ts'

/** Words of office between a state and a name: "French opposition leader Marine Le Pen". */
const farthestBefore = 4

/** How far behind a name an apposition may begin. */
const farthestAfter = 8

/** CO26, CO27: sets the state of every person and body that has none yet; the first mention that tells one counts, a list of leaders comes last. */
export function nameStates(
  lexicon: ReferenceLexicon,
  r: Reading,
  names: readonly Name[],
  ofName: readonly Draft[],
  drafts: readonly Draft[],
): void {
  for (const [n, name] of names.entries()) {
    const draft = ofName[n]
    if (!draft || draft.country !== null) continue
    if (draft.type !== 'PERSON' && draft.type !== 'ORG') continue
    draft.country =
      inName(lexicon, r, n, draft) ?? before(r, names, n, name) ?? after(lexicon, r, names, n)
  }
  for (const draft of drafts) {
    if (draft.country !== null) continue
    if (draft.nameless) draft.country = inWords(lexicon, draft.name)
    else if (draft.type === 'PERSON') draft.country = lexicon.leaders.get(draft.name) ?? null
  }
}

/** "A Nigerian student", "two South Korean officials". */
function inWords(lexicon: ReferenceLexicon, name: string): string | null {
  const words = name.split(' ').slice(0, farthestAfter)
  for (const [i, word] of words.entries()) {
    const found =
      lexicon.countryOf.get(`${word} ${words[i + 1] ?? ''}`) ?? lexicon.countryOf.get(word)
    if (found) return found
  }
  return null
}

/** "Bank of Japan", "Ukrainian Air Force": a body whose own name tells. */
function inName(lexicon: ReferenceLexicon, r: Reading, n: number, draft: Draft): string | null {
  if (draft.type !== 'ORG') return null
  return stateIn(lexicon, r, r.nameFirst(n), r.nameEnd(n))
}

function stateIn(lexicon: ReferenceLexicon, r: Reading, first: number, end: number): string | null {
  for (let i = first; i < end; i++) {
    const two = i + 1 < end && lexicon.countryOf.get(r.text.slice(r.from(i), r.to(i + 1)))
    if (two) return two
    const one = lexicon.countryOf.get(r.text.slice(r.from(i), r.to(i)))
    if (one) return one
  }
  return null
}

/** "Syrian President", "Russia's Sergei", "US Secretary of State": right before the name or its title, words of office between. */
function before(r: Reading, names: readonly Name[], n: number, name: Name): string | null {
  let i = r.nameFirst(n) - 1
  const from = name.title ? Math.min(name.title.from, name.from) : name.from
  while (i >= 0 && r.from(i) >= from) i--
  for (let step = 0; step < farthestBefore && r.together(i, r.nameFirst(n)); step++, i--) {
    const key = r.key(i)
    if (key === "'s" || key === '’s' || key === "'" || key === '’')
      return stateOf(names, r.name(i - 1))
    const beside = r.name(i)
    if (beside >= 0) {
      const first = r.nameFirst(beside)
      const placed = names[beside]?.type === 'LOC' && r.upos(first - 1) === 'ADP'
      return placed ? null : stateOf(names, beside)
    }
    if (r.upos(i) !== 'NOUN' && r.upos(i) !== 'ADJ') return null
  }
  return null
}

function stateOf(names: readonly Name[], n: number): string | null {
  const name = names[n]
  return name && name.type !== 'PERSON' ? name.country : null
}

/** "Macron, the French president,": an apposition, by the tree or by its commas. */
function after(
  lexicon: ReferenceLexicon,
  r: Reading,
  names: readonly Name[],
  n: number,
): string | null {
  const [first, end] = [r.nameFirst(n), r.nameEnd(n)]
  for (let i = end; i < end + farthestAfter && r.together(i, first); i++) {
    if (r.deprel(i) !== 'appos' || r.head(i) < first || r.head(i) >= end) continue
    if (names[r.name(i)]?.type === 'LOC') return null
    const last = r.key(i + 1) === 'of' ? i + 4 : i
    return stateIn(lexicon, r, end, last + 1)
  }
  if (r.key(end) !== ',') return null
  let noun = false
  for (let i = end + 1; i <= end + farthestAfter && r.together(i, first); i++) {
    if (r.key(i) === ',') return noun ? stateIn(lexicon, r, end + 1, i) : null
    if (!within.has(r.upos(i))) return null
    if (r.upos(i) === 'NOUN') noun = true
  }
  return null
}

const within = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADP'])
