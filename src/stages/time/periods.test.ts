/** Tests periods: how each grain is written in TIMEX3 and EDTF, and how they move. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civil, dayNumber, weekdayOf } from '../../text/calendar.ts'
import {
  centuryPeriod,
  dayPeriod,
  dayText,
  decadePeriod,
  finer,
  type Grain,
  halfPeriod,
  monthPeriod,
  monthText,
  openPeriod,
  pad,
  periodOf,
  quarterPeriod,
  seasonPeriod,
  shiftDay,
  shiftPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
  yearText,
} from './periods.ts'

/** The package has no types of its own. */
const { default: edtf } = (await import('edtf' as string)) as { default: (text: string) => unknown }

function day(text: string): number {
  const [y = 0, m = 0, d = 0] = text.split('-').map(Number)
  return dayNumber(y, m, d)
}

describe('writing', () => {
  test.each([
    [2024, '2024'],
    [987, '0987'],
    [1, '0001'],
    [0, '0000'],
    [-1, '-0001'],
    [-753, '-0753'],
    [9999, '9999'],
    [12000, 'Y12000'],
  ])('the year %d is %s', (year, text) => {
    expect(yearText(year)).toBe(text)
  })

  test('numbers are padded to a width', () => {
    expect(pad(7)).toBe('07')
    expect(pad(17)).toBe('17')
    expect(pad(7, 4)).toBe('0007')
    expect(pad(12345, 4)).toBe('12345')
  })

  test('days and months', () => {
    expect(dayText(day('2024-2-29'))).toBe('2024-02-29')
    expect(dayText(day('800-12-25'))).toBe('0800-12-25')
    expect(monthText(day('2024-2-29'))).toBe('2024-02')
  })
})

describe('each grain', () => {
  const table: readonly [string, ReturnType<typeof dayPeriod>, string, string, string, string][] = [
    ['a day', dayPeriod(day('2024-10-25')), '2024-10-25', '2024-10-25', '2024-10-25', '2024-10-25'],
    [
      'a week',
      weekPeriod(day('2024-10-25')),
      '2024-W43',
      '2024-10-21/2024-10-27',
      '2024-10-21',
      '2024-10-27',
    ],
    [
      'a week over New Year',
      weekPeriod(day('2025-1-1')),
      '2025-W01',
      '2024-12-30/2025-01-05',
      '2024-12-30',
      '2025-01-05',
    ],
    [
      'a week of the year before',
      weekPeriod(day('2021-1-2')),
      '2020-W53',
      '2020-12-28/2021-01-03',
      '2020-12-28',
      '2021-01-03',
    ],
    [
      'a weekend',
      weekendPeriod(day('2024-10-25')),
      '2024-W43-WE',
      '2024-10-26/2024-10-27',
      '2024-10-26',
      '2024-10-27',
    ],
    ['a month', monthPeriod(2024, 2), '2024-02', '2024-02', '2024-02-01', '2024-02-29'],
    ['month 0', monthPeriod(2024, 0), '2023-12', '2023-12', '2023-12-01', '2023-12-31'],
    ['month -11', monthPeriod(2024, -11), '2023-01', '2023-01', '2023-01-01', '2023-01-31'],
    ['month 25', monthPeriod(2024, 25), '2026-01', '2026-01', '2026-01-01', '2026-01-31'],
    ['quarter 1', quarterPeriod(2024, 1), '2024-Q1', '2024-33', '2024-01-01', '2024-03-31'],
    ['quarter 4', quarterPeriod(2024, 4), '2024-Q4', '2024-36', '2024-10-01', '2024-12-31'],
    ['quarter 5', quarterPeriod(2024, 5), '2025-Q1', '2025-33', '2025-01-01', '2025-03-31'],
    ['quarter -3', quarterPeriod(2024, -3), '2023-Q1', '2023-33', '2023-01-01', '2023-03-31'],
    ['half 1', halfPeriod(2023, 1), '2023-H1', '2023-40', '2023-01-01', '2023-06-30'],
    ['half 2', halfPeriod(2023, 2), '2023-H2', '2023-41', '2023-07-01', '2023-12-31'],
    ['spring', seasonPeriod(2024, 1), '2024-SP', '2024-21', '2024-03-01', '2024-05-31'],
    ['summer', seasonPeriod(2024, 2), '2024-SU', '2024-22', '2024-06-01', '2024-08-31'],
    ['autumn', seasonPeriod(2024, 3), '2024-FA', '2024-23', '2024-09-01', '2024-11-30'],
    ['winter', seasonPeriod(2023, 4), '2023-WI', '2023-24', '2023-12-01', '2024-02-29'],
    ['a year', yearPeriod(2024), '2024', '2024', '2024-01-01', '2024-12-31'],
    ['a decade', decadePeriod(1994), '199', '199X', '1990-01-01', '1999-12-31'],
    ['the decade of its first year', decadePeriod(2000), '200', '200X', '2000-01-01', '2009-12-31'],
    ['a century', centuryPeriod(20), '19', '19XX', '1900-01-01', '1999-12-31'],
    ['an early century', centuryPeriod(9), '08', '08XX', '0800-01-01', '0899-12-31'],
  ]
  test.each(table)('%s', (_, period, timex, value, first, last) => {
    expect(period.timex).toBe(timex)
    expect(period.edtf).toBe(value)
    expect(dayText(period.first ?? Number.NaN)).toBe(first)
    expect(dayText(period.last ?? Number.NaN)).toBe(last)
    expect(() => edtf(value)).not.toThrow()
  })

  test('an open period has no place in the calendar', () => {
    expect(openPeriod('PAST_REF')).toEqual({
      grain: 'vague',
      timex: 'PAST_REF',
      edtf: null,
      first: null,
      last: null,
    })
    expect(openPeriod('XXXX-05', 'month', 'XXXX-05').edtf).toBe('XXXX-05')
  })
})

