/** Relations: what modifiers and prepositions make of a value in EDTF ("since", "by", "from ... to", "early", "around"). */
import { civil, dayNumber, daysIn, isDate } from '../../text/calendar.ts'
import {
  dayPeriod,
  dayText,
  monthPeriod,
  monthText,
  type Period,
  pad,
  yearText,
} from './periods.ts'
import { type Found, key, type Published, type Reader, sense, together } from './reader.ts'

/** A finding with the EDTF value that its surroundings give it. */
export interface Related extends Found {
  readonly edtf: string | null
}

/** Applies modifiers, shared years, ranges and prepositions, in that order. */
export function relate(r: Reader, found: readonly Found[]): Related[] {
  const shared = shareDays(r, shareYears(r, found))
  const out: Related[] = shared.map((f) => ({ ...f, edtf: modified(f, r.published) }))
  for (let k = 0; k < out.length; k++) {
    const item = out[k]
    if (!item || item.edtf === null || (item.kind !== 'date' && item.kind !== 'time')) continue
    const next = out[k + 1]
    const range = next ? rangeOf(r, item, next) : null
    if (next && range !== null) {
      out[k] = { ...item, edtf: range, rule: 'TI60' }
      out[k + 1] = { ...next, edtf: range, rule: 'TI60' }
      k++
    } else out[k] = bounded(r, item)
  }
  return out
}

const joints = new Set(['and', 'or', 'to', '-', 'through', 'until', 'till', ',', '&'])

/** "February and March 2022", "June 3 to July 8, 2020": the year stands once, behind the last. */
function shareYears(r: Reader, found: readonly Found[]): Found[] {
  const out = [...found]
  for (let k = out.length - 2; k >= 0; k--) {
    const [item, next] = [out[k], out[k + 1]]
    if (!item || !next || next.first - item.end !== 1 || !joints.has(key(r, item.end))) continue
    if (next.anchor !== null || next.period.first === null) continue
    if (item.anchor === null && item.period.first !== null) continue
    if (next.period.grain !== 'day' && next.period.grain !== 'month') continue
    if (item.rule !== 'TI6' && item.rule !== 'TI2' && item.rule !== 'TI8') continue
    const year = civil(next.period.first).year
    const [, month = 0, day = 0] = item.period.timex.split('-').map(Number)
    if (day > 0 && isDate(year, month, day))
      out[k] = { ...item, anchor: null, period: dayPeriod(dayNumber(year, month, day)) }
    else if (day === 0 && month > 0)
      out[k] = { ...item, anchor: null, period: monthPeriod(year, month) }
  }
  return out
}

/** "between 8 a.m. and noon on Tuesday": the day stands once, behind the second clock. */
function shareDays(r: Reader, found: readonly Found[]): Found[] {
  const out = [...found]
  for (let k = 0; k + 1 < out.length; k++) {
    const [item, next] = [out[k], out[k + 1]]
    if (!item || !next || item.kind !== 'time' || next.kind !== 'time') continue
    if (item.rule !== 'TI20' || item.end - item.first > 3 || next.period.first === null) continue
    if (next.first - item.end !== 1 || !joints.has(key(r, item.end))) continue
    const clock = item.period.timex.indexOf('T')
    const [day, own] = [dayText(next.period.first), dayText(item.period.first ?? 0)]
    if (clock < 0 || item.period.first === null || day === own) continue
    const { timex, edtf } = item.period
    out[k] = {
      ...item,
      anchor: next.anchor,
      period: {
        ...next.period,
        timex: day + timex.slice(clock),
        edtf: edtf?.replace(own, day) ?? null,
      },
    }
  }
  return out
}

