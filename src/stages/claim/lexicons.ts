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

/** Verbs by what stands with them. */
export interface SpeechVerbs {
  /** Verbs of speech. */
  readonly saying: ReadonlySet<string>
  /** Verbs that take a statement: of speech, thought and the rest. */
  readonly telling: ReadonlySet<string>
}

export interface Reporting extends SpeechVerbs {
  /** Verbs of reporting by lemma. */
  readonly verbs: ReadonlyMap<string, ReportingVerb>
}

/** The verbs of reporting. */
export const reporting = defineResource([file], ([bytes]): Reporting => {
  const verbs = new Map(
    readTsv(bytes ?? new Uint8Array(), file, ['lemma', 'class', 'stance', 'frames']).map((r) => [
      r.lemma,
      { class: r.class, frames: new Set(r.frames.split(' ')) },
    ]),
  )
  const telling = [...verbs].filter(([, verb]) => verb.frames.has('that')).map(([lemma]) => lemma)
  return { verbs, saying: sayingOf(verbs), telling: new Set(telling) }
})

/** Verbs that do nothing but say: "say", "tell", "add". */
function sayingOf(verbs: ReadonlyMap<string, ReportingVerb>): ReadonlySet<string> {
  const out = new Set<string>()
  for (const [lemma, verb] of verbs)
    if (verb.class === 'say' && verb.frames.has('that') && verb.frames.has('bare')) out.add(lemma)
  return out
}
