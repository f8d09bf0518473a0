/** Days: what every form of a date may mean, first and last, held against the calendar. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../fault/fault.ts'
import { daysOf, daysOfFilter, rangeOf } from './days.ts'

const none = { first: '', last: '' }
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const two = (n: number): string => String(n).padStart(2, '0')
const year = fc.integer({ min: 1000, max: 9999 })
const month = fc.integer({ min: 1, max: 12 })
const mark = fc.constantFrom('', '~', '?', '%')

describe('the days', () => {
  test('of a day are the day itself, approximate or not', () => {
    const day = fc.integer({ min: 1, max: 28 })
    fc.assert(
      fc.property(year, month, day, mark, (y, m, d, approximate) => {
        const edtf = `${y}-${two(m)}-${two(d)}`
        expect(daysOf(edtf + approximate)).toEqual({ first: edtf, last: edtf })
      }),
    )
  })

  test('of a month end where the calendar ends it', () => {
    fc.assert(
      fc.property(year, month, mark, (y, m, approximate) => {
        expect(daysOf(`${y}-${two(m)}${approximate}`)).toEqual({
          first: `${y}-${two(m)}-01`,
          last: iso(Date.UTC(y, m, 0)),
        })
      }),
    )
  })

  test('of a year are its first and last', () => {
    fc.assert(
      fc.property(year, mark, (y, approximate) => {
        const days = { first: `${y}-01-01`, last: `${y}-12-31` }
        expect(daysOf(`${y}${approximate}`)).toEqual(days)
        expect(daysOf(`${y}-XX`)).toEqual(days)
        expect(daysOf(`${y}-XX-XX`)).toEqual(days)
        for (const season of [21, 22, 23, 24]) expect(daysOf(`${y}-${season}`)).toEqual(days)
      }),
    )
  })

  test('of an interval go from its start to its end', () => {
    fc.assert(
      fc.property(year, month, year, month, (y1, m1, y2, m2) => {
        const [a, b] = [`${y1}-${two(m1)}`, `${y2}-${two(m2)}`]
        expect(daysOf(`${a}/${b}`)).toEqual({ first: daysOf(a).first, last: daysOf(b).last })
      }),
    )
  })

  test.each([
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2024-04', '2024-04-01', '2024-04-30'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['XXXX', '0000-01-01', '9999-12-31'],
    ['202X-05', '2020-05-01', '2029-05-31'],
    ['2024-1X', '2024-01-01', '2024-12-31'],
    ['2024-10-1X', '2024-10-01', '2024-10-31'],
    ['2024-XX-15', '2024-01-01', '2024-12-31'],
    ['2024-10-23T23:59:59+02:00', '2024-10-23', '2024-10-23'],
    ['2024-10-23T08:00', '2024-10-23', '2024-10-23'],
    ['2024-10-23/2024-10', '2024-10-23', '2024-10-31'],
    ['2024/2025', '2024-01-01', '2025-12-31'],
    ['2024-10~/2024-11~', '2024-10-01', '2024-11-30'],
    ['2024-10-23/', '2024-10-23', '9999-12-31'],
    ['/2024-10-23', '0001-01-01', '2024-10-23'],
    ['../..', '0001-01-01', '9999-12-31'],
    ['2024-00', '2024-01-01', '2024-12-31'],
  ])('of %s are %s and %s', (edtf, first, last) => {
    expect(daysOf(edtf)).toEqual({ first, last })
  })

  test.each([
    '',
    ' ',
    'yesterday',
    '24',
    '202',
    '20245',
    '2024-',
    '2024-1',
    '2024-10-',
    '2024-10-2',
    '2024-10-234',
    '2024/10/23',
    '23.10.2024',
    '2024-10-23 08:00',
    '2024-10-23Tnoon',
    ' 2024',
    '2024 ',
    '2024~~',
    '-2024',
    'Y20240',
    '2024x',
    'xxxx',
    '٢٠٢٤',
    'nonsense/2024',
    '2024/nonsense',
    "2024' or 1=1",
  ])('%j has none', (edtf) => {
    expect(daysOf(edtf)).toEqual(none)
  })

  test('no date has none', () => {
    expect(daysOf(null)).toEqual(none)
  })

  test('of any text are two days or none', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'0123456789X-/~?.T:Z'), maxLength: 24 }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const days = daysOf(text)
        if (days.first === '') expect(days).toEqual(none)
        else for (const day of [days.first, days.last]) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
      { numRuns: 500 },
    )
  })

  test('of a coarser form hold those of every finer one', () => {
    fc.assert(
      fc.property(year, month, fc.integer({ min: 1, max: 28 }), (y, m, d) => {
        const forms = [`${y}-${two(m)}-${two(d)}`, `${y}-${two(m)}`, `${y}`, `${y}`.slice(0, 3)]
        const all = forms.map((f) => daysOf(f.length === 3 ? `${f}X` : f))
        for (let i = 1; i < all.length; i++) {
          const [inner = none, outer = none] = [all[i - 1], all[i]]
          expect(outer.first <= inner.first && inner.last <= outer.last).toBe(true)
        }
      }),
    )
  })
})

describe('a filter', () => {
  test('takes what has days', () => {
    for (const edtf of ['2024', '2024-10', '2024-10-23', '2024-10~', '202X', '2024/2025'])
      expect(daysOfFilter(edtf)).toEqual(daysOf(edtf))
  })

  test.each([
    '2024-02-29',
    '2000-02-29',
    '0096-02-29',
    '2024-02-XX',
    '2024-21',
    '2024-24~',
    '202X-02-29',
    '2024-04-30/2024-05-31',
    '../2024-02-29',
    '2024-02-29/',
  ])('takes %j, which the calendar has', (value) => {
    expect(daysOfFilter(value)).toEqual(daysOf(value))
  })

  test.each([
    '2024-02-30',
    '2024-02-31',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-10-00',
    '2024-10-32',
    '2024-00-10',
    '2024-13-01',
    '2024-13',
    '2024-00',
    '2024-21-05',
    '2024-99',
    '2024-02-31T10:00:00Z',
    '2024-02-31~',
    '2024-10-01/2024-11-31',
    '2024-02-31/2024-10-01',
    '2024-11-01/2024-10-01',
    '2025/2024',
  ])('refuses %j, which no calendar has', (value) => {
    expect(() => daysOfFilter(value)).toThrow(
      expect.objectContaining({ code: 'intake/bad-date', exit: 2 }),
    )
  })

  test('quotes no more of a long word than a person can read', () => {
    expect(() => daysOfFilter('x'.repeat(100_000))).toThrow(/^x{80} is not a date/)
  })

  test.each(['', 'soon', '2024-1', '10/2024', "'; --"])('refuses %j in words', (value) => {
    try {
      daysOfFilter(value)
      expect.fail('no fault')
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Fault)
      expect(thrown).toMatchObject({ code: 'intake/bad-date', data: { value }, status: 422 })
    }
  })
})

describe('a range', () => {
  test.each<[string | undefined, string | undefined, string | null, string | null]>([
    [undefined, undefined, null, null],
    ['2024-10-18', undefined, '2024-10-18', null],
    [undefined, '2024-10', null, '2024-10-31'],
    ['2024', '2024', '2024-01-01', '2024-12-31'],
    ['2024-10-18', '2024-10-18', '2024-10-18', '2024-10-18'],
    ['2024-10-18', '2024-10', '2024-10-18', '2024-10-31'],
    ['2024-12', '2024', '2024-12-01', '2024-12-31'],
    ['2024-10-20/2024-10-25', '2024-10-20/2024-10-25', '2024-10-20', '2024-10-25'],
  ])('from %j to %j is %j to %j', (after, before, from, to) => {
    expect(rangeOf(after, before)).toEqual({ from, to })
  })

  test.each([
    ['2025-01-01', '2024-01-01'],
    ['2024-10-19', '2024-10-18'],
    ['2025', '2024'],
    ['2024-11', '2024-10-31'],
  ])('from %s to %s ends before it begins, and says so', (after, before) => {
    expect(() => rangeOf(after, before)).toThrow(
      expect.objectContaining({
        code: 'input/invalid',
        message: expect.stringContaining(`${before} is earlier than after, ${after}`),
      }),
    )
  })

  test.each([
    ['soon', undefined],
    [undefined, '2024-02-30'],
    ['2025', 'soon'],
  ])('from %j to %j has a date that is none', (after, before) => {
    expect(() => rangeOf(after, before)).toThrow(
      expect.objectContaining({ code: 'intake/bad-date' }),
    )
  })
})
