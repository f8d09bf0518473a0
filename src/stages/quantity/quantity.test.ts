/** Tests the quantity stage: plain-text cases, and what must hold for any text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuantitySentences } from '../../../bench/corpora/quantities.ts'
import { runCases, type Show } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { type QuantityItem, quantities } from '../../layers/quantities.ts'
import { parseDigits } from '../../lexicon/numbers-digits.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { addScores, f1 } from '../../pipeline/score.ts'
import { parse } from '../parse/stage.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { time } from '../time/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { scoreQuantities } from './score.ts'
import { quantity } from './stage.ts'

const stages = [segment, tokenize, tag, parse, time, quantity]
const pipeline = Pipeline.of(stages, readData)
const read = (text: string) => pipeline.run(Document.of(text, { published: '2024-10-25' }))

/** `base` and `inBase`: the unit and best value that a measure is normalised to. */
const show: Show = (_, item, field) => {
  const { normal } = item as QuantityItem
  if (field === 'base') return normal?.unit ?? 'none'
  return field === 'inBase' ? String(normal?.best ?? 'none') : undefined
}

for (const file of [
  'quantity',
  'money',
  'measures',
  'counts',
  'roles',
  'no-quantities',
  'mixed',
  'standing',
  'joined',
  'agents',
  'units',
])
  runCases(import.meta.url, `${file}.cases.txt`, stages, show)

test('figures are read by their groups', () => {
  expect(parseDigits('1,200.50')).toBe(1200.5)
  expect(parseDigits('1,00,000')).toBe(100000)
  expect(parseDigits('1.200.000')).toBe(1200000)
  expect(parseDigits('2½')).toBe(2.5)
  expect(parseDigits('1,2,3')).toBeNull()
  expect(parseDigits('٣')).toBeNull()
})

const pieces = [
  'over',
  '3,000',
  'troops',
  'between',
  '5',
  'and',
  '7',
  'million',
  '$',
  '%',
  'percent',
  'of',
  'the',
  '-',
  'one',
  'in',
  'five',
  'dozens',
  'half',
  'a',
  'km',
  'at',
  'least',
  'T',
  '72',
  '.',
  ',',
  '(',
  ')',
  '1/2',
  'years',
  'old',
  'killed',
  'were',
  'to',
  'or',
  'more',
  '£',
  '1,2,3',
]

describe('any text', () => {
  test('gives sorted items inside the text with ends in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (words) => {
        const text = words.join(' ')
        let from = -1
        for (const q of read(text).layer(quantities)) {
          expect(q.from).toBeGreaterThanOrEqual(from)
          expect(q.to).toBeGreaterThan(q.from)
          expect(q.to).toBeLessThanOrEqual(text.length)
          from = q.from
          for (const end of [q.low, q.best, q.high])
            if (end !== null) expect(Number.isFinite(end)).toBe(true)
          if (q.low !== null && q.high !== null) expect(q.low).toBeLessThanOrEqual(q.high)
          if (q.nounAt) expect(text.slice(q.nounAt.from, q.nounAt.to)).toBe(q.noun)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a number too large is remarked, not kept', () => {
    const doc = read(`The debt is 1${'0'.repeat(400)} dollars.`)
    expect(doc.layer(quantities).length).toBe(0)
    expect(doc.diagnostics.map((d) => d.code)).toContain('number-out-of-range')
  })

  test('time grows with the text, not with its square', { retry: 4 }, () => {
    const own = Pipeline.of(stages, readData)
    const spent = (count: number): number => {
      const before = own.timings.find((t) => t.stage === 'quantity')?.milliseconds ?? 0
      const beforeTime = own.timings.find((t) => t.stage === 'time')?.milliseconds ?? 0
      own.run(Document.of('7 of 9 of 12 and 1,200 men, '.repeat(count)))
      const after = own.timings.find((t) => t.stage === 'quantity')?.milliseconds ?? 0
      const afterTime = own.timings.find((t) => t.stage === 'time')?.milliseconds ?? 0
      return after - before + afterTime - beforeTime
    }
    spent(500)
    const [small, large] = [spent(1000), spent(4000)]
    expect(large).toBeLessThan(small * 4 * 3 + 100)
  })
})

const folder = new URL('../../../../shared/corpora/recognizers-quantities/', import.meta.url)

test.skipIf(!existsSync(folder))(
  'keeps its values on recognizers-quantities (skipped without ../shared)',
  () => {
    const scores = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => readQuantitySentences(readFileSync(new URL(file, folder), 'utf8')))
      .map((s) => scoreQuantities(read(s.text), s.quantities))
    expect(f1(addScores(scores)['value'] ?? { made: 0, gold: 0, right: 0 })).toBeGreaterThan(0.84)
  },
)
