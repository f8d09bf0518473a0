/** Tests of what linear models are read with: feature hashes, feature tables, tag lexicon, lemma rules. */
import { describe, expect, test } from 'vitest'
import { hashKey, hashPrefix, hashSuffix, one, three, two } from './feature-hash.ts'
import { checkOf, FeatureTable, packRow } from './feature-table.ts'
import { FeatureTemplates } from './feature-templates.ts'
import { LemmaRules } from './lemma-rules.ts'
import { TagLexicon } from './tag-lexicon.ts'

describe('feature hashes', () => {
  test('digits count alike, letters do not', () => {
    expect(hashKey('2019')).toBe(hashKey('1987'))
    expect(hashKey('2019')).not.toBe(hashKey('201'))
    expect(hashKey('form')).not.toBe(hashKey('from'))
  })

  test('an end is that of any word that has it', () => {
    expect(hashSuffix('resigned', 2)).toBe(hashSuffix('landed', 2))
    expect(hashSuffix('resigned', 3)).not.toBe(hashSuffix('landed', 3))
    expect(hashSuffix('ed', 4)).toBe(hashSuffix('ed', 2))
    expect(hashPrefix('unseen', 2)).toBe(hashPrefix('until', 2))
  })

  test('templates and the order of values make other features', () => {
    expect(one(1, 5)).not.toBe(one(2, 5))
    expect(two(1, 5, 6)).not.toBe(two(1, 6, 5))
    expect(three(1, 5, 6, 7)).not.toBe(three(1, 5, 7, 6))
  })
})

describe('FeatureTable', () => {
  test('adds the weights of the features that it has, and nothing for others', () => {
    const rows = new Int32Array(8)
    const [first, second, strange] = [0x11000001, 0xfe000001 | 0, 0x22000001]
    rows[4] = packRow(checkOf(first), 5, -6, 7)
    rows[6] = packRow(checkOf(second), -128, 127, -1)
    const sums = new Int32Array(3)
    const table = new FeatureTable(rows)
    table.sum(Int32Array.of(first, second, strange), 3, sums)
    expect([...sums]).toEqual([-123, 121, 6])
    table.sum(Int32Array.of(strange), 1, sums)
    expect([...sums]).toEqual([0, 0, 0])
  })

  test('of two rows of one bucket with the same check the first counts', () => {
    const feature = 0x33000000
    const rows = new Int32Array(4)
    rows[1] = packRow(checkOf(feature), 1, 2, 3)
    rows[3] = packRow(checkOf(feature), 4, 5, 6)
    const sums = new Int32Array(3)
    new FeatureTable(rows).sum(Int32Array.of(feature), 1, sums)
    expect([...sums]).toEqual([1, 2, 3])
  })

  test('a check is never zero, which marks an empty row', () => {
    expect(checkOf(0x00abcdef)).toBe(1)
    expect(checkOf(0xff000000 | 0)).toBe(255)
  })
})

describe('FeatureTemplates', () => {
  test('hash the named values under the number of the template, narrow templates first', () => {
    const templates = FeatureTemplates.of(['a', 'b', 'c'], 7, ['c a b', 'b', 'a c', 'c'])
    const out = new Int32Array(templates.count)
    templates.fill(Int32Array.of(11, -22, 33), out)
    expect([...out]).toEqual([one(8, -22), one(10, 33), two(9, 11, 33), three(7, 33, 11, -22)])
  })

  test('a name that is not there is refused', () => {
    expect(() => FeatureTemplates.of(['a'], 1, ['a z'])).toThrow('Template 1')
  })
})

describe('TagLexicon', () => {
  const classes = [0, 1, 2].map((best) => ({ best, candidates: Uint8Array.of(best) }))

  test('finds words whose hashes share a place, and says 0 for unknown ones', () => {
    const lexicon = TagLexicon.of(Int32Array.of(5, 5 + 4096, -7), Uint16Array.of(1, 2, 1), classes)
    expect([5, 5 + 4096, -7, 6, 5 + 8192].map((h) => lexicon.classOf(h))).toEqual([1, 2, 1, 0, 0])
  })
})

describe('LemmaRules', () => {
  const read = (rows: string): LemmaRules =>
    LemmaRules.read(
      new TextEncoder().encode(`# a\n# b\n# c\n#: tag\tending\tcut\tadd\n${rows}`),
      'rules.tsv',
    )
  const rules = read('NNS\ts\t1\t\nNNS\ties\t3\ty\nNNS\t^series\t0\t\n')

  test('whole words go before endings, long endings before short ones', () => {
    expect(rules.lemmaOf('towns', 'NNS')).toBe('town')
    expect(rules.lemmaOf('armies', 'NNS')).toBe('army')
    expect(rules.lemmaOf('series', 'NNS')).toBe('series')
  })

  test('a tag or an ending without a rule leaves the word', () => {
    expect(rules.lemmaOf('towns', 'VBZ')).toBe('towns')
    expect(rules.lemmaOf('people', 'NNS')).toBe('people')
  })

  test('a word is never cut to nothing', () => {
    expect(rules.lemmaOf('s', 'NNS')).toBe('s')
  })

  test('a row without a number is refused', () => {
    expect(() => read('NNS\ts\tone\t\n')).toThrow('no number of letters')
  })
})
