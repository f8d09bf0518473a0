/** The word list of the stage: verbs of reporting, with the class that tells speech from acts. */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

const file = 'en/speech-cues.tsv'

/** A verb of reporting: its class (say, think, show, deny, decline ...) and what it takes. */
export interface ReportingVerb {
  readonly class: string
  /** "that", "quote", "to", "as" ... */
  readonly frames: ReadonlySet<string>
}

export const reporting = defineResource(
  [file],
  ([bytes]): ReadonlyMap<string, ReportingVerb> =>
    new Map(
      readTsv(bytes ?? new Uint8Array(), file, ['lemma', 'class', 'stance', 'frames']).map((r) => [
        r.lemma,
        { class: r.class, frames: new Set(r.frames.split(' ')) },
      ]),
    ),
)
