/** Pronoun weights: what each feature of a person says for or against being meant, kept as a table (CO5). */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

/** Feature to weight; the person with the largest sum is meant. */
export type PronounWeights = ReadonlyMap<string, number>

const file = 'en/pronoun-weights.tsv'

export const pronounWeights = defineResource(
  [file],
  (bytes): PronounWeights =>
    new Map(
      readTsv(bytes[0] ?? new Uint8Array(), file, ['feature', 'weight']).map((row) => [
        row.feature,
        Number(row.weight),
      ]),
    ),
)
