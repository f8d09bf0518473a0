/** Makes the linear models of tags, lemmas and parse: `node dist/train/linear/main.js CORPORA DATA [tag] [parse]`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LemmaRules } from '../../src/lexicon/lemma-rules.ts'
import { LinearModel } from '../../src/lexicon/linear-model.ts'
import { tagModelOf } from '../../src/stages/tag/decode.ts'
import { cardText } from './card.ts'
import { readTreebanks, type Treebanks } from './corpus.ts'
import { lemmaTable } from './lemma.ts'
import { scoreTagger } from './score-tag.ts'
import { jackknife, tagAll } from './tagged.ts'
import { scoreParser, trainParser } from './train-parse.ts'
import { trainTagger } from './train-tag.ts'

const [corpora = '../shared/corpora', data = 'data/en', ...parts] = process.argv.slice(2)
const command = 'npm run build:code && node dist/train/linear/main.js CORPORA data/en'
const treebanks = readTreebanks(corpora)

if (parts.length === 0 || parts.includes('tag')) makeTagger(treebanks)
if (parts.length === 0 || parts.includes('parse')) makeParser(treebanks)

function makeTagger(from: Treebanks): void {
  const table = new TextEncoder().encode(lemmaTable(from.train))
  writeFileSync(join(data, 'lemmas.tsv'), table)
  const settings = { bits: 20, epochs: 8, seed: 7 }
  const { bytes } = trainTagger(from.train, settings)
  writeFileSync(join(data, 'tag.model'), bytes)
  const model = tagModelOf(
    LinearModel.read(readFileSync(join(data, 'tag.model')), 'tag.model', 'tag'),
  )
  const rules = LemmaRules.read(table, 'lemmas.tsv')
  const scores = Object.fromEntries(
    Object.entries(from.dev).map(([name, set]) => [name, scoreTagger(model, rules, set)]),
  )
  const what =
    'The tagger: an averaged perceptron over hashed features that reads left to right, with a lexicon of the labels\nthat each word had; weights are rounded to 8 bits. Lemmas come from `lemmas.tsv`, made from the same data.'
  const card = { file: 'tag.model', what, bytes, settings, scores, command: `${command} tag` }
  writeFileSync(join(data, 'tag.card.md'), cardText(card))
}

function makeParser(from: Treebanks): void {
  const tagModel = tagModelOf(
    LinearModel.read(readFileSync(join(data, 'tag.model')), 'tag.model', 'tag'),
  )
  const folds = 4
  const tagged = jackknife(from.train, folds, { bits: 20, epochs: 4, seed: 7 })
  const settings = { moveBits: 19, labelBits: 19, epochs: 8, seed: 7 }
  const { bytes, model } = trainParser(tagged, settings)
  writeFileSync(join(data, 'parse.model'), bytes)
  const scores = Object.fromEntries(
    Object.entries(from.dev).map(([name, set]) => [
      name,
      scoreParser(model, tagAll(tagModel, set)),
    ]),
  )
  const what =
    'The parser: an arc-hybrid transition system, greedy, with averaged perceptrons over hashed features for moves and\nfor labels, taught by a dynamic oracle on tags that a tagger gave which had not seen the sentence; weights are\nrounded to 8 bits.'
  const card = {
    file: 'parse.model',
    what,
    bytes,
    settings: { ...settings, folds },
    scores,
    command: `${command} parse`,
  }
  writeFileSync(join(data, 'parse.card.md'), cardText(card))
}
