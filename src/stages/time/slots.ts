/** Slots: the pieces of a moment, one at a time: clock, part of the day, weekday, calendar date, today. */
import { isDate } from '../../text/calendar.ts'
import {
  capital,
  figures,
  glued,
  isYear,
  key,
  named,
  type Reader,
  sense,
  together,
} from './reader.ts'

/** A clock time as written. */
export interface Clock {
  readonly hour: number
  readonly minute: number | null
  readonly second: number | null
  /** "Z", "+02:00", a zone word without a fixed offset ("ET"), or null. */
  readonly zone: string | null
}

/** A calendar date as written; null where a part is not said. */
export interface Written {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
}

/** One piece and the atom after it. */
export type Slot =
  | { readonly is: 'clock'; readonly end: number; readonly clock: Clock }
  | { readonly is: 'part'; readonly end: number; readonly part: string }
  | { readonly is: 'weekday'; readonly end: number; readonly weekday: number }
  | {
      readonly is: 'date'
      readonly end: number
      readonly date: Written
      readonly rule: string
      /** The reading the other way round, where it is a date too. */
      readonly other?: Written
    }
  | { readonly is: 'day'; readonly end: number; readonly shift: number; readonly night: boolean }
  | { readonly is: 'nonsense'; readonly end: number }

/** The piece that begins at atom `i`, or null. */
export function readSlot(r: Reader, i: number): Slot | null {
  const first = key(r, i).charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return readFigureSlot(r, i)
  const senses = sense(r, i)
  if (!senses) return null
  if (senses.month !== undefined) return readMonthFirst(r, i, senses.month)
  if (senses.weekday !== undefined) return readWeekday(r, i, senses.weekday)
  if (senses.day !== undefined) return { is: 'day', end: i + 1, shift: senses.day, night: false }
  if (senses.tonight) return { is: 'day', end: i + 1, shift: 0, night: true }
  if (senses.part !== undefined) return { is: 'part', end: i + 1, part: senses.part }
  return null
}

function readFigureSlot(r: Reader, i: number): Slot | null {
  return (
    readIso(r, i) ??
    readSlashes(r, i) ??
    readDayFirst(r, i) ??
    readDayBefore(r, i) ??
    readClock(r, i)
  )
}

const dayJoints = new Set(['to', '-', 'and', 'or', ',', '&', 'until', 'through'])

/** "3 to 9 October", "5, 7 and 9 May": a day that takes the month behind the days joined to it. */
function readDayBefore(r: Reader, i: number): Slot | null {
  const day = figures(r, i)
  if (day < 1 || day > 31 || key(r, i).length > 2) return null
  let k = i
  for (let days = 0; days < 5; days++) {
    if (figures(r, k) < 1 || figures(r, k) > 31 || key(r, k).length > 2) return null
    k++
    if (glued(r, k) && isOrdinalEnding(key(r, k))) k++
    if (days > 0) {
      const month = key(r, k) === 'of' ? k + 1 : k
      const number = sense(r, month)?.month
      if (number !== undefined && named(r, month) && together(r, i, month))
        return dayBefore(r, i, day, month, number)
    }
    if (!dayJoints.has(key(r, k)) || !together(r, i, k)) return null
    k++
    if (key(r, k - 1) === ',' && (key(r, k) === 'and' || key(r, k) === 'or')) k++
  }
  return null
}

function dayBefore(r: Reader, i: number, day: number, at: number, month: number): Slot | null {
  const short = sense(r, at)?.short === true && key(r, at + 1) === '.'
  const { year } = readYearAfter(r, short ? at + 2 : at + 1, i)
  if (!isDay(year, month, day)) return null
  const end = glued(r, i + 1) && isOrdinalEnding(key(r, i + 1)) ? i + 2 : i + 1
  return { is: 'date', end, date: { year, month, day }, rule: 'TI8' }
}

