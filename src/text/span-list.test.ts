/** SpanList against a naive list: every search must find what a full scan finds. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, overlaps, type Span } from './span.ts'
import { SpanList } from './span-list.ts'

const spans = fc.array(
  fc
    .tuple(fc.nat(120), fc.integer({ min: 1, max: 30 }))
    .map(([from, n]): Span => ({ from, to: from + n })),
  { maxLength: 40 },
)
const query = fc.tuple(fc.nat(150), fc.nat(40)).map(([from, n]): Span => ({ from, to: from + n }))

describe('SpanList', () => {
  test('refuses items out of order', () => {
    expect(() =>
      SpanList.of([
        { from: 5, to: 6 },
        { from: 1, to: 2 },
      ]),
    ).toThrow('not sorted')
    expect(() =>
      SpanList.of([
        { from: 1, to: 2 },
        { from: 1, to: 9 },
      ]),
    ).toThrow('not sorted')
  })

  test('an index outside is an error with both numbers', () => {
    expect(() => SpanList.of([{ from: 1, to: 2 }]).at(1)).toThrow('No item 1 in a list of 1')
  })

  test('sorting is stable: equal ranges keep their order', () => {
    const list = SpanList.sorted([
      { from: 1, to: 2, id: 'a' },
      { from: 0, to: 1, id: 'b' },
      { from: 1, to: 2, id: 'c' },
    ])
    expect(list.map((i) => i.id)).toEqual(['b', 'a', 'c'])
  })

  test('between, within and indexAt agree with a full scan', () => {
    fc.assert(
      fc.property(spans, query, (items, at) => {
        const list = SpanList.sorted(items)
        const all = list.items.map((item, i) => ({ item, i }))
        expect(list.indicesBetween(at)).toEqual(
          all.filter((x) => overlaps(x.item, at)).map((x) => x.i),
        )
        expect(list.indicesWithin(at)).toEqual(
          all.filter((x) => contains(at, x.item) && x.item.from < at.to).map((x) => x.i),
        )
        expect(list.indexAt(at.from)).toBe(
          all
            .filter((x) => x.item.from <= at.from && at.from < x.item.to)
            .map((x) => x.i)
            .at(-1) ?? -1,
        )
        expect(list.firstFrom(at.from)).toBe(all.filter((x) => x.item.from < at.from).length)
      }),
    )
  })

  test('an empty list answers every question', () => {
    expect(SpanList.empty.indexAt(0)).toBe(-1)
    expect(SpanList.empty.between({ from: 0, to: 9 })).toEqual([])
    expect([...SpanList.empty]).toEqual([])
  })
})
