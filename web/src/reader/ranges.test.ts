/** Cutting overlapping spans: no character may be lost, doubled or miscovered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocks, pieces } from './ranges.ts'

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(25)).map(([from, n]) => ({ from, to: from + n })),
  { maxLength: 15 },
)

describe('pieces', () => {
  test('join without gap, and each is covered by just the spans that hold it', () => {
    fc.assert(
      fc.property(spans, fc.nat(20), fc.integer({ min: 20, max: 90 }), (list, from, to) => {
        const cut = pieces(list, from, to)
        expect(cut[0]?.from ?? to).toBe(from)
        expect(cut.at(-1)?.to ?? from).toBe(to)
        for (const [i, piece] of cut.entries()) {
          if (i > 0) expect(piece.from).toBe(cut[i - 1]?.to)
          expect(piece.to).toBeGreaterThan(piece.from)
          const holding = list.flatMap((s, k) =>
            s.from <= piece.from && piece.to <= s.to && s.from < s.to ? [k] : [],
          )
          expect([...piece.covered].sort((a, b) => a - b)).toEqual(holding)
        }
      }),
    )
  })

  test('the innermost span comes last', () => {
    expect(
      pieces(
        [
          { from: 2, to: 4 },
          { from: 0, to: 9 },
        ],
        0,
        9,
      )[1],
    ).toEqual({ from: 2, to: 4, covered: [1, 0] })
  })

  test('a text without spans is one piece, an empty one none', () => {
    expect(pieces([], 0, 5)).toEqual([{ from: 0, to: 5, covered: [] }])
    expect(pieces([], 5, 5)).toEqual([])
  })
})

describe('blocks', () => {
  test('are runs between blank lines', () => {
    const text = 'Headline\n\nFirst.\nGoes on.\n\n\n  \n\nLast.\n'
    expect(blocks(text).map((b) => text.slice(b.from, b.to))).toEqual([
      'Headline',
      'First.\nGoes on.',
      'Last.\n',
    ])
  })

  test('end for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ') }), (text) => {
        const kept = blocks(text)
          .map((b) => text.slice(b.from, b.to))
          .join('')
        expect(kept.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })
})
