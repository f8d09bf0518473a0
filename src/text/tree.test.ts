/** Tests of Tree: children, extents and owners, also of heads that make no tree. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Tree } from './tree.ts'

describe('Tree', () => {
  // "the old man sleeps here": the, old < man < sleeps > here
  const tree = Tree.of([2, 2, 3, -1, 3])

  test('gives children in reading order', () => {
    expect([...tree.childrenOf(3)]).toEqual([2, 4])
    expect([...tree.childrenOf(2)]).toEqual([0, 1])
    expect([...tree.childrenOf(0)]).toEqual([])
  })

  test('gives the extent of a subtree', () => {
    expect([tree.firstOf(2), tree.lastOf(2)]).toEqual([0, 2])
    expect([tree.firstOf(3), tree.lastOf(3)]).toEqual([0, 4])
  })

  test('finds the nearest accepted node above', () => {
    expect([...tree.owners((n) => n === 2 || n === 3)]).toEqual([2, 2, 2, 3, 3])
    expect([...tree.owners((n) => n === 2)]).toEqual([2, 2, 2, -1, -1])
  })

  test('ends on circles', () => {
    const circle = Tree.of([1, 0, -1, 3])
    expect([...circle.owners(() => false)]).toEqual([-1, -1, -1, -1])
    expect(circle.firstOf(0)).toBe(0)
    expect(circle.headOf(3)).toBe(-1)
  })

  test('agrees with a naive walk on any forest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 30 }), (raw) => {
        // a head before or at the node itself makes a forest
        const heads = raw.map((r, i) => (i === 0 ? -1 : (r % (i + 1)) - 1))
        const t = Tree.of(heads)
        for (let i = 0; i < heads.length; i++) {
          const below = heads.flatMap((_, j) => {
            for (let k = j; k >= 0; k = heads[k]!) if (k === i) return [j]
            return []
          })
          expect(t.firstOf(i)).toBe(Math.min(...below))
          expect(t.lastOf(i)).toBe(Math.max(...below))
        }
      }),
    )
  })
})
