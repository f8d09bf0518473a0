/** Normal: what a measured quantity is in the base unit of what it measures: knots and km/h in m/s, barrels in m3. */

import type { NormalValue } from '../../layers/quantities.ts'
import { readTsv } from '../../lexicon/tsv.ts'

/** One unit: `base` is the unit of the normalised value, value x factor + offset. */
export interface Scale {
  readonly measures: string
  readonly base: string
  readonly factor: number
  readonly offset: number
}

export type Scales = ReadonlyMap<string, Scale>

export const scaleFile = 'en/unit-scales.tsv'

/** Reads the table of units. */
export function readScales(bytes: Uint8Array): Scales {
  return new Map(
    readTsv(bytes, scaleFile, ['unit', 'measures', 'base', 'factor', 'offset']).map((row) => [
      row.unit,
      {
        measures: row.measures,
        base: row.base,
        factor: Number(row.factor),
        offset: Number(row.offset),
      },
    ]),
  )
}

/** The scale of a unit, of a rate too: "barrel/day" by its own row, "tonne/year" by those of its two units. */
export function scaleOf(scales: Scales, unit: string): Scale | null {
  const own = scales.get(unit)
  if (own) return own
  const slash = unit.indexOf('/')
  if (slash < 0) return null
  const top = scales.get(unit.slice(0, slash))
  const bottom = scales.get(unit.slice(slash + 1))
  if (!top || !bottom || top.offset !== 0 || bottom.offset !== 0) return null
  return {
    measures: `${top.measures} per ${bottom.measures}`,
    base: `${top.base}/${bottom.base}`,
    factor: top.factor / bottom.factor,
    offset: 0,
  }
}

interface Ends {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
}

/** The ends in the base unit, to twelve figures; null where the table does not know the unit. */
export function normalOf(scales: Scales, unit: string | null, ends: Ends): NormalValue | null {
  const scale = unit === null ? null : scaleOf(scales, unit)
  if (scale === null) return null
  const of = (value: number | null): number | null => {
    const scaled = value === null ? null : value * scale.factor + scale.offset
    return scaled === null || !Number.isFinite(scaled) ? null : Number(scaled.toPrecision(12))
  }
  return { unit: scale.base, low: of(ends.low), best: of(ends.best), high: of(ends.high) }
}

const lengths: ReadonlySet<string> = new Set(['km', 'm', 'mile', 'nautical mile', 'foot', 'yard'])

/** True for the units that news measures ways and distances in. */
export function isLengthUnit(unit: string): boolean {
  return lengths.has(unit)
}
