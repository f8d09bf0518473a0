/** Dates as they stand on a page or in the head of a text, in many languages, read to a day (or a month). */
import { monthOf } from './month-names.ts'
import { dayOf } from './published.ts'

/** How a date is to be read. */
export interface DateReading {
  /** Nothing but a date may stand there (weekday, clock time and zone apart). */
  readonly whole?: boolean
  /** Primary language of the page. */
  readonly language?: string | null
  /** True where 03/04/2024 is March 4. */
  readonly monthFirst?: boolean
  /** A month and year alone count too. */
  readonly months?: boolean
}

interface Piece {
  readonly text: string
  readonly number: number | null
  /** What stands between the piece before and this one. */
  readonly gap: string
}

const longest = 400
const firstYear = 1970
const lastYear = 2100

/** Words that stand inside dates: "23 de octubre de 2024", "23rd of October". */
const fillers = new Set([
  'de',
  'del',
  'of',
  'the',
  'di',
  'a',
  'ngày',
  'tháng',
  'năm',
  'г',
  'р',
  'd',
  'den',
  'le',
  'el',
  'mh',
  'an',
  'al',
])
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'e', 'º', 'η', 'ης', 'го', 'ого'])

/** The first date in some words as EDTF, or null. */
export function visibleDate(text: string, reading: DateReading = {}): string | null {
  const pieces = piecesOf(text.slice(0, longest))
  for (let i = 0; i < pieces.length; i++) {
    const found = dateAt(pieces, i, reading)
    if (!found) continue
    if (reading.whole && !onlyClockAndDay(pieces, i, found.next)) continue
    return found.edtf
  }
  return null
}

interface Found {
  readonly edtf: string
  readonly next: number
}

function dateAt(pieces: readonly Piece[], i: number, reading: DateReading): Found | null {
  const first = pieces[i]
  if (!first) return null
  return (
    eastAsian(pieces, i) ??
    (first.number === null
      ? monthDayYear(pieces, i, reading)
      : (numeric(pieces, i, reading) ?? dayMonthYear(pieces, i, reading)))
  )
}

/** 2024年10月23日, 2024년 10월 23일. */
function eastAsian(p: readonly Piece[], i: number): Found | null {
  const [y, yMark, m, mMark, d, dMark] = p.slice(i, i + 6)
  if (y?.number == null || m?.number == null || d?.number == null) return null
  if (!/^[年년]/.test(yMark?.text ?? '') || !/^[月월]/.test(mMark?.text ?? '')) return null
  if (!/^[日일号號]/.test(dMark?.text ?? '')) return null
  return sure(dayOf(yearOf(y.number), m.number, d.number), i + 6)
}

/** 2024-10-23, 23.10.2024, 10/23/2024. */
function numeric(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const [a, b, c] = p.slice(i, i + 3)
  if (a?.number == null || b?.number == null || c?.number == null) return null
  const sign = b.gap.trim()
  if (!/^[-/.–]$/.test(sign) || c.gap.trim() !== sign) return null
  if (a.text.length === 4) return sure(inRange(a.number, b.number, c.number), i + 3)
  const year =
    c.text.length === 4
      ? yearOf(c.number)
      : c.text.length === 2 && a.text.length <= 2
        ? 2000 + c.number
        : 0
  const monthFirst =
    b.number > 12 || (sign === '/' && reading.monthFirst === true && a.number <= 12)
  return sure(
    monthFirst ? inRange(year, a.number, b.number) : inRange(year, b.number, a.number),
    i + 3,
  )
}

/** 23 October 2024, 23. Oktober 2024, 23 de octubre de 2024, 23-Oct-24. */
function dayMonthYear(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const day = p[i]?.number ?? 0
  if (day < 1 || day > 31 || (p[i]?.text.length ?? 9) > 2) {
    return yearMonthDay(p, i, reading)
  }
  const at = skip(p, i + 1)
  const month = monthAt(p, at, reading)
  if (!month) return null
  const year = yearAt(p, skip(p, month.next))
  return year ? sure(inRange(year.value, month.value, day), year.next) : null
}

/** 2024 October 23, 2024. október 23. */
function yearMonthDay(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const year = yearAt(p, i)
  const month = year ? monthAt(p, skip(p, year.next), reading) : null
  const day = month ? p[month.next] : undefined
  if (!year || !month || day?.number == null || day.text.length > 2) return null
  return sure(inRange(year.value, month.value, day.number), month.next + 1)
}

