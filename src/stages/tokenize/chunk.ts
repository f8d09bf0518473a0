/** Splits a chunk - what stands between blanks - into tokens: marks one by one, words and numbers as cores. */
import { CharClass, classAt, classOf, isDigit, isLetter, isUpper } from '../../text/unicode.ts'
import { splitCore } from './core.ts'
import { afterPoint, emoticonEnd, symbolEnd } from './emoticons.ts'
import type { TokenLists } from './token-lists.ts'
import { webEnd } from './web.ts'

/** A chunk; `last` when the sentence ends with it. */
export interface Chunk {
  readonly from: number
  readonly to: number
  readonly last: boolean
}

/** TK13: more marks in a row than this are not read one by one; nobody writes them to be read. */
const mostMarks = 100

/** Pushes the end of every token of the chunk, in order; the last one is the chunk's end. */
export function splitChunk(text: string, chunk: Chunk, lists: TokenLists, cuts: number[]): void {
  const { to } = chunk
  // TK9: nothing but chunks with one of these marks can hold an address.
  let web = mayHoldAddress(text, chunk)
  let marks = 0
  let i = chunk.from
  while (i < to) {
    const start = i
    if (web) {
      const end = webEnd(text, i, to, lists.webEndings)
      if (end > i) {
        cuts.push(end)
        i = end
        marks = 0
        web = i < to && mayHoldAddress(text, { from: i, to })
        continue
      }
    }
    const unit = text.charCodeAt(i)
    const c = classAt(text, i)
    if (c <= CharClass.digit || c === CharClass.mark || c === CharClass.hidden) {
      i = word(text, i, chunk, lists, cuts)
      marks = 0
    } else {
      i = mark(text, i, chunk, lists, cuts, unit)
      marks++
      if (marks > mostMarks) i = marksEnd(text, i, to)
    }
    if (i <= start) i = afterPoint(text, start, to)
    if (cuts.at(-1) !== i) cuts.push(i)
  }
  joinHidden(text, chunk.from, cuts)
}

/** The end of the marks that go on from here. */
function marksEnd(text: string, from: number, to: number): number {
  let i = from
  while (i < to && classAt(text, i) >= CharClass.mark) i = afterPoint(text, i, to)
  return i
}

function mayHoldAddress(text: string, chunk: { from: number; to: number }): boolean {
  for (let i = chunk.from; i < chunk.to; i++) {
    const unit = text.charCodeAt(i)
    if (
      unit === 0x40 ||
      unit === 0x2f ||
      unit === 0x3a ||
      (unit === 0x2e && i + 2 < chunk.to) ||
      unit === 0x23
    )
      return true
  }
  return false
}

/** Scans a core - letters, digits and what joins them - and the stop that an abbreviation keeps. */
function word(text: string, from: number, chunk: Chunk, lists: TokenLists, cuts: number[]): number {
  const { to } = chunk
  if (classAt(text, from) === CharClass.ideograph) return ideographs(text, from, to)
  let i = from
  while (i < to) {
    const c = classAt(text, i)
    if (c === CharClass.ideograph && i > from) break
    if (c <= CharClass.mark || c === CharClass.hidden) i = afterPoint(text, i, to)
    else if (isJoiner(text.charCodeAt(i)) && i + 1 < to && isWordly(text, i + 1)) i++
    else break
  }
  // "US$5", "HK$": capitals before a currency sign and a number are one sign.
  if (i < to && i - from <= 3 && text.charCodeAt(i) === 0x24 && allUpper(text, from, i)) {
    if (i + 1 >= to || isDigit(text.charCodeAt(i + 1))) {
      cuts.push(i + 1)
      return i + 1
    }
  }
  const end = withStop(text, from, i, chunk, lists)
  splitCore(text, from, i, end, lists, cuts)
  return end
}

/** TK5: the stop behind an abbreviation or an initial belongs to it. */
function withStop(text: string, from: number, to: number, chunk: Chunk, lists: TokenLists): number {
  if (to >= chunk.to || text.charCodeAt(to) !== 0x2e || isDots(text, to)) return to
  let start = to
  const least = Math.max(from, to - 16)
  while (start > least && isAbbreviationUnit(text.charCodeAt(start - 1))) start--
  if (start === least && least > from) return to
  const kind = lists.abbreviations.kindOf(text.slice(start, to))
  if (kind === null) return to
  const last = chunk.last && onlyClosers(text, to + 1, chunk.to)
  switch (kind) {
    case 'number':
      return nextIsDigit(text, chunk.to) ? to + 1 : to
    case 'initial':
    case 'title':
    case 'month':
    case 'day':
      return last ? to : to + 1
    default:
      return to + 1
  }
}

/** Three dots or more; of two, the first may belong to an abbreviation that ends the sentence. */
function isDots(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === 0x2e && text.charCodeAt(at + 2) === 0x2e
}

function isAbbreviationUnit(unit: number): boolean {
  return isLetter(unit) || unit === 0x2e
}

function onlyClosers(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (classOf(text.charCodeAt(i)) !== CharClass.punct) return false
  return true
}

