/** Anchors: which day, month or year is meant where the words leave it to the publication date and the tense. */
import { civil, dayNumber, isDate, mondayOf, weekdayOf } from '../../text/calendar.ts'
import type { Shift } from './lexicon.ts'
import {
  dayPeriod,
  type Grain,
  monthPeriod,
  openPeriod,
  type Period,
  pad,
  periodOf,
  quarterPeriod,
  seasonCodes,
  seasonPeriod,
  yearPeriod,
} from './periods.ts'
import type { Direction, Published } from './reader.ts'

/** Reads EDTF level 0 or 1 ("2024-10-23", "2018-03", "2024-10~", a date with a time); null for anything else. */
export function readPublished(edtf: string | null): Published | null {
  const m = edtf === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|[~?%]|$)/.exec(edtf)
  if (!m) return null
  const year = Number(m[1])
  const month = m[2] === undefined ? null : Number(m[2])
  const day = m[3] === undefined ? null : Number(m[3])
  if (month !== null && (month < 1 || month > 12)) return { year, month: null, day: null }
  if (month === null || day === null || !isDate(year, month, day)) return { year, month, day: null }
  return { year, month, day: dayNumber(year, month, day) }
}

/** The weekday nearest to publication on the side that tense or "last"/"next" tells. */
export function resolveWeekday(
  published: Published | null,
  weekday: number,
  shift: Shift | null,
  direction: Direction,
): Period {
  const day = published?.day ?? null
  if (day === null) return openPeriod(`XXXX-WXX-${weekday}`, 'day')
  const back = (weekdayOf(day) - weekday + 7) % 7
  switch (shift) {
    case 'last':
    case 'past':
    case 'previous':
      return dayPeriod(day - (back === 0 ? 7 : back))
    case 'next':
    case 'following':
      return dayPeriod(day + (back === 0 ? 7 : 7 - back))
    case 'coming':
      return dayPeriod(day + (back === 0 ? 7 : 7 - back))
    case 'this':
      return dayPeriod(direction < 0 ? day - back : mondayOf(day) + weekday - 1)
    default:
      return dayPeriod(direction > 0 ? day + ((7 - back) % 7) : day - back)
  }
}

/** A month without a year. */
export function resolveMonth(
  published: Published | null,
  month: number,
  shift: Shift | null,
  direction: Direction,
): Period {
  if (!published) return openPeriod(`XXXX-${pad(month)}`, 'month', `XXXX-${pad(month)}`)
  const { year } = published
  const now = published.month
  if (now === null) return monthPeriod(year, month)
  if (shift === 'last' || shift === 'past' || shift === 'previous')
    return monthPeriod(month < now ? year : year - 1, month)
  if (shift === 'next' || shift === 'coming' || shift === 'following')
    return monthPeriod(month > now ? year : year + 1, month)
  if (shift === 'this') return monthPeriod(year, month)
  return monthPeriod(year + yearStep(month - now, direction), month)
}

/** By how many years to move so that a month `ahead` of publication lies on the right side of it, or nearest. */
function yearStep(ahead: number, direction: Direction): number {
  // The past tense of "was set for November" does not send the next month back a year.
  if (direction < 0) return ahead > 1 ? -1 : ahead < -10 ? 1 : 0
  if (direction > 0) return ahead < 0 ? 1 : 0
  return ahead > 6 ? -1 : ahead < -6 ? 1 : 0
}

