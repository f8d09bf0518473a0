/** Tests the time stage: plain-text cases, calendar arithmetic, and what must hold for any text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMeantime } from '../../../bench/corpora/timex.ts'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { times } from '../../layers/times.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { addScores, f1 } from '../../pipeline/score.ts'
import { civil, dayNumber, easter, nthWeekday, weekdayOf, weekOf } from '../../text/calendar.ts'
import { isEdtf } from '../../text/edtf.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { monthPeriod, quarterPeriod, shiftDay } from './periods.ts'
import { scoreTimes } from './score.ts'
import { time } from './stage.ts'

/** The package has no types of its own. */
const { default: edtf } = (await import('edtf' as string)) as { default: (text: string) => unknown }

const stages = [segment, tokenize, tag, time]
const pipeline = Pipeline.of(stages, readData)
const read = (text: string, published: string | null = '2024-10-25') =>
  pipeline.run(Document.of(text, { published }))

for (const file of [
  'time',
  'dates',
  'clock',
  'relative',
  'lengths',
  'bounds',
  'no-times',
  'news',
  'anchoring',
  'orders',
])
  runCases(import.meta.url, `${file}.cases.txt`, stages)

describe('the calendar', () => {
  test('counts days as UTC does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100000, max: 200000 }), (n) => {
        const { year, month, day } = civil(n)
        expect(dayNumber(year, month, day)).toBe(n)
        const date = new Date(n * 86400000)
        expect([year, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ])
        expect(weekdayOf(n) % 7).toBe(date.getUTCDay())
      }),
    )
  })

  test('knows ISO weeks at the turn of a year', () => {
    expect(weekOf(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 })
    expect(weekOf(dayNumber(2024, 12, 30))).toEqual({ year: 2025, week: 1 })
  })

  test('knows moving holidays', () => {
    expect(civil(easter(2024))).toEqual({ year: 2024, month: 3, day: 31 })
    expect(civil(nthWeekday(2024, 11, 4, 4)).day).toBe(28)
    expect(civil(nthWeekday(2024, 5, 1, -1)).day).toBe(27)
  })

  test('shifts over the ends of months and years', () => {
    expect(civil(shiftDay(dayNumber(2024, 1, 31), 'month', 1)).day).toBe(29)
    expect(monthPeriod(2024, 13).timex).toBe('2025-01')
    expect(quarterPeriod(2024, 0).timex).toBe('2023-Q4')
  })
})

const pieces = [
  'on',
  'Tuesday',
  'October',
  '23',
  ',',
  '2024',
  'last',
  'the',
  'end',
  'of',
  'year',
  'three',
  'weeks',
  'ago',
  'by',
  'since',
  'from',
  'to',
  '1950',
  '-',
  'early',
  '30',
  'February',
  '5',
  'p.m.',
  'EST',
  'quarter',
  'third',
  '.',
  'May',
  '20th',
  'century',
  'every',
  'a',
  'few',
  'next',
  '99999',
  '/',
  '½',
]

describe('any text', () => {
  test('gives sorted items inside the text, apart from each other, with EDTF that parses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 30 }),
        fc.constantFrom('2024-10-25', '2018-03', '2024', null),
        (words, published) => {
          const text = words.join(' ')
          let end = 0
          for (const t of read(text, published).layer(times)) {
            expect(t.from).toBeGreaterThanOrEqual(end)
            expect(t.to).toBeGreaterThan(t.from)
            expect(t.to).toBeLessThanOrEqual(text.length)
            end = t.to
            expect(t.timex).not.toMatch(/NaN|Infinity|undefined/)
            if (t.edtf !== null) expect(() => edtf(t.edtf as string), t.edtf).not.toThrow()
            if (t.edtf !== null) expect(isEdtf(t.edtf), t.edtf).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('reads the same text alike twice', () => {
    const text = 'They met last Friday and again three days later, by the end of May.'
    expect(read(text).toJSON()).toEqual(read(text).toJSON())
  })

  test('remarks on dates that do not exist', () => {
    const doc = read('The form says 30 February 2024 and 2024-13-01.')
    expect(doc.diagnostics.map((d) => d.code)).toEqual(['date-nonsense', 'date-nonsense'])
  })
})

const folder = new URL(
  '../../../../shared/corpora/meantime-english/intra-doc_annotation/corpus_apple/',
  import.meta.url,
)

test.skipIf(!existsSync(folder))('keeps its score on MEANTIME (skipped without ../shared)', () => {
  const scores = readdirSync(folder).map((file) => {
    const gold = readMeantime(readFileSync(new URL(file, folder), 'utf8'), file)
    return scoreTimes(read(gold.text, gold.published), gold.times)
  })
  const sum = addScores(scores)
  expect(f1(sum['relaxed'] ?? { made: 0, gold: 0, right: 0 })).toBeGreaterThan(0.95)
  expect(f1(sum['value'] ?? { made: 0, gold: 0, right: 0 })).toBeGreaterThan(0.84)
})
