/** Cue weights: a small linear model over cue features, kept as a table; before it is trained, the lexicon decides. */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

/** Feature to weight; the sum is the log-odds of a cue. */
export type CueWeights = ReadonlyMap<string, number>

export const cueWeights = defineResource(
  ['en/cue-weights.tsv'],
  (bytes): CueWeights =>
    new Map(
      readTsv(bytes[0] ?? new Uint8Array(), 'en/cue-weights.tsv', [
        'feature',
        'weight',
      ] as const).map((row) => [row.feature, Number(row.weight)]),
    ),
)

/** Log-odds that the candidate with these features is a cue. */
export function oddsOf(weights: CueWeights, features: readonly string[]): number {
  let sum = 0
  for (const f of features) sum += weights.get(f) ?? 0
  return sum
}
