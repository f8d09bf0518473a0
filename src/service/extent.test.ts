/** Tests of the extent: where the reading of a very long text stops, in every kind of writing. */
import { describe, expect, test } from 'vitest'
import { Document } from '../document/document.ts'
import { defineLayer } from '../document/layer.ts'
import { Pipeline } from '../pipeline/pipeline.ts'
import { defineStage } from '../pipeline/stage.ts'
import type { Span } from '../text/span.ts'
import { SpanList } from '../text/span-list.ts'
import { readWith } from './engine.ts'
import { extentOf, extents } from './extent.ts'

const words = (n: number, word = 'word'): string => Array.from({ length: n }, () => word).join(' ')

describe('where reading stops', () => {
  test('a text of as many words as are allowed is read to its end, one word more is not', () => {
    const text = words(100)
    expect(extentOf(text, 100)).toBe(text.length)
    expect(extentOf(text, 99)).toBeLessThan(text.length)
  })

  test('a short text is read to its end, whatever it is made of', () => {
    for (const text of ['', ' ', 'a', '船', '\ud83d', '\n\n'])
      expect(extentOf(text, 10)).toBe(text.length)
  })

  test('it stops between two words, never inside one', () => {
    const text = words(500, 'harbour')
    for (const most of [10, 57, 100, 333]) {
      const end = extentOf(text, most)
      expect(text[end]).toBe(' ')
      expect(text.slice(0, end).split(' ').length).toBeLessThanOrEqual(most)
      expect(text.slice(0, end).split(' ').length).toBeGreaterThanOrEqual(most * 0.9)
    }
  })

  test('a line end near the limit is taken before a space', () => {
    const text = `${words(95)}\n${words(300)}`
    expect(extentOf(text, 100)).toBe(words(95).length)
  })

  test('a line end far before the limit is not: too much would be lost', () => {
    const text = `${words(20)}\n${words(300)}`
    const end = extentOf(text, 100)
    expect(text.slice(0, end).split(/\s/).length).toBeGreaterThanOrEqual(90)
  })

  test('punctuation counts: it costs as much as a word', () => {
    expect(extentOf('a, b, c, d, e, f', 6)).toBeLessThan('a, b, c, d, e, f'.length)
    expect(extentOf('!'.repeat(1000), 100)).toBe(100)
  })

  test('letters without end count as several words', () => {
    const end = extentOf('x'.repeat(100_000), 100)
    expect(end).toBe(1600)
  })

  test('an accent does not start a word', () => {
    const plain = words(50, 'cafes')
    const marked = words(50, 'cafe\u0301s')
    expect(extentOf(marked, 50)).toBe(marked.length)
    expect(extentOf(plain, 50)).toBe(plain.length)
  })

  test('writing without spaces counts by its signs', () => {
    expect(extentOf('船'.repeat(1000), 100)).toBe(100)
    expect(extentOf('ﷺ'.repeat(1000), 100)).toBe(200)
  })

  test('an emoji is never cut in half', () => {
    const text = '😀'.repeat(5000)
    for (let most = 50; most < 60; most++) {
      const end = extentOf(text, most)
      expect(end % 2).toBe(0)
      expect(text.slice(0, end).isWellFormed()).toBe(true)
      expect(end).toBeGreaterThan(0)
    }
  })

  test('whatever it is, twice the text costs no more reading', () => {
    for (const unit of ['word ', 'x', '船', '😀', 'س', '. ', '\u0301', 'a\u200bb ', '\n', '12']) {
      const end = extentOf(unit.repeat(5000), 200)
      expect(extentOf(unit.repeat(10_000), 200)).toBe(
        end === unit.length * 5000 ? unit.length * 10_000 : end,
      )
    }
  })

  test('blanks alone have no words', () => {
    expect(extentOf(' \n'.repeat(500), 10)).toBe(1000)
  })
})

describe('what an engine makes of a text that is too long', () => {
  const seen = defineLayer<Span>()('seen', 1)
  const reach: number[] = []
  const spy = defineStage({
    name: 'spy',
    version: 1,
    needs: [],
    makes: [seen],
    uses: {},
    run: ({ text }) => {
      reach.push(text.length)
      return { seen: SpanList.of([{ from: 0, to: text.length }]) }
    },
  })
  const pipeline = Pipeline.of([spy], () => new Uint8Array())
  const task = (text: string, language: string | null = 'en') => ({
    id: 'long',
    text,
    facts: { title: null, url: null, outlet: null, published: null, language },
    publishedFrom: null,
    tokens: false,
    diagnostics: [],
  })

  test('the text is given back whole, and the part that was not read is named', async () => {
    const text = words(extents.plain + 10_000)
    const analysis = await readWith(pipeline, task(text))
    const end = reach.at(-1) ?? 0
    expect(end).toBeLessThan(text.length)
    expect(analysis.document.text).toBe(text)
    expect(analysis.diagnostics).toEqual([
      expect.objectContaining({ code: 'partial', by: 'engine', from: end, to: text.length }),
    ])
  })

  test('a text within the limit has no such remark', async () => {
    const text = words(1000)
    const analysis = await readWith(pipeline, task(text))
    expect(reach.at(-1)).toBe(text.length)
    expect(analysis.diagnostics).toEqual([])
  })

  test('an engine with an encoder reads less', async () => {
    const encoder = {
      name: 'encoder',
      version: 1,
      needs: [],
      makes: [],
      files: [],
      encode: async (doc: Document) => doc,
    }
    const slow = Pipeline.of([spy], () => new Uint8Array(), encoder)
    const text = words(extents.encoded + 10_000)
    expect((await readWith(slow, task(text))).diagnostics.map((d) => d.code)).toEqual(['partial'])
    expect((await readWith(pipeline, task(text))).diagnostics).toEqual([])
  })

  test('another language is not read at all, however long, and that alone is said', async () => {
    const text = words(extents.plain + 10_000, 'navire')
    const analysis = await readWith(pipeline, task(text, 'fr'))
    expect(analysis.diagnostics.map((d) => d.code)).toEqual(['language-not-supported'])
    expect(analysis.document.text).toBe(text)
  })
})

test('a document goes on with more text and keeps its layers', () => {
  const marks = defineLayer<Span>()('marks', 1)
  const part = Document.of('Two ships. More to come.').upTo(10)
  expect(part.text).toBe('Two ships.')
  const read = part.with(marks, SpanList.of([{ from: 4, to: 9 }]))
  const whole = read.continuedBy(' More to come.')
  expect(whole.text).toBe('Two ships. More to come.')
  expect(whole.layer(marks).items).toEqual([{ from: 4, to: 9 }])
  expect(read.text).toBe('Two ships.')
})