/** "2024-10-23", "2024-10-23T10:35:00Z", "99999-02-30". */
function readIso(r: Reader, i: number): Slot | null {
  if (key(r, i + 1) !== '-' || !glued(r, i + 1) || !glued(r, i + 2)) return null
  if (key(r, i + 3) !== '-' || !glued(r, i + 3) || !glued(r, i + 4)) return null
  if (i > 0 && glued(r, i) && key(r, i - 1) === '-') return null
  const yearText = key(r, i)
  const [year, month, day] = [figures(r, i), figures(r, i + 2), figures(r, i + 4)]
  if (yearText.length < 4 || key(r, i + 2).length !== 2 || key(r, i + 4).length !== 2) return null
  if (month < 0 || day < 0 || (glued(r, i + 5) && key(r, i + 5) === '-')) return null
  if (year < 1 || yearText.length > 4 || !isDate(year, month, day))
    return { is: 'nonsense', end: i + 5 }
  return { is: 'date', end: i + 5, date: { year, month, day }, rule: 'TI3' }
}

/** "10/23/2024", "23.10.2024": in the order of the report's country, else month first, unless that is no date. */
function readSlashes(r: Reader, i: number): Slot | null {
  if (key(r, i + 1) === '/' && key(r, i + 3) === '/') {
    if (!glued(r, i + 1) || !glued(r, i + 2) || !glued(r, i + 3) || !glued(r, i + 4)) return null
    if (glued(r, i + 5) && key(r, i + 5) === '/') return null
    const [a, b] = [figures(r, i), figures(r, i + 2)]
    return r.dayFirst === true
      ? numericDate(b, a, key(r, i + 4), i + 5, false)
      : numericDate(a, b, key(r, i + 4), i + 5, false)
  }
  const parts = key(r, i).split('.')
  if (parts.length !== 3 || key(r, i).length > 10) return null
  const [a = '', b = '', c = ''] = parts
  if (a.length > 2 || b.length > 2 || c.length !== 4) return null
  return numericDate(Number(b), Number(a), c, i + 1, true)
}

function numericDate(a: number, b: number, last: string, end: number, sure: boolean): Slot | null {
  if (a < 0 || b < 0 || (last.length !== 4 && last.length !== 2)) return null
  const tail = Number(last)
  const year = last.length === 4 ? tail : tail < 50 ? 2000 + tail : 1900 + tail
  if (!Number.isInteger(year)) return null
  if (a > 31 || b > 31 || (a > 12 && b > 12))
    return last.length === 4 ? { is: 'nonsense', end } : null
  const [month, day] = a > 12 ? [b, a] : [a, b]
  if (!isDate(year, month, day)) return last.length === 4 ? { is: 'nonsense', end } : null
  // Both readings are dates: the other one is kept, unless points mark the European one.
  const unclear = !sure && a <= 12 && b <= 12 && a !== b
  const date = { year, month, day }
  return unclear
    ? { is: 'date', end, date, rule: 'TI5', other: { year, month: day, day: month } }
    : { is: 'date', end, date, rule: 'TI4' }
}

/** "23 October 2024", "the 23rd of October", "23-Oct-2024". */
function readDayFirst(r: Reader, i: number): Slot | null {
  const day = figures(r, i)
  if (day < 1 || day > 99) return null
  let k = i + 1
  if (glued(r, k) && isOrdinalEnding(key(r, k))) k++
  if (key(r, k) === 'of') k++
  const joined = key(r, k) === '-' && glued(r, k)
  if (joined) k++
  const senses = sense(r, k)
  if (senses?.month === undefined || !together(r, i, k)) return null
  if (key(r, k) === 'may' && !capital(r, k)) return null
  if (key(r, k) === 'march' && !capital(r, k)) return null
  let end = k + 1
  if (joined && key(r, end) === '-' && glued(r, end)) end++
  else if (senses.short && key(r, end) === '.') end++
  const year = readYearAfter(r, end, i)
  if (!isDay(year.year, senses.month, day))
    return day > 31 ? null : { is: 'nonsense', end: year.end }
  return {
    is: 'date',
    end: year.end,
    date: { year: year.year, month: senses.month, day },
    rule: 'TI2',
  }
}

function isDay(year: number | null, month: number, day: number): boolean {
  return isDate(year ?? 2024, month, day)
}

function isOrdinalEnding(word: string): boolean {
  return word === 'st' || word === 'nd' || word === 'rd' || word === 'th'
}

