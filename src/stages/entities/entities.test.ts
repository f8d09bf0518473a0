/** Tests of the stage `entities`: cases, and what must hold for any text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { names } from '../../layers/names.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { viewOf } from '../../pipeline/stage.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { scoreNames } from './score.ts'
import { entities } from './stage.ts'

const stages = [segment, tokenize, tag, entities]
runCases(import.meta.url, 'entities.cases.txt', stages)

const pipeline = Pipeline.of(stages, readData)
const read = (text: string): Document => pipeline.run(Document.of(text))

const word = fc.constantFrom(
  'Kim',
  'Jong-un',
  'the',
  'of',
  'and',
  'Ministry',
  'Defence',
  'Minister',
  'U.S.',
  'al-Assad',
  'said',
  'in',
  'Kursk',
  '"',
  '(',
  ')',
  ',',
  '.',
  "'s",
  'REUTERS',
  'Mr',
  'van',
  'der',
  '-',
  'St.',
  '12,000',
  '\n\n',
  'é',
  '朝鮮',
  '😀',
)

describe('for any text', () => {
  test('names start and end at tokens, are trimmed, and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const doc = read(words.join(' '))
        const starts = new Set(doc.layer(tokens).map((t) => t.from))
        const ends = new Set(doc.layer(tokens).map((t) => t.to))
        let last = 0
        for (const n of doc.layer(names)) {
          expect(starts.has(n.from) && ends.has(n.to)).toBe(true)
          expect(n.from).toBeGreaterThanOrEqual(last)
          expect(n.to).toBeGreaterThan(n.from)
          if (n.title) expect(n.title.to).toBeLessThanOrEqual(n.from)
          last = n.to
        }
      }),
      { numRuns: 150 },
    )
  })

  test('the same words have the same type throughout a report, titles apart', () => {
    const doc = read(
      'Tolvane rose. Analysts at Tolvane agreed. Tolvane shares fell, and Tolvane said so.',
    )
    expect(new Set(doc.layer(names).map((n) => n.type)).size).toBe(1)
  })

  test('garbage has no names and no trouble', () => {
    for (const text of [
      '',
      ' ',
      '\n\n\n',
      '....',
      '\u0000',
      'ﬁ'.repeat(50),
      '((((((((',
      '-'.repeat(300),
    ])
      expect(read(text).layer(names).length).toBe(0)
  })

  test('takes time linear in the text', { retry: 4 }, () => {
    const text =
      'Defence Minister Pavel Hronek of the Ministry of Defence and Trade met Ivan Petrov in Kursk. '
    const time = (copies: number): number => {
      const doc = Pipeline.of([segment, tokenize, tag], readData).run(
        Document.of(text.repeat(copies)),
      )
      const lexicon = entities.uses.lexicon.load(entities.uses.lexicon.files.map(readData))
      const gazetteer = entities.uses.gazetteer.load(entities.uses.gazetteer.files.map(readData))
      let best = Number.POSITIVE_INFINITY
      for (let k = 0; k < 4; k++) {
        const start = performance.now()
        entities.run(viewOf(doc), { lexicon, gazetteer })
        best = Math.min(best, performance.now() - start)
      }
      return best
    }
    time(200)
    expect(time(1600) / time(400)).toBeLessThan(10)
  })
})

describe('scoreNames', () => {
  test('counts spans and types', () => {
    const doc = read('Lena Hartwig flew to Rome.')
    const score = scoreNames(doc, [
      { from: 0, to: 12, type: 'PERSON' },
      { from: 21, to: 25, type: 'ORG' },
    ])
    expect(score['name exact']).toEqual({ made: 2, gold: 2, right: 1 })
    expect(score['span exact']).toEqual({ made: 2, gold: 2, right: 2 })
  })
})
