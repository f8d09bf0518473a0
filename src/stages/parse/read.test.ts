/** Tests tags and trees that are the trained reader's: taken as they are, with lemmas by rule. */
import { describe, expect, test } from 'vitest'
import { Document } from '../../document/document.ts'
import { type Reading, readings } from '../../layers/readings.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { readData } from '../../reader.ts'
import { SpanList } from '../../text/span-list.ts'
import { segment } from '../segment/stage.ts'
import { readTag } from '../tag/read.ts'
import { tokenize } from '../tokenize/stage.ts'
import { readParse } from './read.ts'

type Row = readonly [upos: string, xpos: string, head: number, deprel: string]

const before = Pipeline.of([segment, tokenize], readData)
const lemmas = readTag.uses.lemmas.load(readTag.uses.lemmas.files.map(readData))

/** A document with these readings, one a token. */
function withReadings(text: string, rows: readonly Row[]): Document {
  const doc = before.run(Document.of(text))
  const list = doc.layer(tokens).items.map((t, i): Reading => {
    const [upos, xpos, head, deprel] = rows[i] ?? ['X', 'XX', -1, 'root']
    return {
      from: t.from,
      to: t.to,
      upos,
      xpos,
      tagProbability: 1,
      head,
      deprel,
      headProbability: 1,
      names: new Float32Array(7),
      cue: 0,
      factuality: null,
    }
  })
  return doc.with(readings, SpanList.of(list))
}

const rows: readonly Row[] = [
  ['DET', 'DT', 1, 'det'],
  ['NOUN', 'NNS', 2, 'nsubj'],
  ['VERB', 'VBD', -1, 'root'],
  ['NOUN', 'NNS', 2, 'obj'],
  ['PUNCT', '.', 2, 'punct'],
]
const text = 'The women left cities.'
const view = (doc: Document) => ({
  text: doc.text,
  facts: doc.facts,
  layer: (l: never) => doc.layer(l) as never,
})

describe('tags of the trained reader', () => {
  const tagged = (t: string, r: readonly Row[]) =>
    readTag.run(view(withReadings(t, r)), { lemmas }).tags.items

  test('are taken as they are', () => {
    expect(tagged(text, rows).map((t) => t.xpos)).toEqual(['DT', 'NNS', 'VBD', 'NNS', '.'])
    expect(tagged(text, rows).map((t) => t.upos)).toEqual(['DET', 'NOUN', 'VERB', 'NOUN', 'PUNCT'])
  })

  test('decide the lemma: "left" as a verb is "leave", as an adjective itself', () => {
    expect(tagged(text, rows).map((t) => t.lemma)).toEqual(['the', 'woman', 'leave', 'city', '.'])
    const adjective = rows.map((r, i): Row => (i === 2 ? ['ADJ', 'JJ', 3, 'amod'] : r))
    expect(tagged(text, adjective)[2]?.lemma).toBe('left')
  })

  test('a name keeps its capitals, a word at the start of a sentence does not', () => {
    const made = tagged('Banks met Banks.', [
      ['NOUN', 'NNS', 1, 'nsubj'],
      ['VERB', 'VBD', -1, 'root'],
      ['PROPN', 'NNP', 1, 'obj'],
      ['PUNCT', '.', 1, 'punct'],
    ])
    expect(made.map((t) => t.lemma)).toEqual(['bank', 'meet', 'Banks', '.'])
  })

  test('stand at the place of their token', () => {
    const doc = withReadings(text, rows)
    const made = readTag.run(view(doc), { lemmas }).tags.items
    expect(made.map((t) => [t.from, t.to])).toEqual(
      doc.layer(tokens).items.map((t) => [t.from, t.to]),
    )
  })
})

describe('trees of the trained reader', () => {
  test('are taken as they are, one arc a token', () => {
    const made = readParse.run(view(withReadings(text, rows)), {}).syntax.items
    expect(made.map((a) => [a.head, a.deprel])).toEqual([
      [1, 'det'],
      [2, 'nsubj'],
      [-1, 'root'],
      [2, 'obj'],
      [2, 'punct'],
    ])
  })

  test('nothing gives nothing', () => {
    const doc = withReadings('', [])
    expect(readParse.run(view(doc), {}).syntax.length).toBe(0)
    expect(readTag.run(view(doc), { lemmas }).tags.length).toBe(0)
  })
})
