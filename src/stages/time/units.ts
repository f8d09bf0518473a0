/** Units: expressions built on a unit of time ("last year", "the past two weeks", "every month", "for decades"). */

import { dayNumber, daysIn } from '../../text/calendar.ts'
import { fromPublished, publishedDay } from './anchors.ts'
import { durationOf, durationText, openDuration } from './durations.ts'
import { leftOf } from './left.ts'
import type { Shift } from './lexicon.ts'
import { readOffset } from './offsets.ts'
import { dayText, openPeriod, type Period, periodOf, shiftDay, shiftPeriod } from './periods.ts'
import { found, type Phrase, phraseOf } from './phrase.ts'
import { readYearAgo, readYearPart } from './quarters.ts'
import { type Found, figures, isYear, key, type Reader, sense, together } from './reader.ts'
import { readCentury, readYearExpression } from './years.ts'

/** The expression on the unit word at atom `i`, or null. */
export function readUnit(r: Reader, i: number): Found | null {
  const senses = sense(r, i)
  const unit = senses?.unit
  if (!unit || !senses) return null
  const ahead = readYearAgo(r, i, unit)
  if (ahead) return ahead
  if (unit.code === 'CE') {
    const century = readCentury(r, i)
    if (century) return century
  }
  if (key(r, i + 1) === "'s" && isQuarterNext(r, i + 2)) return null
  const phrase = phraseOf(r, i, unit, senses.plural === true)
  if (senses.abbreviated && phrase.number === null) return null
  if (unit.code === 'Q' || unit.code === 'HF') {
    const part = readYearPart(r, phrase)
    if (part) return part
  }
  if (unit.code === 'HF') return null
  if (isBlocked(r, phrase)) return null
  if (phrase.number?.kind === 'ordinal') return readOrdinal(r, phrase)
  return (
    readOffset(r, phrase) ??
    readShifted(r, phrase) ??
    readCounted(r, phrase) ??
    readArticle(r, phrase) ??
    readBare(r, phrase)
  )
}

/** "this year's third quarter": the quarter takes the year. */
function isQuarterNext(r: Reader, at: number): boolean {
  const ordinal = r.numbers.startingAt(at)
  const k = ordinal?.kind === 'ordinal' ? ordinal.end : at
  const code = sense(r, key(r, k) === '-' ? k + 1 : k)?.unit?.code
  return ordinal?.kind === 'ordinal' && (code === 'Q' || code === 'HF')
}

/** A second that is an ordinal, a period that is no length, "quarter of" a thing. */
function isBlocked(r: Reader, p: Phrase): boolean {
  if (p.unit.code === 'S' && !p.plural)
    return p.number === null || (p.number.value !== 1 && !p.hyphen)
  if (p.unit.code === 'PE') return p.left.shift === null
  if (p.unit.code === 'Q' && p.number === null && p.left.shift === null)
    return key(r, p.at + 1) === 'of' || key(r, p.at + 1) === '-' || p.left.article === 'a'
  return (
    p.number?.kind === 'fraction' &&
    p.number.value < 1 &&
    key(r, p.at - 1) !== 'a' &&
    key(r, p.at - 1) !== 'an' &&
    !(p.number.end === p.at)
  )
}

/** "the first week of May", "the last day of the month": a part of a named month. */
function readOrdinal(r: Reader, p: Phrase): Found | null {
  const number = p.number
  if (number === null || p.plural || key(r, p.at + 1) !== 'of') return null
  const at = p.at + 2
  const month = sense(r, at)?.month
  if (month === undefined || number.value > 31) return null
  const named = key(r, at + 1).length === 4 ? figures(r, at + 1) : -1
  const after = isYear(named) ? null : readYearExpression(r, at + 1)
  const year = isYear(named) ? named : (after?.year ?? r.published?.year ?? null)
  const end = isYear(named) ? at + 2 : (after?.end ?? at + 1)
  if (year === null) return null
  const step = p.unit.code === 'D' ? 1 : p.unit.code === 'W' ? 7 : null
  const day = step === null ? 0 : 1 + (number.value - 1) * step
  if (step === null || day > daysIn(year, month)) return null
  const anchor = isYear(named) ? null : 'published'
  const period = periodOf(dayNumber(year, month, day), p.unit.grain)
  return found(p.left.first, end, 'date', period, anchor, 'TI36', p.left.mod)
}

const backward: ReadonlySet<Shift> = new Set(['last', 'past', 'previous', 'recent'])
const forward: ReadonlySet<Shift> = new Set(['next', 'coming', 'following'])

