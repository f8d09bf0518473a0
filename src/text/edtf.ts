/** EDTF: reads dates of ISO 8601-2:2019 (levels 0 to 2, as news needs them) and says which days they may mean. */
import { dayNumber, daysIn } from './calendar.ts'

/** What an EDTF value says. Days are numbers: 0 is 1970-01-01. */
export interface Edtf {
  readonly kind: 'date' | 'interval' | 'one-of' | 'all-of'
  /** First and last day that it may mean; null where that end is open or unknown. */
  readonly first: number | null
  readonly last: number | null
  /** "~", "%": somewhere about. */
  readonly approximate: boolean
  /** "?", "%": doubted. */
  readonly uncertain: boolean
}

/** Reads a value; null for anything that is no EDTF, a day that never was among it. Linear, never throws. */
export function readEdtf(text: string): Edtf | null {
  if (text.length === 0 || text.length > 200) return null
  const open = text[0]
  if (open === '[' || open === '{') return readSet(text, open)
  const slash = text.indexOf('/')
  if (slash < 0) return readDate(text)
  if (text.indexOf('/', slash + 1) >= 0) return null
  return readInterval(text.slice(0, slash), text.slice(slash + 1))
}

/** True when the text is a value of the grammar. */
export function isEdtf(text: string): boolean {
  return readEdtf(text) !== null
}

/** True when two values may mean the same day. */
export function mayMeet(a: Edtf, b: Edtf): boolean {
  const before = (x: number | null, y: number | null): boolean => x !== null && y !== null && x < y
  return !before(a.last, b.first) && !before(b.last, a.first)
}

function readInterval(left: string, right: string): Edtf | null {
  const isOpen = (side: string): boolean => side === '' || side === '..'
  if (isOpen(left) && isOpen(right)) return null
  const from = isOpen(left) ? null : readDate(left)
  const to = isOpen(right) ? null : readDate(right)
  if ((!isOpen(left) && !from) || (!isOpen(right) && !to)) return null
  const first = from?.first ?? null
  const last = to?.last ?? null
  if (first !== null && last !== null && first > last) return null
  return {
    kind: 'interval',
    first,
    last,
    approximate: Boolean(from?.approximate || to?.approximate),
    uncertain: Boolean(from?.uncertain || to?.uncertain),
  }
}

/** "[2024-10-11,2024-11-10]" is one of them, "{…}" all; ".." between two reaches from one to the other. */
function readSet(text: string, open: '[' | '{'): Edtf | null {
  if (text[text.length - 1] !== (open === '[' ? ']' : '}')) return null
  let first: number | null = Number.POSITIVE_INFINITY
  let last: number | null = Number.NEGATIVE_INFINITY
  let approximate = false
  let uncertain = false
  for (const member of text.slice(1, -1).split(',')) {
    const dots = member.indexOf('..')
    const [left, right] =
      dots < 0 ? [member, member] : [member.slice(0, dots), member.slice(dots + 2)]
    const from = left === '' ? null : readDate(left)
    const to = right === '' ? null : readDate(right)
    if ((left !== '' && !from) || (right !== '' && !to) || (left === '' && right === ''))
      return null
    if (dots < 0 && from === null) return null
    first = from?.first == null || first === null ? null : Math.min(first, from.first)
    last = to?.last == null || last === null ? null : Math.max(last, to.last)
    approximate ||= Boolean(from?.approximate || to?.approximate)
    uncertain ||= Boolean(from?.uncertain || to?.uncertain)
  }
  return { kind: open === '[' ? 'one-of' : 'all-of', first, last, approximate, uncertain }
}

interface Scan {
  readonly text: string
  at: number
  approximate: boolean
  uncertain: boolean
}

function readDate(text: string): Edtf | null {
  const s: Scan = { text, at: 0, approximate: false, uncertain: false }
  const days = scanDate(s)
  if (!days || s.at !== text.length) return null
  return {
    kind: 'date',
    first: days[0],
    last: days[1],
    approximate: s.approximate,
    uncertain: s.uncertain,
  }
}

type Days = readonly [number, number]

