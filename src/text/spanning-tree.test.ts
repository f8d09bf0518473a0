/** Tests the best tree: one root, no cycle, and no better tree by trying all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestTree } from './spanning-tree.ts'

const sumOf = (scores: readonly number[], heads: ArrayLike<number>, n: number): number =>
  Array.from({ length: n }, (_, d) => scores[d * (n + 1) + (heads[d] ?? 0) + 1] ?? 0).reduce(
    (a, b) => a + b,
    0,
  )

function wellFormed(heads: ArrayLike<number>, n: number): boolean {
  const list = Array.from(heads)
  if (list.filter((h) => h === -1).length !== 1) return false
  return list.every((_, start) => {
    let node = start
    for (let steps = 0; node !== -1; steps++) {
      if (steps > n) return false
      node = list[node] ?? -1
    }
    return true
  })
}

/** The best sum over every choice of heads that is a tree with one root. */
function bestByTrying(scores: readonly number[], n: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Array<number>(n).fill(-1)
  const visit = (d: number): void => {
    if (d === n) {
      if (wellFormed(heads, n)) best = Math.max(best, sumOf(scores, heads, n))
      return
    }
    for (let h = -1; h < n; h++) {
      if (h === d) continue
      heads[d] = h
      visit(d + 1)
    }
  }
  visit(0)
  return best
}

const scored = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) =>
      fc
        .array(fc.integer({ min: -50, max: 0 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
        .map((scores) => ({ n, scores })),
    )

describe('bestTree', () => {
  test('nothing, and a single word', () => {
    expect([...bestTree([], 0)]).toEqual([])
    expect([...bestTree([-3, 0], 1)]).toEqual([-1])
  })

  test('a tree that the best arcs make is taken as it is', () => {
    // 0 <- 1, root 1, 1 -> 2
    const scores = [-9, -99, -1, -9, -1, -9, -99, -9, -9, -9, -1, -99]
    expect([...bestTree(scores, 3)]).toEqual([1, -1, 1])
  })

  test('two words that point at each other are parted where it costs least', () => {
    const scores = [-4, -99, 0, -1, 0, -99]
    expect([...bestTree(scores, 2)]).toEqual([1, -1])
  })

  test('of two good roots one gives way', () => {
    const scores = [0, -99, -5, -1, -3, -99]
    expect([...bestTree(scores, 2)]).toEqual([-1, 0])
  })

  test('one root, no cycle, and none better', () => {
    fc.assert(
      fc.property(scored(5), ({ n, scores }) => {
        const heads = bestTree(scores, n)
        expect(wellFormed(heads, n)).toBe(true)
        expect(sumOf(scores, heads, n)).toBe(bestByTrying(scores, n))
      }),
      { numRuns: 300 },
    )
  })

  test('long sentences keep one root and no cycle', () => {
    fc.assert(
      fc.property(scored(60), ({ n, scores }) => {
        expect(wellFormed(bestTree(scores, n), n)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
