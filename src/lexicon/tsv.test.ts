/** TSV lexicons and the phrase trie. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PhraseTrie } from './trie.ts'
import { decode, readTsv } from './tsv.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = '# What\n# From\n# Licence\n#: word\tclass\n'

describe('readTsv', () => {
  test('reads rows below the head and passes over remarks and blank lines', () => {
    expect(
      readTsv(bytes(`${head}may\tpossibility\n\n# a remark\nlikely\tprobability\n`), 'x.tsv', [
        'word',
        'class',
      ]),
    ).toEqual([
      { word: 'may', class: 'possibility' },
      { word: 'likely', class: 'probability' },
    ])
  })

  test('names the file and line of a row of another width', () => {
    expect(() => readTsv(bytes(`${head}may\n`), 'x.tsv', ['word', 'class'])).toThrow(
      'x.tsv is damaged: line 5 has 1 columns',
    )
  })

  test('refuses other columns than asked for', () => {
    expect(() => readTsv(bytes(head), 'x.tsv', ['word', 'lemma'])).toThrow('not word, lemma')
    expect(() => readTsv(bytes('may\tx\n'), 'x.tsv', ['word', 'class'])).toThrow('not named')
  })

  test('refuses bytes that are not UTF-8', () => {
    expect(() => decode(new Uint8Array([0xff, 0xfe]), 'x.tsv')).toThrow('not UTF-8')
  })
})

describe('PhraseTrie', () => {
  const trie = PhraseTrie.of<string>([
    [['as', 'early'], 'two'],
    [['as', 'early', 'as'], 'three'],
    [['as'], 'one'],
  ])
  const keys = (phrase: string) => (i: number) => phrase.split(' ')[i] ?? null

  test('finds the longest phrase', () => {
    expect(trie.longest(0, keys('as early as November'))).toEqual({ length: 3, value: 'three' })
    expect(trie.longest(0, keys('as early signs'))).toEqual({ length: 2, value: 'two' })
    expect(trie.longest(1, keys('not as usual'))).toEqual({ length: 1, value: 'one' })
    expect(trie.longest(0, keys('early'))).toBeNull()
  })

  test('an empty phrase is never found', () => {
    expect(PhraseTrie.of([[[], 'x']]).longest(0, () => 'a')).toBeNull()
  })

  test('agrees with a scan over all phrases', () => {
    const word = fc.constantFrom('a', 'b', 'c')
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 8 }),
        fc.array(word, { maxLength: 12 }),
        fc.nat(12),
        (phrases, text, start) => {
          const found = PhraseTrie.of(phrases.map((p) => [p, p.length] as const)).longest(
            start,
            (i) => text[i] ?? null,
          )
          const naive = Math.max(
            0,
            ...phrases.filter((p) => p.every((w, i) => text[start + i] === w)).map((p) => p.length),
          )
          expect(found?.length ?? 0).toBe(naive)
        },
      ),
    )
  })
})
