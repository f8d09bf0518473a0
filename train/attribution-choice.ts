/**
 * Trains the weights that choose the spans of attributions (data/en/span-weights.tsv) on annotated attributions, read
 * with the trained reader. Takes the share of the articles to read, 1 for all, 2 for every second, and so on.
 */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { polnear } from '../bench/corpora/polnear.ts'
import { Document } from '../src/document/document.ts'
import { readerOf } from '../src/encode/encoder.ts'
import { fullStages } from '../src/english.ts'
import { type Attribution, attributions } from '../src/layers/attributions.ts'
import { paragraphs } from '../src/layers/paragraphs.ts'
import { quotations } from '../src/layers/quotations.ts'
import { cueReadings, readings } from '../src/layers/readings.ts'
import { sentences } from '../src/layers/sentences.ts'
import { syntax } from '../src/layers/syntax.ts'
import { tags } from '../src/layers/tags.ts'
import { tokens } from '../src/layers/tokens.ts'
import { Pipeline } from '../src/pipeline/pipeline.ts'
import { readData } from '../src/reader.ts'
import type { Draft } from '../src/stages/attribution/draft.ts'
import { foundDrafts } from '../src/stages/attribution/drafts.ts'
import { Evidence } from '../src/stages/attribution/evidence.ts'
import type { Range } from '../src/stages/attribution/reading.ts'
import { Reading } from '../src/stages/attribution/reading.ts'
import { questionOf } from '../src/stages/attribution/span-choice.ts'
import { tellFeatures } from '../src/stages/attribution/span-features.ts'
import { lists } from '../src/stages/attribution/stage.ts'
import type { Span } from '../src/text/span.ts'
import { type Choice, fitWeights, type Row } from './log-linear.ts'

/** An article as the engine read it, and what people marked in it. */
export interface Marked {
  readonly doc: Document
  readonly gold: readonly Attribution[]
}

const loaded = {
  verbs: load(lists.verbs),
  nouns: load(lists.nouns),
  phrases: load(lists.phrases),
  sources: load(lists.sources),
  weights: load(lists.weights),
  owners: load(lists.owners),
}

function load<T>(resource: {
  readonly files: readonly string[]
  readonly load: (b: readonly Uint8Array[]) => T
}): T {
  return resource.load(resource.files.map(readData))
}

/** The choices of cue, source and content for every draft whose cue people marked as well. */
export function spanChoices({ doc, gold }: Marked): Choice[] {
  const words = doc.layer(tokens)
  const r = new Reading(
    doc.text,
    words.items,
    doc.layer(tags).items,
    doc.layer(syntax).items,
    doc.layer(sentences).items,
    doc.layer(quotations).items,
  )
  const evidence = new Evidence(doc.layer(readings).items, doc.layer(cueReadings).items)
  const rangesOf = (spans: readonly Span[]): Range[] =>
    spans.flatMap((s) => {
      const at = [...words.indicesBetween(s)]
      const first = at[0]
      return first === undefined ? [] : [{ first, end: at.at(-1)! + 1 }]
    })
  const marked = gold.map((g) => ({
    cue: rangesOf(g.cue),
    source: rangesOf(g.source),
    content: rangesOf(g.content),
  }))
  return foundDrafts(r, doc.layer(paragraphs).items, loaded, evidence).flatMap((found) => {
    const answer = marked.find((m) => meet(m.cue, found.cue))
    if (!answer) return []
    return (['cue', 'source', 'content'] as const).flatMap((role) => {
      const draft: Draft =
        role === 'content' ? { ...found, cue: answer.cue, source: answer.source } : found
      const question = questionOf(r, draft, role, evidence)
      if (!question) return []
      const right = question.candidates.findIndex((c) => keyOf(c) === keyOf(answer[role]))
      if (right < 0 || question.candidates.length < 2) return []
      const rows = question.candidates.map((c): Row => {
        const row: [string, number][] = []
        tellFeatures(question.setting, c, (stem, word, value) => row.push([stem + word, value]))
        return row
      })
      return [{ rows, right }]
    })
  })
}

function keyOf(ranges: readonly Range[]): string {
  return ranges.map((x) => `${x.first}-${x.end}`).join(' ')
}

function meet(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((x) => b.some((y) => x.first < y.end && y.first < x.end))
}

/** Features of fewer candidates, or with smaller weights, are left out of the table. */
const leastRows = 16
const smallest = 0.08

export function spanWeights(choices: readonly Choice[]): Map<string, number> {
  const weights = fitWeights(choices, { epochs: 12, least: leastRows, l2: 3e-4, rate: 0.12 })
  return new Map([...weights].filter(([, w]) => Math.abs(w) >= smallest))
}

export function writeSpanWeights(weights: ReadonlyMap<string, number>): void {
  const rows = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([f, w]) => `${f}\t${w.toFixed(2)}`)
  writeFileSync(
    new URL('../data/en/span-weights.tsv', import.meta.url),
    [
      '# Weights of the features of candidate spans: of all spans that a cue, its source or its content may have, the one with the largest sum is taken.',
      '# From: train/attribution-choice.ts, fitted to the annotations of PolNeAR train, a corpus whose licence is not stated; no text of it is kept.',
      '# Licence: CC BY-SA 4.0, apart from the code, since the trees they are fitted to come from models under it.',
      '#: feature\tweight',
      ...rows,
      '',
    ].join('\n'),
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const share = Number(process.argv[2] ?? 2)
  const upTo = fullStages.slice(
    0,
    fullStages.findIndex((s) => s.name === 'attribution'),
  )
  const pipeline = Pipeline.of(upTo, readData, readerOf(readData))
  const choices: Choice[] = []
  let at = 0
  for (const { doc } of polnear('train')) {
    if (at++ % share !== 0) continue
    const read = await pipeline.read(Document.of(doc.text))
    choices.push(...spanChoices({ doc: read, gold: doc.layer(attributions).items }))
  }
  const weights = spanWeights(choices)
  writeSpanWeights(weights)
  process.stdout.write(`${choices.length} choices, ${weights.size} weights\n`)
}
