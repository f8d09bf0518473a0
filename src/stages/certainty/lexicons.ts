/** The word lists of the stage, read into phrase tries over forms and over lemmas. */
import { PhraseTrie } from '../../lexicon/trie.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import type { CertaintyClass } from '../../model/certainty.ts'
import type { Mode } from '../../model/claim.ts'
import { defineResource } from '../../pipeline/resource.ts'

/** Phrases by form and by lemma; one phrase may have several readings, tried in the order of the list. */
export interface PhraseBook<V> {
  readonly form: PhraseTrie<readonly V[]>
  readonly lemma: PhraseTrie<readonly V[]>
  /** First words of the phrases, so that most tokens cost one look-up. */
  readonly formStarts: ReadonlySet<string>
  readonly lemmaStarts: ReadonlySet<string>
}

export interface HedgeWord {
  /** none: the phrase weakens nothing, though a shorter one inside it would. */
  readonly class: CertaintyClass | 'none'
  readonly attach: string
  readonly band: Band | null
}

export interface Band {
  readonly low: number
  readonly high: number
}

export interface NegationWord {
  readonly attach: string
}

export interface ModalityWord {
  /** none: the phrase sets nothing, though a shorter one inside it would. */
  readonly sets: Mode | 'prospect' | 'would' | 'none'
  readonly attach: string
}

interface Row {
  readonly phrase: string
  readonly by: string
}

function bookOf<R extends Row, V>(rows: readonly R[], read: (row: R) => V): PhraseBook<V> {
  const side = (by: string): PhraseTrie<readonly V[]> => {
    const readings = new Map<string, V[]>()
    for (const row of rows) {
      if (row.by !== by) continue
      const list = readings.get(row.phrase)
      if (list) list.push(read(row))
      else readings.set(row.phrase, [read(row)])
    }
    return PhraseTrie.of([...readings].map(([phrase, list]) => [phrase.split(' '), list] as const))
  }
  const starts = (by: string): ReadonlySet<string> =>
    new Set(rows.filter((r) => r.by === by).map((r) => r.phrase.split(' ')[0] ?? ''))
  return {
    form: side('form'),
    lemma: side('lemma'),
    formStarts: starts('form'),
    lemmaStarts: starts('lemma'),
  }
}

const hedgeFile = 'en/hedges.tsv'
const bandFile = 'en/icd203.tsv'
const negationFile = 'en/negation.tsv'
const modalityFile = 'en/modality.tsv'
const evaluationFile = 'en/evaluations.tsv'

/** Hedges, each with its band where ICD 203 lists the very words. */
export const hedgeBook = defineResource([hedgeFile, bandFile], ([hedgeBytes, bandBytes]) => {
  const bands = new Map(
    readTsv(bandBytes ?? new Uint8Array(), bandFile, ['phrase', 'low', 'high']).map((r) => [
      r.phrase,
      { low: Number(r.low), high: Number(r.high) },
    ]),
  )
  const rows = readTsv(hedgeBytes ?? new Uint8Array(), hedgeFile, [
    'phrase',
    'by',
    'class',
    'attach',
  ])
  return bookOf(
    rows,
    (r): HedgeWord => ({
      class: r.class as HedgeWord['class'],
      attach: r.attach,
      band: bands.get(r.phrase) ?? null,
    }),
  )
})

export const negationBook = defineResource([negationFile], ([bytes]) =>
  bookOf(
    readTsv(bytes ?? new Uint8Array(), negationFile, ['phrase', 'by', 'attach']),
    (r): NegationWord => ({ attach: r.attach }),
  ),
)

export const modalityBook = defineResource([modalityFile], ([bytes]) =>
  bookOf(
    readTsv(bytes ?? new Uint8Array(), modalityFile, ['phrase', 'by', 'sets', 'attach']),
    (r): ModalityWord => ({ sets: r.sets as ModalityWord['sets'], attach: r.attach }),
  ),
)

/** Evaluative words, each strong or weak. */
export const evaluations = defineResource(
  [evaluationFile],
  ([bytes]): ReadonlyMap<string, string> =>
    new Map(
      readTsv(bytes ?? new Uint8Array(), evaluationFile, ['word', 'strength']).map((r) => [
        r.word,
        r.strength,
      ]),
    ),
)
