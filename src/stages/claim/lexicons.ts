/** The word lists of the stage: verbs of reporting, with the class that tells speech from acts, and verbs of wishing. */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

const file = 'en/speech-cues.tsv'
const wishFile = 'en/wishes.tsv'
const viewFile = 'en/views.tsv'

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

/** What a verb of wishing puts before who says it. */
export type Wished = 'thing' | 'infinitive' | 'both'

export interface Reporting extends SpeechVerbs {
  /** Verbs by which somebody holds a view, by lemma. */
  readonly views: ReadonlySet<string>
  /** Verbs of wishing, planning, promising and asking for, by lemma. */
  readonly wishes: ReadonlyMap<string, Wished>
  /** Verbs of reporting by lemma. */
  readonly verbs: ReadonlyMap<string, ReportingVerb>
}

/** The verbs of reporting. */
export const reporting = defineResource(
  [file, wishFile, viewFile],
  ([bytes, wishBytes, viewBytes]): Reporting => {
    const verbs = new Map(
      readTsv(bytes ?? new Uint8Array(), file, ['lemma', 'class', 'stance', 'frames']).map((r) => [
        r.lemma,
        { class: r.class, frames: new Set(r.frames.split(' ')) },
      ]),
    )
    const telling = [...verbs].filter(([, verb]) => verb.frames.has('that')).map(([lemma]) => lemma)
    const wishes = new Map(
      readTsv(wishBytes ?? new Uint8Array(), wishFile, ['lemma', 'takes']).map((r) => [
        r.lemma,
        r.takes as Wished,
      ]),
    )
    const views = new Set(
      readTsv(viewBytes ?? new Uint8Array(), viewFile, ['lemma']).map((r) => r.lemma),
    )
    return { verbs, wishes, views, saying: sayingOf(verbs), telling: new Set(telling) }
  },
)

/** Verbs that do nothing but say: "say", "tell", "add". */
function sayingOf(verbs: ReadonlyMap<string, ReportingVerb>): ReadonlySet<string> {
  const out = new Set<string>()
  for (const [lemma, verb] of verbs)
    if (verb.class === 'say' && verb.frames.has('that') && verb.frames.has('bare')) out.add(lemma)
  return out
}
