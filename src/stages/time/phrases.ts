/** Phrases: "now", "recently", "the near future", holidays, seasons and adverbs of repetition. */

import { dayNumber, easter, nthWeekday } from '../../text/calendar.ts'
import { resolvePart } from './anchors.ts'
import { leftOf } from './left.ts'
import { dayPeriod, openPeriod, seasonPeriod } from './periods.ts'
import { capital, type Found, key, type Reader, sense, together } from './reader.ts'
import { readYearExpression } from './years.ts'

/** A listed phrase that begins at atom `i`, or null. */
export function readPhrase(r: Reader, i: number): Found | null {
  const match = r.words.phrases.longest(i, (k) => (together(r, i, k) ? key(r, k) : null))
  if (!match) return null
  const end = i + match.length
  // "the past two weeks" is a length, "soon after" and "as soon as" are no dates of their own
  const next = sense(r, end)
  if (next?.unit !== undefined || next?.season !== undefined || r.numbers.startingAt(end))
    return null
  const word = key(r, end)
  if (word === 'after' || word === 'before' || word === 'enough') return null
  if (word === 'as' && key(r, i - 1) === 'as') return null
  return {
    first: i,
    end,
    kind: 'date',
    period: openPeriod(match.value),
    anchor: null,
    rule: 'TI50',
    mod: null,
  }
}

/** A holiday that begins at atom `i`, in its year or the nearest one. */
export function readHoliday(r: Reader, i: number): Found | null {
  if (!capital(r, i)) return null
  const match = r.words.holidays.longest(i, (k) => (together(r, i, k) ? key(r, k) : null))
  if (!match) return null
  let end = i + match.length
  const left = leftOf(r, i)
  const year = readYearExpression(r, end)
  const first = left.shift !== null && left.article === null ? left.first : i
  const common = { first, kind: 'date', rule: 'TI51', mod: null } as const
  if (year?.year != null) {
    end = year.end
    const day = holidayIn(match.value, year.year)
    return day === null ? null : { ...common, end, period: dayPeriod(day), anchor: year.anchor }
  }
  const now = r.published
  if (!now || now.day === null)
    return { ...common, end, period: openPeriod(openHoliday(match.value), 'day'), anchor: null }
  const direction = left.shift === 'last' ? -1 : left.shift === 'next' ? 1 : r.direction(i)
  let best: number | null = null
  for (const step of [-1, 0, 1]) {
    const day = holidayIn(match.value, now.year + step)
    if (day === null) continue
    if (direction < 0 && day > now.day) continue
    if (direction > 0 && day < now.day) continue
    if (left.shift === 'this' && step !== 0) continue
    if (best === null || Math.abs(day - now.day) < Math.abs(best - now.day)) best = day
  }
  return best === null ? null : { ...common, end, period: dayPeriod(best), anchor: 'published' }
}

/** "12-25", "11:4#4+1", "easter-2" in a year. */
function holidayIn(rule: string, year: number): number | null {
  if (rule.startsWith('easter')) return easter(year) + Number(rule.slice(6) || 0)
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule)
  if (fixed) return dayNumber(year, Number(fixed[1]), Number(fixed[2]))
  const floating = /^(\d+):(\d)#(-?\d)([+-]\d)?$/.exec(rule)
  if (!floating) return null
  const [, month, weekday, nth, more] = floating
  // "1-2" as nth and addition: the Tuesday after the first Monday is written 11:1#1+1
  return nthWeekday(year, Number(month), Number(weekday), Number(nth)) + Number(more ?? 0)
}

function openHoliday(rule: string): string {
  return /^\d\d-\d\d$/.test(rule) ? `XXXX-${rule}` : 'XXXX-XX-XX'
}

/** "last summer", "the spring of 2019", "summer 2024", "this winter", "every summer". */
export function readSeason(r: Reader, i: number): Found | null {
  const senses = sense(r, i)
  const season = senses?.season
  if (season === undefined) return null
  const left = leftOf(r, i)
  const word = key(r, i)
  const tied = left.shift !== null || left.mod !== null
  const next = i + 1
  if (capital(r, next) && together(r, i, next) && capital(r, i) && r.atoms.kind[next] === 0)
    return null
  if (
    capital(r, i) &&
    i > 0 &&
    together(r, i - 1, i) &&
    capital(r, i - 1) &&
    r.atoms.kind[i - 1] === 0 &&
    !sense(r, i - 1)
  )
    return null
  const year = readYearExpression(r, next)
  const comma = key(r, next) === ',' ? readYearExpression(r, next + 1) : null
  const named = year ?? (comma?.anchor === null ? comma : null)
  const tag = r.tag(i)
  if (tag.startsWith('V')) return null
  const ambiguous = word === 'fall' || word === 'spring'
  if (
    ambiguous &&
    !tied &&
    named?.year == null &&
    !(left.article === 'the' && sense(r, left.first - 1)?.preposition !== undefined)
  )
    return null
  if (!ambiguous && left.article === 'a') return null
  if (key(r, next) === '-' && named === null) return null
  if (left.shift === 'every')
    return {
      first: left.first,
      end: next,
      kind: 'set',
      period: openPeriod(seasonOpen(season)),
      anchor: null,
      rule: 'TI40',
      mod: null,
    }
  const first = left.first
  if (named?.year != null)
    return {
      first,
      end: named.end,
      kind: 'date',
      period: seasonPeriod(named.year, season),
      anchor: named.anchor,
      rule: 'TI52',
      mod: left.mod,
    }
  const period = resolvePart(r.published, 'season', season, left.shift, r.direction(i))
  return {
    first,
    end: next,
    kind: 'date',
    period,
    anchor: r.published ? 'published' : null,
    rule: 'TI52',
    mod: left.mod,
  }
}

function seasonOpen(season: number): string {
  return `XXXX-${['SP', 'SU', 'FA', 'WI'][season - 1] ?? 'SP'}`
}

/** "daily", "annually", "twice a week" is left to the unit. */
export function readSet(r: Reader, i: number): Found | null {
  const set = sense(r, i)?.set
  if (set === undefined) return null
  // "The Daily Mail": a capital before another capital is a name
  if (capital(r, i) && capital(r, i + 1) && together(r, i, i + 1)) return null
  return {
    first: i,
    end: i + 1,
    kind: 'set',
    period: openPeriod(set),
    anchor: null,
    rule: 'TI41',
    mod: null,
  }
}
