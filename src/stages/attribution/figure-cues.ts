/** Figure cues: "the agency puts the number of homes at 78,000", where what is put at a number is what is reported. */
import { trimEnd } from './content-span.ts'
import type { Candidate } from './cue-features.ts'
import type { CueEntry } from './lexicons.ts'
import type { Reading } from './reading.ts'

const putting = new Set(['put', 'peg'])
const estimate: CueEntry = { class: 'say', stance: 'asserts', frames: new Set(['obj', 'that']) }
const mostWords = 16
/** Words between "at" and its number: "at more than $40 million". */
const mostBefore = 4

/** The candidate whose object is put at a number, or null. */
export function figureCandidate(r: Reading, c: Candidate): Candidate | null {
  if (!putting.has(c.lemma) || c.source.head < 0 || c.source.passive) return null
  const object = r.child(c.verb, 'obj')
  if (object < c.group.end) return null
  const s = r.sentenceOf(c.verb)
  for (let i = object + 1; i < c.group.end + mostWords && r.sentenceOf(i) === s; i++) {
    if (r.key(i) !== 'at') continue
    if (!numberFollows(r, i, s)) return null
    const end = Math.min(r.sentence(s).end, Math.max(r.tree.lastOf(c.verb), i + 1) + 1)
    const content = { first: c.group.end, end: trimEnd(r, c.group.end, end) }
    return {
      ...c,
      entry: estimate,
      frame: { kind: 'obj', head: object, at: c.group.end, prep: '', quotation: -1 },
      content: [content],
    }
  }
  return null
}

function numberFollows(r: Reading, at: number, s: number): boolean {
  for (let i = at + 1; i <= at + mostBefore && r.sentenceOf(i) === s; i++)
    if (r.upos(i) === 'NUM') return true
  return false
}
