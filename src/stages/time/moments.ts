/** Moments: dates, weekdays, parts of the day and clock times, alone or together ("5 p.m. EST Friday, Nov. 9"). */

import { dayNumber, isDate } from '../../text/calendar.ts'
import { fromPublished, inRange, resolveMonth, resolveMonthDay, resolveWeekday } from './anchors.ts'
import { type Left, leftOf } from './left.ts'
import { dayPeriod, monthPeriod, openPeriod, type Period, pad, yearText } from './periods.ts'
import {
  capital,
  type Found,
  figures,
  isYear,
  key,
  type Nonsense,
  type Reader,
  sense,
  together,
} from './reader.ts'
import { type Clock, readSlot, type Slot, type Written } from './slots.ts'
import { readYearExpression } from './years.ts'

interface Slots {
  clock: Clock | null
  part: string | null
  weekday: number | null
  date: Written | null
  day: number | null
  rule: string
  other: Written | null
}

/** The moment whose first piece stands at atom `i`, or null. */
export function readMoment(r: Reader, i: number): Found | Nonsense | null {
  const first = readSlot(r, i)
  if (!first) return null
  if (first.is === 'nonsense') return { first: i, end: first.end, nonsense: true }
  const slots: Slots = {
    clock: null,
    part: null,
    weekday: null,
    date: null,
    day: null,
    rule: '',
    other: null,
  }
  take(slots, first)
  let end = first.end
  for (;;) {
    const next = nextSlot(r, slots, i, end)
    if (next === null) break
    if (next.is === 'nonsense') return { first: i, end: next.end, nonsense: true }
    take(slots, next)
    end = next.end
  }
  const left = leftOf(r, i)
  if (slots.part !== null && !hasDay(slots) && slots.clock === null)
    return readPartAlone(r, i, end, slots.part, left)
  return resolve(r, slots, i, end, left)
}

function hasDay(slots: Slots): boolean {
  return slots.weekday !== null || slots.date !== null || slots.day !== null
}

function take(slots: Slots, slot: Slot): void {
  if (slot.is === 'clock') slots.clock = slot.clock
  else if (slot.is === 'part') slots.part = slot.part
  else if (slot.is === 'weekday') slots.weekday = slot.weekday
  else if (slot.is === 'date') slots.date = slot.date
  else if (slot.is === 'day') {
    slots.day = slot.shift
    if (slot.night) slots.part = 'NI'
  }
  if (slot.is === 'date') {
    slots.rule = slot.rule
    slots.other = slot.other ?? null
  } else if (slots.rule === '')
    slots.rule = slot.is === 'weekday' ? 'TI10' : slot.is === 'clock' ? 'TI20' : 'TI11'
}

/** The next piece of the same moment: beside it, behind a comma, or behind "on" after a clock. */
function nextSlot(r: Reader, slots: Slots, i: number, end: number): Slot | null {
  let k = end
  const word = key(r, k)
  if (word === ',') {
    // "Friday, Oct. 23" is one date, "Monday, Tuesday" are two, "Tuesday, 5 p.m." is one moment
    if (slots.weekday === null && slots.clock === null) return null
    k++
  } else if (word === 'on' || word === 'of') {
    const clockWord = slots.part?.includes(':') ?? false
    const ok = word === 'on' ? slots.clock !== null || clockWord : slots.part !== null
    if (!ok || hasDay(slots)) return null
    k++
  } else if (word === 'the' && slots.weekday !== null) {
    k++
    if (r.numbers.startingAt(k)?.kind !== 'ordinal') return null
  }
  if (!together(r, i, k)) return null
  const next = readSlot(r, k)
  if (!next) return null
  switch (next.is) {
    case 'clock':
      return slots.clock === null && k === end ? next : null
    case 'part':
      return slots.part === null && k === end && slots.clock === null ? next : null
    case 'weekday':
      return slots.weekday === null && slots.date === null && slots.day === null ? next : null
    case 'date':
      return slots.date === null && slots.day === null ? next : null
    case 'day':
      return hasDay(slots) ? null : next
    default:
      return word === ',' || k === end ? next : null
  }
}