/** The EDTF value with its modifier. */
export function modified(f: Found, published: Published | null): string | null {
  const { period, mod } = f
  const { edtf, first, last } = period
  if (edtf === null || mod === null) return edtf
  const today = published?.day ?? null
  switch (mod) {
    case 'START':
    case 'MID':
    case 'END':
      return partOf(period, mod, f.rule)
    case 'EARLIER':
      if (first === null || last === null || period.grain === 'day') return edtf
      return today !== null && today >= first && today <= last
        ? `${dayText(first)}/${dayText(today)}`
        : edtf
    case 'LATER':
      if (first === null || last === null || period.grain === 'day') return edtf
      return today !== null && today >= first && today <= last
        ? `${dayText(today)}/${dayText(last)}`
        : edtf
    case 'APPROX':
    case 'LESS_THAN':
      return about(edtf)
    case 'BEFORE':
    case 'ON_OR_BEFORE':
      return edtf.includes('/') ? edtf : `../${edtf}`
    case 'ON_OR_AFTER':
    case 'AFTER':
      return edtf.includes('/') ? edtf : `${edtf}/..`
    default:
      return edtf
  }
}

/** Marks a value as approximate; intervals, clock times and quarters have no form for that. */
function about(edtf: string): string {
  if (edtf.includes('/') || edtf.includes('T') || edtf.includes('X')) return edtf
  return /-(3\d|4[01])$/.test(edtf) && edtf.length < 9 ? edtf : `${edtf}~`
}

/** The thirds of a period: early October is `2024-10-01~/2024-10-10~`. */
function partOf(period: Period, mod: 'START' | 'MID' | 'END', rule: string): string | null {
  const { edtf, first } = period
  const third = mod === 'START' ? 0 : mod === 'MID' ? 1 : 2
  if (edtf === null || first === null) return edtf
  const { year, month } = civil(first)
  if (period.grain === 'month') {
    const from = third * 10 + 1
    const to = third === 2 ? daysIn(year, month) : from + 9
    const text = monthText(first)
    return `${text}-${pad(from)}~/${text}-${pad(to)}~`
  }
  if (period.grain === 'year') {
    const text = yearText(year)
    if (rule === 'TI35')
      return mod === 'START' ? `${text}-01~` : mod === 'END' ? `${text}-12~` : `${text}-06~`
    return `${text}-${pad(third * 4 + 1)}~/${text}-${pad(third * 4 + 4)}~`
  }
  if (period.grain === 'decade') {
    const [from, to] = [
      [0, 3],
      [4, 6],
      [7, 9],
    ][third] ?? [0, 9]
    return `${yearText(year + (from ?? 0))}~/${yearText(year + (to ?? 9))}~`
  }
  if (period.grain === 'century') {
    const [from, to] = [
      [0, 33],
      [34, 66],
      [67, 99],
    ][third] ?? [0, 99]
    return `${yearText(year + (from ?? 0))}~/${yearText(year + (to ?? 99))}~`
  }
  return period.grain === 'day' ? edtf : about(edtf)
}

/** "from 1950 to 1953", "between May and July", "1950-1953", "Monday through Friday": one interval for both. */
function rangeOf(r: Reader, a: Related, b: Related): string | null {
  if (b.edtf === null || (b.kind !== 'date' && b.kind !== 'time')) return null
  let joint = a.end
  if (key(r, joint) === ',') joint++
  if (b.first - joint !== 1 && !(b.first - joint === 2 && key(r, joint + 1) === 'at')) return null
  if (!together(r, a.first, b.first)) return null
  const word = key(r, joint)
  const before = prepositionBefore(r, a)?.word
  const ok =
    word === '-' ||
    word === 'through' ||
    ((word === 'to' || word === 'until' || word === 'till') && before !== 'by') ||
    (word === 'and' && before === 'between')
  if (!ok) return null
  const [from, to] = [startOf(a), endOf(b)]
  if (from === null || to === null || from === to) return null
  // "Tuesday - 2024": an interval whose ends begin in the wrong order is none
  if (a.period.first !== null && b.period.first !== null && a.period.first > b.period.first)
    return null
  return `${from}/${to}`
}

/** The value as the left end of an interval. */
function startOf(f: Related): string | null {
  if (f.edtf === null) return null
  if (f.period.grain === 'decade' && f.mod === null && f.period.first !== null)
    return yearText(civil(f.period.first).year)
  const [from = ''] = f.edtf.split('/')
  if (isUnfit(from)) return f.period.first === null ? null : dayText(f.period.first)
  return from
}

