/** Periods: stretches of the calendar (day, week, month, quarter, season, year, decade, century) with their TIMEX3 and EDTF values. */
import { civil, dayNumber, daysIn, mondayOf, weekOf } from '../../text/calendar.ts'

export type Grain =
  | 'second'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'vague'

/** A place in the calendar. `first` and `last` are day numbers; null where the year is not known. */
export interface Period {
  readonly grain: Grain
  readonly timex: string
  readonly edtf: string | null
  readonly first: number | null
  readonly last: number | null
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}

/** A year as both standards write it; years beyond four digits as EDTF has them, years before 1 negative. */
export function yearText(year: number): string {
  if (year < 0) return `-${pad(-year, 4)}`
  return year > 9999 ? `Y${year}` : pad(year, 4)
}

/** A day as EDTF and TIMEX3 write it: 2024-10-23. */
export function dayText(number: number): string {
  const { year, month, day } = civil(number)
  return `${yearText(year)}-${pad(month)}-${pad(day)}`
}

export function monthText(number: number): string {
  return dayText(number).slice(0, -3)
}

export function dayPeriod(number: number): Period {
  const text = dayText(number)
  return { grain: 'day', timex: text, edtf: text, first: number, last: number }
}

/** The ISO week of a day: EDTF has no weeks, so its days stand as an interval. */
export function weekPeriod(number: number): Period {
  const first = mondayOf(number)
  const { year, week } = weekOf(number)
  return {
    grain: 'week',
    timex: `${yearText(year)}-W${pad(week)}`,
    edtf: `${dayText(first)}/${dayText(first + 6)}`,
    first,
    last: first + 6,
  }
}

/** Saturday and Sunday of the ISO week of a day. */
export function weekendPeriod(number: number): Period {
  const week = weekPeriod(number)
  const first = mondayOf(number) + 5
  return {
    grain: 'weekend',
    timex: `${week.timex}-WE`,
    edtf: `${dayText(first)}/${dayText(first + 1)}`,
    first,
    last: first + 1,
  }
}

/** Months may run over: month 13 is January of the next year. */
export function monthPeriod(year: number, month: number): Period {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const text = `${yearText(y)}-${pad(m)}`
  return {
    grain: 'month',
    timex: text,
    edtf: text,
    first: dayNumber(y, m, 1),
    last: dayNumber(y, m, daysIn(y, m)),
  }
}

/** Quarter 1-4, may run over. EDTF: 33-36. */
export function quarterPeriod(year: number, quarter: number): Period {
  const y = year + Math.floor((quarter - 1) / 4)
  const q = ((((quarter - 1) % 4) + 4) % 4) + 1
  return {
    grain: 'quarter',
    timex: `${yearText(y)}-Q${q}`,
    edtf: `${yearText(y)}-${32 + q}`,
    first: dayNumber(y, q * 3 - 2, 1),
    last: dayNumber(y, q * 3, daysIn(y, q * 3)),
  }
}

/** Half year 1-2. EDTF: 40-41. */
export function halfPeriod(year: number, half: number): Period {
  return {
    grain: 'half',
    timex: `${yearText(year)}-H${half}`,
    edtf: `${yearText(year)}-${39 + half}`,
    first: dayNumber(year, half * 6 - 5, 1),
    last: dayNumber(year, half * 6, daysIn(year, half * 6)),
  }
}

export const seasonCodes = ['SP', 'SU', 'FA', 'WI'] as const

/** Season 1 spring .. 4 winter, of the northern year; a winter begins in December of its year. EDTF: 21-24. */
export function seasonPeriod(year: number, season: number): Period {
  const first = dayNumber(year, season * 3, 1)
  const endYear = season === 4 ? year + 1 : year
  const endMonth = season === 4 ? 2 : season * 3 + 2
  return {
    grain: 'season',
    timex: `${yearText(year)}-${seasonCodes[season - 1] ?? 'SP'}`,
    edtf: `${yearText(year)}-${20 + season}`,
    first,
    last: dayNumber(endYear, endMonth, daysIn(endYear, endMonth)),
  }
}

export function yearPeriod(year: number): Period {
  const text = yearText(year)
  return {
    grain: 'year',
    timex: text,
    edtf: text,
    first: dayNumber(year, 1, 1),
    last: dayNumber(year, 12, 31),
  }
}

/** From one year to a later one: EDTF has an interval, TIMEX3 its first year. */
export function yearsPeriod(from: number, to: number): Period {
  return {
    grain: 'year',
    timex: yearText(from),
    edtf: `${yearText(from)}/${yearText(to)}`,
    first: dayNumber(from, 1, 1),
    last: dayNumber(to, 12, 31),
  }
}

/** The decade that a year lies in: TIMEX3 cuts the last digit off, EDTF writes X. */
export function decadePeriod(year: number): Period {
  const start = Math.floor(year / 10) * 10
  const text = yearText(start).slice(0, -1)
  return {
    grain: 'decade',
    timex: text,
    edtf: `${text}X`,
    first: dayNumber(start, 1, 1),
    last: dayNumber(start + 9, 12, 31),
  }
}

/** The century by number: 20 is 19XX. */
export function centuryPeriod(century: number): Period {
  const start = (century - 1) * 100
  const text = pad(century - 1)
  return {
    grain: 'century',
    timex: text,
    edtf: `${text}XX`,
    first: dayNumber(start, 1, 1),
    last: dayNumber(start + 99, 12, 31),
  }
}

/** A value without a place in the calendar: "PAST_REF", "XXXX-WXX-1". */
export function openPeriod(
  timex: string,
  grain: Grain = 'vague',
  edtf: string | null = null,
): Period {
  return { grain, timex, edtf, first: null, last: null }
}

/** The period of `grain` that holds a day. */
export function periodOf(number: number, grain: Grain): Period {
  const { year, month } = civil(number)
  switch (grain) {
    case 'week':
      return weekPeriod(number)
    case 'weekend':
      return weekendPeriod(number)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'half':
      return halfPeriod(year, month <= 6 ? 1 : 2)
    case 'season':
      return seasonPeriod(month <= 2 ? year - 1 : year, month <= 2 ? 4 : Math.floor(month / 3))
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(year)
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1)
    default:
      return dayPeriod(number)
  }
}

/** The day `count` units of `grain` away; the end of a shorter month where the day does not exist. */
export function shiftDay(number: number, grain: Grain, count: number): number {
  if (grain === 'day' || grain === 'second') return number + Math.round(count)
  if (grain === 'week' || grain === 'weekend') return number + Math.round(count * 7)
  const { year, month, day } = civil(number)
  const months = Math.round(count * (monthsIn[grain] ?? 12))
  const at = monthPeriod(year, month + months)
  return Math.min((at.first ?? 0) + day - 1, at.last ?? 0)
}

const monthsIn: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}

/** The same kind of period, `count` units of `grain` away: a quarter a year earlier stays a quarter. */
export function shiftPeriod(period: Period, grain: Grain, count: number): Period | null {
  if (period.first === null) return null
  const keep = finer(period.grain, grain) ? period.grain : grain
  return periodOf(shiftDay(period.first, grain, count), keep)
}

const order: readonly Grain[] = [
  'second',
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
  'vague',
]

/** True when `a` is as fine as `b` or finer. */
export function finer(a: Grain, b: Grain): boolean {
  return order.indexOf(a) <= order.indexOf(b)
}
