/** Roles: what was done with the counted, from the verb or noun that governs it. */
import { key, lemma, type Reader, tag, together, tokenOf } from './reader.ts'

/** What a role is asked for: atoms `first`..`end`, the head noun or -1, and the unit. */
interface Counted {
  readonly first: number
  readonly end: number
  readonly head: number
  readonly unit: string | null
}

/** The role of what is counted or measured, or null. */
export function roleOf(r: Reader, counted: Counted): string | null {
  const { first, end, head } = counted
  const asked = { ...r, sort: counted.unit === null ? 'count' : 'measure' } as const
  return roleWithin(asked, first, end, head)
}

/** A reader that knows whether things are counted or measured: men are "charged" with a crime, dollars for a ticket. */
interface Asked extends Reader {
  readonly sort: 'count' | 'measure'
}

function roleWithin(r: Asked, first: number, end: number, head: number): string | null {
  const own = head >= 0 ? r.words.roles.get(lemma(r, head)) : undefined
  if (own !== undefined && ownRoles.has(own)) return own
  if (key(r, first - 1) === 'worth') return roleOfWord(r, first - 1)
  return after(r, end) ?? governed(r, head >= 0 ? head : first) ?? before(r, first)
}

/** Roles that a counted noun names itself: "600 deaths", "200 casualties", "14 hostages". */
const ownRoles: ReadonlySet<string> = new Set(['killed', 'wounded', 'casualties', 'abducted'])

function roleOfWord(r: Asked, atom: number): string | null {
  return roleOfLemma(r, lemma(r, atom)) ?? roleOfLemma(r, key(r, atom))
}

function roleOfLemma(r: Asked, word: string): string | null {
  const { roles } = r.words
  return roles.get(`${word} ${r.sort}`) ?? roles.get(word) ?? null
}

/** "were deployed", "drowned" tagged as adjectives: the role of the verb that the participle is of. */
function roleOfParticiple(r: Asked, atom: number): string | null {
  const word = key(r, atom)
  if (!word.endsWith('ed')) return null
  return (
    roleOfLemma(r, word) ??
    roleOfLemma(r, word.slice(0, -1)) ??
    roleOfLemma(r, word.slice(0, -2)) ??
    null
  )
}

/** "3,000 soldiers killed", "25 people were wounded", "have died", "dead". */
function after(r: Asked, end: number): string | null {
  for (let k = end; k < end + 6 && together(r, end - 1, k); k++) {
    const xpos = tag(r, k)
    const word = key(r, k)
    if (xpos.startsWith('VB')) {
      if (isAuxiliary(r, k)) continue
      if (xpos === 'VBG' && k === end) return null
      const role = roleOfWord(r, k)
      // "were expected to arrive": the verb behind the plan tells what, the plan only that
      if (role !== null) return role
      return null
    }
    if (xpos === 'JJ' && (word === 'dead' || word === 'missing')) return roleOfWord(r, k)
    if (xpos === 'JJ' && word.endsWith('ed')) return roleOfParticiple(r, k)
    if (
      xpos === 'MD' ||
      xpos === 'RB' ||
      word === 'who' ||
      word === 'that' ||
      word === 'which' ||
      word === 'to' ||
      xpos === 'WP' ||
      xpos === 'WDT'
    )
      continue
    return null
  }
  return null
}

/** An auxiliary before another verb of the same group. */
function isAuxiliary(r: Reader, k: number): boolean {
  const word = lemma(r, k)
  if (word !== 'be' && word !== 'have' && word !== 'do' && word !== 'get') return false
  for (let i = k + 1; i <= k + 3 && together(r, k, i); i++) {
    const xpos = tag(r, i)
    if (xpos.startsWith('VB') || xpos === 'JJ') return true
    if (xpos !== 'RB') return false
  }
  return false
}

/** The word that the tree hangs the phrase from. */
function governed(r: Asked, atom: number): string | null {
  let node = tokenOf(r, atom)
  for (let steps = 0; steps < 4; steps++) {
    const arc = r.arcs[node]
    if (!arc || arc.head < 0 || arc.head === node) return null
    const deprel = arc.deprel
    node = arc.head
    const xpos = r.tags[node]?.xpos ?? ''
    const word = r.tags[node]?.lemma.toLowerCase() ?? ''
    const role = roleOfLemma(r, word)
    if (xpos.startsWith('VB')) return role
    if (role !== null && role !== 'present' && (deprel === 'nmod' || deprel === 'nummod'))
      return role
    if (deprel === 'root' || deprel === 'parataxis') return null
  }
  return null
}

/** "killed 25 people", "a toll of 40", "the deaths of 12 people", at most eight atoms back. */
function before(r: Asked, first: number): string | null {
  for (let k = first - 1; k >= first - 8 && together(r, k, first); k--) {
    const xpos = tag(r, k)
    if (xpos.startsWith('VB')) return roleOfWord(r, k)
    if (xpos.startsWith('NN')) {
      const role = roleOfWord(r, k)
      const next = key(r, k + 1)
      if (role !== null && role !== 'present' && (next === 'of' || next === 'to' || next === 'at'))
        return role
      if (role !== null && k === first - 1) return role
    }
    if (key(r, k) === ';' || key(r, k) === ':') return null
  }
  return null
}