/** Expressions with "last", "next", "this", "that", "every" before the unit or its number. */
function readShifted(r: Reader, p: Phrase): Found | null {
  const { left, unit, number, plural, at } = p
  const shift = left.shift
  if (shift === null || p.hyphen) return null
  if (shift === 'every') {
    const timex = plural || number ? durationOf(unit, number) : durationText(unit, 1)
    const first = left.first
    return found(first, at + 1, 'set', openPeriod(timex), null, 'TI40')
  }
  let end = at + 1
  let mod = left.mod ?? left.approx
  if (key(r, end) === 'or' && key(r, end + 1) === 'so') {
    mod = 'APPROX'
    end += 2
  }
  if (number !== null || plural) {
    const side = backward.has(shift) ? -1 : forward.has(shift) ? 1 : 0
    const timex = durationOf(unit, number)
    const period =
      side === 0 || number?.kind !== 'cardinal' ? null : around(r, p, side * number.value)
    const anchor = side === 0 || r.published === null ? null : 'published'
    return found(
      left.first,
      end,
      'duration',
      { ...openPeriod(timex), edtf: period },
      anchor,
      'TI37',
      mod,
    )
  }
  if (
    shift === 'past' ||
    (unit.grain === 'second' && (backward.has(shift) || forward.has(shift)))
  ) {
    const side = forward.has(shift) ? 1 : -1
    const edtf = around(r, p, side)
    return found(
      left.first,
      end,
      'duration',
      { ...openPeriod(durationText(unit, 1)), edtf },
      r.published === null ? null : 'published',
      'TI37',
      mod,
    )
  }
  if (
    unit.grain === 'second' ||
    unit.grain === 'vague' ||
    shift === 'recent' ||
    shift === 'these' ||
    shift === 'those'
  )
    return null
  return readOneShifted(r, p, shift, end, mod)
}

/** The interval of so many units up to, or from, the day of publication. */
function around(r: Reader, p: Phrase, count: number): string | null {
  const day = publishedDay(r.published)
  const { grain, factor } = p.unit
  if (day === null || grain === 'second' || grain === 'vague' || Math.abs(count) > 1000) return null
  const other = shiftDay(day, grain, count * (p.unit.code === 'FN' ? factor : 1))
  return count < 0 ? `${dayText(other)}/${dayText(day)}` : `${dayText(day)}/${dayText(other)}`
}

/** "last year", "this week", "the next day", "that month": one period of the calendar. */
function readOneShifted(
  r: Reader,
  p: Phrase,
  shift: Shift,
  end: number,
  mod: string | null,
): Found | null {
  const { left, unit } = p
  const grain = unit.code === 'FN' ? 'week' : unit.grain
  if (unit.code === 'D' && (shift === 'last' || shift === 'coming')) return null
  const narrative =
    shift === 'previous' ||
    shift === 'following' ||
    shift === 'that' ||
    shift === 'same' ||
    (shift === 'next' && left.article === 'the')
  const step = shift === 'last' || shift === 'previous' ? -1 : forward.has(shift) ? 1 : 0
  let period: Period | null = null
  let anchor: Found['anchor'] = 'published'
  if (narrative && r.story?.first != null) {
    const base = periodOf(r.story.first, r.story.grain === grain ? r.story.grain : grain)
    period = shiftPeriod(base, grain, step)
    anchor = 'narrative'
  }
  period ??= fromPublished(r.published, grain, step)
  if (period === null) {
    const open: Partial<Record<string, string>> = {
      day: 'XXXX-XX-XX',
      week: 'XXXX-WXX',
      month: 'XXXX-XX',
      year: 'XXXX',
      weekend: 'XXXX-WXX-WE',
      quarter: 'XXXX-QX',
    }
    period = openPeriod(
      open[grain] ?? (step < 0 ? 'PAST_REF' : step > 0 ? 'FUTURE_REF' : 'PRESENT_REF'),
    )
    anchor = null
  }
  return found(left.first, end, 'date', period, anchor, 'TI30', mod)
}

/** A length: "three days", "at least 20 more years", "the first nine months", "two-week". */
function readCounted(r: Reader, p: Phrase): Found | null {
  const { unit, number, left, at } = p
  if (number === null || left.shift !== null) return null
  if (isAge(r, p)) return null
  let end = at + 1
  let mod = left.approx
  if (key(r, end) === 'or' && together(r, at, end)) {
    const word = key(r, end + 1)
    if (word === 'so' || word === 'more' || word === 'longer' || word === 'less') {
      mod = word === 'so' ? 'APPROX' : word === 'less' ? 'EQUAL_OR_LESS' : 'EQUAL_OR_MORE'
      end += 2
    }
  }
  let first = left.first
  const ordinal = r.numbers.endingAt(p.inner - 1)
  if (ordinal?.kind === 'ordinal' && ordinal.first >= r.limit)
    first = leftOf(r, ordinal.first).first
  else if (left.mod !== null || (p.hyphen && left.article !== null)) {
    first = left.approx === null ? p.inner : first
  } else if (left.article === 'a') first = left.approx === null ? p.inner : first
  const timex = p.lower ? durationOf(unit, p.lower) : durationOf(unit, number)
  return found(first, end, 'duration', openPeriod(timex), null, 'TI38', mod)
}

