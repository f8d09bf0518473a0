/** The check of grounding finds nothing in what the engine makes, and everything that is tampered with. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../src/document/document.ts'
import { attributions } from '../src/layers/attributions.ts'
import { type Claim, claims } from '../src/layers/claims.ts'
import { quantities } from '../src/layers/quantities.ts'

import { SpanList } from '../src/text/span-list.ts'
import { ungrounded } from './grounding.ts'
import { readUpTo } from './measures/measure.ts'

const text =
  'Norland sent 3,000 soldiers to the island on 4 May 2024, Defence Minister Ana Pereira said in Lisbon on Monday. ' +
  'She said that 1,200 containers were waiting in Porto. ' +
  '"We have signed nothing," the union leader, Pedro Lima, told reporters.\n\n' +
  'Between 12 and 50 people were hurt. The general denied that the army had crossed the river.'

let doc: Document

beforeAll(async () => {
  doc = await readUpTo('claim', text, { published: '2024-05-07' }, 'lite')
})

const found = (change: (c: Claim) => Claim): string[] => {
  const tampered = SpanList.sorted(doc.layer(claims).items.map(change))
  return [...new Set(ungrounded(doc.revised(claims, tampered)).map((u) => u.what))].sort()
}

const claimOf = (words: string): Claim =>
  doc.layer(claims).items.find((c) => text.slice(c.from, c.to).includes(words)) ??
  expect.fail(words)

const only =
  (words: string, change: (c: Claim) => Claim) =>
  (c: Claim): Claim =>
    c === claimOf(words) ? change(c) : c

describe('what the engine makes', () => {
  test('has claims', () => {
    expect(doc.layer(claims).length).toBeGreaterThanOrEqual(4)
  })
  test('is grounded', () => {
    expect(ungrounded(doc)).toEqual([])
  })
})

describe('what is tampered with', () => {
  test('words that begin inside a number', () => {
    const from = text.indexOf('000 soldiers')
    expect(found(only('3,000 soldiers', (c) => ({ ...c, from })))).toContain('cut')
  })
  test('words that end inside a name', () => {
    const end = text.indexOf('Porto') + 3
    expect(found(only('1,200 containers', (c) => ({ ...c, to: end })))).toContain('cut')
  })
  test('a quantity of another claim', () => {
    const other = claimOf('1,200 containers').quantities
    expect(found(only('crossed the river', (c) => ({ ...c, quantities: other })))).toEqual([
      'number',
    ])
  })
  test('a date of another claim', () => {
    const other = claimOf('3,000 soldiers').times
    expect(other.length).toBeGreaterThan(0)
    expect(found(only('crossed the river', (c) => ({ ...c, times: other })))).toEqual(['date'])
  })
  test('a place of another claim', () => {
    const other = claimOf('1,200 containers').places
    expect(other.length).toBeGreaterThan(0)
    expect(found(only('crossed the river', (c) => ({ ...c, places: other })))).toEqual(['name'])
  })
  test('a day of the statement that nobody named', () => {
    expect(found(only('crossed the river', (c) => ({ ...c, statedOn: '2024-01-01' })))).toEqual([
      'date',
    ])
  })
  test('the words of one voice with the chain of another', () => {
    const chain = claimOf('signed nothing').chain
    expect(chain).toHaveLength(1)
    expect(found(only('1,200 containers', (c) => ({ ...c, chain })))).toEqual(['voice'])
  })
  test('a right quotation with a wrong speaker', () => {
    const wrong = doc.revised(
      attributions,
      SpanList.of(
        doc
          .layer(attributions)
          .items.map((a) => (a.kind === 'direct' ? { ...a, sourceName: 'Ana Pereira' } : a)),
      ),
    )
    expect(ungrounded(wrong).map((u) => u.what)).toEqual(['source'])
  })
  test('a figure stitched from two', () => {
    const items = doc.layer(quantities).items
    const range = items.find((q) => q.low === 12) ?? expect.fail('the range')
    const wrong = doc.revised(
      quantities,
      SpanList.of(items.map((q) => (q === range ? { ...q, best: 1250 } : q))),
    )
    expect(ungrounded(wrong).map((u) => u.what)).toEqual(['number'])
  })
  test('a scale that its figure has not', () => {
    const items = doc.layer(quantities).items
    const wrong = doc.revised(
      quantities,
      SpanList.of(items.map((q) => (q.best === 3000 ? { ...q, best: 3_000_000 } : q))),
    )
    expect(ungrounded(wrong).map((u) => u.what)).toEqual(['number'])
  })
})