/** The value as the right end of an interval. */
function endOf(f: Related): string | null {
  if (f.edtf === null) return null
  const to = f.edtf.split('/').at(-1) ?? ''
  if (isUnfit(to)) return f.period.last === null ? null : dayText(f.period.last)
  return to
}

/** Seasons, quarters, X's and open ends cannot stand as an end of an interval of level 1. */
function isUnfit(text: string): boolean {
  return text === '..' || text.includes('X') || /^-?\d{4}-(2[1-9]|3\d|4[01])~?$/.test(text)
}

interface Preposition {
  readonly word: string
  readonly kind: string
}

/** The preposition that governs the expression, "at least" and "as early as" seen through. */
function prepositionBefore(r: Reader, f: Found): Preposition | null {
  let k = f.first - 1
  if (key(r, k) === 'the') k--
  for (let steps = 0; steps < 3; steps++) {
    if (k < 0 || !together(r, k, f.first)) return null
    const word = key(r, k)
    if (word === 'as' && key(r, k - 2) === 'as') {
      const middle = key(r, k - 1)
      if (middle === 'early' || middle === 'soon') return { word: 'as early as', kind: 'since' }
      if (middle === 'late' || middle === 'recently')
        return { word: 'as late as', kind: middle === 'late' ? 'until' : 'in' }
      if (middle === 'far') return null
    }
    if (word === 'than' && key(r, k - 2) === 'no') {
      if (key(r, k - 1) === 'later') return { word: 'no later than', kind: 'by' }
      if (key(r, k - 1) === 'earlier') return { word: 'no earlier than', kind: 'since' }
    }
    if (word === 'to' && key(r, k - 1) === 'prior') return { word: 'prior to', kind: 'before' }
    const kind = sense(r, k)?.preposition
    if (kind !== undefined) return { word, kind }
    if (
      sense(r, k)?.approx === undefined &&
      word !== 'least' &&
      word !== 'at' &&
      word !== 'late' &&
      word !== 'early'
    )
      return null
    k--
  }
  return null
}

/** Opens the interval that "since", "by", "until", "before", "after" leave open. */
function bounded(r: Reader, f: Related): Related {
  const { edtf, period } = f
  if (edtf === null || edtf.includes('..')) return f
  const after = key(r, f.end)
  if (
    (after === 'on' && r.atoms.kind[f.end + 1] === 2) ||
    after === 'onwards' ||
    after === 'onward'
  )
    return open(f, `${startOf(f) ?? edtf}/..`)
  const kind = prepositionBefore(r, f)?.kind
  const precise = edtf.includes('T')
  switch (kind) {
    case 'since':
      return open(f, `${startOf(f) ?? edtf}/..`)
    case 'from':
      // "a letter from 1998" tells of an origin, "closed from Monday" of a beginning that lies ahead
      if (prepositionBefore(r, f)?.word === 'from' && !liesAhead(r, f)) return f
      return open(f, `${startOf(f) ?? edtf}/..`)
    case 'by':
      if (period.last === null || precise) return open(f, `../${endOf(f) ?? edtf}`)
      return open(f, `../${edtf.includes('~') ? (endOf(f) ?? edtf) : dayText(period.last)}`)
    case 'until':
      return open(f, `../${endOf(f) ?? edtf}`)
    case 'before':
      if (period.first === null || precise) return f
      return open(f, `../${dayText(period.first - 1)}`)
    case 'after':
      if (period.last === null || precise) return f
      return open(f, `${dayText(period.last + 1)}/..`)
    default:
      return f
  }
}

function liesAhead(r: Reader, f: Related): boolean {
  const today = r.published?.day ?? null
  return today !== null && f.period.first !== null && f.period.first > today
}

function open(f: Related, edtf: string): Related {
  return { ...f, edtf, rule: 'TI61' }
}
