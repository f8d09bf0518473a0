/** Tests of the event stage: cases with entities, times and places by their words, and properties. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases, type Show } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { englishStages } from '../../english.ts'
import { entities } from '../../layers/entities.ts'
import { type Event, events } from '../../layers/events.ts'
import { places } from '../../layers/places.ts'
import { times } from '../../layers/times.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { scoreEvents } from './score.ts'

const upTo = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'event') + 1)

const show: Show = (doc, item, field) => {
  const event = item as Event
  const at = (span: { from: number; to: number }): string => doc.text.slice(span.from, span.to)
  switch (field) {
    case 'actors':
      return event.actors.map((a) => doc.layer(entities).at(a).name).join(' | ') || 'none'
    case 'recipients':
      return event.recipients.map((a) => doc.layer(entities).at(a).name).join(' | ') || 'none'
    case 'parties':
      return (
        event.parties
          .map((p) => [p.side, p.country ?? '-', p.sector ?? '-', p.role ?? '-'].join(' '))
          .join(' | ') || 'none'
      )
    case 'time':
      return event.time === null ? 'none' : at(doc.layer(times).at(event.time))
    case 'place':
      return event.place === null ? 'none' : at(doc.layer(places).at(event.place))
    default:
      return undefined
  }
}

for (const file of [
  'event',
  'types',
  'force',
  'sides',
  'standing',
  'news',
  'acts',
  'when',
  'parties',
  'main',
])
  runCases(import.meta.url, `${file}.cases.txt`, upTo, show)

const pieces = [
  'Sweden',
  'attacked',
  'Denmark',
  'with',
  'troops',
  'to',
  'sent',
  ',',
  'and',
  'the',
  'in May',
  'Paris',
  '.',
  'by',
  'was',
  'arrested',
  'talks',
  'he',
]

describe('any mixture of event words', () => {
  const pipeline = Pipeline.of(upTo, readData)

  test('gives events at one word each, with indices that exist and no one on both sides', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        const doc = pipeline.run(Document.of(parts.join(' '), { published: '2024-05-02' }))
        for (const e of doc.layer(events)) {
          expect(doc.text.slice(e.from, e.to)).not.toContain(' ')
          for (const a of [...e.actors, ...e.recipients])
            expect(a).toBeLessThan(doc.layer(entities).length)
          expect(e.actors.filter((a) => e.recipients.includes(a))).toEqual([])
          if (e.time !== null) expect(e.time).toBeLessThan(doc.layer(times).length)
          if (e.place !== null) expect(e.place).toBeLessThan(doc.layer(places).length)
          expect(e.contexts.length).toBeLessThanOrEqual(3)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('grades itself at one against itself', () => {
    const doc = pipeline.run(Document.of('Sweden attacked Denmark and seized a ferry.'))
    for (const counts of Object.values(scoreEvents(doc, doc)))
      expect(counts.right).toBe(counts.gold)
  })
})
