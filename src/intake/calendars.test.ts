/** Tests of other calendars: every day of the solar calendar against the platform's own, years of eras and of Thailand. */
import { describe, expect, test } from 'vitest'
import { gregorianYear, isSolarYear, solarDay } from './calendars.ts'

test('the solar calendar agrees with the platform on every day from 1982 to 2045', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const wrong: string[] = []
  for (let t = Date.UTC(1982, 0, 1); t < Date.UTC(2046, 0, 1); t += 86_400_000) {
    const parts = new Map(format.formatToParts(new Date(t)).map((p) => [p.type, Number(p.value)]))
    const day = new Date(t).toISOString().slice(0, 10)
    if (solarDay(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0) !== day)
      wrong.push(day)
  }
  expect(wrong).toEqual([])
})

describe('days that do not exist', () => {
  test.each([
    [1403, 0, 1],
    [1403, 13, 1],
    [1403, 1, 0],
    [1403, 1, 32],
    [1403, 7, 31],
    [1402, 12, 30],
  ])('%i-%i-%i', (year, month, day) => {
    expect(solarDay(year, month, day)).toBeNull()
  })

  test('the last day of a leap year does', () => {
    expect(solarDay(1403, 12, 30)).toBe('2025-03-20')
  })
})

test.each([
  [1403, 'fa', true],
  [1403, null, true],
  [1446, 'fa', false],
  [1403, 'ar', false],
  [2024, 'fa', false],
])('%i in %s is a solar year: %s', (year, language, solar) => {
  expect(isSolarYear(year, language)).toBe(solar)
})

test.each([
  [2024, null, 2024],
  [2567, null, 2024],
  [113, '民國', 2024],
  [113, '中華民國', 2024],
  [6, '令和', 2024],
  [31, '平成', 2019],
  [64, '昭和', 1989],
  [2024, '令和', 2024],
  [6, '平和', 6],
])('year %i after %s is %i', (year, before, gregorian) => {
  expect(gregorianYear(year, before)).toBe(gregorian)
})