/** "this morning", "last night", "the evening", "noon", "overnight"; a bare "morning" says nothing. */
function readPartAlone(r: Reader, i: number, end: number, part: string, left: Left): Found | null {
  const clockWord = part.includes(':')
  const word = key(r, i)
  if (word === 'overnight' || clockWord) {
    const day = fromPublished(r.published, 'day', word === 'overnight' ? -1 : 0)
    const first = left.approx !== null ? left.first : i
    return timed(r, day, null, part, first, end, 'TI21', left.approx)
  }
  if (left.shift === 'this' || left.shift === 'last' || left.shift === 'coming') {
    const shift = left.shift === 'last' ? -1 : 0
    const day = fromPublished(r.published, 'day', shift)
    return timed(r, day, null, part, left.first, end, 'TI21', left.mod)
  }
  if (
    left.shift === 'next' ||
    left.shift === 'following' ||
    left.shift === 'previous' ||
    left.shift === 'same' ||
    left.shift === 'that'
  ) {
    const step =
      left.shift === 'previous' ? -1 : left.shift === 'same' || left.shift === 'that' ? 0 : 1
    const story = r.story?.first ?? null
    const day = story === null ? null : dayPeriod(story + step)
    const made = timed(r, day, null, part, left.first, end, 'TI22', null)
    return made && { ...made, anchor: 'narrative' }
  }
  if (left.shift === 'every') return setOf(left.first, end, `XXXX-XX-XXT${part}`, 'TI40')
  if (left.mod !== null && left.article === null && !clockWord) {
    const day = fromPublished(r.published, 'day', 0)
    return isPreposition(r, left.first - 1)
      ? timed(r, day, null, part, left.first, end, 'TI21', left.mod)
      : null
  }
  // "at dawn", "before sunrise" without a day: of the story's day in this sentence, else of publication
  if (left.article === null && left.mod === null && isHourOfSun(r, i) && isPreposition(r, i - 1)) {
    const day = fromPublished(r.published, 'day', 0)
    return day === null ? null : timed(r, day, null, part, i, end, 'TI21', null)
  }
  if (left.article === 'the' && left.mod === null && isPreposition(r, left.first - 1)) {
    const story = r.story?.grain === 'day' ? r.story.first : null
    if (story === null) return null
    const made = timed(r, dayPeriod(story), null, part, left.first, end, 'TI22', null)
    return made && { ...made, anchor: 'narrative' }
  }
  return null
}

/** Dawn and dusk come once a day; mornings and nights are spoken of at large. */
function isHourOfSun(r: Reader, i: number): boolean {
  return sense(r, i)?.sun === true && r.direction(i) < 0
}

function isPreposition(r: Reader, k: number): boolean {
  return k >= 0 && sense(r, k)?.preposition !== undefined
}

function setOf(first: number, end: number, timex: string, rule: string): Found {
  return { first, end, kind: 'set', period: openPeriod(timex), anchor: null, rule, mod: null }
}

/** Adds a clock or a part of the day to a day. */
function timed(
  r: Reader,
  day: Period | null,
  clock: Clock | null,
  part: string | null,
  first: number,
  end: number,
  rule: string,
  mod: string | null,
): Found {
  const base = day ?? openPeriod('XXXX-XX-XX', 'day')
  const timex = clock ? clockText(clock, false) : part === null ? '' : `T${part}`
  const exact = clock
    ? clockText(clock, true)
    : (part?.includes(':') ?? false)
      ? fromWord(part ?? '')
      : ''
  // EDTF has a clock only on a whole day: "1950 EST May" keeps its words and its TIMEX3 value alone
  const whole = exact === '' || day?.grain === 'day'
  const edtf = day?.edtf && whole ? day.edtf + exact : null
  return {
    first,
    end,
    kind: timex === '' ? 'date' : 'time',
    period: { ...base, timex: base.timex + timex, edtf },
    anchor: r.published === null ? null : 'published',
    rule,
    mod,
  }
}

/** "T12:00:00" of "noon"; a day that ends at midnight has no EDTF form for it within the day. */
function fromWord(part: string): string {
  return part === '24:00' ? '' : `T${part}:00`
}

