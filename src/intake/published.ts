/** Published dates as given by people and feeds: EDTF level 0 and 1, ISO date-times and RFC 2822 dates, all to EDTF. */
import { raise } from '../fault/fault.ts'

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const edtfDate = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/
const isoDateTime =
  /^(\d{4})-(\d{2})-(\d{2})[T ]\d{1,2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i
const compactDate = /^(\d{4})(\d{2})(\d{2})(?:T\d{4,6}(?:Z|[+-]\d{4})?)?$/
const rfc2822 =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: (?:[a-z]{1,5}|[+-]\d{4}))?)?(?: \([a-z]{1,5}\))?$/i

/** Days of a month; February by the leap rule. */
export function daysIn(year: number, month: number): number {
  if (month === 2 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return 28
  return monthDays[month - 1] ?? 0
}

/** `YYYY-MM-DD` when that day exists, else null. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The EDTF of one date as written, or null: a date-time keeps the day that its writer saw. */
export function edtfOf(value: string): string | null {
  const text = value.trim()
  if (text.length === 0 || text.length > 64) return null
  const slash = text.indexOf('/')
  if (slash >= 0) return intervalOf(text.slice(0, slash), text.slice(slash + 1))
  return singleOf(text) ?? dateTimeOf(text)
}

function singleOf(text: string): string | null {
  const m = edtfDate.exec(text)
  if (!m) return null
  const [, year = '', month, day] = m
  if (year === '0000') return null
  if (month === undefined) return text
  if (year.includes('X') && !(month === 'XX' && (day === undefined || day === 'XX'))) return null
  if (month === 'XX') return day === undefined || day === 'XX' ? text : null
  const monthNumber = Number(month)
  if (day === undefined) {
    const known =
      (monthNumber >= 1 && monthNumber <= 12) || (monthNumber >= 21 && monthNumber <= 24)
    return known ? text : null
  }
  if (monthNumber < 1 || monthNumber > 12) return null
  if (day === 'XX') return text
  return dayOf(Number(year), monthNumber, Number(day)) === null ? null : text
}

function intervalOf(left: string, right: string): string | null {
  const open = (side: string): boolean => side === '..' || side === ''
  const from = open(left) ? left : singleOf(left)
  const to = open(right) ? right : singleOf(right)
  if (from === null || to === null || (open(left) && open(right))) return null
  if (!open(left) && !open(right) && plain(left) > plain(right)) return null
  return `${left}/${right}`
}

/** The digits that order two dates: qualifiers dropped, unspecified ones as zero. */
function plain(side: string): string {
  return side.replace(/[?~%]/, '').replaceAll('X', '0').slice(0, 10)
}

function dateTimeOf(text: string): string | null {
  const iso = isoDateTime.exec(text) ?? compactDate.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const mail = rfc2822.exec(text)
  if (!mail) return null
  const month = shortMonths.indexOf((mail[2] ?? '').toLowerCase())
  return month < 0 ? null : dayOf(Number(mail[3]), month + 1, Number(mail[1]))
}

/** A given publication date as EDTF; throws `intake/bad-date` when it is none. */
export function publishedOf(value: string): string {
  return edtfOf(value) ?? raise('intake/bad-date', { value: value.slice(0, 80) })
}
