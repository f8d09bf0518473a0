/** Tests of the stage `coreference`: cases, and what must hold for any text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { entities as entityLayer } from '../../layers/entities.ts'
import { names } from '../../layers/names.ts'
import { references } from '../../layers/references.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { entities } from '../entities/stage.ts'
import { parse } from '../parse/stage.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { scorePronouns } from './score.ts'
import { coreference } from './stage.ts'

const stages = [segment, tokenize, tag, parse, entities, coreference]

runCases(import.meta.url, 'coreference.cases.txt', stages, (doc, item, field) => {
  const value = (item as unknown as Record<string, unknown>)[field]
  if (field === 'entity' && typeof value === 'number') {
    const entity = doc.layer(entityLayer).at(value)
    return entity.nameless ? doc.text.slice(entity.from, entity.to) : entity.name
  }
  if (field === 'mentions' && Array.isArray(value))
    return value.map((m) => doc.layer(names).at(Number(m)).name).join(' | ')
  return undefined
})

const pipeline = Pipeline.of(stages, readData)
const word = fc.constantFrom(
  'Kim',
  'Jong-un',
  'Maria',
  'Santos',
  'she',
  'He',
  'they',
  'it',
  'its',
  'the',
  'minister',
  'officials',
  'said',
  'and',
  '.',
  '"',
  'NATO',
  'President',
)

describe('for any text', () => {
  test('every name has exactly one entity, and every reference points to one', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const doc = pipeline.run(Document.of(words.join(' ')))
        const list = doc.layer(entityLayer)
        const mentions = list.items.flatMap((e) => e.mentions).sort((a, b) => a - b)
        expect(mentions).toEqual(doc.layer(names).items.map((_, i) => i))
        for (const e of list) expect(e.nameless).toBe(e.mentions.length === 0)
        for (const r of doc.layer(references)) expect(r.entity).toBeLessThan(list.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('scorePronouns', () => {
  test('counts as GAP does', () => {
    const doc = pipeline.run(Document.of('Thomas Keller met Maria Santos. She left early.'))
    const gold = {
      pronoun: { from: 32, to: 35 },
      feminine: true,
      names: [
        { from: 0, to: 13, coreferent: false },
        { from: 18, to: 30, coreferent: true },
      ],
    }
    expect(scorePronouns(doc, [gold])['pronoun, women']).toEqual({ made: 1, gold: 1, right: 1 })
  })
})
