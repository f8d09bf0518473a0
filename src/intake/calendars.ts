/** Years and days of other calendars than the Gregorian: Thai and East Asian years, the solar calendar of Iran and Afghanistan. */
import { dayOf } from './published.ts'

/** What the year of an era is counted from, by the words before it. */
const eras: ReadonlyMap<string, number> = new Map([
  ['民國', 1911],
  ['民国', 1911],
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
])

/** The Gregorian year of a year as written; Thai pages count from 543 BC, an era's years from its start. */
export function gregorianYear(year: number, before: string | null): number {
  const start = before === null || year > 130 ? undefined : eras.get(before.slice(-2))
  if (start !== undefined) return start + year
  return year > 2443 && year < 2643 ? year - 543 : year
}

/** Solar years of the last decades; the lunar years of our time come after them. */
const firstSolar = 1360
const lastSolar = 1425

/** True for a year that only the solar calendar of Iran can mean. */
export function isSolarYear(year: number, language: string | null): boolean {
  return year >= firstSolar && year <= lastSolar && language !== 'ar'
}

/** Leap years from year 1 up to and with a year. */
function leapsTo(year: number): number {
  return Math.floor((8 * year + 29) / 33)
}

/** The Gregorian day of a day of the solar calendar, or null. Right for all years above, by the rule of 33 years. */
export function solarDay(year: number, month: number, day: number): string | null {
  const leap = leapsTo(year) > leapsTo(year - 1)
  const days = month <= 6 ? 31 : month < 12 || leap ? 30 : 29
  if (month < 1 || month > 12 || day < 1 || day > days) return null
  const dayOfYear = (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1
  // 1 Farvardin 1403 is 20 March 2024.
  const after = (year - 1403) * 365 + leapsTo(year - 1) - leapsTo(1402) + dayOfYear
  const then = new Date(Date.UTC(2024, 2, 20) + after * 86_400_000)
  return dayOf(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate())
}
