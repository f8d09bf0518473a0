/** Tells what only says who a source is (CA60), what beside it is a fact of the report's own (CA64), and what says how it spoke (CA65). */
import type { Clause } from '../../layers/clauses.ts'
import { isPast } from './reading.ts'
import { isPunct, type Voices, type Words } from './words.ts'

/** How far up from a clause another one is looked for that it belongs to. */
const steps = 3

/**
 * CA64: "said Peter Wafula, a farmer who lost two of his children when the river burst its banks": what happened to a named
 * source, or what a body did, is told by the report. What somebody is ("who chairs the committee") belongs to the source.
 */
export function tellsOfSource(w: Words, voices: Voices, c: Clause): boolean {
  if (c.kind === 'adverbial') {
    const above = c.parent === null ? undefined : w.clauses[c.parent]
    return above?.kind === 'relative' && c.end - c.first >= 4 && tellsOfSource(w, voices, above)
  }
  if (c.kind !== 'relative' || c.end - c.first < 4 || !isPast(w, c.token)) return false
  const noun = w.tree.headOf(c.token)
  if (noun < 0 || voices.source[noun] !== 1) return false
  return isSetApart(w, c, noun) && isNamed(w, voices, c)
}

/** Behind a comma, or behind the apposition of a name: "Peter Wafula, a farmer who lost two children". */
function isSetApart(w: Words, c: Clause, noun: number): boolean {
  if (w.tokens[w.tree.firstOf(c.token)]?.key === ',') return true
  if (w.tokens[c.first - 1]?.key === ',') return true
  return w.arcs[noun]?.deprel === 'appos' && w.tags[w.tree.headOf(noun)]?.upos === 'PROPN'
}

/** Where nobody is named ("an official, who had seen the letter,"), the clause says how the source came to know. */
function isNamed(w: Words, voices: Voices, c: Clause): boolean {
  if (w.tokens[c.first]?.key === 'which') return true
  for (let i = c.first - 1; i >= 0 && w.tokens[i]?.sentence === c.sentence; i--) {
    if (w.tags[i]?.upos === 'PROPN' && voices.source[i] === 1) return true
    if (voices.source[i] !== 1 && w.tags[i]?.upos !== 'PUNCT') return false
  }
  return false
}

/** CA65: "speaking on condition of anonymity because the talks are private": how a source stays unnamed, and why. */
export function keepsUnnamed(w: Words, c: Clause): boolean {
  let at: Clause | undefined = c
  for (let step = 0; at && step < steps; step++) {
    if (manner.has(at.kind) && asksNoName(w, at)) return true
    at = at.parent === null ? undefined : w.clauses[at.parent]
  }
  return false
}

const manner = new Set(['relative', 'reduced', 'participial'])

function asksNoName(w: Words, c: Clause): boolean {
  for (let i = c.first; i < c.end; i++) {
    const key = w.tokens[i]?.key ?? ''
    if (key === 'anonymity' || key === 'anonymously') return true
    // "who asked not to be named"
    if ((key === 'named' || key === 'identified') && w.tokens[i - 1]?.key === 'be')
      for (let k = i - 2; k >= c.first && k > i - 5; k--)
        if (w.tokens[k]?.key === 'not') return true
  }
  return false
}

/**
 * CA60: "an official who was briefed on the talks said", "said in a statement carried by state media": what tells who the
 * source is, or what its words stood in, belongs to the source.
 */
export function describesSource(w: Words, voices: Voices, c: Clause): boolean {
  if (tellsOfForm(w, voices, c)) return true
  if ((c.kind !== 'relative' && c.kind !== 'reduced') || tellsOfSource(w, voices, c)) return false
  const above = w.tree.headOf(c.token)
  if (above < 0 || voices.source[above] !== 1) return false
  if (voices.source[c.token] === 1) return true
  // Between the source and its cue: "a diplomat briefed on the operation said".
  const next = isPunct(w, c.end) ? c.end + 1 : c.end
  return c.first > above && (voices.cue[next] ?? 0) > 0
}

/** "said in a statement carried by state media": how the words came is no statement either, wherever the tree hangs it. */
function tellsOfForm(w: Words, voices: Voices, c: Clause): boolean {
  const complement = c.kind === 'complement' && c.first === c.token && !c.finite
  if (complement && w.tags[c.token]?.xpos !== 'VBN') return false
  if (!complement && c.kind !== 'reduced') return false
  const noun = complement ? c.token - 1 : w.tree.headOf(c.token)
  return (voices.cue[noun] ?? 0) > 0 && w.tags[noun]?.upos === 'NOUN'
}