/** A year behind a date, with or without a comma. */
function readYearAfter(r: Reader, at: number, from: number): { year: number | null; end: number } {
  const comma = key(r, at) === ','
  const k = comma ? at + 1 : at
  const text = key(r, k)
  if (!together(r, from, k)) return { year: null, end: at }
  if (text.length === 4 && isYear(figures(r, k)) && !isMore(r, k))
    return { year: figures(r, k), end: k + 1 }
  if (text === "'" && key(r, k + 1).length === 2 && glued(r, k + 1)) {
    const short = figures(r, k + 1)
    if (short >= 0) return { year: short < 50 ? 2000 + short : 1900 + short, end: k + 2 }
  }
  const worded = r.numbers.startingAt(k)
  if (worded?.year) return { year: worded.value, end: worded.end }
  return { year: null, end: at }
}

/** True when the figures go on: "2024-25" after a date is no year of it, "2024 people" is for others to see. */
function isMore(r: Reader, k: number): boolean {
  return glued(r, k + 1) && (key(r, k + 1) === ':' || key(r, k + 1) === 's')
}

/** "October 23, 2024", "Oct. 23", "October 2024", "October". */
function readMonthFirst(r: Reader, i: number, month: number): Slot | null {
  if (!isMonthName(r, i)) return null
  let k = i + 1
  const short = sense(r, i)?.short === true
  if (short && key(r, k) === '.' && glued(r, k)) k++
  else if (key(r, k) === '-' && glued(r, k) && glued(r, k + 1)) k++
  const worded = r.numbers.startingAt(k)
  const the = key(r, k) === 'the' ? r.numbers.startingAt(k + 1) : null
  const ordinal = worded?.kind === 'ordinal' ? worded : the?.kind === 'ordinal' ? the : null
  let day = -1
  let end = k
  if (ordinal && ordinal.value <= 31 && together(r, i, ordinal.first)) {
    day = ordinal.value
    end = ordinal.end
  } else if (together(r, i, k) && key(r, k).length <= 2) {
    day = figures(r, k)
    end = k + 1
    const mark = glued(r, end) ? key(r, end) : ''
    if (mark === '%' || (mark === ':' && glued(r, end + 1))) day = -1
  }
  if (day >= 1 && day <= 99) {
    const year = readYearAfter(r, end, i)
    if (isDay(year.year, month, day))
      return { is: 'date', end: year.end, date: { year: year.year, month, day }, rule: 'TI2' }
    // "June 75 people": a number that cannot be a day belongs to what follows
    if (day <= 31 || year.year !== null) return { is: 'nonsense', end: year.end }
  }
  const year = readYearAfter(r, k, i)
  if (year.year !== null)
    return { is: 'date', end: year.end, date: { year: year.year, month, day: null }, rule: 'TI1' }
  if (short && k === i + 1) return null
  const plain = key(r, i + 1) === '.' && short ? i + 2 : i + 1
  return { is: 'date', end: plain, date: { year: null, month, day: null }, rule: 'TI6' }
}

/** Keeps "may" and "march" the verbs, and "April Jones" the person, out. */
function isMonthName(r: Reader, i: number): boolean {
  if (!named(r, i)) return false
  const word = key(r, i)
  const number = figures(r, i + 1) >= 0 || r.numbers.startingAt(i + 1) !== null
  // "on sept. 30" in a text without capitals; "they may" stays a verb
  const verbal = word === 'may' || word === 'march' || word === 'mar' || word === 'sun'
  if (r.caseless && verbal && !number) return false
  const tag = r.tag(i)
  if (word === 'may' || word === 'march') {
    if (sense(r, i - 1)?.shift !== undefined) return true
    if (tag !== '' && !tag.startsWith('NN') && !number) return false
    if (tag === 'MD') return false
    if (tag === '' && !number && !isDatePreposition(r, i - 1)) return false
  }
  if (number || sense(r, i - 1)?.shift !== undefined) return true
  const next = i + 1
  const nextSenses = sense(r, next)
  if (!together(r, i, next) || !capital(r, next) || r.atoms.kind[next] !== 0) {
    // "Theresa May", "the Women's March": a capital before it makes it a name
    return !isNameBefore(r, i - 1, word)
  }
  if (nextSenses?.weekday !== undefined || nextSenses?.day !== undefined) return true
  // A capital behind it: "April Jones". A determiner or preposition before it speaks for the month.
  return isDatePreposition(r, i - 1) || sense(r, i - 1)?.shift !== undefined
}

