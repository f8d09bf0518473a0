/** Tests anchors and durations: which day is meant where words leave it open, and how lengths are written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, weekdayOf } from '../../text/calendar.ts'
import { readPublished, resolveMonth, resolveMonthDay, resolveWeekday } from './anchors.ts'
import { durationText, openDuration } from './durations.ts'
import { dayText } from './periods.ts'

const friday = readPublished('2024-10-25')

describe('readPublished', () => {
  test.each([
    ['2024-10-25', 2024, 10, dayNumber(2024, 10, 25)],
    ['2024-10-25T08:00:00Z', 2024, 10, dayNumber(2024, 10, 25)],
    ['2024-10-25~', 2024, 10, dayNumber(2024, 10, 25)],
    ['2024-10', 2024, 10, null],
    ['2024-10?', 2024, 10, null],
    ['2024', 2024, null, null],
    ['2023-02-29', 2023, 2, null],
    ['2024-13', 2024, null, null],
    ['2024-00-10', 2024, null, null],
  ])('%s', (edtf, year, month, day) => {
    expect(readPublished(edtf)).toEqual({ year, month, day })
  })

  test.each(['', '24', '202X', '2024/2025', 'soon', null])('%s is none', (edtf) => {
    expect(readPublished(edtf)).toBeNull()
  })
})

describe('resolveWeekday, from a Friday', () => {
  test.each([
    [5, null, 0, '2024-10-25'],
    [4, null, 0, '2024-10-24'],
    [6, null, 0, '2024-10-19'],
    [4, null, 1, '2024-10-31'],
    [6, null, 1, '2024-10-26'],
    [5, 'last', 0, '2024-10-18'],
    [4, 'last', 0, '2024-10-24'],
    [5, 'next', 0, '2024-11-01'],
    [6, 'next', 0, '2024-10-26'],
    [7, 'this', 0, '2024-10-27'],
    [1, 'this', -1, '2024-10-21'],
  ] as const)('weekday %d, %s, %d: %s', (weekday, shift, direction, day) => {
    expect(resolveWeekday(friday, weekday, shift, direction).timex).toBe(day)
  })

  test('without a day the weekday stays open', () => {
    expect(resolveWeekday(readPublished('2024-10'), 2, null, 0)).toMatchObject({
      timex: 'XXXX-WXX-2',
      edtf: null,
    })
  })

  test('is that weekday, at most a week away, on the right side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40000 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('last', 'next', null),
        (n, weekday, shift) => {
          const found = resolveWeekday(readPublished(dayText(n)), weekday, shift, 0).first as number
          expect(weekdayOf(found)).toBe(weekday)
          expect(Math.abs(found - n)).toBeLessThanOrEqual(7)
          if (shift === 'last') expect(found).toBeLessThan(n)
          else if (shift === 'next') expect(found).toBeGreaterThan(n)
          else expect(found).toBeLessThanOrEqual(n)
        },
      ),
    )
  })
})

describe('resolveMonth, from October 2024', () => {
  test.each([
    [8, null, -1, '2024-08'],
    [8, null, 1, '2025-08'],
    [10, null, -1, '2024-10'],
    [10, null, 1, '2024-10'],
    [12, null, -1, '2023-12'],
    [12, null, 1, '2024-12'],
    [8, 'last', 0, '2024-08'],
    [10, 'last', 0, '2023-10'],
    [12, 'last', 0, '2023-12'],
    [12, 'next', 0, '2024-12'],
    [10, 'next', 0, '2025-10'],
    [3, 'next', 0, '2025-03'],
    [3, 'this', 0, '2024-03'],
  ] as const)('month %d, %s, %d: %s', (month, shift, direction, timex) => {
    expect(resolveMonth(friday, month, shift, direction).timex).toBe(timex)
  })

  test('without a publication date', () => {
    expect(resolveMonth(null, 5, null, 0)).toMatchObject({ timex: 'XXXX-05', edtf: 'XXXX-05' })
    expect(resolveMonth(readPublished('2024'), 5, null, 0).timex).toBe('2024-05')
  })
})

describe('resolveMonthDay, from 25 October 2024', () => {
  test.each([
    [10, 23, null, 0, '2024-10-23'],
    [11, 4, null, -1, '2024-11-04'],
    [9, 30, null, 1, '2024-09-30'],
    [2, 29, null, 0, '2024-02-29'],
    [3, 15, null, 1, '2025-03-15'],
    [3, 15, null, -1, '2024-03-15'],
    [1, 15, 3, 0, '2025-01-15'],
    [1, 15, 1, 0, '2024-01-15'],
  ] as const)('%d-%d, weekday %s, %d: %s', (month, day, weekday, direction, timex) => {
    expect(resolveMonthDay(friday, month, day, weekday, direction)?.timex).toBe(timex)
  })

  test('a day that no near year has is none', () => {
    expect(resolveMonthDay(readPublished('2022-06-01'), 2, 29, null, 0)).toBeNull()
    expect(resolveMonthDay(friday, 4, 31, null, 0)).toBeNull()
    expect(resolveMonthDay(null, 10, 23, null, 0)?.timex).toBe('XXXX-10-23')
  })
})

describe('durations', () => {
  const unit = (code: string, prefix: 'P' | 'PT', letter: string, factor = 1) =>
    ({ code, prefix, letter, factor, grain: 'day', open: `X${letter}` }) as const
  test.each([
    [unit('D', 'P', 'D'), 3, 'P3D'],
    [unit('W', 'P', 'W'), 2, 'P2W'],
    [unit('Y', 'P', 'Y'), 1.5, 'P1Y6M'],
    [unit('Y', 'P', 'Y'), 0.5, 'P6M'],
    [unit('Y', 'P', 'Y'), 0.25, 'P3M'],
    [unit('H', 'PT', 'H'), 2.5, 'PT2H30M'],
    [unit('H', 'PT', 'H'), 0.5, 'PT30M'],
    [unit('m', 'PT', 'M'), 1.5, 'PT1M30S'],
    [unit('D', 'P', 'D'), 1.5, 'P1.5D'],
    [unit('FN', 'P', 'W', 2), 3, 'P6W'],
    [unit('D', 'P', 'D'), Number.POSITIVE_INFINITY, 'PXD'],
  ])('%# is %s', (u, count, text) => {
    expect(durationText(u, count)).toBe(text)
  })
  test('of an unknown count', () => {
    expect(openDuration(unit('W', 'P', 'W'))).toBe('PXW')
  })
})
