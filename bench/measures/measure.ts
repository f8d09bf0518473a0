/** What a group of measures is: one corpus read by the engine, graded by the stages' own scorers. */
import { Document, type DocumentFacts } from '../../src/document/document.ts'
import { readerOf } from '../../src/encode/encoder.ts'
import { englishStages, fullStages } from '../../src/english.ts'
import { Pipeline } from '../../src/pipeline/pipeline.ts'
import { type Counts, f1, type Score } from '../../src/pipeline/score.ts'
import { chooseProfile, readData } from '../../src/reader.ts'

/** One figure, 0..100 (a correlation times 100). */
export interface Measure {
  readonly name: string
  readonly value: number
}

/** The figures of one corpus, and how much of it was read. */
export interface Measured {
  readonly of: string
  readonly measures: readonly Measure[]
  /** Pages and plots that go with the figures, by their names in bench/results. */
  readonly files?: Readonly<Record<string, string>>
}

/** One corpus. `needs` are paths below the corpora folder; without them the group is skipped. */
export interface Group {
  readonly name: string
  readonly needs: readonly string[]
  readonly measure: (shared: string) => Measured | Promise<Measured>
}

/** F1 of the named counts, in the order given. */
export function f1Of(score: Score, names: Readonly<Record<string, string>>): Measure[] {
  return Object.entries(names).map(([key, name]) => ({
    name,
    value: 100 * f1(score[key] ?? nothing),
  }))
}

/** Right out of gold, for measures where everything is asked and little is made. */
export function shareOf(score: Score, key: string, name: string): Measure {
  const c = score[key] ?? nothing
  return { name, value: c.gold === 0 ? 0 : (100 * c.right) / c.gold }
}

const nothing: Counts = { made: 0, gold: 0, right: 0 }

/** Answers one after the other: the reader takes one report at a time. */
export async function eachOf<T, R>(
  items: readonly T[],
  answer: (item: T) => Promise<R>,
): Promise<R[]> {
  const out: R[] = []
  for (const item of items) out.push(await answer(item))
  return out
}

const readers = new Map<string, Pipeline>()

/**
 * Reads a text with the English stages up to the named one; stages after it would cost time for nothing. The profile is
 * `asked`, else the one of HEARSAY_PROFILE, else the best there are files for.
 */
export async function readUpTo(
  stage: string,
  text: string,
  facts: Partial<DocumentFacts> = {},
  asked: string | null = null,
): Promise<Document> {
  const { profile } = chooseProfile(asked)
  const key = `${profile} ${stage}`
  let reader = readers.get(key)
  if (!reader) {
    const stages = profile === 'full' ? fullStages : englishStages
    const upTo = stages.slice(0, stages.findIndex((s) => s.name === stage) + 1)
    reader = Pipeline.of(upTo, readData, profile === 'full' ? readerOf(readData) : null)
    readers.set(key, reader)
  }
  return reader.read(Document.of(text, facts))
}
