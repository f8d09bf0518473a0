/** Spans: the arithmetic of half-open ranges. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareSpans,
  contains,
  cover,
  lengthOf,
  mergeSpans,
  overlaps,
  type Span,
  span,
  trim,
  words,
} from './span.ts'

const anySpan = fc
  .tuple(fc.nat(200), fc.nat(40))
  .map(([from, length]): Span => ({ from, to: from + length }))

describe('span', () => {
  test('refuses a range that runs backwards, and says which', () => {
    expect(() => span(5, 3)).toThrow('5..3')
    expect(() => span(-1, 3)).toThrow(RangeError)
  })

  test('gives the words of a place, half-open', () => {
    expect(words('Kyiv said so', span(0, 4))).toBe('Kyiv')
    expect(lengthOf(span(5, 9))).toBe(4)
  })

  test.each([
    [span(0, 4), span(4, 8), false],
    [span(0, 5), span(4, 8), true],
    [span(2, 3), span(0, 9), true],
    [span(0, 0), span(0, 9), false],
  ])('%j overlaps %j: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected)
    expect(overlaps(b, a)).toBe(expected)
  })

  test('contains is reflexive and one-way', () => {
    expect(contains(span(0, 9), span(2, 3))).toBe(true)
    expect(contains(span(2, 3), span(0, 9))).toBe(false)
    expect(contains(span(2, 3), span(2, 3))).toBe(true)
  })

  test('of two that start together the longer comes first', () => {
    expect([span(3, 5), span(0, 2), span(0, 7)].sort(compareSpans)).toEqual([
      span(0, 7),
      span(0, 2),
      span(3, 5),
    ])
  })

  test('cover of nothing is nothing', () => {
    expect(cover([])).toBeNull()
    expect(cover([span(4, 6), span(1, 2)])).toEqual(span(1, 6))
  })

  test('trim takes every kind of blank, and leaves an all-blank span empty at its end', () => {
    const text = '\u00a0 \t\u3000said\u2029 '
    expect(words(text, trim(text, span(0, text.length)))).toBe('said')
    expect(lengthOf(trim('   ', span(0, 3)))).toBe(0)
  })

  test('merging is sorted, gapless inside, and covers the same characters', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 30 }), (spans) => {
        const merged = mergeSpans(spans)
        for (let i = 1; i < merged.length; i++)
          expect(merged[i]!.from).toBeGreaterThan(merged[i - 1]!.to)
        const inAny = (list: readonly Span[], at: number): boolean =>
          list.some((s) => s.from <= at && at < s.to)
        for (let at = 0; at < 240; at += 3) expect(inAny(merged, at)).toBe(inAny(spans, at))
      }),
    )
  })
})
