/** Tells which words without a verb in their tree still state something (CA6, CA7): "Yes.", a sentence that the tree misread. */
import type { Clause } from '../../layers/clauses.ts'
import type { Words } from './words.ts'

/** One word is a statement where it is all that was said: "Yes."; "To strike." is none. */
export function isAlone(w: Words, c: Clause): boolean {
  if (w.tokens[c.token - 1]?.key === 'to') return false
  return c.kind === 'main' && w.tree.headOf(c.token) < 0 && w.tree.lastOf(c.token) - c.token <= 2
}

/** CA6: a sentence without a verb in its tree ("The dispute centers on the list.") in running text still states something. */
export function isWholeSentence(w: Words, c: Clause): boolean {
  if (w.tree.headOf(c.token) >= 0 || w.tokens[w.tree.lastOf(c.token)]?.key !== '.') return false
  const upos = w.tags[c.token]?.upos
  if (upos !== 'NOUN' && upos !== 'PROPN') return false
  // A caption ("Photo by ...") ends in a stop as well.
  for (let i = c.first; i < c.token + 3; i++) if (w.tokens[i]?.key === 'by') return false
  return c.first < c.token && c.end > c.token + 2
}

/** A fragment with a verb form and a stop is a sentence that the tree misread: its statement is not lost. */
export function holdsVerb(w: Words, c: Clause): boolean {
  if (w.tokens[w.tree.lastOf(c.token)]?.key !== '.') return false
  for (let i = c.first; i < c.end; i++) {
    const form = w.tags[i]?.xpos
    if (form !== undefined && verbForms.has(form)) return true
  }
  return false
}

const verbForms = new Set(['VBD', 'VBZ', 'VBN', 'VBP', 'MD'])
