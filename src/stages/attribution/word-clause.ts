/** Word clauses: what a cue takes, told by the words behind it where the tree hangs them elsewhere ("My mother says | the sea gave us this"). */
import { trimEnd } from './content-span.ts'
import type { Frame } from './frame.ts'
import type { CueEntry } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

const inSubject = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'ADV'])
const mostSubject = 8

/** A frame with its content. */
export interface WordClause {
  readonly frame: Frame
  readonly content: readonly Range[]
}

/** AT41: the clause or the pointing "so" right behind a cue that the tree gives nothing, or null. */
export function wordClause(
  r: Reading,
  verb: number,
  group: Range,
  frame: Frame,
  entry: CueEntry | null,
): WordClause | null {
  if (!entry || (frame.kind !== 'none' && frame.kind !== 'prep')) return null
  const at = group.end
  const s = r.sentenceOf(verb)
  if (r.sentenceOf(at) !== s || r.quoteOf(at) !== r.quoteOf(verb)) return null
  if (r.key(at) === 'so' && entry.frames.has('that')) {
    const closes = r.sentenceOf(at + 1) !== s || r.isPunct(at + 1) || r.upos(at + 1) === 'CCONJ'
    return closes ? told('that', at, at + 1) : null
  }
  if (r.child(verb, 'nsubj') < 0 && r.xpos(verb) !== 'VBG') return null
  if (!entry.frames.has('bare') || !opensClause(r, at, s)) return null
  const q = r.quoteOf(verb)
  const bounds = r.sentence(s)
  const limit = q >= 0 ? Math.min(bounds.end, r.quote(q).end - 1) : bounds.end
  const end = trimEnd(r, at, limit)
  return end > at + 1 ? told('bare', at, end) : null
}

function told(kind: 'that' | 'bare', at: number, end: number): WordClause {
  return {
    frame: { kind, head: at, at, prep: '', quotation: -1 },
    content: [{ first: at, end }],
  }
}

/** A subject of few words and a finite verb. */
function opensClause(r: Reading, at: number, s: number): boolean {
  let nominal = false
  for (let i = at; i < at + mostSubject && r.sentenceOf(i) === s; i++) {
    const x = r.xpos(i)
    if (x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD') return nominal
    if (!inSubject.has(r.upos(i)) || x === 'WP' || x === 'WDT' || x === 'WRB') return false
    const u = r.upos(i)
    if (u === 'NOUN' || u === 'PROPN' || u === 'PRON') nominal = true
  }
  return false
}
