/** Tests windows: every token is read for itself exactly once, limits hold, and the start does not depend on the end. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextWords, windowsOf } from './windows.ts'

const limits = { words: 160, longest: 240, pieces: 512 }
const endsOf = (sizes: readonly number[]): number[] => {
  let sum = 0
  return sizes.map((size) => {
    sum += size
    return sum
  })
}
const ones = (n: number): number[] => new Array<number>(n).fill(1)

const report = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 700 })), {
    maxLength: 40,
  })
  .chain((sizes) => {
    const words = sizes.reduce((a, b) => a + b, 0)
    return fc.record({
      ends: fc.constant(endsOf(sizes)),
      pieces: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: words, maxLength: words }),
    })
  })

describe('windowsOf', () => {
  test('a short report is one window', () => {
    expect(windowsOf([20, 45, 60], ones(60), limits)).toEqual([{ from: 0, own: 0, to: 60 }])
  })

  test('nothing gives no window', () => {
    expect(windowsOf([], [], limits)).toEqual([])
  })

  test('a window begins with whole sentences of the one before, as many as context allows', () => {
    const ends = endsOf([60, 60, 20, 10, 60])
    expect(windowsOf(ends, ones(210), limits)).toEqual([
      { from: 0, own: 0, to: 150 },
      { from: 120, own: 150, to: 210 },
    ])
  })

  test('a long last sentence is no context', () => {
    const ends = endsOf([150, 150])
    expect(windowsOf(ends, ones(300), limits)).toEqual([
      { from: 0, own: 0, to: 150 },
      { from: 150, own: 150, to: 300 },
    ])
  })

  test('a sentence of up to 240 words stays whole, a longer one is cut', () => {
    expect(windowsOf([240], ones(240), limits)).toEqual([{ from: 0, own: 0, to: 240 }])
    expect(windowsOf([241], ones(241), limits)).toEqual([
      { from: 0, own: 0, to: 240 },
      { from: 240, own: 240, to: 241 },
    ])
  })

  test('words of many pieces fill a window sooner', () => {
    const eights = new Array<number>(100).fill(8)
    expect(windowsOf([100], eights, limits)).toEqual([
      { from: 0, own: 0, to: 63 },
      { from: 63, own: 63, to: 100 },
    ])
  })

  test('every token is some window’s own, once and in order; limits hold', () => {
    fc.assert(
      fc.property(report, ({ ends, pieces }) => {
        let next = 0
        for (const { from, own, to } of windowsOf(ends, pieces, limits)) {
          expect(own).toBe(next)
          expect(to).toBeGreaterThan(own)
          expect(own - from).toBeGreaterThanOrEqual(0)
          expect(own - from).toBeLessThanOrEqual(contextWords)
          expect(to - from).toBeLessThanOrEqual(limits.longest)
          const cost = pieces.slice(from, to).reduce((a, b) => a + b, 0)
          expect(cost).toBeLessThanOrEqual(limits.pieces - 2)
          next = to
        }
        expect(next).toBe(pieces.length)
      }),
    )
  })

  test('what comes later does not move earlier windows', () => {
    fc.assert(
      fc.property(report, fc.nat(), ({ ends, pieces }, pick) => {
        if (ends.length < 2) return
        const cut = 1 + (pick % (ends.length - 1))
        const end = ends[cut - 1] ?? 0
        const whole = windowsOf(ends, pieces, limits)
        const part = windowsOf(ends.slice(0, cut), pieces.slice(0, end), limits)
        expect(whole.slice(0, part.length - 1)).toEqual(part.slice(0, -1))
      }),
    )
  })
})
