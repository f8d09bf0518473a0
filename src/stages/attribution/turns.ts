/** Turns and signatures: "NAME: ..." in transcripts and headlines, and a quotation signed with a dash. */
import type { Paragraph } from '../../layers/paragraphs.ts'
import { trimEnd } from './content-span.ts'
import type { Candidate } from './cue-features.ts'
import type { Draft } from './draft.ts'
import { isDashKey, isSpeech } from './frame.ts'
import { headOf, phraseBack } from './inserted.ts'
import type { SourceKind } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

const maxNameTokens = 8

/** Each paragraph's tokens. */
export function paragraphRanges(r: Reading, count: number): Range[] {
  const out: Range[] = Array.from({ length: count }, () => ({ first: 0, end: 0 }))
  for (const [s, sentence] of r.sentences.entries()) {
    const { first, end } = r.sentence(s)
    const seen = out[sentence.paragraph]
    if (first >= end) continue
    out[sentence.paragraph] = seen && seen.end > 0 ? { first: seen.first, end } : { first, end }
  }
  return out
}

/** Transcript turns and headline speakers: the name before a colon at the start of a paragraph. */
export function turns(
  r: Reading,
  paragraphs: readonly Paragraph[],
  ranges: readonly Range[],
  nouns: ReadonlyMap<string, SourceKind>,
): Draft[] {
  const found: Turn[] = []
  for (const [p, whole] of ranges.entries()) {
    const at = { first: pastStamp(r, pastMark(r, whole)), end: whole.end }
    const colon = colonAfterName(r, at)
    if (colon < 0) continue
    const name = { first: at.first, end: colon }
    const sure = isSpeaker(r, name, nouns, p === 0 || paragraphs[p]?.kind === 'headline')
    if (sure === null) continue
    const body = { first: colon + 1, end: at.end }
    if (body.end <= body.first) continue
    const kind = paragraphs[p]?.kind
    if (kind === 'byline' || kind === 'caption') continue
    if (isName(r, body)) continue
    found.push({ paragraph: p, name, colon, body, sure, label: wordsOf(r, name) })
  }
  const labels = found.filter((f) => !f.sure && f.name.end - f.name.first === 1).length
  const times = new Map<string, number>()
  for (const f of found) times.set(f.label, (times.get(f.label) ?? 0) + 1)
  const kept = found.filter(
    (f) =>
      f.sure || (f.name.end - f.name.first === 1 ? labels >= 2 : (times.get(f.label) ?? 0) >= 2),
  )
  const called = bracketed(r, kept)
  return kept.map((turn, i) => {
    const { name, colon, label } = turn
    const next = kept[i + 1]
    const isDialogue = (times.get(label) ?? 0) > 1 && (times.get(next?.label ?? '') ?? 0) > 1
    const body = isDialogue && next ? upToNext(r, ranges, turn, next) : turn.body
    const by = called.get(label)
    return {
      cue: [{ first: colon, end: colon + 1 }],
      source: [name],
      sourceHead: name.end - 1,
      ...(by ? { called: by } : {}),
      content: [{ first: body.first, end: trimTurn(r, body) }],
      anchor: colon,
      stance: r.key(body.end - 1) === '?' ? ('asks' as const) : ('asserts' as const),
      class: 'say',
      rule: 'AT12',
    }
  })
}

/** The label of a paragraph and what follows it. */
interface Turn {
  readonly paragraph: number
  readonly name: Range
  readonly colon: number
  readonly body: Range
  /** False for a label that counts only in series. */
  readonly sure: boolean
  readonly label: string
}

/** Paragraphs without a label that one turn may go on for. */
const mostSilent = 6

/** In a dialogue a turn goes on over the paragraphs without a label before the next one, but not over "(Applause.)". */
function upToNext(r: Reading, ranges: readonly Range[], turn: Turn, next: Turn): Range {
  let { end } = turn.body
  if (next.paragraph - turn.paragraph > mostSilent + 1) return turn.body
  for (let p = turn.paragraph + 1; p < next.paragraph; p++) {
    const at = pastMark(r, ranges[p] ?? { first: 0, end: 0 })
    if (at.end <= at.first) continue
    if (r.key(at.first) === '(' || r.key(at.first) === '[') break
    end = at.end
  }
  return { first: turn.body.first, end }
}

/** "CHAIR (Hon. Wanjiru Kamau): ..." names whoever is "CHAIR" later, and here: the words in brackets by both labels. */
function bracketed(r: Reading, found: readonly Turn[]): ReadonlyMap<string, Range> {
  const out = new Map<string, Range>()
  for (const { name, label } of found) {
    let open = name.first + 1
    while (open < name.end && r.key(open) !== '(') open++
    const first = open + 1
    if (r.key(name.end - 1) !== ')' || first >= name.end - 1) continue
    if (r.upos(name.end - 2) !== 'PROPN') continue
    const by = { first, end: name.end - 1 }
    out.set(label, by)
    out.set(wordsOf(r, { first: name.first, end: open }), by)
  }
  return out
}

