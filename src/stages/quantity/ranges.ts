/** Ranges: two numbers that are the ends of one ("5 to 8", "between 5 and 10") or a number with its tolerance ("20 ± 2"). */
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { boundOf } from './bounds.ts'
import type { Draft } from './draft.ts'
import { exclusionOf } from './exclusions.ts'
import { type Measure, measureOf } from './measures.ts'
import { nounOf } from './nouns.ts'
import { glued, key, lemma, type Reader, together } from './reader.ts'

/** A number without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** The range that two numbers make, or null. */
export function readRange(r: Reader, a: NumberSpan, b: NumberSpan): Draft | null {
  if (a.kind !== b.kind || (a.kind !== 'cardinal' && a.kind !== 'fraction')) return null
  if (!together(r, a.first, b.first)) return null
  if (b.first - a.end > 6 || exclusionOf(r, b) !== null) return null
  const left = measureOf(r, a, a.scaled)
  const right = measureOf(r, b, b.scaled)
  const joint = left.end
  const word = key(r, joint)
  if (right.first - joint !== 1) return null
  const before = key(r, left.first - 1)
  const between = word === 'and' && before === 'between'
  if (word !== '-' && word !== 'to' && word !== 'or' && !between) return null
  if (!isOneUnit(r, left, right, word)) return null
  if (word === 'to' && before === 'from' && isChange(r, left.first - 1)) return null
  let low = a.value * left.factor
  const high = tidy(b.value * right.factor)
  const scale = b.scaled && !a.scaled ? scaleOf(r, b) : 1
  if (scale > 1 && low * scale <= high && low < 1000) low *= scale
  low = tidy(low)
  if (!(low < high)) return null
  // "two or three", not "2 or 4,000"
  if (word === 'or' && high > low * 3) return null
  const taken = between || (word === 'to' && before === 'from') ? left.first - 1 : left.first
  const around = boundOf(r, taken, right.end, right.unit)
  const unit = right.unit ?? left.unit ?? (a.kind === 'fraction' ? 'fraction' : null)
  return {
    first: around.first,
    end: around.end,
    low,
    best: null,
    high,
    bound: 'between',
    unit,
    noun: nounOf(r, unit, around.end),
    role: null,
    rule: 'QU13',
  }
}

/** Both ends are of one unit, or one of them has none: money says it in front, measures behind the second. */
function isOneUnit(r: Reader, left: Measure, right: Measure, joint: string): boolean {
  if (left.unit === right.unit || left.unit === null) return true
  // "rose 1.2% to 4,512": two figures
  if (right.unit === null) return joint !== 'to' || !isChange(r, left.first)
  // "between $50 and $60 a barrel": the rate stands once
  return right.unit.startsWith(`${left.unit}/`)
}

/** "rose from 5 to 12": two figures, not a range. */
export function isChange(r: Reader, at: number): boolean {
  for (let k = at; k >= at - 8 && together(r, k, at); k--)
    if (r.words.changes.has(lemma(r, k))) return true
  return false
}

/** "from 41 to 48 percent": the unit behind the second figure is that of the first. */
export function sharedUnit(r: Reader, a: NumberSpan, b: NumberSpan | undefined): string | null {
  if (!b || key(r, a.first - 1) !== 'from' || key(r, a.end) !== 'to' || b.first !== a.end + 1)
    return null
  return together(r, a.first, b.first) ? measureOf(r, b, b.scaled).unit : null
}

/** What the scale words of a number multiply its figures by. */
function scaleOf(r: Reader, n: NumberSpan): number {
  const figures = Number(key(r, n.first).replaceAll(',', ''))
  const bare = Number.isFinite(figures) && figures > 0 ? figures : null
  return bare === null ? 1 : Math.round(n.value / bare)
}

/** "20 ± 2 kg", "12 km, plus or minus 3 km", "300, give or take 20": the number stays the best value. */
export function readTolerance(r: Reader, a: NumberSpan, b: NumberSpan): Draft | null {
  if (a.kind !== 'cardinal' || b.kind !== 'cardinal' || !together(r, a.first, b.first)) return null
  const sign = signBefore(r, b.first)
  if (sign < 0) return null
  const left = measureOf(r, a, a.scaled)
  // At most a word and a comma stand between ("12 km across, plus or minus 3 km").
  if (sign < left.end || sign - left.end > 2) return null
  const right = measureOf(r, b, b.scaled)
  if (left.unit !== null && right.unit !== null && left.unit !== right.unit) return null
  const best = tidy(a.value * left.factor)
  const step = b.value * right.factor
  if (!(step > 0) || step >= Math.abs(best)) return null
  const { first, end } = boundOf(r, left.first, right.end, right.unit)
  const unit = left.unit ?? right.unit
  return {
    first,
    end,
    low: tidy(best - step),
    best,
    high: tidy(best + step),
    bound: 'between',
    unit,
    noun: nounOf(r, unit, end),
    role: null,
    rule: 'QU15',
  }
}

/** The first atom of "±", "+/-", "plus or minus", "give or take" before an atom; -1 where none stands there. */
function signBefore(r: Reader, at: number): number {
  const word = key(r, at - 1)
  if (word === '±') return at - 1
  const middle = key(r, at - 2)
  if (word === 'minus' && middle === 'or' && key(r, at - 3) === 'plus') return at - 3
  if (word === 'take' && middle === 'or' && key(r, at - 3) === 'give') return at - 3
  if (word === '-' && middle === '/' && key(r, at - 3) === '+' && glued(r, at - 1)) return at - 3
  return -1
}
