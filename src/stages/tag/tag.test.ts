/** Tests of the tagger: cases, every token tagged, no neighbour's influence beyond the sentence, damaged models refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import type { Fault } from '../../fault/fault.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { LinearModel } from '../../lexicon/linear-model.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { segment } from '../segment/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { scoreTag } from './score.ts'
import { tag } from './stage.ts'

const stages = [segment, tokenize, tag]

runCases(import.meta.url, 'tag.cases.txt', stages)

const pipeline = Pipeline.of(stages, readData)
const uposNames = new Set(
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '),
)

describe('the tagger', () => {
  test('gives every token a tag at its place, for any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const doc = pipeline.run(Document.of(text))
        expect(doc.layer(tags).map(({ from, to }) => ({ from, to }))).toEqual(
          doc.layer(tokens).map(({ from, to }) => ({ from, to })),
        )
        for (const t of doc.layer(tags)) {
          expect(uposNames.has(t.upos)).toBe(true)
          expect(t.xpos).not.toBe('')
          expect(t.lemma).not.toBe('')
        }
      }),
    )
  })

  test('a sentence does not change those around it', () => {
    const a = 'The army captured the village.'
    const alone = pipeline.run(Document.of(a)).layer(tags).items
    const both = pipeline.run(Document.of(`${a} The rebels fled.`)).layer(tags).items
    expect(both.slice(0, alone.length)).toEqual(alone)
  })

  test('an empty text has no tags', () => {
    expect(pipeline.run(Document.of('')).layer(tags).length).toBe(0)
  })

  test('scores by place', () => {
    const doc = pipeline.run(Document.of('The army captured the village.'))
    expect(scoreTag(doc, doc)['lemma']).toEqual({ made: 6, gold: 6, right: 6 })
  })
})

describe('the model file', () => {
  const codeOf = (bytes: Uint8Array, kind = 'tag'): string => {
    try {
      LinearModel.read(bytes, 'en/tag.model', kind)
      return 'read'
    } catch (thrown) {
      return (thrown as Fault).code
    }
  }
  const whole = new Uint8Array(readData('en/tag.model'))

  test('is read whole', () => {
    expect(codeOf(whole)).toBe('read')
  })

  test('a changed byte, a cut file, another kind and other bytes are refused', () => {
    const changed = whole.slice()
    changed[changed.length >> 1]! ^= 1
    expect(codeOf(changed)).toBe('lexicon/damaged')
    expect(codeOf(whole.subarray(0, whole.length - 9))).toBe('lexicon/damaged')
    expect(codeOf(whole, 'parse')).toBe('lexicon/damaged')
    expect(codeOf(new Uint8Array(5))).toBe('lexicon/damaged')
    expect(codeOf(new TextEncoder().encode('# a text file, long enough'))).toBe('lexicon/damaged')
  })
})
