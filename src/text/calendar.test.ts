/** Tests the calendar against the platform's UTC dates and against days that anyone can look up. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civil,
  dayNumber,
  daysIn,
  easter,
  isDate,
  isLeap,
  mondayOf,
  nthWeekday,
  weekdayOf,
  weekOf,
} from './calendar.ts'

const text = (number: number): string => {
  const { year, month, day } = civil(number)
  return [year, month, day].join('-')
}

describe('isLeap', () => {
  test.each([
    [2024, true],
    [2023, false],
    [2000, true],
    [1900, false],
    [2100, false],
    [2400, true],
    [1600, true],
    [1700, false],
    [4, true],
    [0, true],
    [-4, true],
    [-1, false],
    [-100, false],
    [-400, true],
  ])('%d: %s', (year, leap) => {
    expect(isLeap(year)).toBe(leap)
  })

  test('a leap year has 366 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 9000 }), (year) => {
        const days = dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1)
        expect(days).toBe(isLeap(year) ? 366 : 365)
      }),
    )
  })
})

describe('daysIn', () => {
  test.each([
    [2024, 1, 31],
    [2024, 2, 29],
    [2023, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2024, 3, 31],
    [2024, 4, 30],
    [2024, 5, 31],
    [2024, 6, 30],
    [2024, 7, 31],
    [2024, 8, 31],
    [2024, 9, 30],
    [2024, 10, 31],
    [2024, 11, 30],
    [2024, 12, 31],
    [2024, 0, 0],
    [2024, 13, 0],
    [2024, -1, 0],
  ])('%d-%d has %d days', (year, month, days) => {
    expect(daysIn(year, month)).toBe(days)
  })
})

describe('isDate', () => {
  test.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [2024, 2, 30, false],
    [2024, 4, 31, false],
    [2024, 12, 31, true],
    [2024, 12, 32, false],
    [2024, 1, 0, false],
    [2024, 1, -1, false],
    [2024, 13, 1, false],
    [2024, 0, 1, false],
    [2024, 6, 1.5, false],
    [2024, 6, Number.NaN, false],
  ])('%d-%d-%d: %s', (year, month, day, ok) => {
    expect(isDate(year, month, day)).toBe(ok)
  })

  test('agrees with a date that survives a round trip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const back = civil(dayNumber(year, month, day))
          const same = back.year === year && back.month === month && back.day === day
          expect(same).toBe(isDate(year, month, day))
        },
      ),
    )
  })
})

describe('dayNumber and civil', () => {
  test.each([
    [1970, 1, 1, 0],
    [1970, 1, 2, 1],
    [1969, 12, 31, -1],
    [2000, 1, 1, 10957],
    [2000, 3, 1, 11017],
    [2038, 1, 19, 24855],
    [1600, 1, 1, -135140],
    [1, 1, 1, -719162],
  ])('%d-%d-%d is day %d', (year, month, day, number) => {
    expect(dayNumber(year, month, day)).toBe(number)
    expect(civil(number)).toEqual({ year, month, day })
  })

  test('days follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800000, max: 800000 }), (n) => {
        const a = civil(n)
        const b = civil(n + 1)
        if (b.day !== 1) {
          expect(b).toEqual({ ...a, day: a.day + 1 })
          return
        }
        expect(a.day).toBe(daysIn(a.year, a.month))
        expect(b.month).toBe((a.month % 12) + 1)
        expect(b.year).toBe(a.year + (a.month === 12 ? 1 : 0))
      }),
    )
  })
})

describe('weekdayOf and mondayOf', () => {
  test.each([
    [1970, 1, 1, 4],
    [2000, 1, 1, 6],
    [2024, 2, 29, 4],
    [2024, 10, 25, 5],
    [1969, 7, 20, 7],
    [1945, 5, 8, 2],
    [1900, 1, 1, 1],
    [2100, 3, 1, 1],
  ])('%d-%d-%d is weekday %d', (year, month, day, weekday) => {
    expect(weekdayOf(dayNumber(year, month, day))).toBe(weekday)
  })

  test('the Monday is a Monday at most six days back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500000, max: 500000 }), (n) => {
        const monday = mondayOf(n)
        expect(weekdayOf(monday)).toBe(1)
        expect(n - monday).toBeGreaterThanOrEqual(0)
        expect(n - monday).toBeLessThanOrEqual(6)
      }),
    )
  })
})

describe('weekOf', () => {
  test.each([
    ['2005-01-01', 2004, 53],
    ['2005-01-02', 2004, 53],
    ['2005-01-03', 2005, 1],
    ['2005-12-31', 2005, 52],
    ['2006-01-01', 2005, 52],
    ['2007-12-31', 2008, 1],
    ['2008-12-28', 2008, 52],
    ['2008-12-29', 2009, 1],
    ['2009-12-31', 2009, 53],
    ['2010-01-03', 2009, 53],
    ['2024-10-25', 2024, 43],
    ['2026-12-31', 2026, 53],
  ])('%s lies in %d-W%d', (day, year, week) => {
    const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
    expect(weekOf(dayNumber(y, m, d))).toEqual({ year, week })
  })

  test('all days of a week share it, and the next Monday has the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200000, max: 200000 }), (n) => {
        const monday = mondayOf(n)
        const own = weekOf(n)
        expect(weekOf(monday)).toEqual(own)
        expect(weekOf(monday + 6)).toEqual(own)
        const next = weekOf(monday + 7)
        if (next.year === own.year) expect(next.week).toBe(own.week + 1)
        else {
          expect(next).toEqual({ year: own.year + 1, week: 1 })
          expect(own.week).toBeGreaterThanOrEqual(52)
        }
      }),
    )
  })
})

describe('easter', () => {
  test.each([
    [1818, '1818-3-22'],
    [1943, '1943-4-25'],
    [1961, '1961-4-2'],
    [2000, '2000-4-23'],
    [2008, '2008-3-23'],
    [2011, '2011-4-24'],
    [2016, '2016-3-27'],
    [2019, '2019-4-21'],
    [2020, '2020-4-12'],
    [2021, '2021-4-4'],
    [2022, '2022-4-17'],
    [2023, '2023-4-9'],
    [2025, '2025-4-20'],
    [2038, '2038-4-25'],
  ])('%d: %s', (year, day) => {
    expect(text(easter(year))).toBe(day)
  })

  test('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const day = easter(year)
        expect(weekdayOf(day)).toBe(7)
        expect(day).toBeGreaterThanOrEqual(dayNumber(year, 3, 22))
        expect(day).toBeLessThanOrEqual(dayNumber(year, 4, 25))
      }),
    )
  })
})

describe('nthWeekday', () => {
  test.each([
    ['the fourth Thursday of November 2023', 2023, 11, 4, 4, '2023-11-23'],
    ['the first Monday of September 2024', 2024, 9, 1, 1, '2024-9-2'],
    ['the first Monday of a month that begins with it', 2024, 7, 1, 1, '2024-7-1'],
    ['the third Monday of January 2024', 2024, 1, 1, 3, '2024-1-15'],
    ['the second Sunday of May 2024', 2024, 5, 7, 2, '2024-5-12'],
    ['the last Monday of May 2021', 2021, 5, 1, -1, '2021-5-31'],
    ['the last Sunday of March 2024', 2024, 3, 7, -1, '2024-3-31'],
    ['the last but one Friday of February 2024', 2024, 2, 5, -2, '2024-2-16'],
  ])('%s', (_, year, month, weekday, nth, day) => {
    expect(text(nthWeekday(year, month, weekday, nth))).toBe(day)
  })

  test('is that weekday, in the right seven days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1800, max: 2200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        (year, month, weekday, nth) => {
          const forward = nthWeekday(year, month, weekday, nth)
          expect(weekdayOf(forward)).toBe(weekday)
          expect(civil(forward)).toMatchObject({ year, month })
          expect(Math.ceil(civil(forward).day / 7)).toBe(nth)
          const back = nthWeekday(year, month, weekday, -nth)
          expect(weekdayOf(back)).toBe(weekday)
          expect(Math.ceil((daysIn(year, month) - civil(back).day + 1) / 7)).toBe(nth)
        },
      ),
    )
  })
})
