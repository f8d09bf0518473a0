/** Tests numbers in figures: groups, decimals, fraction signs, and what is no number. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDigits } from './numbers-digits.ts'

describe('parseDigits', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['1200', 1200],
    ['1,200', 1200],
    ['12,000', 12000],
    ['123,456', 123456],
    ['1,234,567', 1234567],
    ['1,200.50', 1200.5],
    ['3.5', 3.5],
    ['0.25', 0.25],
    ['1,00,000', 100000],
    ['12,34,567', 1234567],
    ['1.200.000', 1200000],
    ['2½', 2.5],
    ['½', 0.5],
    ['¼', 0.25],
    ['¾', 0.75],
    ['1,200½', 1200.5],
    ['5⅝', 5.625],
  ])('%s is %d', (figures, value) => {
    expect(parseDigits(figures)).toBe(value)
  })

  test.each([
    '1,2,3',
    '1,20',
    '1234,567',
    ',500',
    '1,,000',
    '1,000,00',
    '23.10.2024',
    '1.2,000',
    '1.2.3.4',
    'abc',
    '5km',
    '٣',
    '-5',
    '+5',
    '1 000',
    '1e5',
    '½½',
  ])('%s is no number', (figures) => {
    expect(parseDigits(figures)).toBeNull()
  })

  test('more digits than a double holds are Infinity', () => {
    expect(parseDigits('9'.repeat(400))).toBe(Number.POSITIVE_INFINITY)
  })

  test('reads every whole number with and without groups', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000_000 }), (n) => {
        expect(parseDigits(String(n))).toBe(n)
        const grouped = String(n).replace(/\B(?=(\d{3})+$)/g, ',')
        expect(parseDigits(grouped)).toBe(n)
        const places = grouped.replaceAll(',', '.')
        if (places.split('.').length > 2) expect(parseDigits(places)).toBe(n)
      }),
    )
  })

  test('reads two decimals', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999999 }), fc.integer({ min: 0, max: 99 }), (n, cents) => {
        const text = `${n}.${String(cents).padStart(2, '0')}`
        expect(parseDigits(text)).toBeCloseTo(n + cents / 100, 6)
      }),
    )
  })

  test('never throws and never gives NaN', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'0123456789,.½ -'), { maxLength: 12 }),
        (characters) => {
          const value = parseDigits(characters.join(''))
          // A lone point has no digits and is asked about by nobody.
          fc.pre(/\d/.test(characters.join('')))
          if (value !== null) expect(Number.isNaN(value)).toBe(false)
        },
      ),
    )
  })
})
