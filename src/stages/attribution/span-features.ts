/** Span features: what a candidate span looks like, as names with values; the trained weights are keyed by them (AT36). */
import type { Outlook, SpanRole } from './outlook.ts'
import type { Range, Reading } from './reading.ts'

/** What all candidates of one role are judged beside. */
export interface SpanSetting {
  readonly r: Reading
  readonly outlook: Outlook
  readonly rule: readonly Range[]
  /** The rule's id. */
  readonly by: string
  readonly read: readonly Range[]
  /** The likeliest candidate's log-odds. */
  readonly best: number
  readonly anchor: number
  /** The class of the cue. */
  readonly class: string
  /** The ranges of the cue. */
  readonly cue: readonly Range[]
}

/**
 * Takes one feature. Its name is the stem and the word together; they come apart because joining them for every candidate
 * would cost more than all the rest.
 */
export type Tell = (stem: string, word: string, value: number) => void

const endings = [
  'after ',
  'apart',
  'apart ',
  'as ',
  'as read',
  'as rule',
  'at the cue',
  'at the cue ',
  'before ',
  'begin',
  'begins as ',
  'begins as read',
  'begins as rule',
  'behind ',
  'closes ',
  'closes inside quote',
  'empty',
  'ends as ',
  'ends as read',
  'ends as rule',
  'first ',
  'heads ',
  'in ',
  'inside last',
  'last ',
  'next ',
  'of ',
  'opens ',
  'opens inside quote',
  'outside after',
  'outside before',
  'over sentences',
  'to sentence end',
] as const

type Stems = { readonly [K in (typeof endings)[number]]: string }

const stemsOf = (role: SpanRole): Stems =>
  Object.fromEntries(endings.map((e) => [e, `${role} ${e}`])) as Stems

const stems: Readonly<Record<SpanRole, Stems>> = {
  cue: stemsOf('cue'),
  source: stemsOf('source'),
  content: stemsOf('content'),
}

/** All stems that features have. */
export const featureStems: readonly string[] = Object.values(stems).flatMap((s) => Object.values(s))

/** Falls behind the likeliest candidate are counted up to each of these. */
const steps = [
  [1, '1'],
  [4, '4'],
  [16, '16'],
] as const
const digits = ['0', '1', '2', '3', '4']
const closed = new Set(['ADP', 'SCONJ', 'CCONJ', 'PUNCT', 'PART', 'PRON', 'DET', 'AUX'])

/** Tells the features of one candidate. */
export function tellFeatures(s: SpanSetting, ranges: readonly Range[], tell: Tell): void {
  const p = stems[s.outlook.role]
  const behind = s.outlook.of(ranges) - s.best
  for (const [step, name] of steps) tell(p['behind '], name, Math.max(behind, -step) / step)
  if (same(ranges, s.rule)) {
    tell(p['as rule'], '', 1)
    tell(p['as '], s.by, 1)
  }
  if (same(ranges, s.read)) tell(p['as read'], '', 1)
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) {
    tell(p['empty'], '', 1)
    return
  }
  if (first.first === s.rule[0]?.first) {
    tell(p['begins as rule'], '', 1)
    tell(p['begins as '], s.by, 1)
  }
  if (last.end === s.rule.at(-1)?.end) {
    tell(p['ends as rule'], '', 1)
    tell(p['ends as '], s.by, 1)
  }
  if (first.first === s.read[0]?.first) tell(p['begins as read'], '', 1)
  if (last.end === s.read.at(-1)?.end) tell(p['ends as read'], '', 1)
  tell(p['begin'], '', Math.max(-4, Math.min(4, s.outlook.begins(first.first))) / 4)
  tell(p['outside before'], '', Math.max(-4, Math.min(4, -s.outlook.at(first.first - 1))) / 4)
  tell(p['inside last'], '', Math.max(-4, Math.min(4, s.outlook.at(last.end - 1))) / 4)
  tell(p['outside after'], '', Math.max(-4, Math.min(4, -s.outlook.at(last.end))) / 4)
  if (ranges.length > 1) tell(p['in '], ranges.length > 2 ? '3' : '2', 1)
  let words = 0
  for (const x of ranges) words += x.end - x.first
  tell(
    p['of '],
    words < 4 ? (digits[words] ?? '') : words < 8 ? 'few' : words < 30 ? 'some' : 'many',
    1,
  )
  tellEdges(s, first, last, tell)
  tellTree(s, ranges, last, tell)
}

