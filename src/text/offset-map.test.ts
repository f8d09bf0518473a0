/** Tests offset maps: every copied piece is found again in its source, through one map or several. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MappedText, OffsetMap } from './offset-map.ts'

describe('OffsetMap', () => {
  const map = OffsetMap.of([
    { at: 0, source: 10, length: 5 },
    { at: 7, source: 20, length: 3 },
  ])

  test.each([
    [0, 10],
    [4, 14],
    [5, 15],
    [6, null],
    [7, 20],
    [9, 22],
    [10, 23],
    [11, null],
    [-1, null],
  ])('offset %d stands at %s', (offset, source) => {
    expect(map.sourceOf(offset)).toBe(source)
  })

  test('where two runs touch, the later one counts', () => {
    const touching = OffsetMap.of([
      { at: 0, source: 0, length: 2 },
      { at: 2, source: 50, length: 2 },
    ])
    expect(touching.sourceOf(1)).toBe(1)
    expect(touching.sourceOf(2)).toBe(50)
    expect(touching.sourceOf(4)).toBe(52)
  })

  test('an empty map knows nothing', () => {
    const empty = OffsetMap.of([])
    expect(empty.sourceOf(0)).toBeNull()
    expect(empty.through(map).runs).toEqual([])
    expect(map.through(empty).runs).toEqual([])
  })

  test.each([
    [
      'overlap in the text',
      [
        { at: 0, source: 0, length: 4 },
        { at: 3, source: 9, length: 1 },
      ],
    ],
    [
      'overlap in the source',
      [
        { at: 0, source: 0, length: 4 },
        { at: 4, source: 3, length: 1 },
      ],
    ],
    [
      'wrong order',
      [
        { at: 5, source: 5, length: 1 },
        { at: 0, source: 0, length: 1 },
      ],
    ],
    ['a negative length', [{ at: 0, source: 0, length: -1 }]],
    ['a negative place', [{ at: -1, source: 0, length: 1 }]],
  ])('refuses %s', (_, runs) => {
    expect(() => OffsetMap.of(runs)).toThrow(RangeError)
  })

  test('identity maps each offset to itself', () => {
    const identity = OffsetMap.identity(12)
    for (let i = 0; i <= 12; i++) expect(identity.sourceOf(i)).toBe(i)
    expect(identity.sourceOf(13)).toBeNull()
  })

  test('through cuts runs where the next map has gaps', () => {
    const next = OffsetMap.of([
      { at: 0, source: 100, length: 12 },
      { at: 14, source: 200, length: 20 },
    ])
    expect(map.through(next).runs).toEqual([
      { at: 0, source: 110, length: 2 },
      { at: 4, source: 200, length: 1 },
      { at: 7, source: 206, length: 3 },
    ])
  })

  test('through the identity is the same map', () => {
    expect(map.through(OffsetMap.identity(1000)).runs).toEqual(map.runs)
    expect(OffsetMap.identity(1000).through(map).runs).toEqual(map.runs)
  })
})

/** Takes pieces of a source in order, with inserted words between some of them. */
interface Piece {
  readonly skip: number
  readonly take: number
  readonly insert: string
}

const pieces = fc.array(
  fc.record({
    skip: fc.nat({ max: 5 }),
    take: fc.nat({ max: 6 }),
    insert: fc.constantFrom('', '', '#', '##'),
  }),
  { maxLength: 12 },
)

function build(source: string, plan: readonly Piece[]): MappedText {
  const out = new MappedText()
  let at = 0
  for (const p of plan) {
    at += p.skip
    const words = source.slice(at, at + p.take)
    out.copy(words, Math.min(at, source.length))
    out.insert(p.insert)
    at += p.take
  }
  return out
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

describe('MappedText', () => {
  test('joins runs that follow on in both texts', () => {
    const out = new MappedText()
    out.copy('ab', 3)
    out.copy('cd', 5)
    out.insert('-')
    out.copy('ef', 7)
    out.copy('', 30)
    expect(out.text()).toBe('abcd-ef')
    expect(out.length).toBe(7)
    expect(out.map().runs).toEqual([
      { at: 0, source: 3, length: 4 },
      { at: 5, source: 7, length: 2 },
    ])
  })

  test('later words do not change a map made before', () => {
    const out = new MappedText()
    out.copy('ab', 0)
    const before = out.map().runs.length
    out.insert('\n\n')
    out.copy('cd', 9)
    expect(before).toBe(1)
    expect(out.map().runs).toHaveLength(2)
  })

  test('every copied character is where the map says', () => {
    fc.assert(
      fc.property(pieces, (plan) => {
        const out = build(letters, plan)
        const text = out.text()
        const map = out.map()
        expect(out.length).toBe(text.length)
        let mapped = 0
        for (const run of map.runs) {
          expect(letters.slice(run.source, run.source + run.length)).toBe(
            text.slice(run.at, run.at + run.length),
          )
          mapped += run.length
          for (let i = 0; i < run.length; i++) expect(map.sourceOf(run.at + i)).toBe(run.source + i)
        }
        expect(mapped).toBe(text.replaceAll('#', '').length)
      }),
    )
  })

  test('two maps in a row lead to the same letters', () => {
    fc.assert(
      fc.property(pieces, pieces, (first, second) => {
        const middle = build(letters, first)
        const last = build(middle.text(), second)
        const through = last.map().through(middle.map())
        const text = last.text()
        for (const run of through.runs)
          expect(letters.slice(run.source, run.source + run.length)).toBe(
            text.slice(run.at, run.at + run.length),
          )
        const mapped = through.runs.reduce((n, r) => n + r.length, 0)
        expect(mapped).toBe(text.replaceAll('#', '').length)
      }),
    )
  })
})
