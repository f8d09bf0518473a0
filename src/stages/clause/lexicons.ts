/** The word list of the stage: verbs and adjectives whose infinitive is one statement with them. */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

const file = 'en/open-complements.tsv'

/** Lemmas that take an infinitive without a subject of its own. */
export const openComplements = defineResource(
  [file],
  ([bytes]): ReadonlySet<string> =>
    new Set(readTsv(bytes ?? new Uint8Array(), file, ['lemma', 'part']).map((r) => r.lemma)),
)
