/** Holds word pieces, shapes and quotation flags to what the trainer computed for 2,000 sentences. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { quotedFlags, shapeOf } from './shapes.ts'
import { WordPieces } from './word-pieces.ts'

interface Expectations {
  readonly words: readonly (readonly [string, readonly number[], number])[]
  readonly sentences: readonly (readonly [readonly number[], string])[]
}

const expected = JSON.parse(
  readFileSync(new URL('../../test/reader/expectations.json', import.meta.url), 'utf8'),
) as Expectations
const folder =
  process.env['HEARSAY_READER'] ?? new URL('../../data/en/reader', import.meta.url).pathname
const vocabulary = `${folder}/vocabulary.txt`

describe('what the reader sees', () => {
  test('is compared on 2,000 sentences', () => {
    expect(expected.sentences.length).toBe(2000)
    expect(expected.words.length).toBeGreaterThan(2500)
  })

  test.skipIf(!existsSync(vocabulary))('word pieces are those of the trainer', () => {
    const pieces = new WordPieces(readFileSync(vocabulary, 'utf8'), 8)
    expect(pieces.size).toBe(30_522)
    const wrong = expected.words.filter(([word, ids]) => pieces.of(word).join() !== ids.join())
    expect(wrong.map(([word, ids]) => [word, ids, pieces.of(word)])).toEqual([])
  })

  test('shapes are those of the trainer', () => {
    const wrong = expected.words.filter(([word, , shape]) => shapeOf(word) !== shape)
    expect(wrong.map(([word, , shape]) => [word, shape, shapeOf(word)])).toEqual([])
  })

  test('quotation flags are those of the trainer', () => {
    const wrong = expected.sentences.filter(([words, flags]) => {
      const forms = words.map((w) => expected.words[w]?.[0] ?? '')
      return quotedFlags(forms).join('') !== flags
    })
    expect(wrong).toEqual([])
  })

  test('a window that begins inside a quotation goes on in it', () => {
    const words = ['a', 'lie', '"', 'he', 'said']
    expect(quotedFlags(words, true)).toEqual([1, 1, 1, 0, 0])
    expect(quotedFlags(words)).toEqual([0, 0, 1, 1, 1])
  })
})
