/**
 * Trains the weights that choose whom "he" and "she" mean (data/en/pronoun-weights.tsv) on the development part of GAP, with
 * the trees of both profiles, and without the trained reader's hints: it has learnt those passages, and would seem surer than
 * it is.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type GapCase, readGap } from '../bench/corpora/gap.ts'
import { readUpTo } from '../bench/measures/measure.ts'
import type { Document } from '../src/document/document.ts'
import { names } from '../src/layers/names.ts'
import { tokens } from '../src/layers/tokens.ts'
import { viewOf } from '../src/pipeline/stage.ts'
import { readData } from '../src/reader.ts'
import { referenceLexicon } from '../src/stages/coreference/lexicons.ts'
import type { Row } from '../src/stages/coreference/person-features.ts'
import { type PronounWeights, pronounWeights } from '../src/stages/coreference/pronoun-weights.ts'
import { resolved } from '../src/stages/coreference/stage.ts'
import { type Choice, fitWeights } from './log-linear.ts'

const lexicon = referenceLexicon.load(referenceLexicon.files.map(readData))

/** The choice of a passage read up to its names, or nothing where the right name is none of the candidates. */
export function personChoice(doc: Document, gap: GapCase, weights: PronounWeights): Choice[] {
  const right = gap.a.coreferent ? gap.a : gap.b.coreferent ? gap.b : null
  if (!right) return []
  const list = doc.layer(names)
  const meant = new Set(
    list.items.flatMap((n, i) => (n.from < right.to && right.from < n.to ? i : [])),
  )
  const pronoun = doc.layer(tokens).items.findIndex((t) => t.from === gap.pronoun.from)
  const out: Choice[] = []
  resolved(viewOf(doc), {
    lexicon,
    weights,
    hints: null,
    asked: (token, rows) => {
      if (token !== pronoun) return
      const at = [...rows.keys()].findIndex((d) => d.mentions.some((m) => meant.has(m)))
      if (at >= 0 && rows.size > 1)
        out.push({ rows: [...rows.values()] as readonly Row[], right: at })
    },
  })
  return out
}

/** Features of fewer candidates have no weight. */
const leastRows = 12

/** Weights by rounds: what an earlier pronoun was found to mean is a feature of the next. */
export function personWeights(
  docs: readonly (readonly [Document, GapCase])[],
  rounds = 2,
): PronounWeights {
  let weights: PronounWeights = pronounWeights.load(pronounWeights.files.map(readData))
  for (let round = 0; round < rounds; round++) {
    const now = weights
    const choices = docs.flatMap(([doc, gap]) => personChoice(doc, gap, now))
    weights = fitWeights(choices, { epochs: 30, least: leastRows, l2: 2e-3, rate: 0.1 })
  }
  return weights
}

export function writePronounWeights(weights: PronounWeights): void {
  const rows = [...weights]
    .filter(([, w]) => Math.abs(w) >= 0.05)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([f, w]) => `${f}\t${w.toFixed(2)}`)
  writeFileSync(
    new URL('../data/en/pronoun-weights.tsv', import.meta.url),
    [
      '# Weights of what speaks for a person as the one whom "he" or "she" means: the person with the largest sum is meant.',
      '# From: train/pronoun-weights.ts, fitted to GAP development (Webster and others 2018), of which no text is kept.',
      '# Licence: CC BY-SA 4.0, apart from the code, since the trees they are fitted to come from models under it.',
      '#: feature\tweight',
      ...rows,
      '',
    ].join('\n'),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = new URL('../../shared/corpora/gap-coreference/gap-development.tsv', import.meta.url)
  const passages = readGap(readFileSync(file, 'utf8'))
  const docs: (readonly [Document, GapCase])[] = []
  for (const profile of ['lite', 'full'])
    for (const gap of passages) docs.push([await readUpTo('entities', gap.text, {}, profile), gap])
  writePronounWeights(personWeights(docs))
}
