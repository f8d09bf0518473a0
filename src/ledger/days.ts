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
  const length = new Date(Date.UTC(Number(to), Number(month), 0)).getUTCDate()
  return { first: `${from}-${month}-01`, last: `${to}-${month}-${length}` }
}

/** The days of a date in a filter; throws `intake/bad-date` when it is none. */
export function daysOfFilter(value: string): Days {
  const days = daysOf(value)
  if (days.first === '') raise('intake/bad-date', { value })
  return days
}