/** "8-year-old", "40 years old", "aged": an age is a quantity, not a stretch of time. */
function isAge(r: Reader, p: Phrase): boolean {
  const next = key(r, p.at + 1)
  return (
    next === 'old' ||
    (next === '-' && key(r, p.at + 2).startsWith('old')) ||
    (next === 'of' && key(r, p.at + 2) === 'age')
  )
}

/** "a year", "an hour and a half", "the end of the year", "the week of March 6". */
function readArticle(r: Reader, p: Phrase): Found | null {
  const { left, unit, at } = p
  if (p.plural || p.number !== null || p.hyphen || left.shift !== null) return null
  // "the year two thousand" is read at its number
  const named = unit.code === 'Y' ? r.numbers.startingAt(at + 1) : null
  if (named && !named.figures && isYear(named.value)) return null
  if (left.article === 'a') {
    if (unit.code === 'Q') return null
    let end = at + 1
    let count = 1
    if (key(r, end) === 'and' && key(r, end + 1) === 'a' && key(r, end + 2) === 'half') {
      count = 1.5
      end += 3
    } else if (key(r, end) === 'or' && (key(r, end + 1) === 'so' || key(r, end + 1) === 'two'))
      end += 2
    const rate = isRate(r, left.first - 1)
    return found(
      left.first,
      end,
      rate ? 'set' : 'duration',
      openPeriod(durationText(unit, count)),
      null,
      rate ? 'TI40' : 'TI38',
      left.approx,
    )
  }
  if (left.article !== 'the' && !left.partOf) return null
  if (unit.grain === 'second' || unit.grain === 'vague') return null
  const grain = unit.grain
  if (left.mod !== null) {
    const period = fromPublished(r.published, grain, 0)
    return period && found(left.first, at + 1, 'date', period, 'published', 'TI35', left.mod)
  }
  const ended = key(r, at + 1)
  if (unit.code === 'Y' && (ended === 'ended' || ended === 'ending'))
    return found(left.first, at + 1, 'duration', openPeriod('P1Y'), null, 'TI38')
  if (
    (unit.code === 'Y' || unit.code === 'W' || unit.code === 'M') &&
    key(r, left.first) === 'the'
  ) {
    const word = key(r, left.first - 1)
    const preposition =
      word === 'for' ||
      word === 'in' ||
      word === 'of' ||
      word === 'during' ||
      word === 'throughout' ||
      word === 'through'
    if (
      !preposition ||
      key(r, at + 1) === 'of' ||
      key(r, at + 1) === 'when' ||
      key(r, at + 1) === 'that'
    )
      return null
    const period = fromPublished(r.published, grain, 0)
    return period && found(left.first, at + 1, 'date', period, 'published', 'TI35', null)
  }
  if (grain === 'weekend' && key(r, left.first) === 'the') {
    const period = fromPublished(r.published, 'weekend', r.direction(at) > 0 ? 0 : -1)
    return found(
      left.first,
      at + 1,
      'date',
      period ?? openPeriod('XXXX-WXX-WE'),
      'published',
      'TI30',
      null,
    )
  }
  return null
}

/** True after what is counted per time: "$5 a day", "twice a week", "40 people a year". */
function isRate(r: Reader, k: number): boolean {
  const word = key(r, k)
  if (word === 'once' || word === 'twice' || word === 'times' || word === '%' || word === 'percent')
    return true
  return r.numbers.endingAt(k) !== null || r.numbers.endingAt(k - 1) !== null
}

/** "years", "for decades", "year-end". */
function readBare(r: Reader, p: Phrase): Found | null {
  const { unit, at, left } = p
  if (p.plural) {
    if (p.number !== null || left.shift !== null || unit.code === 'Q' || unit.grain === 'weekend')
      return null
    const first = left.article === null && left.mod === null ? left.first : at
    return found(
      first,
      at + 1,
      'duration',
      openPeriod(openDuration(unit)),
      null,
      'TI39',
      left.approx,
    )
  }
  if (unit.code === 'Y' || unit.code === 'M') {
    const join = key(r, at + 1) === '-' || key(r, at + 1) === "'s" ? 1 : 0
    if (key(r, at + 1 + join) !== 'end' || left.shift !== null) return null
    const period = fromPublished(r.published, unit.grain, 0)
    const first = left.article === 'a' ? at : left.first
    return period && found(first, at + 2 + join, 'date', period, 'published', 'TI35', 'END')
  }
  return null
}
