/** Tests the readers of small lists: phrases, words, abbreviations, countries. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readData } from '../../test/data-files.ts'
import { Abbreviations } from './abbreviations.ts'
import { countriesFile, readCountries } from './country-list.ts'
import { splitPhrase } from './phrase.ts'
import { PhraseTrie } from './trie.ts'
import { readWordMap, readWords } from './word-set.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('PhraseTrie', () => {
  const trie = PhraseTrie.of<number>([
    [['prime'], 1],
    [['prime', 'minister'], 2],
    [['prime', 'minister', 'of', 'state'], 3],
    [['state'], 4],
    [[], 5],
  ])
  const find = (words: string, start = 0) => {
    const list = words.split(' ')
    return trie.longest(start, (i) => list[i] ?? null)
  }

  test.each([
    ['prime', 0, 1, 1],
    ['prime minister', 0, 2, 2],
    ['prime minister of', 0, 2, 2],
    ['prime minister of state', 0, 4, 3],
    ['prime minister of trade', 0, 2, 2],
    ['the state', 1, 1, 4],
  ])('%s from %d', (words, start, length, value) => {
    expect(find(words, start)).toEqual({ length, value })
  })

  test('nothing where no phrase begins', () => {
    expect(find('minister')).toBeNull()
    expect(find('prime', 5)).toBeNull()
    expect(PhraseTrie.of([]).longest(0, () => 'x')).toBeNull()
  })

  test('of two equal phrases the later wins', () => {
    expect(
      PhraseTrie.of([
        [['a'], 1],
        [['a'], 2],
      ]).longest(0, (i) => (i === 0 ? 'a' : null)),
    ).toEqual({ length: 1, value: 2 })
  })

  test('finds what a search over all phrases finds', () => {
    const word = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        fc.array(word, { maxLength: 8 }),
        (phrases, text) => {
          const built = PhraseTrie.of(phrases.map((p) => [p, p.join(' ')] as const))
          for (let at = 0; at <= text.length; at++) {
            const fitting = phrases
              .filter((p) => p.every((w, i) => text[at + i] === w))
              .map((p) => p.length)
            const found = built.longest(at, (i) => text[i] ?? null)
            expect(found?.length ?? 0).toBe(Math.max(0, ...fitting))
            if (found) expect(found.value).toBe(text.slice(at, at + found.length).join(' '))
          }
        },
      ),
    )
  })
})

describe('splitPhrase', () => {
  test.each([
    ['prime minister', ['prime', 'minister']],
    ['al-Qaeda', ['al', '-', 'Qaeda']],
    ["People's Daily", ['People', "'s", 'Daily']],
    ["workers' party", ['workers', "'", 'party']],
    ['F-16', ['F-16']],
    ['COVID-19', ['COVID', '-', '19']],
    ['U.S.', ['U.S.']],
    ['north/south', ['north', '/', 'south']],
    ['  two   words ', ['two', 'words']],
    ['-', ['-']],
    ['', []],
  ])('%s', (phrase, parts) => {
    expect(splitPhrase(phrase)).toEqual(parts)
  })
})

const head = '# What\n# From\n# Licence\n'

describe('word lists', () => {
  test('a column as a set', () => {
    expect(readWords(bytes(`${head}#: word\na\nb\na\n`), 'x.tsv', 'word')).toEqual(
      new Set(['a', 'b']),
    )
  })
  test('two columns as a map; the later of two wins', () => {
    const map = readWordMap(bytes(`${head}#: word\tto\na\t1\nb\t\na\t2\n`), 'x.tsv', 'word', 'to')
    expect([...map]).toEqual([
      ['a', '2'],
      ['b', ''],
    ])
  })
  test('other columns are refused', () => {
    expect(() => readWords(bytes(`${head}#: name\na\n`), 'x.tsv', 'word')).toThrow('x.tsv')
    expect(() => readWords(bytes(`${head}#: word\na\tb\n`), 'x.tsv', 'word')).toThrow('line 5')
    expect(() => readWords(Uint8Array.of(0xff), 'x.tsv', 'word')).toThrow('UTF-8')
  })
})

describe('Abbreviations', () => {
  const list = Abbreviations.read(
    bytes(
      `${head}#: abbreviation\tkind\ngen\ttitle\nvs\tinner\nno\tnumber\noct\tmonth\nmon\tday\np.m\ttime\ninc\tcompany\ncalif\tstate\nu.s\tplace\nodd\tunheard-of\n`,
    ),
    'abbreviations.tsv',
  )

  test.each([
    ['Gen', 'title'],
    ['gen', null],
    ['GEN', 'title'],
    ['vs', 'inner'],
    ['Vs', 'inner'],
    ['No', 'number'],
    ['Oct', 'month'],
    ['oct', null],
    ['Mon', 'day'],
    ['mon', null],
    ['p.m', 'time'],
    ['P.M', 'time'],
    ['Inc', 'company'],
    ['Calif', 'state'],
    ['calif', null],
    ['U.S', 'place'],
    ['A', 'initial'],
    ['É', 'initial'],
    ['a', null],
    ['U.N.H.C.R', 'dotted'],
    ['Ph.D', 'dotted'],
    ['J.R', 'dotted'],
    ['e.g', 'dotted'],
    ['3.5', null],
    ['end.The', null],
    ['.A', null],
    ['A.', null],
    ['word', null],
    ['odd', null],
    ['', null],
    ['averylongword', null],
  ])('%s: %s', (word, kind) => {
    expect(list.kindOf(word)).toBe(kind)
  })
})

describe('countries', () => {
  const countries = readCountries(readData(countriesFile))

  test('are in order, each with codes, a place on earth and a name', () => {
    expect(countries.length).toBeGreaterThan(190)
    const codes = countries.map((c) => c.iso3)
    expect(new Set(codes).size).toBe(codes.length)
    for (const c of countries) {
      expect(c.iso3).toMatch(/^[A-Z]{3}$/)
      expect(c.iso2).toMatch(/^[A-Z]{2}$/)
      expect(c.name).not.toBe('')
      expect(Math.abs(c.lat)).toBeLessThanOrEqual(90)
      expect(Math.abs(c.lon)).toBeLessThanOrEqual(180)
      expect(c.population).toBeGreaterThanOrEqual(0)
      expect([...c.aliases, ...c.demonyms, ...c.neighbours]).not.toContain('')
    }
  })

  test('neighbours know each other', () => {
    const by = new Map(countries.map((c) => [c.iso2, c]))
    for (const c of countries)
      for (const n of c.neighbours)
        if (by.has(n)) expect(by.get(n)?.neighbours, `${n} of ${c.iso2}`).toContain(c.iso2)
  })
})
