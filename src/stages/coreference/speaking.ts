/** Speaking: which verbs tell that somebody, or something written, speaks. */
import type { Reading } from './reading.ts'

const speech = new Set([
  'say',
  'tell',
  'add',
  'ask',
  'claim',
  'write',
  'explain',
  'warn',
  'note',
  'announce',
  'insist',
])

/** "he said", "she has told": the pronoun is who speaks. */
export function speaksNext(r: Reading, i: number): boolean {
  for (let k = i; k < i + 3; k++) {
    if (speech.has(r.lemma(k))) return true
    if (r.upos(k) !== 'AUX' && r.upos(k) !== 'ADV') return false
  }
  return false
}

/** True when the word is a verb of speaking. */
export function speaks(r: Reading, verb: number): boolean {
  return verb >= 0 && speech.has(r.lemma(verb))
}

/** A document says, and it shows, finds and lists as well. */
export function speaksOnPaper(r: Reading, verb: number): boolean {
  return speaks(r, verb) || (verb >= 0 && onPaper.has(r.lemma(verb)))
}

const onPaper = new Set([
  ...['show', 'find', 'conclude', 'read', 'suggest', 'state', 'reveal', 'describe', 'put'],
  ...['estimate', 'recommend', 'allege', 'accuse', 'cite', 'detail', 'list', 'call', 'quote'],
  ...['advise', 'order', 'urge'],
])