function tellEdges(s: SpanSetting, first: Range, last: Range, tell: Tell): void {
  const { r } = s
  const p = stems[s.outlook.role]
  tell(p['first '], wordOf(r, first.first), 1)
  tell(p['last '], wordOf(r, last.end - 1), 1)
  const sentence = r.sentence(r.sentenceOf(last.end - 1))
  tell(p['before '], place(r, first.first - 1, first.first), 1)
  tell(p['after '], place(r, last.end, last.end - 1), 1)
  let end = sentence.end
  while (end > last.end && r.isPunct(end - 1)) end--
  if (end === last.end) tell(p['to sentence end'], '', 1)
  if (r.sentenceOf(first.first) !== r.sentenceOf(last.end - 1)) tell(p['over sentences'], '', 1)
  if (cutsQuote(r, first.first, first.first - 1, last)) tell(p['opens inside quote'], '', 1)
  if (cutsQuote(r, last.end - 1, last.end, first)) tell(p['closes inside quote'], '', 1)
}

/** True where the edge lies inside of a quotation that does not hold the other end as well. */
function cutsQuote(r: Reading, inside: number, outside: number, other: Range): boolean {
  const q = r.quoteOf(inside)
  return q >= 0 && r.quoteOf(outside) === q && r.quoteOf(other.first) !== q
}

/** The word itself where it is of a closed class, else its class. */
function wordOf(r: Reading, i: number): string {
  const u = r.upos(i)
  return closed.has(u) ? r.key(i) : u
}

function place(r: Reading, i: number, from: number): string {
  return r.sentenceOf(i) === r.sentenceOf(from) ? wordOf(r, i) : 'edge'
}

/** How the span agrees with the tree: what hangs out of it, and what the word after it belongs to. */
function tellTree(s: SpanSetting, ranges: readonly Range[], last: Range, tell: Tell): void {
  const { r } = s
  const p = stems[s.outlook.role]
  const inside = (i: number): boolean => ranges.some((x) => i >= x.first && i < x.end)
  const ofCue = (i: number): boolean => s.cue.some((x) => i >= x.first && i < x.end)
  let heads = 0
  for (const x of ranges)
    for (let i = x.first; i < x.end; i++) if (!r.isPunct(i) && !inside(r.head(i))) heads++
  tell(p['heads '], digits[Math.min(heads, 4)] ?? '', 1)
  let next = last.end
  while (r.isPunct(next) && r.sentenceOf(next) === r.sentenceOf(last.end - 1)) next++
  if (r.sentenceOf(next) === r.sentenceOf(last.end - 1) && !ofCue(next)) {
    const held = hold(r, next, inside, ofCue, s.anchor)
    tell(p['next '], held, 1)
    tell(p['next '], `${held} after ${place(r, last.end, last.end - 1)}`, 1)
    tell(p['next '], `${held} of ${s.class}`, 1)
  }
  let end = last.end - 1
  while (end > last.first && r.isPunct(end)) end--
  tell(
    p['closes '],
    hold(r, end, (i) => inside(i) && i < end, ofCue, s.anchor),
    1,
  )
  const first = ranges[0]
  if (!first || s.outlook.role === 'cue') return
  const opened = hold(r, first.first, (i) => inside(i) && i > first.first, ofCue, s.anchor)
  tell(p['opens '], opened, 1)
  const beside = s.cue.some((x) => x.end === first.first)
  tell(beside ? p['at the cue'] : p.apart, '', 1)
  const touches = beside ? p['at the cue '] : p['apart ']
  tell(touches, s.class, 1)
  if (s.outlook.role !== 'content') return
  const word = wordOf(r, first.first)
  tell(touches, `${word} of ${s.class}`, 1)
  tell(touches, `${word} of ${r.lemma(s.anchor)}`, 1)
}

const mostSteps = 32

/** What a word hangs from: the span, by which relation, or the cue, by which relation, or something else. */
function hold(
  r: Reading,
  from: number,
  inside: (i: number) => boolean,
  ofCue: (i: number) => boolean,
  anchor: number,
): string {
  let i = from
  for (let step = 0; step < mostSteps; step++) {
    const up = r.head(i)
    if (up < 0) return 'root'
    if (up === anchor || ofCue(up)) return `cue ${r.deprel(i)}`
    if (inside(up)) return `span ${r.deprel(i)}`
    i = up
  }
  return 'root'
}

export function same(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((x, i) => x.first === b[i]?.first && x.end === b[i]?.end)
}
