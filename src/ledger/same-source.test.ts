/** Same source: which names are one, which are left apart, and what unnamed sources are held to have in common. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnonymousProfile, SourceType } from '../model/source.ts'
import { couldBe, joinsOf, type Known, spellingOf } from './same-source.ts'

const profile: AnonymousProfile = {
  words: '',
  count: null,
  rank: null,
  institution: null,
  country: null,
  access: null,
  reason: null,
}
const named = (name: string, type: SourceType = 'person', id = `${type} ${name}`): Known => ({
  id,
  name,
  type,
  anonymous: null,
})
const unnamed = (id: string, name: string, over: Partial<AnonymousProfile> = {}): Known => ({
  id,
  name,
  type: over.count === 1 ? 'person' : 'group',
  anonymous: { ...profile, words: name, ...over },
})
const joined = (...sources: readonly Known[]): string[] =>
  joinsOf(sources).map((j) => `${j.from} > ${j.into}`)

describe('a spelling', () => {
  test.each([
    ['Zelenskyy', 'Zelensky'],
    ['Zelenskiy', 'zelensky'],
    ['Lee Seong-kweun', 'Lee Seong Kweun'],
    ['José  García', 'Jose Garcia'],
    ['The Meridian Post', 'Meridian Post'],
    ["O'Brien", 'O’Brien'],
  ])('%s and %s are one', (a, b) => {
    expect(spellingOf(a)).toBe(spellingOf(b))
  })

  test.each([
    ['Kim Jong Un', 'Kim Jong Gyu'],
    ['The', ''],
    ['Ali', 'Aly'],
    ['Post', 'Posts'],
  ])('%s and %s are two', (a, b) => {
    expect(spellingOf(a)).not.toBe(spellingOf(b))
  })
})

describe('names are joined', () => {
  test('when they are two spellings, the shorter under the longer', () => {
    const both = [named('Volodymyr Zelensky'), named('Volodymyr Zelenskyy')]
    expect(joined(...both)).toEqual(['person Volodymyr Zelensky > person Volodymyr Zelenskyy'])
    expect(joinsOf(both)[0]?.why).toBe('another spelling of Volodymyr Zelenskyy')
  })

  test('when a last name is one person’s alone', () => {
    const joins = joinsOf([named('Zelensky'), named('Volodymyr Zelensky'), named('Mark Rutte')])
    expect(joins).toEqual([
      {
        from: 'person Zelensky',
        into: 'person Volodymyr Zelensky',
        why: 'no one else in this ledger has the last name of Volodymyr Zelensky',
      },
    ])
  })

  test.each<[string, Known[]]>([
    ['two persons have it', [named('Lima'), named('Pedro Lima'), named('Rosa Lima')]],
    ['it is a first name', [named('Pedro'), named('Pedro Lima')]],
    ['it stands first, as Korean family names do', [named('Kim'), named('Kim Jong Gyu')]],
    ['it is short', [named('Lee'), named('Bruce Lee')]],
    ['it is no person', [named('Lima', 'state'), named('Pedro Lima')]],
  ])('a last name stays apart when %s', (_, sources) => {
    expect(joined(...sources)).toEqual([])
  })

  test('when one has an initial in the middle', () => {
    expect(joinsOf([named('Anna Berg'), named('Anna K. Berg')])).toEqual([
      {
        from: 'person Anna Berg',
        into: 'person Anna K. Berg',
        why: 'Anna K. Berg without the initial',
      },
    ])
    expect(joined(named('Anna Berg'), named('Anna K. L. Berg'))).toHaveLength(1)
    expect(joined(named('Berg'), named('Anna Berg'), named('Anna K. Berg'))).toEqual([
      'person Anna Berg > person Anna K. Berg',
      'person Berg > person Anna K. Berg',
    ])
  })

  test.each<[string, Known[]]>([
    ['two have different ones', [named('Anna Berg'), named('Anna K. Berg'), named('Anna L. Berg')]],
    ['it stands in front', [named('Berg Lind'), named('A. Berg Lind')]],
    ['it stands at the end', [named('Anna Berg'), named('Anna Berg K')]],
    [
      'it is no person',
      [named('Berg Works', 'organisation'), named('Berg K Works', 'organisation')],
    ],
    ['the first names differ', [named('Olaf Berg'), named('Anna K. Berg')]],
  ])('an initial joins nobody when %s', (_, sources) => {
    expect(joined(...sources)).toEqual([])
  })

  test('when one has a title, which the name that stands for both has not', () => {
    expect(joinsOf([named('Sen. Anna Berg'), named('Anna Berg')])).toEqual([
      { from: 'person Sen. Anna Berg', into: 'person Anna Berg', why: 'Anna Berg with a title' },
    ])
    expect(joined(named('Lt. Gen. Olaf Lind'), named('Gen. Olaf Lind'), named('Lind'))).toEqual([
      'person Lind > person Gen. Olaf Lind',
      'person Lt. Gen. Olaf Lind > person Gen. Olaf Lind',
    ])
    expect(joined(named('St. Ives', 'state'), named('Ives', 'state'))).toEqual([])
  })

  test('when one is the initials of the other', () => {
    const agency = named('National Intelligence Service', 'organisation')
    expect(joinsOf([named('NIS', 'organisation'), agency])).toEqual([
      {
        from: 'organisation NIS',
        into: 'organisation National Intelligence Service',
        why: 'the initials of National Intelligence Service',
      },
    ])
    expect(
      joined(
        named('NIS', 'organisation'),
        agency,
        named('National Institute of Statistics', 'organisation'),
      ),
    ).toEqual([])
    expect(joined(named('Nis', 'organisation'), agency)).toEqual([])
  })

  test('when a description says whose it is, and not when it could be anyone’s', () => {
    const service = "South Korea's intelligence service"
    expect(joined(named(service, 'group', 's1'), named(service, 'group', 's2'))).toEqual([
      's2 > s1',
    ])
    expect(joined(named('the agency', 'group', 's1'), named('the agency', 'group', 's2'))).toEqual(
      [],
    )
    expect(joined(named('Experts', 'group', 's1'), named('Experts', 'group', 's2'))).toEqual([])
  })

  test('whether or not a report tells that a body is an outlet or an agency', () => {
    expect(joined(named('AFP', 'agency'), named('Agence France-Presse', 'organisation'))).toEqual([
      'agency AFP > organisation Agence France-Presse',
    ])
    expect(
      joined(named('the Meridian Post', 'organisation'), named('The Meridian Post', 'outlet')),
    ).toEqual(['outlet The Meridian Post > organisation the Meridian Post'])
    expect(joined(named('Reuters', 'agency'), named('Reuters', 'person'))).toEqual([])
  })

  test.each<[string, SourceType]>([
    ['a UN report', 'document'],
    ['the statement', 'document'],
    ['South Korean media', 'outlet'],
    ['the newspaper', 'outlet'],
    ['a Russian news agency', 'agency'],
  ])('never because two reports speak of %s', (words, type) => {
    expect(joined(named(words, type, 's1'), named(words, type, 's2'))).toEqual([])
    expect(couldBe(named(words, type, 's1'), [named(words, type, 's2')])).toEqual([
      { id: 's2', name: words, why: 'the same words' },
    ])
  })

  test('when a document or an outlet has a name', () => {
    expect(
      joined(
        named('Mueller Report', 'document', 's1'),
        named('the Mueller Report', 'document', 's2'),
      ),
    ).toEqual(['s1 > s2'])
  })

  test('never when they are only described', () => {
    const words = 'two Ukrainian officials'
    expect(joined(unnamed('s1', words, { count: 2 }), unnamed('s2', words, { count: 2 }))).toEqual(
      [],
    )
    expect(
      joined(named('unstated', 'unstated', 's1'), named('unstated', 'unstated', 's2')),
    ).toEqual([])
  })

  test('alike in every order of the sources', () => {
    const all = [
      named('Zelensky'),
      named('Zelenskyy'),
      named('Volodymyr Zelensky'),
      named('Volodymyr Zelenskyy'),
      named('NIS', 'organisation'),
      named('National Intelligence Service', 'organisation'),
      named('the National Intelligence Service', 'organisation'),
      unnamed('s1', 'an official', { count: 1 }),
    ]
    const once = joinsOf(all)
    expect(once.length).toBe(5)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(joinsOf(order)).toEqual(once)
      }),
      { numRuns: 50 },
    )
  })
})

describe('unnamed sources could be the same', () => {
  const officials = unnamed('s1', 'two Ukrainian officials', {
    count: 2,
    country: 'UKR',
    rank: 'officials',
  })
  const why = (other: Known): string | null => couldBe(officials, [other])[0]?.why ?? null

  test.each<[string, Known, string | null]>([
    ['the same words', unnamed('s2', 'Two Ukrainian officials'), 'the same words'],
    [
      'country and rank',
      unnamed('s2', 'a senior official in Kyiv', { country: 'UKR', rank: 'senior official' }),
      'both UKR, official',
    ],
    ['another country', unnamed('s2', 'officials', { country: 'USA', rank: 'officials' }), null],
    [
      'another number',
      unnamed('s2', 'three officials', { count: 3, country: 'UKR', rank: 'officials' }),
      null,
    ],
    ['a rank alone', unnamed('s2', 'officials', { rank: 'officials' }), null],
    ['a name', named('Ana Pereira'), null],
    ['a hidden one', named('unstated', 'unstated'), null],
  ])('%s', (_, other, expected) => {
    expect(why(other)).toBe(expected)
  })

  test('by institution and access too, the most alike first', () => {
    const aide = unnamed('s1', 'a ministry official', {
      institution: 'defence ministry',
      access: 'briefed on the matter',
    })
    const found = couldBe(aide, [
      unnamed('s2', 'someone', { access: 'briefed on the matter' }),
      unnamed('s3', 'an official', {
        institution: 'the defence ministry',
        access: 'briefed on the matter',
      }),
      unnamed('s4', 'an aide', { institution: 'the foreign ministry' }),
    ])
    expect(found).toEqual([
      {
        id: 's3',
        name: 'an official',
        why: 'both of the defence ministry, both briefed on the matter',
      },
      { id: 's2', name: 'someone', why: 'both briefed on the matter' },
    ])
  })

  test('neither with themselves nor with what has a name, and a dozen at most', () => {
    const many = Array.from({ length: 40 }, (_, i) => unnamed(`x${i}`, 'two Ukrainian officials'))
    expect(couldBe(officials, [officials])).toEqual([])
    expect(couldBe(officials, many)).toHaveLength(12)
    expect(couldBe(named('Ana Pereira'), many)).toEqual([])
  })

  test('is said of both or of neither', () => {
    const some = <T>(...values: T[]) => fc.constantFrom(null, ...values)
    const source = (id: string) =>
      fc
        .record({
          count: some(1, 2),
          country: some('UKR', 'USA'),
          rank: some('official', 'officials', 'diplomat'),
          institution: some('navy', 'the navy', 'army'),
          access: some('briefed'),
        })
        .map((p) => unnamed(id, 'sources', p))
    fc.assert(
      fc.property(source('a'), source('b'), (a, b) => {
        expect(couldBe(a, [b]).length).toBe(couldBe(b, [a]).length)
      }),
      { numRuns: 200 },
    )
  })
})