const grains: readonly Grain[] = [
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
]
const days = fc.integer({ min: -150000, max: 60000 })

describe('periodOf', () => {
  test.each([
    ['2024-10-25', 'day', '2024-10-25'],
    ['2024-10-25', 'week', '2024-W43'],
    ['2024-10-25', 'weekend', '2024-W43-WE'],
    ['2024-10-25', 'month', '2024-10'],
    ['2024-10-25', 'quarter', '2024-Q4'],
    ['2024-09-30', 'quarter', '2024-Q3'],
    ['2024-06-30', 'half', '2024-H1'],
    ['2024-07-01', 'half', '2024-H2'],
    ['2024-10-25', 'season', '2024-FA'],
    ['2024-02-29', 'season', '2023-WI'],
    ['2024-12-01', 'season', '2024-WI'],
    ['2024-03-01', 'season', '2024-SP'],
    ['2024-10-25', 'year', '2024'],
    ['2024-10-25', 'decade', '202'],
    ['2024-10-25', 'century', '20'],
    ['1999-12-31', 'century', '19'],
    ['2000-01-01', 'century', '20'],
  ] as const)('%s, %s: %s', (text, grain, timex) => {
    expect(periodOf(day(text), grain).timex).toBe(timex)
  })

  test('holds the day, is whole, and writes EDTF that parses', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...grains), (n, grain) => {
        const p = periodOf(n, grain)
        const [first, last] = [p.first as number, p.last as number]
        expect(first).toBeLessThanOrEqual(n)
        expect(last).toBeGreaterThanOrEqual(n)
        expect(p.grain).toBe(grain)
        expect(periodOf(first, grain)).toEqual(p)
        expect(periodOf(last, grain)).toEqual(p)
        expect(periodOf(last + 1, grain).first).toBe(last + 1)
        expect(() => edtf(p.edtf as string)).not.toThrow()
      }),
    )
  })
})

describe('shiftDay', () => {
  test.each([
    ['2024-10-25', 'day', 1, '2024-10-26'],
    ['2024-10-25', 'day', -25, '2024-09-30'],
    ['2024-10-25', 'week', 1, '2024-11-01'],
    ['2024-10-25', 'week', 0.5, '2024-10-29'],
    ['2024-10-25', 'month', 1, '2024-11-25'],
    ['2024-10-31', 'month', 1, '2024-11-30'],
    ['2024-03-31', 'month', -1, '2024-02-29'],
    ['2023-03-31', 'month', -1, '2023-02-28'],
    ['2024-02-29', 'year', 1, '2025-02-28'],
    ['2024-02-29', 'year', 4, '2028-02-29'],
    ['2024-02-29', 'year', -1, '2023-02-28'],
    ['2024-10-25', 'quarter', 1, '2025-01-25'],
    ['2024-10-25', 'half', -1, '2024-04-25'],
    ['2024-10-25', 'decade', -1, '2014-10-25'],
    ['2024-10-25', 'century', 1, '2124-10-25'],
    ['2024-10-25', 'year', 1.5, '2026-04-25'],
  ] as const)('%s, %s %d: %s', (from, grain, count, to) => {
    expect(dayText(shiftDay(day(from), grain, count))).toBe(to)
  })

  test('weeks keep the weekday; months keep the day or take the last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (n, count) => {
        expect(weekdayOf(shiftDay(n, 'week', count))).toBe(weekdayOf(n))
        const moved = civil(shiftDay(n, 'month', count))
        const own = civil(n)
        expect(moved.year * 12 + moved.month).toBe(own.year * 12 + own.month + count)
        expect(moved.day).toBeLessThanOrEqual(own.day)
        if (own.day <= 28) expect(moved.day).toBe(own.day)
      }),
    )
  })
})

describe('shiftPeriod', () => {
  test.each([
    ['a quarter a year earlier', quarterPeriod(2024, 3), 'year', -1, '2023-Q3'],
    ['a month a year earlier', monthPeriod(2024, 2), 'year', -1, '2023-02'],
    ['a day a week later', dayPeriod(day('2024-10-25')), 'week', 1, '2024-11-01'],
    ['a year a month later', yearPeriod(2024), 'month', 1, '2024-02'],
    ['a year a decade earlier', yearPeriod(2024), 'decade', -1, '2014'],
  ] as const)('%s', (_, period, grain, count, timex) => {
    expect(shiftPeriod(period, grain, count)?.timex).toBe(timex)
  })

  test('a period without a place cannot move', () => {
    expect(shiftPeriod(openPeriod('PAST_REF'), 'day', 1)).toBeNull()
  })
})

test('finer orders the grains', () => {
  expect(finer('day', 'week')).toBe(true)
  expect(finer('week', 'week')).toBe(true)
  expect(finer('year', 'month')).toBe(false)
  expect(finer('century', 'decade')).toBe(false)
  for (let i = 0; i < grains.length; i++)
    for (let k = 0; k < grains.length; k++)
      if (
        grains[i] !== 'half' &&
        grains[i] !== 'season' &&
        grains[k] !== 'half' &&
        grains[k] !== 'season'
      )
        expect(finer(grains[i] as Grain, grains[k] as Grain)).toBe(i <= k)
})
