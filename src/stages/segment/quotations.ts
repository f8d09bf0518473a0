/** Finds quotations: pairs of marks of one kind within a block, and speech whose closing mark is missing. */
import type { Quotation } from '../../layers/quotations.ts'
import type { Span } from '../../text/span.ts'
import { CharClass, classOf, isBlank, isDash, isDigit, isLetter } from '../../text/unicode.ts'

type Side = 'open' | 'close' | 'either'

/** Which marks pair with each other. */
type Family = 'double' | 'guillemet' | 'corner' | 'single'

interface Mark extends Span {
  readonly family: Family
  readonly side: Side
}

interface Open {
  readonly mark: Mark
  readonly index: number
}

const mayBeMark = new Uint8Array(0x10000)
for (const unit of [
  0x22, 0x27, 0x60, 0xab, 0xbb, 0x2018, 0x2019, 0x201a, 0x201b, 0x201c, 0x201d, 0x201e, 0x201f,
  0x2039, 0x203a, 0x300c, 0x300d, 0x300e, 0x300f, 0xff02,
])
  mayBeMark[unit] = 1

/** QU1-QU6: the quotations of one block, by place; `continues` tells whether the next block opens with the mark given. */
export function quotationsOf(
  text: string,
  block: Span,
  nextOpensWith: (family: string) => boolean,
  functionWords: ReadonlySet<string>,
  elisions: ReadonlySet<string>,
): Quotation[] {
  const marks = marksOf(text, block, elisions)
  if (marks.length === 0) return []
  const out: Quotation[] = []
  const open: Open[] = []
  const strongAfter = strongCloses(text, marks, functionWords)
  for (const [index, mark] of marks.entries()) {
    const at = lastOpen(open, mark.family)
    const side = mark.side === 'either' ? (at < 0 ? 'open' : 'close') : mark.side
    if (side === 'close') {
      if (at < 0) continue
      // QU4: "the workers' rights' ..." - a mark after s is a possessive while a better one is still to come.
      if (
        mark.family === 'single' &&
        isPossessive(text, mark, functionWords) &&
        (strongAfter[index + 1] ?? -1) >= 0
      )
        continue
      const opened = open[at] as Open
      open.length = at
      add(text, out, opened.mark, mark.from, mark.to, true)
      continue
    }
    if (at >= 0 && mark.family !== 'corner' && mark.family !== 'guillemet') {
      // QU6: a second opening mark while the first still stands: the first lost its closing mark.
      const lost = open[at] as Open
      open.length = at
      if (mark.family !== 'single') add(text, out, lost.mark, mark.from, mark.from, false)
    }
    if (open.length < 8) open.push({ mark, index })
  }
  // QU5: what is still open runs to the end of the block.
  for (const { mark } of open) {
    if (mark.family === 'single' && !nextOpensWith('single')) continue
    add(text, out, mark, block.to, block.to, false)
  }
  return out
}

/** True when a block opens with a quotation mark of the family: speech that goes on from the block before. */
export function opensWith(
  text: string,
  block: Span,
  family: string,
  elisions: ReadonlySet<string>,
): boolean {
  const first = markAt(text, block, block.from, elisions)
  return first !== null && first.family === family && first.side !== 'close'
}

function add(
  text: string,
  out: Quotation[],
  opening: Mark,
  innerEnd: number,
  end: number,
  closed: boolean,
): void {
  let from = opening.to
  let to = innerEnd
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  if (from === to) return
  out.push({
    from: opening.from,
    to: closed ? end : to,
    inner: { from, to },
    kind: opening.family === 'single' ? 'single' : 'double',
    closed,
  })
}

function lastOpen(open: readonly Open[], family: Family): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]?.mark.family === family) return i
  return -1
}

function marksOf(text: string, block: Span, elisions: ReadonlySet<string>): Mark[] {
  const out: Mark[] = []
  for (let i = block.from; i < block.to; i++) {
    if (mayBeMark[text.charCodeAt(i)] === 0) continue
    const mark = markAt(text, block, i, elisions)
    if (!mark) continue
    out.push(mark)
    i = mark.to - 1
  }
  return out
}

/** Reads one mark and decides its side by what stands round it; null for apostrophes, primes and inches. */
function markAt(text: string, block: Span, at: number, elisions: ReadonlySet<string>): Mark | null {
  const unit = text.charCodeAt(at)
  const before = at > block.from ? text.charCodeAt(at - 1) : 0x20
  const pair = text.charCodeAt(at + 1) === unit && at + 1 < block.to
  const to = pair && (unit === 0x27 || unit === 0x60) ? at + 2 : at + 1
  const after = to < block.to ? text.charCodeAt(to) : 0x20
  switch (unit) {
    case 0x22:
    case 0xff02:
      return { from: at, to, family: 'double', side: sideOf(before, after) }
    case 0x201c:
    case 0x201f:
      // German closes with the mark that English opens with.
      return { from: at, to, family: 'double', side: opensHere(before, after) ? 'open' : 'close' }
    case 0x201e:
      return { from: at, to, family: 'double', side: 'open' }
    case 0x201d:
      return { from: at, to, family: 'double', side: opensHere(before, after) ? 'either' : 'close' }
    case 0xab:
    case 0xbb: {
      const side = sideOf(before, after)
      const usual = unit === 0xab ? 'open' : 'close'
      return { from: at, to, family: 'guillemet', side: side === 'either' ? usual : side }
    }
    case 0x2039:
    case 0x203a:
      return { from: at, to, family: 'single', side: unit === 0x2039 ? 'open' : 'close' }
    case 0x300c:
    case 0x300e:
      return { from: at, to, family: 'corner', side: 'open' }
    case 0x300d:
    case 0x300f:
      return { from: at, to, family: 'corner', side: 'close' }
    case 0x60:
      return pair
        ? { from: at, to, family: 'double', side: 'open' }
        : singleAt(text, at, to, before, after, block, elisions)
    default:
      if (pair && unit === 0x27)
        return { from: at, to, family: 'double', side: sideOf(before, after) }
      return singleAt(text, at, to, before, after, block, elisions)
  }
}

