/** Days: the first and last day that a date of a report may mean, so that ranges can be compared as text. */
import { raise } from '../fault/fault.ts'

/** First and last day, `YYYY-MM-DD`; both empty where there is no date. */
export interface Days {
  readonly first: string
  readonly last: string
}

const none: Days = { first: '', last: '' }
const pattern = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T[0-9:.+Z-]*)?[~?%]?$/
const earliest = '0001-01-01'
const latest = '9999-12-31'

/** The days of an EDTF date or interval of level 0 or 1; what is neither has none. */
export function daysOf(edtf: string | null): Days {
  if (edtf === null) return none
  const [left = '', right] = edtf.split('/')
  if (right === undefined) return sideOf(left)
  const from = isOpen(left) ? earliest : sideOf(left).first
  const to = isOpen(right) ? latest : sideOf(right).last
  return from === '' || to === '' ? none : { first: from, last: to }
}

function isOpen(side: string): boolean {
  return side === '' || side === '..'
}

/** Unspecified digits and parts take every value; a season counts as its year. */
function sideOf(side: string): Days {
  const m = pattern.exec(side)
  if (!m) return none
  const [, year = '', month = 'XX', day = 'XX'] = m
  const from = year.replaceAll('X', '0')
  const to = year.replaceAll('X', '9')
  if (month.includes('X') || Number(month) > 12 || Number(month) < 1)
    return { first: `${from}-01-01`, last: `${to}-12-31` }
  if (!day.includes('X')) return { first: `${from}-${month}-${day}`, last: `${to}-${month}-${day}` }
  return { first: `${from}-${month}-01`, last: `${to}-${month}-${lengthOf(to, month)}` }
}

/** The days of a date in a filter; throws `intake/bad-date` when it is none, or names a day that never was. */
export function daysOfFilter(value: string): Days {
  const days = daysOf(value)
  const sides = value.split('/').filter((side) => !isOpen(side))
  if (days.first === '' || days.first > days.last || !sides.every(exists))
    raise('intake/bad-date', { value: value.slice(0, 80) })
  return days
}

/** The first and the last day of a range in a filter, null where it is open; throws for one that ends before it begins. */
export function rangeOf(
  after: string | undefined,
  before: string | undefined,
): { readonly from: string | null; readonly to: string | null } {
  const from = after === undefined ? null : daysOfFilter(after).first
  const to = before === undefined ? null : daysOfFilter(before).last
  if (from !== null && to !== null && from > to)
    raise('input/invalid', { reason: `before: ${before} is earlier than after, ${after}` })
  return { from, to }
}

/** Whether the calendar has the month and the day; months from 21 on are seasons. */
function exists(side: string): boolean {
  const [, year = '', month = 'XX', day = 'XX'] = pattern.exec(side) ?? []
  if (month.includes('X')) return true
  const known = Number(month) >= 1 && Number(month) <= 12
  if (!known) return Number(month) >= 21 && Number(month) <= 41 && day === 'XX'
  if (day.includes('X')) return true
  // A year that is not told may be a leap year.
  return Number(day) >= 1 && Number(day) <= lengthOf(year.includes('X') ? '2000' : year, month)
}

function lengthOf(year: string, month: string): number {
  // The year is not handed to Date.UTC, which takes 99 for 1999.
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month), 0)
  return date.getUTCDate()
}