function isNameBefore(r: Reader, k: number, word: string): boolean {
  if (
    word !== 'may' &&
    word !== 'march' &&
    word !== 'april' &&
    word !== 'june' &&
    word !== 'august'
  )
    return false
  if (k < 0 || !together(r, k, k + 1) || !capital(r, k)) return false
  if (sense(r, k)?.title) return true
  return (
    sense(r, k) === null &&
    r.atoms.kind[k] === 0 &&
    k > 0 &&
    together(r, k - 1, k) &&
    r.tag(k).startsWith('NNP')
  )
}

function isDatePreposition(r: Reader, k: number): boolean {
  const senses = sense(r, k)
  return (
    senses?.preposition !== undefined ||
    senses?.mod !== undefined ||
    senses?.shift !== undefined ||
    senses?.weekday !== undefined
  )
}

function readWeekday(r: Reader, i: number, weekday: number): Slot | null {
  if (!named(r, i)) return null
  const senses = sense(r, i)
  if (senses?.short) {
    // "Sat", "Sun", "Mon" without a stop are days only beside a date
    const next = sense(r, key(r, i + 1) === ',' ? i + 2 : i + 1)
    if (next?.month === undefined && figures(r, i + 1) < 0) return null
  }
  return { is: 'weekday', end: i + 1, weekday }
}

/** "10:35 a.m. EST", "5pm", "1800 GMT", "10.30am", "4 in the morning", "9 o'clock". */
function readClock(r: Reader, i: number): Slot | null {
  const text = key(r, i)
  const point = text.indexOf('.')
  const pointed = point > 0 && text.length - point === 3 && sense(r, i + 1)?.meridiem !== undefined
  let hour = pointed ? Number(text.slice(0, point)) : figures(r, i)
  let minute: number | null = pointed ? Number(text.slice(point + 1)) : null
  let second: number | null = null
  let k = i + 1
  if (!Number.isInteger(hour) || hour < 0) return null
  if (
    !pointed &&
    key(r, k) === ':' &&
    glued(r, k) &&
    glued(r, k + 1) &&
    key(r, k + 1).length === 2
  ) {
    if (i > 0 && glued(r, i) && key(r, i - 1) === ':') return null
    minute = figures(r, k + 1)
    k += 2
    if (key(r, k) === ':' && glued(r, k) && glued(r, k + 1) && key(r, k + 1).length === 2) {
      second = figures(r, k + 1)
      k += 2
    }
  }
  const meridiem = sense(r, k)?.meridiem
  if (meridiem !== undefined && (glued(r, k) || together(r, i, k))) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (meridiem === 'pm' ? 12 : 0)
    k++
  } else if (key(r, k) === "o'clock" && hour >= 1 && hour <= 12) {
    k++
  } else if (
    key(r, k) === 'in' &&
    key(r, k + 1) === 'the' &&
    hour >= 1 &&
    hour <= 12 &&
    minute === null
  ) {
    const part = sense(r, k + 2)?.part
    if (part !== 'MO' && part !== 'AF' && part !== 'EV') return null
    hour = (hour % 12) + (part === 'MO' ? 0 : 12)
    k += 3
  } else if (minute === null) {
    const zone = sense(r, k)?.zone
    if (text.length !== 4 || zone === undefined || !isZone(r, k)) return null
    minute = hour % 100
    hour = Math.floor(hour / 100)
  }
  if (hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 59 || (minute ?? 0) < 0) return null
  const zone = isZone(r, k) ? (sense(r, k)?.zone ?? null) : null
  return { is: 'clock', end: zone === null ? k : k + 1, clock: { hour, minute, second, zone } }
}

/** Zone letters are capitals; "ET" and "PT" count, "et" does not. */
function isZone(r: Reader, k: number): boolean {
  return sense(r, k)?.zone !== undefined && capital(r, k)
}