/** October 23, 2024; Oct. 23rd 2024; October 2024 where months will do. */
function monthDayYear(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const month = monthAt(p, i, reading)
  if (!month) return null
  const at = skip(p, month.next)
  const day = p[at]
  if (day?.number != null && day.text.length <= 2) {
    const year = yearAt(p, skip(p, at + 1))
    return year ? sure(inRange(year.value, month.value, day.number), year.next) : null
  }
  if (reading.months !== true) return null
  const year = yearAt(p, at)
  const edtf = year ? inRange(year.value, month.value, 1) : null
  return edtf ? { edtf: edtf.slice(0, 7), next: at + 1 } : null
}

function monthAt(
  p: readonly Piece[],
  i: number,
  reading: DateReading,
): { value: number; next: number } | null {
  const first = p[i]
  if (!first || first.text.length > 20) return null
  const language = reading.language ?? null
  if (first.number !== null) {
    const named = /^tháng$/i.test(p[i - 1]?.text ?? '')
    return named && first.number <= 12 ? { value: first.number, next: i + 1 } : null
  }
  const second = p[i + 1]
  if (
    second &&
    second.number === null &&
    second.gap.trim() === '' &&
    first.text.charCodeAt(0) > 0x5ff
  ) {
    const two = monthOf(`${first.text} ${second.text}`, language)
    if (two !== null) return { value: two, next: i + 2 }
  }
  const one = monthOf(first.text, language)
  return one === null ? null : { value: one, next: i + 1 }
}

function yearAt(p: readonly Piece[], i: number): { value: number; next: number } | null {
  const piece = p[i]
  if (piece?.number == null) return null
  if (piece.text.length === 2 && /['’]$/.test(piece.gap))
    return { value: 2000 + piece.number, next: i + 1 }
  if (piece.text.length !== 4) return null
  return { value: yearOf(piece.number), next: i + 1 }
}

/** Thai pages count from 543 BC. */
function yearOf(year: number): number {
  return year > 2443 && year < 2643 ? year - 543 : year
}

function inRange(year: number, month: number, day: number): string | null {
  return year < firstYear || year > lastYear ? null : dayOf(year, month, day)
}

function sure(edtf: string | null, next: number): Found | null {
  return edtf === null ? null : { edtf, next }
}

/** Past fillers and ordinal endings, three at most. */
function skip(p: readonly Piece[], i: number): number {
  let at = i
  while (at < i + 3) {
    const piece = p[at]
    if (!piece || piece.number !== null) break
    const word = piece.text.toLowerCase()
    if (!fillers.has(word) && !(ordinals.has(word) && piece.gap === '')) break
    at++
  }
  return at
}

const clockWord =
  /^(?:[ap]m?|m|gmt|utc|bst|[ecmp][ds]?t|cest|ist|z|t|at|um|uhr|à|h|kl|klo|ore|ora|om|est|hrs?)$/i

/** Around a date only a weekday may stand before it, and a clock time with its zone after it. */
function onlyClockAndDay(p: readonly Piece[], from: number, next: number): boolean {
  if (from > 3 || p.slice(0, from).some((w) => w.number !== null)) return false
  return (
    p.slice(next).every((w) => w.number !== null || clockWord.test(w.text)) && p.length - next <= 8
  )
}

const pieceOf = /[\p{Nd}]+|[\p{L}\p{M}ºª]+/gu

function piecesOf(text: string): Piece[] {
  const out: Piece[] = []
  let last = 0
  for (const m of text.matchAll(pieceOf)) {
    const word = m[0]
    const gap = text.slice(last, m.index)
    last = m.index + word.length
    const digits = digitsOf(word)
    if (digits !== null)
      out.push({ text: digits, number: digits.length > 8 ? null : Number(digits), gap })
    else splitMarks(word, gap, out)
    if (out.length > 80) break
  }
  return out
}

/** The ideographs of a date stand alone even where words follow without a space. */
function splitMarks(word: string, gap: string, out: Piece[]): void {
  if (/^[年月日号號년월일]./.test(word)) {
    out.push({ text: word.slice(0, 1), number: null, gap })
    out.push({ text: word.slice(1), number: null, gap: '' })
  } else out.push({ text: word, number: null, gap })
}

/** Digits of any script as ASCII, or null for a word. */
function digitsOf(word: string): string | null {
  if (!/^\p{Nd}/u.test(word)) return null
  let out = ''
  for (const c of word) {
    const point = c.codePointAt(0) ?? 0
    out += point < 0x80 ? c : String(point - zeroOf(point))
  }
  return out
}

/** The zero of the run of ten digits that a digit belongs to. */
function zeroOf(point: number): number {
  let zero = point
  while (zero > point - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return point >= 0xff10 && point <= 0xff19 ? 0xff10 : zero
}
