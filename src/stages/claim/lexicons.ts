/** The word list of the stage: verbs of reporting, with the class that tells speech from acts. */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

const file = 'en/speech-cues.tsv'

/** Class by lemma: say, think, show, deny, decline ... */
export const reporting = defineResource(
  [file],
  ([bytes]): ReadonlyMap<string, string> =>
    new Map(
      readTsv(bytes ?? new Uint8Array(), file, ['lemma', 'class', 'stance', 'frames']).map((r) => [
        r.lemma,
        r.class,
      ]),
    ),
)
