/** Offsets: so much before or after another time ("three days ago", "a year later", "two weeks from now"). */

import { civil } from '../../text/calendar.ts'
import { fromPublished, inRange, publishedDay } from './anchors.ts'
import { durationText } from './durations.ts'
import type { Unit } from './lexicon.ts'
import { type Grain, openPeriod, type Period, periodOf, shiftDay, shiftPeriod } from './periods.ts'
import { found, type Phrase } from './phrase.ts'
import { type Found, glued, key, type Reader, sense, together } from './reader.ts'

const sides: ReadonlyMap<string, -1 | 1> = new Map(
  Object.entries({
    ago: -1,
    earlier: -1,
    before: -1,
    later: 1,
    after: 1,
  } as const),
)

/** The expression that the words right of the unit make an offset, or null. */
export function readOffset(r: Reader, p: Phrase): Found | null {
  const { left, number } = p
  let end = p.at + 1
  let half = 0
  if (key(r, end) === 'and' && key(r, end + 1) === 'a' && key(r, end + 2) === 'half') {
    half = 0.5
    end += 3
  }
  let approx = left.approx
  if (key(r, end) === 'or' && key(r, end + 1) === 'so') {
    approx = 'APPROX'
    end += 2
  }
  const word = key(r, end)
  const hyphen = word === '-' && glued(r, end)
  const offset = sense(r, hyphen ? end + 1 : end)?.offset
  let side: -1 | 1
  let fromNow = false
  if (word === 'from' && (key(r, end + 1) === 'now' || key(r, end + 1) === 'today')) {
    side = 1
    fromNow = true
    end += 2
  } else {
    const known = offset === undefined ? undefined : sides.get(offset)
    if (known === undefined || !together(r, p.at, end)) return null
    side = known
    fromNow = offset === 'ago'
    end += hyphen ? 2 : 1
    if (key(r, end - 1) === 'back' && (number === null || !endsClause(r, end))) return null
  }
  // "two days after the attack" is a length; "two days after." and "the day before." are days
  const beside = left.article === 'the' && number === null && !p.plural && left.shift === null
  if (beside && !fromNow && isBesideWord(offset)) {
    if (!endsClause(r, end) || p.unit.grain === 'second' || left.mod !== null) return null
    return besideStory(r, p, side, end)
  }
  if ((offset === 'before' || offset === 'after') && !endsClause(r, end)) return null
  if (number === null && !p.plural && left.article !== 'a') return null
  if (left.shift !== null && left.shift !== 'this') return null
  if (number?.kind === 'few' || number?.kind === 'vague' || (number === null && p.plural)) {
    const timex = side < 0 ? 'PAST_REF' : 'FUTURE_REF'
    return found(
      left.first,
      end,
      'date',
      openPeriod(timex),
      fromNow ? 'published' : 'narrative',
      'TI31',
      approx,
    )
  }
  const count = side * ((number?.value ?? 1) + half)
  if (p.unit.grain === 'second') {
    const text = durationText(p.unit, Math.abs(count))
    return found(left.first, end, 'duration', openPeriod(text), null, 'TI38', approx)
  }
  // Beside results of a quarter "a year ago" is the same quarter.
  const compared = fromNow && p.unit.code === 'Y' && count === -1 && r.story?.grain === 'quarter'
  const base = fromNow && !compared ? null : r.story
  const period = base ? fromStory(base, p.unit, count) : fromNowOn(r, p.unit, count)
  const mod =
    approx === null
      ? null
      : approx === 'APPROX'
        ? 'APPROX'
        : ((side < 0 ? flipped[approx] : approx) ?? approx)
  return found(
    left.first,
    end,
    'date',
    period ?? openPeriod(side < 0 ? 'PAST_REF' : 'FUTURE_REF'),
    base ? 'narrative' : r.published ? 'published' : null,
    base ? 'TI32' : 'TI31',
    mod,
  )
}

function isBesideWord(offset: string | undefined): boolean {
  return offset === 'before' || offset === 'after'
}

/** "the day before", "the year after" at the end of a clause: next to the last date of the story. */
function besideStory(r: Reader, p: Phrase, side: -1 | 1, end: number): Found | null {
  const base = r.story
  const period = base ? fromStory(base, p.unit, side) : fromNowOn(r, p.unit, side)
  if (period === null) return null
  // The week before a day is a week, not a day.
  const whole = period.first === null ? period : periodOf(period.first, p.unit.grain)
  const anchor = base ? 'narrative' : 'published'
  return found(p.left.first, end, 'date', whole, anchor, 'TI32')
}

/** "more than two years ago" is before a date, "more than two years from now" after it. */
const flipped: Readonly<Record<string, string>> = {
  MORE_THAN: 'BEFORE',
  EQUAL_OR_MORE: 'ON_OR_BEFORE',
  LESS_THAN: 'APPROX',
  EQUAL_OR_LESS: 'ON_OR_AFTER',
}

function endsClause(r: Reader, end: number): boolean {
  return r.atoms.kind[end] === 2 || !together(r, end - 1, end)
}

/** Unit and count as the calendar has them: a fortnight is two weeks. */
function calendarStep(unit: Unit, count: number): { grain: Grain; count: number } {
  return unit.code === 'FN' ? { grain: 'week', count: count * 2 } : { grain: unit.grain, count }
}

function fromStory(base: Period, unit: Unit, by: number): Period | null {
  const { grain, count } = calendarStep(unit, by)
  if (base.first === null || !isSmall(grain, count) || grain === 'vague') return null
  if (grain === 'second') return base.grain === 'day' ? base : null
  const far = shiftPeriod(base, grain, count)
  // "three weeks later" names a week, "18 months earlier" a month; of a quarter "a year earlier" stays a quarter.
  const coarse = grain === 'week' || grain === 'month' || grain === 'year'
  if (far?.first == null || !coarse || base.grain !== 'day') return far
  return periodOf(far.first, grain)
}

function isSmall(grain: Grain, count: number): boolean {
  const years: Partial<Record<Grain, number>> = {
    day: 1 / 365,
    week: 1 / 52,
    month: 1 / 12,
    quarter: 1 / 4,
    decade: 10,
    century: 100,
  }
  return Number.isFinite(count) && Math.abs(count) * (years[grain] ?? 1) < 1900
}

function fromNowOn(r: Reader, unit: Unit, by: number): Period | null {
  const { grain, count } = calendarStep(unit, by)
  if (!isSmall(grain, count) || grain === 'vague' || r.published === null) return null
  const day = publishedDay(r.published)
  if (grain === 'second') return day === null ? null : periodOf(day, 'day')
  if (!Number.isInteger(count)) {
    if (day === null) return null
    const at = shiftDay(day, grain, count)
    return grain === 'day'
      ? null
      : periodOf(at, grain === 'year' || grain === 'decade' ? 'month' : 'day')
  }
  if (grain === 'decade' || grain === 'century') {
    const year =
      (day === null ? r.published.year : civil(day).year) + count * (grain === 'decade' ? 10 : 100)
    return inRange(year) ? fromPublished(r.published, 'year', year - r.published.year) : null
  }
  return fromPublished(r.published, grain, count)
}