/** QU3: a single mark opens before a word and closes after one; between letters it is an apostrophe. */
function singleAt(
  text: string,
  at: number,
  to: number,
  before: number,
  after: number,
  block: Span,
  elisions: ReadonlySet<string>,
): Mark | null {
  const unit = text.charCodeAt(at)
  const inWord = isLetter(before) || isDigit(before)
  if (inWord && (isLetter(after) || isDigit(after))) return null
  if (unit === 0x2018 || unit === 0x201a || unit === 0x60) {
    return opensHere(before, after) && !isElision(text, to, block, elisions)
      ? { from: at, to, family: 'single', side: 'open' }
      : null
  }
  if (opensHere(before, after)) {
    // A curly closing mark before a word is an elision ("’90s"); only a straight one may open.
    return unit === 0x27 && !isElision(text, to, block, elisions)
      ? { from: at, to, family: 'single', side: 'open' }
      : null
  }
  if (isBlank(before)) return null
  if (isDigit(before) && (isBlank(after) || isDigit(after))) return null
  return { from: at, to, family: 'single', side: 'close' }
}

/** "'90s", "'em": an apostrophe where something is left out. */
function isElision(
  text: string,
  from: number,
  block: Span,
  elisions: ReadonlySet<string>,
): boolean {
  let i = from
  while (i < block.to && i - from < 6 && isDigit(text.charCodeAt(i))) i++
  if (i - from === 2 && text.charCodeAt(i) === 0x73) return true
  if (i > from) return i - from === 2 && !isQuoteEnd(text.charCodeAt(i))
  while (i < block.to && i - from < 7 && isLetter(text.charCodeAt(i))) i++
  return elisions.has(text.slice(from, i).toLowerCase()) && !isQuoteEnd(text.charCodeAt(i))
}

function isQuoteEnd(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

/** A closing candidate after s and before a noun: "workers' rights", not "'the allies' and". */
function isPossessive(text: string, mark: Mark, functionWords: ReadonlySet<string>): boolean {
  const before = text.charCodeAt(mark.from - 1)
  if (before !== 0x73 && before !== 0x53 && before !== 0x7a && before !== 0x78) return false
  if (!isBlank(text.charCodeAt(mark.to)) || !isLetter(text.charCodeAt(mark.to + 1))) return false
  let end = mark.to + 1
  while (end - mark.to < 14 && isLetter(text.charCodeAt(end))) end++
  return !functionWords.has(text.slice(mark.to + 1, end).toLowerCase())
}

/** For each mark, whether a closing single mark that is no possessive follows before the next opening one. */
function strongCloses(
  text: string,
  marks: readonly Mark[],
  functionWords: ReadonlySet<string>,
): Int32Array {
  const out = new Int32Array(marks.length + 1).fill(-1)
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i] as Mark
    if (mark.family !== 'single') out[i] = out[i + 1] ?? -1
    else if (mark.side === 'open') out[i] = -1
    else out[i] = isPossessive(text, mark, functionWords) ? (out[i + 1] ?? -1) : i
  }
  return out
}

/** QU2: a straight mark opens after a blank and before a word, closes after a word; otherwise it is what is due. */
function sideOf(before: number, after: number): Side {
  const opens = opensHere(before, after)
  const closes = !isBlank(before) && !isOpener(before) && (isBlank(after) || isCloserAfter(after))
  return opens === closes ? 'either' : opens ? 'open' : 'close'
}

function opensHere(before: number, after: number): boolean {
  return (isBlank(before) || isOpener(before)) && !isBlank(after) && !isStop(after)
}

/** Marks after which a quotation may open: brackets, dashes, slashes, other opening quotes. */
function isOpener(unit: number): boolean {
  if (unit === 0x28 || unit === 0x5b || unit === 0x7b || unit === 0x2f || unit === 0x3d) return true
  if (unit === 0x2d || isDash(unit)) return true
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x201c ||
    unit === 0x2018 ||
    unit === 0xab ||
    unit === 0x3a
  )
}

function isStop(unit: number): boolean {
  return (
    unit === 0x2c ||
    unit === 0x2e ||
    unit === 0x3b ||
    unit === 0x3f ||
    unit === 0x21 ||
    unit === 0x29
  )
}

function isCloserAfter(unit: number): boolean {
  const c = classOf(unit)
  return c === CharClass.punct || c === CharClass.symbol
}
