/** Numbers in words: figures, separators, scales and suffixes, in both directions. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberStands } from './numbers.ts'

describe('a number that stands in its words', () => {
  test.each([
    ['3,000 troops', 3000],
    ['3.000 soldiers', 3000],
    ['3 000 soldiers', 3000],
    ['3\u00a0000 soldiers', 3000],
    ["3'000 francs", 3000],
    ['1.5 million', 1_500_000],
    ['1,5 million', 1_500_000],
    ['$3bn', 3_000_000_000],
    ['5k', 5000],
    ['5 km', 5],
    ['15km', 15],
    ['7 percent', 7],
    ['7%', 0.07],
    ['3 to 5 million', 3_000_000],
    ['3 to 5 million', 5_000_000],
    ['between 12 and 50', 12],
    ['between 12 and 50', 50],
    ['2 dozen', 24],
    ['0.5', 0.5],
    ['100,000 to 150,000', 150_000],
    ['minus 4 percentage points', -4],
    ['-7 points', -7],
    ['about 4 in 10', 0.4],
    ['Four in 10', 0.4],
    ['one out of 8', 0.125],
    ['three', 3],
    ['dozens', 24],
  ])('%j has %d', (words, value) => {
    expect(numberStands(words, value)).toBe(true)
  })
})

describe('a number that does not', () => {
  test.each([
    ['12 of 50', 1250],
    ['between 12 and 50', 1250],
    ['3 and 000', 3000],
    ['10 13', 1013],
    ['3,000 troops', 3],
    ['3,000 troops', 30_000],
    ['12,000', 2000],
    ['12,000', 1200],
    ['5 km', 5000],
    ['5 metres', 5_000_000],
    ['5 million', 5],
    ['5 million', 5000],
    ['$3bn', 3_000_000],
    ['31 May 2024', 312024],
    ['15 kilograms', 15_000],
    ['8 tonnes', 8e12],
    ['1.5', 15],
    ['4 points', -4],
    ['4 in 10', 0.45],
    ['4 to 10', 0.4],
  ])('%j has no %d', (words, value) => {
    expect(numberStands(words, value)).toBe(false)
  })

  test('two figures never make a third', () => {
    const small = fc.integer({ min: 1, max: 999 })
    fc.assert(
      fc.property(small, small, (a, b) => {
        const stitched = Number(`${a}${b}`)
        if (stitched === a || stitched === b) return
        expect(numberStands(`${a} of ${b}`, stitched)).toBe(false)
        expect(numberStands(`${a} and ${b}`, a)).toBe(true)
        expect(numberStands(`${a} and ${b}`, b)).toBe(true)
      }),
    )
  })

  test('part of a figure is no number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9_999_999 }), (n) => {
        const words = n.toLocaleString('en-US')
        expect(numberStands(words, n)).toBe(true)
        expect(numberStands(words, Number(String(n).slice(1)) || n + 1)).toBe(false)
        expect(numberStands(words, Number(String(n).slice(0, -1)))).toBe(false)
      }),
    )
  })
})