/** TIMEX3 keeps the precision that was said; EDTF wants seconds and a fixed offset. */
function clockText(clock: Clock, edtf: boolean): string {
  const { hour, minute, second, zone } = clock
  const offset = zone !== null && (zone === 'Z' || zone.length === 6) ? zone : ''
  if (edtf) {
    if (hour === 24) return ''
    return `T${pad(hour)}:${pad(minute ?? 0)}:${pad(second ?? 0)}${offset}`
  }
  const seconds = second === null ? '' : `:${pad(second)}`
  return `T${pad(hour)}:${pad(minute ?? 0)}${seconds}`
}

/** "the day before yesterday", "the day after tomorrow". */
const beside: ReadonlyMap<string, number> = new Map([
  ['before', -1],
  ['after', 1],
])

function resolve(
  r: Reader,
  s: Slots,
  i: number,
  ending: number,
  left: Left,
): Found | Nonsense | null {
  let end = ending
  let first = left.first
  const direction = s.day === null ? r.direction(i) : 0
  let { shift, mod } = left
  let day: Period | null = null
  let anchor: Found['anchor'] = 'published'
  let rule = s.rule
  if (s.date !== null) {
    const written = s.date
    if (written.day === null && shift === 'every')
      return setOf(first, end, `XXXX-${pad(written.month)}`, 'TI40')
    if (written.day === null && written.year === null) {
      const year = readYearExpression(r, end)
      if (year) {
        end = year.end
        anchor = year.anchor
        day = year.year === null ? null : monthPeriod(year.year, written.month)
        rule = 'TI7'
      }
    } else if (written.year === null) {
      const year = readYearExpression(r, end)
      if (year && year.year !== null && isDate(year.year, written.month, written.day ?? 1)) {
        end = year.end
        anchor = year.anchor
        day = dayPeriod(dayNumber(year.year, written.month, written.day ?? 1))
        rule = 'TI7'
      }
    }
    if (day === null) {
      day = dateOf(r, written, s.weekday, shift, direction)
      anchor = written.year === null ? 'published' : null
      if (day === null) return null
    }
    if (shift === 'that' || shift === 'same') shift = null
  } else if (s.weekday !== null) {
    if (shift === 'every') {
      const part = s.part === null ? '' : `T${s.part}`
      return setOf(first, end, `XXXX-WXX-${s.weekday}${part}`, 'TI40')
    }
    if (left.article === 'a' || shift === 'recent') {
      shift = null
      first = i
    }
    if (shift === 'that' || shift === 'same' || shift === 'previous' || shift === 'following') {
      const near = fromStory(r, s.weekday, shift)
      day = near ?? resolveWeekday(r.published, s.weekday, shift, direction)
      anchor = near ? 'narrative' : 'published'
    } else day = resolveWeekday(r.published, s.weekday, shift, direction)
  } else if (s.day !== null) {
    const aside =
      key(r, i - 2) === 'day' && i - 2 >= r.limit ? beside.get(key(r, i - 1)) : undefined
    day = fromPublished(r.published, 'day', s.day + (aside ?? 0))
    if (aside !== undefined) {
      const start = key(r, i - 3) === 'the' && i - 3 >= r.limit ? i - 3 : i - 2
      return { ...timed(r, day, null, null, start, end, 'TI11', null) }
    }
    if (day === null && s.day === 0 && s.part === null) {
      day = coarse(r) ?? openPeriod('PRESENT_REF')
    } else day ??= openPeriod('XXXX-XX-XX', 'day')
    if (shift !== null) first = i
    if (left.article !== null && left.mod === null) first = i
  } else {
    // a clock alone: today's, or the day that the sentence spoke of last
    const story = r.story
    day =
      story?.grain === 'day' && story.first !== null
        ? dayPeriod(story.first)
        : fromPublished(r.published, 'day', 0)
    if (left.approx === null) first = i
  }
  if (left.article !== null && left.shift === null && left.mod === null && s.date?.day === null)
    first = Math.max(first, articleStart(r, left, i))
  const kept = keepLeft(left)
  if (!kept.mod) mod = null
  if (first < i && !kept.any) first = i
  const made = timed(r, day, s.clock, s.part, first, end, rule, mod ?? left.approx)
  const { other } = s
  return {
    ...made,
    ...(other
      ? { other: `${yearText(other.year ?? 0)}-${pad(other.month)}-${pad(other.day ?? 1)}` }
      : {}),
    period: { ...made.period, grain: day?.grain ?? 'day' },
    anchor: r.published === null && anchor === 'published' ? null : anchor,
  }
}