function scanDate(s: Scan): Days | null {
  const year = scanYear(s)
  if (!year) return null
  const [from, to] = year
  if (s.text[s.at] !== '-') return [dayNumber(from, 1, 1), dayNumber(to, 12, 31)]
  s.at++
  const month = scanTwo(s)
  if (month === null) return null
  const part = partOf(month)
  if (part) {
    if (s.at !== s.text.length) return null
    return [dayNumber(from, part[0], 1), endOfMonth(to, part[1])]
  }
  const months = spread(month, 1, 12)
  if (!months) return null
  if (s.text[s.at] !== '-') return [dayNumber(from, months[0], 1), endOfMonth(to, months[1])]
  s.at++
  const day = scanTwo(s)
  // A day without a month that is known may be any day of the months.
  const longest = day === null ? 0 : longestMonth(from, to, months)
  const days = day === null ? null : spread(day, 1, longest)
  if (!days) return null
  if (s.text[s.at] === 'T' && !scanClock(s)) return null
  const last = Math.min(days[1], daysIn(to, months[1]))
  return [dayNumber(from, months[0], days[0]), dayNumber(to, months[1], last)]
}

function longestMonth(from: number, to: number, [low, high]: Days): number {
  let longest = 0
  for (let month = low; month <= high; month++)
    longest = Math.max(longest, daysIn(from, month), daysIn(to, month))
  return longest
}

function endOfMonth(year: number, month: number): number {
  // Winter and the southern summer end in the next year.
  return month > 12
    ? dayNumber(year + 1, month - 12, daysIn(year + 1, month - 12))
    : dayNumber(year, month, daysIn(year, month))
}

/** First and last month of seasons (21-32), quarters (33-36), thirds (37-39) and halves (40-41) of a year. */
function partOf(text: string): Days | null {
  const code = Number(text)
  if (!(code >= 21 && code <= 41)) return null
  if (code <= 28) {
    const season = (code - 21) % 4
    return [season * 3 + 3, season * 3 + 5]
  }
  // Southern seasons lie half a year off.
  if (code <= 32)
    return [
      [9, 11],
      [12, 14],
      [3, 5],
      [6, 8],
    ][code - 29] as unknown as Days
  if (code <= 36) return [(code - 33) * 3 + 1, (code - 33) * 3 + 3]
  if (code <= 39) return [(code - 37) * 4 + 1, (code - 37) * 4 + 4]
  return [(code - 40) * 6 + 1, (code - 40) * 6 + 6]
}

/** The least and the most that two characters with X may mean within limits; null where nothing fits. */
function spread(text: string, least: number, most: number): Days | null {
  const low = Math.max(least, Number(text.replaceAll('X', '0')))
  const high = Math.min(most, Number(text.replaceAll('X', '9')))
  return low <= high ? [low, high] : null
}

/** A qualifier before or behind a part: "?", "~", "%". */
function scanMark(s: Scan): void {
  const mark = s.text[s.at]
  if (mark !== '?' && mark !== '~' && mark !== '%') return
  if (mark !== '?') s.approximate = true
  if (mark !== '~') s.uncertain = true
  s.at++
}

function scanTwo(s: Scan): string | null {
  scanMark(s)
  const text = s.text.slice(s.at, s.at + 2)
  if (text.length < 2 || !isDigitOrX(text[0]) || !isDigitOrX(text[1])) return null
  s.at += 2
  scanMark(s)
  return text
}

/** Four characters with X for what is not known, a minus before them, or "Y" and more figures; "S" keeps so many of them. */
function scanYear(s: Scan): Days | null {
  scanMark(s)
  const long = s.text[s.at] === 'Y'
  if (long) s.at++
  const minus = s.text[s.at] === '-'
  if (minus) s.at++
  const start = s.at
  while (s.at - start < (long ? 9 : 4) && isDigitOrX(s.text[s.at])) s.at++
  const text = s.text.slice(start, s.at)
  if (long ? text.length < 5 || text.includes('X') : text.length !== 4) return null
  let [low, high] = [Number(text.replaceAll('X', '0')), Number(text.replaceAll('X', '9'))]
  if (s.text[s.at] === 'S') {
    const kept = Number(s.text[s.at + 1])
    if (!(kept >= 1 && kept < text.length)) return null
    const step = 10 ** (text.length - kept)
    low = Math.floor(low / step) * step
    high = low + step - 1
    s.at += 2
  }
  scanMark(s)
  return minus ? [-high, -low] : [low, high]
}

function isDigitOrX(c: string | undefined): boolean {
  return c !== undefined && ((c >= '0' && c <= '9') || c === 'X')
}

/** "T10:35:00", with "Z" or an offset. */
function scanClock(s: Scan): boolean {
  const m = /^T([01]\d|2[0-4]):([0-5]\d):([0-5]\d)(?:Z|[+-][01]\d(?::[0-5]\d)?)?$/.exec(
    s.text.slice(s.at),
  )
  if (!m) return false
  s.at = s.text.length
  return m[1] !== '24' || (m[2] === '00' && m[3] === '00')
}
