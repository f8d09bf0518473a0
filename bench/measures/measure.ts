/** What a group of measures is: one corpus read by the engine, graded by the stages' own scorers. */
import { Document, type DocumentFacts } from '../../src/document/document.ts'
import { englishStages } from '../../src/english.ts'
import { Pipeline } from '../../src/pipeline/pipeline.ts'
import { type Counts, f1, type Score } from '../../src/pipeline/score.ts'
import { readData } from '../../src/reader.ts'

/** One figure, 0..100 (a correlation times 100). */
export interface Measure {
  readonly name: string
  readonly value: number
}

/** The figures of one corpus, and how much of it was read. */
export interface Measured {
  readonly of: string
  readonly measures: readonly Measure[]
}

/** One corpus. `needs` are paths below the corpora folder; without them the group is skipped. */
export interface Group {
  readonly name: string
  readonly needs: readonly string[]
  readonly measure: (shared: string) => Measured
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

const readers = new Map<string, Pipeline>()

/** Reads a text with the English stages up to the named one; stages after it would cost time for nothing. */
export function readUpTo(
  stage: string,
  text: string,
  facts: Partial<DocumentFacts> = {},
): Document {
  let reader = readers.get(stage)
  if (!reader) {
    const last = englishStages.findIndex((s) => s.name === stage)
    reader = Pipeline.of(englishStages.slice(0, last + 1), readData)
    readers.set(stage, reader)
  }
  return reader.run(Document.of(text, facts))
}