function wordsOf(r: Reading, name: Range): string {
  return r.text.slice(r.from(name.first), r.to(name.end - 1))
}

/** "HOST: The opposition claims ...": the label of a turn is no subject of what is said in it; null where none is taken for one. */
export function pastLabel(
  r: Reading,
  c: Candidate,
  labels: ReadonlyMap<number, Draft>,
): Candidate | null {
  const source = c.source.range
  const turn = source && labels.get(source.first)
  if (!turn || turn.anchor >= c.group.first) return null
  const first = phraseBack(r, c.group.first, { first: turn.anchor + 1, end: c.group.first })
  const range = { first, end: c.group.first }
  if (first === range.end) return { ...c, source: { ...c.source, range: null, head: -1 } }
  return { ...c, source: { ...c.source, range, head: headOf(r, range) } }
}

/** "Photo: Anna Berg" credits somebody and reports nothing. */
function isName(r: Reading, body: Range): boolean {
  if (body.end - body.first > 5) return false
  for (let i = body.first; i < body.end; i++)
    if (r.upos(i) !== 'PROPN' && !r.isPunct(i)) return false
  return true
}

function trimTurn(r: Reading, body: Range): number {
  const end = trimEnd(r, body.first, body.end)
  return end > body.first ? end : body.end
}

/** A transcript that stands in quotation marks opens each of its paragraphs with one. */
function pastMark(r: Reading, at: Range): Range {
  const opened = r.isPunct(at.first) && r.quoteOf(at.first) >= 0
  return opened ? { first: at.first + 1, end: at.end } : at
}

/** "13:20 - Police: ...": where the words begin behind the time of an entry. */
function pastStamp(r: Reading, at: Range): number {
  if (r.upos(at.first) !== 'NUM') return at.first
  for (let i = at.first + 1; i < at.end && i < at.first + mostStamp; i++)
    if (isDashKey(r.key(i))) return i + 1
  return at.first
}

const mostStamp = 6

function colonAfterName(r: Reading, at: Range): number {
  for (let i = at.first; i < Math.min(at.end, at.first + maxNameTokens); i++) {
    if (r.key(i) === ':') return i > at.first ? i : -1
    if (
      r.isPunct(i) &&
      r.key(i) !== '(' &&
      r.key(i) !== ')' &&
      r.key(i) !== '.' &&
      r.key(i) !== ','
    )
      return -1
  }
  return -1
}

/** True for a name or a document noun, false for a bare label in capitals (counted only in series), null for neither. */
function isSpeaker(
  r: Reading,
  name: Range,
  nouns: ReadonlyMap<string, SourceKind>,
  headline: boolean,
): boolean | null {
  let proper = 0
  let capital = true
  let titled = true
  for (let i = name.first; i < name.end; i++) {
    const form = r.form(i)
    if (r.upos(i) === 'VERB' || r.upos(i) === 'AUX') return null
    if (r.upos(i) === 'PROPN') proper++
    if (form !== form.toUpperCase()) capital = false
    if (!r.isName(i)) titled = false
  }
  const words = name.end - name.first
  if (words === 1 && isPlainSpeaker(r, name.first, nouns)) return true
  if (proper >= 2 && proper * 2 >= words) return true
  if (words === 1 && proper === 1 && headline && !capital) return true
  if (words === 1 && (capital || proper === 1)) return false
  return capital || titled ? false : null
}

/** "Report: ...", "Police: ...", "Witnesses: ...": one noun for those who speak. */
function isPlainSpeaker(r: Reading, at: number, nouns: ReadonlyMap<string, SourceKind>): boolean {
  if (r.form(at) === r.key(at)) return false
  const kind = nouns.get(r.key(at)) ?? (r.xpos(at) === 'NNS' ? nouns.get(r.lemma(at)) : undefined)
  if (kind === 'document' || kind === 'group') return true
  return kind === 'anonymous' && (r.xpos(at) === 'NNS' || r.xpos(at) === 'NNPS')
}

/** `"..." - Name`: the dash is the cue. */
export function signatures(r: Reading): Draft[] {
  const out: Draft[] = []
  for (let q = 0; q < r.quotations.length; q++) {
    const at = r.quote(q)
    if (at.end <= at.first || !isSpeech(r, q, false)) continue
    const dash = at.end
    if (!isDashKey(r.key(dash)) || r.quoteOf(dash) >= 0) continue
    const first = dash + 1
    if (r.upos(first) !== 'PROPN') continue
    let end = first
    while (end - first < 12 && r.sentenceOf(end) === r.sentenceOf(first) && !r.isPunct(end)) {
      if (r.upos(end) === 'VERB' || r.upos(end) === 'AUX') break
      end++
    }
    const closes = end >= r.length || r.sentenceOf(end) !== r.sentenceOf(first) || r.isPunct(end)
    if (!closes) continue
    out.push({
      cue: [{ first: dash, end: first }],
      source: [{ first, end }],
      sourceHead: end - 1,
      content: [at],
      anchor: dash,
      stance: 'asserts',
      class: 'say',
      rule: 'AT13',
    })
  }
  return out
}
