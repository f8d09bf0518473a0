/** Word clauses: what a cue takes, told by the words behind it where the tree hangs them elsewhere ("My mother says | the sea gave us this"). */
import { trimEnd } from './content-span.ts'
import type { Frame } from './frame.ts'
import type { CueEntry } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { isTime } from './source-span.ts'

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

const saidWhen = new Set(['on', 'last', 'earlier', 'late'])
const insideWhen = new Set(['this', 'last', 'that', 'late', 'in', 'the', 'on'])
const opensSubject = new Set(['DET', 'PRON', 'PROPN'])
const mostWhen = 6

/** "said | last month | it would not reopen", "said | on Monday | the plant was sold": past the words that tell when it was said. */
export function pastWhen(r: Reading, at: number, limit: number): number {
  if (!saidWhen.has(r.key(at)) && !(isTime(r.key(at)) && r.isName(at))) return at
  let last = -1
  for (let i = at; i < at + mostWhen && i < limit; i++) {
    if (isTime(r.key(i))) last = i
    else if (i > at && !insideWhen.has(r.key(i)) && r.upos(i) !== 'NUM') break
  }
  return last >= at && last + 1 < limit && opensSubject.has(r.upos(last + 1)) ? last + 1 : at
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
