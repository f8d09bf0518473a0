/** Tests of the stage `place`: cases, and what must hold for any text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { places } from '../../layers/places.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { entities } from '../entities/stage.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { kilometres, scorePlaces } from './score.ts'
import { place } from './stage.ts'

const stages = [segment, tokenize, tag, entities, place]
for (const file of ['place', 'where', 'does', 'local', 'cut', 'names'])
  runCases(import.meta.url, `${file}.cases.txt`, stages)

const pipeline = Pipeline.of(stages, readData)
const word = fc.constantFrom(
  'Paris',
  'Texas',
  ',',
  'in',
  'to',
  'Kursk',
  'region',
  'said',
  'Moscow',
  "'s",
  'Springfield',
  '.',
  'the',
  '(',
)

describe('for any text', () => {
  test('places stand in order and apart, with coordinates on the globe or none', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        let end = 0
        for (const p of pipeline.run(Document.of(words.join(' '))).layer(places)) {
          expect(p.from).toBeGreaterThanOrEqual(end)
          expect(p.to).toBeGreaterThan(p.from)
          end = p.to
          expect(Math.abs(p.lat ?? 0)).toBeLessThanOrEqual(90)
          expect(Math.abs(p.lon ?? 0)).toBeLessThanOrEqual(180)
          expect(p.reason).not.toBe('')
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('scorePlaces', () => {
  test('asks for the right place within 161 km', () => {
    const doc = pipeline.run(Document.of('A bomb went off in Quetta.'))
    expect(scorePlaces(doc, [{ from: 19, to: 25, lat: 30.2, lon: 67 }])['end to end']).toEqual({
      made: 1,
      gold: 1,
      right: 1,
    })
    expect(scorePlaces(doc, [{ from: 19, to: 25, lat: 40, lon: 67 }])['end to end']?.right).toBe(0)
  })

  test('measures great circles', () => {
    expect(kilometres(0, 0, 0, 0)).toBe(0)
    expect(kilometres(0, 0, 0, 180)).toBeCloseTo(20015, -1)
  })
})
