/** Hedges: certainty words are found where they stand, as whole words, once each, and nowhere else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { plain } from '../../../src/model/certainty.ts'
import { findWords, hedgesOf } from './hedges.ts'

const text = 'Maybe the ships may leave. He said it was likely that they would, as May begins.'

describe('words', () => {
  test.each<[string, number, number, string | null]>([
    ['may', 0, 26, 'may'],
    ['Likely', 26, 80, 'likely'],
    ['likely that', 26, 80, 'likely that'],
    ['like', 26, 80, null],
    ['may', 0, 10, null],
    ['leave.', 0, 26, 'leave.'],
    ['', 0, 80, null],
    [' ', 0, 80, null],
  ])('%j in %i..%i', (words, from, to, found) => {
    const at = findWords(text, words, from, to)
    expect(at === null ? null : text.slice(at.from, at.to)).toBe(found)
  })

  test('keep their places in letters that change their length with their case', () => {
    const turkish = 'İİİ may leave'
    const at = findWords(turkish, 'may', 0, turkish.length)
    expect(at && turkish.slice(at.from, at.to)).toBe('may')
  })

  test('that are found lie in the range and are the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 3 }), fc.nat(9), (all, words, from) => {
        const at = findWords(all, words, from, all.length)
        if (at === null) return
        expect(at.from).toBeGreaterThanOrEqual(from)
        expect(at.to).toBeLessThanOrEqual(all.length)
        expect(all.slice(at.from, at.to).toLowerCase()).toBe(words.toLowerCase())
      }),
    )
  })
})

describe('the hedges of a report', () => {
  const claim = (from: number, to: number, words: string[]): AnalysedClaim =>
    ({
      id: `c${from}`,
      from,
      to,
      quote: text.slice(from, to),
      chain: [{ voice: 'report' }],
      certainty: { ...plain, words, class: words.length > 0 ? 'possibility' : null },
    }) as unknown as AnalysedClaim
  const analysis = {
    document: { text },
    sentences: [
      [0, 26],
      [27, 80],
    ],
    attributions: [],
  } as unknown as Analysis
  const told = (...claims: AnalysedClaim[]): string[] =>
    hedgesOf(analysis, claims).map((s) => `${s.from} ${text.slice(s.from, s.to)}`)

  test('stand in the claim, or else in its sentence', () => {
    expect(told(claim(6, 25, ['may']))).toEqual(['16 may'])
    expect(told(claim(53, 63, ['likely']))).toEqual(['42 likely'])
  })

  test('of two claims stand once, in the order of the text', () => {
    expect(told(claim(53, 63, ['likely']), claim(6, 25, ['may']), claim(10, 25, ['may']))).toEqual([
      '16 may',
      '42 likely',
    ])
  })

  test('that are nowhere are not shown', () => {
    expect(told(claim(6, 25, ['perhaps']))).toEqual([])
    expect(told(claim(6, 25, []))).toEqual([])
  })
})
