/** When: what of a time is certain, what is only its frame, and what is open. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type When, whenOf } from './when.ts'

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const told = (w: When | null) => {
  const iso = (d: number | null): string | null =>
    d === null ? null : new Date(d * 86_400_000).toISOString().slice(0, 10)
  return w === null
    ? null
    : [iso(w.firstStart), iso(w.lastStart), iso(w.firstEnd), iso(w.lastEnd), w.about]
}

describe('a time', () => {
  test.each<[string, (string | null | boolean)[] | null]>([
    // one day is certain from its start to its end
    ['2024-10-23', ['2024-10-23', '2024-10-23', '2024-10-24', '2024-10-24', false]],
    ['2024-10-23T14:30', ['2024-10-23', '2024-10-23', '2024-10-24', '2024-10-24', false]],
    // of anything longer only the frame is known
    ['2024-02', ['2024-02-01', '2024-03-01', '2024-02-01', '2024-03-01', false]],
    ['2024', ['2024-01-01', '2025-01-01', '2024-01-01', '2025-01-01', false]],
    ['2024-10-XX', ['2024-10-01', '2024-11-01', '2024-10-01', '2024-11-01', false]],
    ['202X', ['2020-01-01', '2030-01-01', '2020-01-01', '2030-01-01', false]],
    ['2024-10-1X', ['2024-10-10', '2024-10-20', '2024-10-10', '2024-10-20', false]],
    ['2024-24', ['2024-12-01', '2025-03-01', '2024-12-01', '2025-03-01', false]],
    ['2024-36', ['2024-10-01', '2025-01-01', '2024-10-01', '2025-01-01', false]],
    // an interval of days is certain throughout, one of months between its end months
    ['2024-10-18/2024-10-25', ['2024-10-18', '2024-10-18', '2024-10-26', '2024-10-26', false]],
    ['2024-08/2024-10', ['2024-08-01', '2024-09-01', '2024-10-01', '2024-11-01', false]],
    // open ends
    ['2024-10-18/..', ['2024-10-18', '2024-10-18', null, null, false]],
    ['2024-10-18/', ['2024-10-18', '2024-10-18', null, null, false]],
    ['../2024-12', [null, null, '2024-12-01', '2025-01-01', false]],
    // about
    ['2024-10~', ['2024-10-01', '2024-11-01', '2024-10-01', '2024-11-01', true]],
    ['2024-10-~23', ['2024-10-23', '2024-10-23', '2024-10-24', '2024-10-24', true]],
    ['2024?/2025', ['2024-01-01', '2025-01-01', '2025-01-01', '2026-01-01', true]],
    // one of several
    ['[2024-10-03,2024-10-09]', ['2024-10-03', '2024-10-10', '2024-10-03', '2024-10-10', false]],
    ['{2024-10..2024-12}', ['2024-10-01', '2025-01-01', '2024-10-01', '2025-01-01', false]],
    // not days
    ['../..', null],
    ['XXXX-10', null],
    ['soon', null],
    ['2024-13', null],
    ['2024-10-23/soon', null],
    ['', null],
  ])('%s', (edtf, expected) => {
    expect(told(whenOf(edtf))).toEqual(expected)
  })

  test('that is not there has no days', () => {
    expect(whenOf(null)).toBeNull()
  })

  test('before the year 100 stays there', () => {
    expect(whenOf('0044-03-15')?.firstStart).toBe(day('0044-03-15'))
  })

  test('never starts after it ends, whatever is written', () => {
    const side = fc.constantFrom(
      '2024',
      '2024-10',
      '2024-10-18',
      '202X',
      '2024-XX',
      '2024-21~',
      '..',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(side, side).map((s) => s.join('/')),
        ),
        (text) => {
          const w = whenOf(text)
          if (w === null || w.firstStart === null || w.lastEnd === null) return
          expect(w.firstStart).toBeLessThanOrEqual(w.lastStart ?? Number.NaN)
          expect(w.firstEnd ?? Number.NaN).toBeLessThanOrEqual(w.lastEnd)
        },
      ),
    )
  })
})
