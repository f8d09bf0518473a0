/** Durations: how long, from a count and a unit, as TIMEX3 writes it ("P3D", "PT2H30M", "PXY"). */
import type { NumberSpan } from '../../lexicon/numbers.ts'
import type { Unit } from './lexicon.ts'

/** The value of `count` units; a half keeps its smaller unit where there is one. */
export function durationText(unit: Unit, count: number): string {
  const value = count * unit.factor
  if (!Number.isFinite(value)) return openDuration(unit)
  const whole = Math.floor(value)
  const rest = value - whole
  if (rest > 0) {
    if (unit.letter === 'Y' && whole < 100)
      return `P${whole > 0 ? `${whole}Y` : ''}${Math.round(rest * 12)}M`
    if (unit.code === 'H') return `PT${whole > 0 ? `${whole}H` : ''}${Math.round(rest * 60)}M`
    if (unit.code === 'm') return `PT${whole > 0 ? `${whole}M` : ''}${Math.round(rest * 60)}S`
    return `${unit.prefix}${Number(value.toPrecision(6))}${unit.letter}`
  }
  if (unit.code === 'PE') return 'PXX'
  return `${unit.prefix}${whole}${unit.letter}`
}

/** The duration of an unknown count: "PXW" of "weeks". */
export function openDuration(unit: Unit): string {
  return `P${unit.open}`
}

/** The duration of a number and a unit; "several", "dozens" leave the count open. */
export function durationOf(unit: Unit, number: NumberSpan | null): string {
  if (number === null || number.kind === 'vague') return openDuration(unit)
  if (number.kind === 'few') return number.value === 2 ? durationText(unit, 2) : openDuration(unit)
  return durationText(unit, number.value)
}
