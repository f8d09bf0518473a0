/** Splits a text into blocks: paragraphs apart by blank lines, by list marks, or by single line breaks. */
import type { Span } from '../../text/span.ts'
import { isBlank, isDigit, isLower } from '../../text/unicode.ts'

/** A paragraph-to-be: its range, trimmed, and whether a list mark opens it. */
export interface Block extends Span {
  readonly item: boolean
  /** How many lines it has. */
  readonly lines: number
}

/** One line, trimmed; `gap` is true when a blank line stands before it. */
interface Line extends Span {
  readonly gap: boolean
  readonly indent: number
}

/** Lines up to this long may be lines of a paragraph that was wrapped by hand or machine. */
const widestWrap = 110
/** How much shorter than the widest line a wrapped line may be once the next word is added. */
const slack = 10

/** SE1-SE4: the blocks of a text, in order; none is blank. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text)
  const width = wrapWidth(text, lines)
  const out: Block[] = []
  for (let i = 0; i < lines.length; ) {
    const first = lines[i] as Line
    const item = listMark(text, first) > 0
    let last = first
    let count = 1
    for (i++; i < lines.length; i++) {
      const line = lines[i] as Line
      if (line.gap || breaksBetween(text, last, line, width, item)) break
      last = line
      count++
    }
    out.push({ from: first.from, to: last.to, item, lines: count })
  }
  return out
}

function linesOf(text: string): Line[] {
  const out: Line[] = []
  let gap = false
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++
    let from = start
    let to = end
    while (from < to && isBlank(text.charCodeAt(from))) from++
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--
    if (from === to) gap = true
    else {
      out.push({ from, to, gap, indent: from - start })
      gap = false
    }
    const unit = text.charCodeAt(end)
    if (unit === 0x2029 || unit === 0x0c) gap = true
    start = unit === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1
  }
  return out
}

/** Line feed, vertical tab, form feed, return, and the two separators of Unicode. */
function isLineBreak(unit: number): boolean {
  return (unit <= 0x0d && unit >= 0x0a) || unit === 0x2028 || unit === 0x2029
}

/**
 * SE2: the width at which the text was wrapped, or 0 when its single line breaks end paragraphs. In a wrapped text
 * nearly every line is full: the next line's first word would not have fitted.
 */
function wrapWidth(text: string, lines: readonly Line[]): number {
  let width = 0
  let inner = 0
  let long = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1]?.gap) continue
    inner++
    const length = lineLength(lines[i] as Line)
    if (length > widestWrap) long++
    else if (length > width) width = length
  }
  if (inner < 3 || long * 10 > inner) return 0
  let full = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const next = lines[i + 1] as Line
    if (!next.gap && isFull(text, lines[i] as Line, next, width)) full++
  }
  return width >= 40 && full * 10 >= inner * 7 ? width : 0
}

function lineLength(line: Line): number {
  return line.to - line.from
}

function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let word = next.from
  while (word < next.to && word - next.from < slack && !isBlank(text.charCodeAt(word))) word++
  return lineLength(line) + 1 + (word - next.from) > width - slack
}

/** SE2, SE3, SE4: whether a line break ends a block. */
function breaksBetween(
  text: string,
  line: Line,
  next: Line,
  width: number,
  inItem: boolean,
): boolean {
  const mark = listMark(text, next)
  const stopped = endsStopped(text, line)
  // A dash that opens a wrapped line is a dash; after a stop, a colon or another item it is a list mark.
  if (mark > 0 && (inItem || stopped || mark > 1 || width === 0)) return true
  if (width > 0) {
    if (next.indent >= line.indent + 2 && stopped) return true
    if (isFull(text, line, next, width)) return false
    return stopped || !isLower(text.charCodeAt(next.from))
  }
  if (stopped || lineLength(line) > widestWrap) return true
  if (isLower(text.charCodeAt(next.from))) return lineLength(line) < 30
  return lineLength(line) < 50 || !endsOpen(text, line)
}

/** True when a line ends with a stop, a colon, or a mark that closes after one. */
function endsStopped(text: string, line: Line): boolean {
  let i = line.to - 1
  while (i > line.from && isCloser(text.charCodeAt(i))) i--
  const unit = text.charCodeAt(i)
  return (
    unit === 0x2e ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x3a ||
    unit === 0x2026 ||
    unit === 0x3002
  )
}

function isCloser(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x29 ||
    unit === 0x5d ||
    unit === 0x2019 ||
    unit === 0x201d ||
    unit === 0xbb
  )
}

const openWords = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'that',
  'the',
  'to',
  'with',
])

/** True when a line ends with a comma or a little word that cannot end a paragraph. */
function endsOpen(text: string, line: Line): boolean {
  if (text.charCodeAt(line.to - 1) === 0x2c) return true
  let from = line.to
  while (from > line.from && line.to - from < 6 && !isBlank(text.charCodeAt(from - 1))) from--
  return openWords.has(text.slice(from, line.to))
}

/**
 * The length of a list mark at the start of a line, 0 for none: a bullet, a dash, an asterisk (1), or a number or letter with
 * a stop or bracket ("1.", "2)", "(a)").
 */
export function listMark(text: string, line: Span): number {
  const first = text.charCodeAt(line.from)
  if (isBullet(first) || first === 0x2d || first === 0x2a || first === 0x2013)
    return isBlank(text.charCodeAt(line.from + 1)) && line.from + 2 < line.to ? 1 : 0
  let i = line.from
  if (first === 0x28) i++
  const start = i
  while (i < line.to && i - start < 3 && isDigit(text.charCodeAt(i))) i++
  const digits = i > start
  if (!digits && /[a-z]/.test(text.charAt(i))) i++
  if (i === start) return 0
  const end = text.charCodeAt(i)
  const closed = end === 0x29 || (end === 0x2e && digits && first !== 0x28)
  return closed && isBlank(text.charCodeAt(i + 1)) && i + 2 < line.to ? i + 1 - line.from : 0
}

/** Bullets, squares, triangles, check marks. */
function isBullet(unit: number): boolean {
  return (
    unit === 0x2022 ||
    unit === 0x2023 ||
    unit === 0x2043 ||
    unit === 0x2219 ||
    unit === 0xb7 ||
    (unit >= 0x25a0 && unit <= 0x25ff) ||
    unit === 0x2713 ||
    unit === 0x2714
  )
}
