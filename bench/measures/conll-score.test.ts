/** Tests the CoNLL score: worked examples, and what every score must have. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chains, conllF1 } from './conll-score.ts'

const chains = (...list: readonly (readonly number[])[]): Chains => list.map((c) => new Set(c))
const score = (made: Chains, gold: Chains) => conllF1([{ made, gold }])

describe('conllF1', () => {
  test('the same chains score 1, in any order', () => {
    const gold = chains([1, 2, 3], [4, 5])
    for (const value of Object.values(score(chains([5, 4], [3, 1, 2]), gold)))
      expect(value).toBeCloseTo(1)
  })

  test('nothing made, or nothing there, scores 0', () => {
    expect(score([], chains([1, 2]))['CoNLL F1']).toBe(0)
    expect(score(chains([1, 2]), [])['CoNLL F1']).toBe(0)
  })

  test('a chain cut in two loses one link of three', () => {
    // Recall (4 - 2) / 3, precision 2 / 2.
    expect(score(chains([1, 2], [3, 4]), chains([1, 2, 3, 4]))['MUC']).toBeCloseTo(0.8)
    // Recall: each mention has half of its chain; precision: all of it.
    expect(score(chains([1, 2], [3, 4]), chains([1, 2, 3, 4]))['B3']).toBeCloseTo(2 / 3)
    // One of the two halves pairs with the whole: 2 * 2 / (4 + 2); over two made and one gold.
    expect(score(chains([1, 2], [3, 4]), chains([1, 2, 3, 4]))['CEAF-e']).toBeCloseTo(
      (2 * (1 / 3) * (2 / 3)) / (1 / 3 + 2 / 3),
    )
  })

  test('the pairing of chains is the best one, not the first', () => {
    const made = chains([1, 2, 3], [4, 5, 6])
    const gold = chains([4, 1, 2], [3, 9])
    // [1 2 3] with [4 1 2] is worth 2/3 and leaves nothing; with [3 9] 2/5, and [4 5 6] with [4 1 2] 1/3.
    const worth = Math.max(2 / 3 + 0, 2 / 5 + 1 / 3)
    expect(score(made, gold)['CEAF-e']).toBeCloseTo(worth / 2)
  })

  test('lies between 0 and 1, and does not change when the sides change places', () => {
    const some = fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 })
      .map((of) =>
        [0, 1, 2, 3]
          .map((k) => new Set(of.flatMap((x, i) => (x === k ? [i] : []))))
          .filter((c) => c.size > 1),
      )
    fc.assert(
      fc.property(some, some, (a, b) => {
        const ab = score(a, b)
        const ba = score(b, a)
        for (const [name, value] of Object.entries(ab)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1 + 1e-9)
          expect(value).toBeCloseTo(ba[name] ?? -1)
        }
      }),
    )
  })
})
