/** Wording: what a reader is told of dates, numbers and amounts, and that every value of the model has words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certaintyClasses } from '../../src/model/certainty.ts'
import { modes, stances } from '../../src/model/claim.ts'
import { voices } from '../../src/model/records.ts'
import {
  amountWords,
  certaintyWords,
  count,
  dateWords,
  modeWords,
  numberWords,
  stanceWords,
  voiceWords,
} from './wording.ts'

describe('every value has words of its own:', () => {
  test.each([
    ['voices', voices, voiceWords],
    ['modes', modes, modeWords],
    ['stances', stances, stanceWords],
    ['certainty', ['none', ...certaintyClasses], certaintyWords],
  ] as const)('%s', (_, values, words) => {
    expect(Object.keys(words).sort()).toEqual([...values].sort())
    const said = Object.values(words)
    expect(new Set(said).size).toBe(said.length)
    for (const text of said) expect(text).toMatch(/^[a-z][a-z' ]+$/)
  })
})

describe('a date', () => {
  test.each([
    [null, 'no date'],
    ['2024-10-23', '23 Oct 2024'],
    ['2024-01-01', '1 Jan 2024'],
    ['2024-12-31', '31 Dec 2024'],
    ['2024-02-09', '9 Feb 2024'],
    ['2024-03', 'Mar 2024'],
    ['2024-09', 'Sep 2024'],
    ['0987-05-04', '4 May 0987'],
    ['2024-10~', 'about Oct 2024'],
    ['2024-10?', 'about Oct 2024'],
    ['2024-10%', 'about Oct 2024'],
    ['2024-10-23~', 'about 23 Oct 2024'],
    ['2024-06-07?', 'about 7 Jun 2024'],
  ])('%s is "%s"', (edtf, words) => {
    expect(dateWords(edtf)).toBe(words)
  })

  test.each([
    '2024',
    '2024~',
    '202X',
    '2024-XX-05',
    '2024-13',
    '2024-00',
    '2024-21',
    '2024-10-23/2024-10-25',
    '2024/..',
    '../2024-10',
    '-0044-03-15',
    'Y-17000',
    '2024-10-23T08:00:00Z',
    '24-10-23',
    '2024-1-2',
    '2024-10-23 ',
    ' 2024-10',
    '2024-10-23~~',
    '2024-10-23\n',
    '',
    'yesterday',
  ])('%j stays as it is', (edtf) => {
    expect(dateWords(edtf)).toBe(edtf)
  })

  test('of every day of a year is the day, the month and the year', () => {
    const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
    for (let i = 0; i < 366; i++) {
      const day = new Date(Date.UTC(2024, 0, 1 + i))
      const words = `${day.getUTCDate()} ${names[day.getUTCMonth()]} 2024`
      expect(dateWords(day.toISOString().slice(0, 10))).toBe(words)
    }
  })

  test('of no text throws, and what is not a date comes back unchanged', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const words = dateWords(text)
        if (!/^\d{4}-\d{2}/.test(text)) expect(words).toBe(text)
      }),
    )
  })
})

describe('a number', () => {
  test.each([
    [0, '0'],
    [7, '7'],
    [12, '12'],
    [999, '999'],
    [1000, '1,000'],
    [9999, '9,999'],
    [12_000, '12,000'],
    [123_456, '123,456'],
    [1_000_000, '1,000,000'],
    [1_234_567_890, '1,234,567,890'],
    [-5, '-5'],
    [-1500, '-1,500'],
    [-100, '-100'],
    [0.5, '0.5'],
    [2.125, '2.125'],
    [1234.5678, '1,234.5678'],
    [-1234.5, '-1,234.5'],
    [1e21, '1e+21'],
  ])('%d is "%s"', (value, words) => {
    expect(numberWords(value)).toBe(words)
  })

  test('keeps its digits, in groups of three', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        const words = numberWords(n)
        expect(Number(words.replaceAll(',', ''))).toBe(n)
        expect(words).toMatch(/^-?\d{1,3}(,\d{3})*$/)
      }),
    )
  })

  test('is never grouped behind the point', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        (n, d) => {
          const words = numberWords(Number(`${n}.12345${d}`))
          expect(words.split('.')[1]).not.toContain(',')
          expect(Number(words.replaceAll(',', ''))).toBe(Number(`${n}.12345${d}`))
        },
      ),
    )
  })
})

describe('a count', () => {
  test.each([
    [0, 'claim', undefined, '0 claims'],
    [1, 'claim', undefined, '1 claim'],
    [2, 'claim', undefined, '2 claims'],
    [1200, 'report', undefined, '1,200 reports'],
    [1, 'person', 'people', '1 person'],
    [3, 'person', 'people', '3 people'],
    [0, 'person', 'people', '0 people'],
    [1, 'entry', 'entries', '1 entry'],
    [21, 'entry', 'entries', '21 entries'],
  ] as const)('%d %s %s is "%s"', (n, one, many, words) => {
    expect(many === undefined ? count(n, one) : count(n, one, many)).toBe(words)
  })
})

describe('an amount', () => {
  const none = { low: null, best: null, high: null, bound: 'exact', unit: null }
  test.each([
    [{ best: 12 }, '12'],
    [{ best: 12_000 }, '12,000'],
    [{ best: 30, unit: 'percent' }, '30 percent'],
    [{ best: 30, bound: 'about', unit: 'percent' }, 'about 30 percent'],
    [{ low: 600_000, bound: 'more than' }, 'more than 600,000'],
    [{ high: 40, bound: 'at most', unit: 'km' }, 'at most 40 km'],
    [{ low: 10_000, high: 12_000, bound: 'between' }, '10,000 to 12,000'],
    [{ low: 1, high: 2, best: 1.5, bound: 'between', unit: 'USD' }, '1 to 2 USD'],
    [{ low: 5, bound: 'between' }, 'between 5'],
    [{ best: 0 }, '0'],
    [{ low: 0, high: 0, bound: 'between' }, '0 to 0'],
    [{}, 'no number'],
    [{ unit: 'USD' }, 'no number'],
    [{ bound: 'about' }, 'no number'],
  ])('%j is "%s"', (over, words) => {
    expect(amountWords({ ...none, ...over })).toBe(words)
  })

  test('names the best value before the low one, and the low one before the high one', () => {
    expect(amountWords({ ...none, low: 1, best: 2, high: 3 })).toBe('2')
    expect(amountWords({ ...none, low: 1, high: 3 })).toBe('1')
    expect(amountWords({ ...none, high: 3 })).toBe('3')
  })

  test('ends in its unit and starts with its bound', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('about', 'at least', 'at most'), (best, bound) => {
        const words = amountWords({ ...none, best, bound, unit: 'tonnes' })
        expect(words).toBe(`${bound} ${numberWords(best)} tonnes`)
      }),
    )
  })
})
