/** Documents: layers are added once, never edited, and survive JSON. */
import { describe, expect, test } from 'vitest'
import { diagnostic } from '../fault/diagnostic.ts'
import type { Span } from '../text/span.ts'
import { SpanList } from '../text/span-list.ts'
import { Document } from './document.ts'
import { defineLayer } from './layer.ts'

interface Mark extends Span {
  readonly kind: string
}
const marks = defineLayer<Mark>()('marks', 1)
const others = defineLayer<Mark>()('others', 1)
const one = SpanList.of([{ from: 0, to: 5, kind: 'name' }])

describe('Document', () => {
  test('with() leaves the old document as it was', () => {
    const before = Document.of('Seoul said so.')
    const after = before.with(marks, one)
    expect(before.has(marks)).toBe(false)
    expect(after.layer(marks).at(0).kind).toBe('name')
  })

  test('reading a layer that was not made names it', () => {
    expect(() => Document.of('x').layer(marks)).toThrow('marks')
  })

  test('a layer is added once', () => {
    expect(() => Document.of('Seoul').with(marks, one).with(marks, one)).toThrow('there already')
  })

  test('a layer may be put right as a whole, in a new document', () => {
    const before = Document.of('Seoul').with(marks, one)
    const after = before.revised(marks, SpanList.of([{ from: 0, to: 5, kind: 'city' }]))
    expect(after.layer(marks).at(0).kind).toBe('city')
    expect(before.layer(marks).at(0).kind).toBe('name')
    expect(() => before.revised(others, SpanList.empty)).toThrow('others')
  })

  test('a layer may not reach past the text', () => {
    expect(() => Document.of('abc').with(marks, one)).toThrow('reaches 5 in a text of 3')
  })

  test('JSON gives everything back', () => {
    const doc = Document.of('Seoul said so.', { published: '2024-10-18', outlet: 'Harbour Wire' })
      .with(marks, one)
      .with(others, SpanList.empty)
      .remark([diagnostic('partial', 'test', { from: 0, to: 5 }, 'a note')])
    const back = Document.fromJSON(JSON.parse(JSON.stringify(doc)))
    expect(JSON.stringify(back)).toBe(JSON.stringify(doc))
    expect(back.layer(marks).at(0)).toEqual({ from: 0, to: 5, kind: 'name' })
    expect(back.facts.published).toBe('2024-10-18')
  })
})
