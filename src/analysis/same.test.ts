/** Sames: what is said again in a report is linked to where it was said first, and nothing else is. */
import { beforeAll, describe, expect, test } from 'vitest'
import { Document } from '../document/document.ts'
import { claims } from '../layers/claims.ts'
import { loadPipeline } from '../reader.ts'
import { samesOf } from './same.ts'

let pairs: (text: string) => [string, string][]

beforeAll(() => {
  const pipeline = loadPipeline('lite')
  pairs = (text) => {
    const doc = pipeline.run(Document.of(text, { published: '2024-05-02' }))
    const list = doc.layer(claims).items
    const words = (i: number): string => text.slice(list[i]?.from, list[i]?.to)
    return samesOf(doc).flatMap((same, i): [string, string][] =>
      same === null ? [] : [[words(i), words(same)]],
    )
  }
})

describe('said again', () => {
  test('a sentence word for word', () => {
    expect(
      pairs('The old bridge fell on Monday. Nobody died. The old bridge fell on Monday.'),
    ).toEqual([['The old bridge fell on Monday', 'The old bridge fell on Monday']])
  })

  test('a headline and its lead', () => {
    const text =
      'Northport closes two schools\n\nNorthport closes two old schools this week, the mayor said on Monday.'
    expect(pairs(text).map(([, first]) => first)).toEqual(['Northport closes two schools'])
  })
})

describe('not the same', () => {
  test.each([
    ['another number', 'The army lost 300 tanks there. The army lost 500 tanks there.'],
    ['another name', 'Anna Berg lost the vote. Olaf Lind lost the vote.'],
    ['the contrary', 'The old bridge fell on Monday. The old bridge did not fall on Monday.'],
    ['another day', 'The old bridge fell on Monday. The old bridge fell on Friday.'],
    [
      'another speaker',
      'The mayor said the old bridge fell. The general said the old bridge fell.',
    ],
    ['few words', 'It fell. It fell.'],
  ])('%s', (_, text) => {
    expect(pairs(text)).toEqual([])
  })

  test('a document without tags has none', () => {
    const doc = Document.of('a b')
    expect(doc.has(claims)).toBe(false)
  })
})