/** A publication known to the month or year is the best that "today" can be. */
function coarse(r: Reader): Period | null {
  if (!r.published) return null
  const { year, month } = r.published
  return month === null ? null : monthPeriod(year, month)
}

function articleStart(r: Reader, left: Left, i: number): number {
  return key(r, left.first) === 'the' || key(r, left.first) === 'a' ? i : left.first
}

/** What of the left words belongs to a date: "early June", "the 23 October" does not. */
function keepLeft(left: Left): { any: boolean; mod: boolean } {
  const any = left.shift !== null || left.mod !== null || left.approx !== null
  return { any, mod: left.mod !== null }
}

function fromStory(r: Reader, weekday: number, shift: string): Period | null {
  const at = r.story?.first ?? null
  if (at === null) return null
  return resolveWeekday(
    { year: 0, month: null, day: at },
    weekday,
    shift === 'previous' ? 'last' : shift === 'following' ? 'next' : 'this',
    0,
  )
}

function dateOf(
  r: Reader,
  written: Written,
  weekday: number | null,
  shift: Left['shift'],
  direction: -1 | 0 | 1,
): Period | null {
  const { year, month, day } = written
  if (year !== null) {
    if (!inRange(year)) return null
    if (day === null) return monthPeriod(year, month)
    return dayPeriod(dayNumber(year, month, day))
  }
  if (day !== null) return resolveMonthDay(r.published, month, day, weekday, direction)
  return resolveMonth(r.published, month, shift, direction)
}

/** "Tuesdays", "Friday nights", "the 1990s", "mornings": sets and decades by their plural. */
export function readPlural(r: Reader, i: number): Found | null {
  const senses = sense(r, i)
  if (senses?.weekdays !== undefined && capital(r, i)) {
    const left = leftOf(r, i)
    const first = left.shift === 'every' ? left.first : i
    return setOf(first, i + 1, `XXXX-WXX-${senses.weekdays}`, 'TI40')
  }
  if (senses?.weekday !== undefined && capital(r, i)) {
    const parts = sense(r, i + 1)?.parts
    if (parts !== undefined) return setOf(i, i + 2, `XXXX-WXX-${senses.weekday}T${parts}`, 'TI40')
  }
  return null
}

/** A bare day of a month named just before: "Oct. 8 and 13", "June 3-5". */
export function readDayOf(r: Reader, i: number, month: Period): Found | null {
  const day = figures(r, i)
  if (day < 1 || day > 31 || month.timex.length < 10) return null
  const [yearPart = '', monthPart = ''] = month.timex.split('-')
  // The year may stand behind the last day: "June 3-9, 2023".
  const stated = key(r, i + 1) === ',' && together(r, i, i + 2) ? figures(r, i + 2) : -1
  if (isYear(stated) && key(r, i + 2).length === 4 && isDate(stated, Number(monthPart), day)) {
    const period = dayPeriod(dayNumber(stated, Number(monthPart), day))
    return { first: i, end: i + 3, kind: 'date', anchor: null, rule: 'TI8', mod: null, period }
  }
  const before = month.timex.slice(0, 8)
  const year = Number(yearPart)
  const text = `${before}${pad(day)}`
  const anchor = r.published === null ? null : 'published'
  const common = { first: i, end: i + 1, kind: 'date', anchor, rule: 'TI8', mod: null } as const
  if (Number.isNaN(year)) return { ...common, period: openPeriod(text, 'day', text) }
  if (!isDate(year, Number(monthPart), day) || yearText(year) !== yearPart) return null
  return { ...common, period: dayPeriod(dayNumber(year, Number(monthPart), day)) }
}