function nextIsDigit(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || isDigit(text.charCodeAt(at + 1))
}

function allUpper(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isUpper(text.charCodeAt(i))) return false
  return true
}

/** Marks that may stand inside a word or number, between two of its characters. */
function isJoiner(unit: number): boolean {
  switch (unit) {
    case 0x2e:
    case 0x27:
    case 0x2019:
    case 0x2bc:
    case 0x2d:
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2f:
    case 0x2c:
    case 0x3a:
    case 0x26:
    case 0x5f:
    case 0xb7:
      return true
    default:
      return false
  }
}

function isWordly(text: string, at: number): boolean {
  const c = classAt(text, at)
  return c >= CharClass.upper && c <= CharClass.digit && c !== CharClass.ideograph
}

/** TK12: Han characters stand alone; a run of kana is one token. */
function ideographs(text: string, from: number, to: number): number {
  let i = afterPoint(text, from, to)
  if (!isKana(text.charCodeAt(from))) return i
  while (i < to && isKana(text.charCodeAt(i))) i++
  return i
}

function isKana(unit: number): boolean {
  return unit >= 0x3040 && unit <= 0x30ff
}

/** TK6, TK10: one mark, a run of like marks, an emoticon, or a symbol with all that belongs to it. */
function mark(
  text: string,
  from: number,
  chunk: Chunk,
  lists: TokenLists,
  cuts: number[],
  unit: number,
): number {
  const { to } = chunk
  const face = emoticonEnd(text, from, to, lists.emoticons)
  if (face > from) return face
  let i = from
  switch (unit) {
    case 0x2e:
      // ".5", ".22-calibre": a decimal without its nought.
      if (isDigit(text.charCodeAt(from + 1)) && from + 1 < to)
        return number(text, from, chunk, lists, cuts)
      while (i < to && isDot(text.charCodeAt(i))) i++
      return i
    case 0x2026:
      while (i < to && isDot(text.charCodeAt(i))) i++
      return i
    case 0x21:
    case 0x3f:
      while (i < to && (text.charCodeAt(i) === 0x21 || text.charCodeAt(i) === 0x3f)) i++
      return i
    case 0x2d:
    case 0x2b:
      if (from === chunk.from && from + 1 < to && isDigit(text.charCodeAt(from + 1)))
        return number(text, from, chunk, lists, cuts)
      break
    case 0x27:
    case 0x2019:
      return apostrophe(text, from, chunk, lists.elisions)
    case 0x2018:
      if (from + 1 < to && text.charCodeAt(from + 1) === unit) return from + 2
      break
    default:
  }
  if (isRepeated(unit)) {
    while (i < to && text.charCodeAt(i) === unit) i++
    return i
  }
  return symbolEnd(text, from, to)
}

/** A number with a sign or a bare decimal point before it. */
function number(
  text: string,
  from: number,
  chunk: Chunk,
  lists: TokenLists,
  cuts: number[],
): number {
  const end = word(text, from + 1, chunk, lists, cuts)
  return end
}

function isDot(unit: number): boolean {
  return unit === 0x2e || unit === 0x2026
}

/** TK3: "'s", "'90s", "'em", "''": an apostrophe that belongs to what follows; otherwise a quotation mark. */
function apostrophe(
  text: string,
  from: number,
  chunk: Chunk,
  elisions: ReadonlySet<string>,
): number {
  const { to } = chunk
  const next = text.charCodeAt(from + 1)
  if (from + 1 < to && next === text.charCodeAt(from)) return from + 2
  if (from + 1 >= to) return from + 1
  let i = from + 1
  while (i < to && isDigit(text.charCodeAt(i))) i++
  if (i === from + 3) return text.charCodeAt(i) === 0x73 ? i + 1 : i
  i = from + 1
  while (i < to && isLetter(text.charCodeAt(i))) i++
  const end = text.charCodeAt(i)
  const word = text.slice(from + 1, Math.min(i, from + 6)).toLowerCase()
  if (end === 0x27 || end === 0x2019) return from + 1
  if (from > chunk.from || to - from <= 3) {
    if (isClitic(word)) return i
    if (from > chunk.from) return from + 1
  }
  return elisions.has(word) ? i : from + 1
}

function isClitic(word: string): boolean {
  return (
    word === 's' || word === 'll' || word === 're' || word === 've' || word === 'd' || word === 'm'
  )
}

/** Marks that make one token when they are repeated. */
function isRepeated(unit: number): boolean {
  switch (unit) {
    case 0x2d:
    case 0x2013:
    case 0x2014:
    case 0x2a:
    case 0x3d:
    case 0x5f:
    case 0x7e:
    case 0x2b:
    case 0x23:
    case 0x3c:
    case 0x3e:
    case 0x60:
      return true
    default:
      return false
  }
}

/** A first token of hidden characters alone joins the token behind it. */
function joinHidden(text: string, from: number, cuts: number[]): void {
  const first = cuts[0]
  if (first === undefined || cuts.length < 2) return
  for (let i = from; i < first; i++) if (classOf(text.charCodeAt(i)) !== CharClass.hidden) return
  cuts.shift()
}