/** A month and day without a year; a weekday beside it helps to find the year. */
export function resolveMonthDay(
  published: Published | null,
  month: number,
  day: number,
  weekday: number | null,
  direction: Direction,
): Period | null {
  if (!published) {
    const text = `XXXX-${pad(month)}-${pad(day)}`
    return openPeriod(text, 'day', text)
  }
  const now = published.day ?? dayNumber(published.year, published.month ?? 7, 1)
  const candidates = [-1, 0, 1]
    .map((k) => published.year + k)
    .filter((y) => isDate(y, month, day))
    .map((y) => dayNumber(y, month, day))
  const agreeing = candidates.filter((n) => weekday !== null && weekdayOf(n) === weekday)
  const among = agreeing.length > 0 ? agreeing : candidates
  // A day without a year is near; the tense decides only between two that are both far.
  const near = nearest(among, now)
  const side =
    direction === 0 || published.day === null || (near !== null && Math.abs(near - now) <= 45)
      ? among
      : among.filter((n) => (direction < 0 ? n <= now : n >= now))
  const best = nearest(side.length > 0 ? side : among, now)
  return best === null ? null : dayPeriod(best)
}

function nearest(numbers: readonly number[], to: number): number | null {
  let best: number | null = null
  for (const n of numbers) if (best === null || Math.abs(n - to) < Math.abs(best - to)) best = n
  return best
}

/** A season or quarter without a year. */
export function resolvePart(
  published: Published | null,
  grain: 'season' | 'quarter',
  number: number,
  shift: Shift | null,
  direction: Direction,
): Period {
  const make = grain === 'season' ? seasonPeriod : quarterPeriod
  if (!published) {
    const suffix = grain === 'season' ? (seasonCodes[number - 1] ?? 'SP') : `Q${number}`
    // EDTF writes a season of an unknown year, but has no form for its quarter
    return openPeriod(`XXXX-${suffix}`, grain, grain === 'season' ? `XXXX-${20 + number}` : null)
  }
  const { year, month } = published
  const own = make(year, number)
  if (month === null) return own
  const now = dayNumber(year, month, 1)
  const started = (own.first ?? 0) <= now + 31
  const over = (own.last ?? 0) < now
  if (shift === 'last' || shift === 'past' || shift === 'previous')
    return make(over ? year : year - 1, number)
  if (shift === 'next' || shift === 'coming' || shift === 'following')
    return make(started ? year + 1 : year, number)
  if (shift === 'this') {
    // In January and February "this winter" is the one that began the year before.
    return grain === 'season' && number === 4 && month <= 2 ? make(year - 1, number) : own
  }
  if (direction < 0 && !started) return make(year - 1, number)
  // Results of a quarter are announced after it.
  const long = now - (own.last ?? 0) > (grain === 'quarter' ? 120 : 31)
  if (direction > 0 && over && long) return make(year + 1, number)
  if (grain === 'season' && number === 4 && month <= 4 && direction <= 0)
    return make(year - 1, number)
  return own
}

/** The period of `grain`, `count` of them from publication: last week is -1. Null where publication is too coarse. */
export function fromPublished(
  published: Published | null,
  grain: Grain,
  count: number,
): Period | null {
  if (!published || !Number.isFinite(count) || Math.abs(count) > 12000) return null
  const { year, month, day } = published
  if (grain === 'year') return inRange(year + count) ? yearPeriod(year + count) : null
  if (grain === 'decade' || grain === 'century') {
    const far = year + count * (grain === 'decade' ? 10 : 100)
    return inRange(far) ? periodOf(dayNumber(far, 6, 1), grain) : null
  }
  if (month === null) return null
  if (grain === 'month') return monthPeriod(year, month + count)
  if (grain === 'quarter') return quarterPeriod(year, Math.ceil(month / 3) + count)
  if (day === null) return null
  // A report of Sunday looks back on the week that ends with it.
  const sunday = weekdayOf(day) === 7 ? 1 : 0
  if (grain === 'week') return periodOf(day + sunday + count * 7, grain)
  if (grain === 'weekend') return periodOf(day + count * 7, grain)
  if (grain === 'day') return dayPeriod(day + count)
  return null
}

/** Years that both standards can write in four figures. */
export function inRange(year: number): boolean {
  return year >= 0 && year <= 9999
}

/** The day of publication as a number, or null. */
export function publishedDay(published: Published | null): number | null {
  return published?.day ?? null
}

/** Year of a located period. */
export function yearOf(period: Period): number | null {
  return period.first === null ? null : civil(period.first).year
}
