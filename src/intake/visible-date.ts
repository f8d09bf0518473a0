/** Dates as they stand on a page or in the head of a text, in many languages, read to a day (or a month). */
import { gregorianYear, isSolarYear, solarDay } from './calendars.ts'
import { type Piece, piecesOf } from './date-pieces.ts'
import { isDateWord } from './date-words.ts'
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

/** A date and where it stands. */
export interface DateAt {
  readonly edtf: string
  readonly from: number
  readonly to: number
}

const longest = 400
const firstYear = 1970
const lastYear = 2100

/** The first date in some words as EDTF, or null. */
export function visibleDate(text: string, reading: DateReading = {}): string | null {
  return datesIn(text, reading)[0]?.edtf ?? null
}

/** All dates in the first words of a text, in order. */
export function datesIn(text: string, reading: DateReading = {}): DateAt[] {
  const pieces = piecesOf(text.slice(0, longest))
  const out: DateAt[] = []
  for (let i = 0; i < pieces.length; ) {
    const found = dateAt(pieces, i, reading)
    const last = found ? pieces[found.next - 1] : undefined
    if (!found || !last || (reading.whole && !onlyClockAndDay(pieces, i, found.next))) i++
    else {
      out.push({ edtf: found.edtf, from: pieces[i]?.from ?? 0, to: last.to })
      i = found.next
    }
  }
  return out
}

interface Found {
  readonly edtf: string
  readonly next: number
}

function dateAt(pieces: readonly Piece[], i: number, reading: DateReading): Found | null {
  const first = pieces[i]
  if (!first) return null
  return (
    eastAsian(pieces, i, reading) ??
    (first.number === null
      ? monthDayYear(pieces, i, reading)
      : (numeric(pieces, i, reading) ?? dayMonthYear(pieces, i, reading)))
  )
}

/** 2024年10月23日, 2024년 10월 23일, 2024 оны 10 сарын 23. */
function eastAsian(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const [y, yMark, m, mMark, d, dMark] = p.slice(i, i + 6)
  if (y?.number == null || m?.number == null || d?.number == null) return null
  if (!/^(?:[年년]|оны$)/.test(yMark?.text ?? '') || !/^(?:[月월]|сарын$)/.test(mMark?.text ?? ''))
    return null
  const marked = /^[日일号號]/.test(dMark?.text ?? '')
  if (!marked && mMark?.text !== 'сарын') return null
  const year = gregorianYear(y.number, p[i - 1]?.text ?? null)
  return sure(inRange(year, m.number, d.number, reading), i + (marked ? 6 : 5))
}

/** 2024-10-23, 23.10.2024, 10/23/2024. */
function numeric(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const [a, b, c] = p.slice(i, i + 3)
  if (a?.number == null || b?.number == null || c?.number == null) return null
  const sign = b.gap.trim()
  if (!/^[-/.–]$/.test(sign) || c.gap.trim() !== sign) return null
  if (isLongerNumber(p, i, sign)) return null
  if (a.text.length === 4) return sure(inRange(a.number, b.number, c.number, reading), i + 3)
  const year = yearOfNumbers(a, c, i + 3 === p.length || isClock(p, i + 3))
  const monthFirst =
    b.number > 12 || (sign === '/' && reading.monthFirst === true && a.number <= 12)
  return sure(
    monthFirst
      ? inRange(year, a.number, b.number, reading)
      : inRange(year, b.number, a.number, reading),
    i + 3,
  )
}

/** 12-10-2024-88 is the number of an order, 1.10.11.12 of a version. */
function isLongerNumber(p: readonly Piece[], i: number, sign: string): boolean {
  const after = p[i + 3]
  const before = p[i]
  return (
    (after?.number != null && after.gap === sign && sign !== '.') ||
    (before?.gap === sign && p[i - 1]?.number != null)
  )
}

/** A year of two digits counts only at the end of a line or before a clock time. */
function yearOfNumbers(a: Piece, c: Piece, atEnd: boolean): number {
  if (c.text.length === 4) return gregorianYear(c.number ?? 0, null)
  return c.text.length === 2 && a.text.length <= 2 && atEnd ? 2000 + (c.number ?? 0) : 0
}

function isClock(p: readonly Piece[], i: number): boolean {
  const [hour, minute] = p.slice(i, i + 2)
  if (hour?.number == null) return isDateWord(hour?.text ?? '', 'clock')
  return hour.number < 25 && minute?.number != null && /^[:.h]$/.test(minute.gap)
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
  return year ? sure(inRange(year.value, month.value, day, reading), year.next) : null
}

/** 2024 October 23, 2024. október 23., 2024. gada 23. oktobris. */
function yearMonthDay(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const year = yearAt(p, i)
  if (!year) return null
  const at = skip(p, year.next)
  const month = monthAt(p, at, reading)
  const day = p[month ? month.next : at]
  if (day?.number == null || day.text.length > 2) return null
  const after = month ?? monthAt(p, skip(p, at + 1), reading)
  if (!after || (month === null && at === year.next)) return null
  const next = month ? month.next + 1 : after.next
  return sure(inRange(year.value, after.value, day.number, reading), next)
}

/** October 23, 2024; Oct. 23rd 2024; October 2024 where months will do. */
function monthDayYear(p: readonly Piece[], i: number, reading: DateReading): Found | null {
  const month = monthAt(p, i, reading)
  if (!month) return null
  const at = skip(p, month.next)
  const day = p[at]
  if (day?.number != null && day.text.length <= 2) {
    const year = yearAt(p, skip(p, at + 1))
    return year ? sure(inRange(year.value, month.value, day.number, reading), year.next) : null
  }
  if (reading.months !== true) return null
  const year = yearAt(p, at)
  const edtf = year ? inRange(year.value, month.value, 1, reading) : null
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
  if (second && second.number === null && /^[ .]?$/.test(second.gap)) {
    const two =
      monthOf(`${first.text} ${second.text}`, language) ??
      (second.gap === '.' ? monthOf(first.text + second.text, language) : null)
    if (two !== null) return { value: two, next: i + 2 }
  }
  const one = monthOf(first.text, language) ?? monthOf(bare(first.text), language)
  return one === null ? null : { value: one, next: i + 1 }
}

/** A month without the preposition that Hebrew writes before it. */
function bare(word: string): string {
  return word.replace(/^ב(?=[\u05d0-\u05ea]{2})/, '')
}

function yearAt(p: readonly Piece[], i: number): { value: number; next: number } | null {
  const piece = p[i]
  if (piece?.number == null) return null
  if (piece.text.length === 2 && /['’]$/.test(piece.gap))
    return { value: 2000 + piece.number, next: i + 1 }
  if (piece.text.length !== 4) return null
  return { value: gregorianYear(piece.number, null), next: i + 1 }
}

function inRange(year: number, month: number, day: number, reading: DateReading): string | null {
  if (isSolarYear(year, reading.language ?? null)) return solarDay(year, month, day)
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
    const ends = piece.gap === '' && isDateWord(piece.text, 'ordinal')
    if (!ends && !isDateWord(piece.text, 'between')) break
    at++
  }
  return at
}

/** Around a date only a weekday may stand before it, and a clock time with its zone after it. */
function onlyClockAndDay(p: readonly Piece[], from: number, next: number): boolean {
  if (from > 3 || p.slice(0, from).some((w) => w.number !== null)) return false
  const after = p.slice(next)
  return after.length <= 8 && after.every((w) => w.number !== null || isDateWord(w.text, 'clock'))
}
