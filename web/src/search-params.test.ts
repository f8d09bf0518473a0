/** Search parameters: what an address may say is kept as it is; the rest is dropped, whatever it holds. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certaintyClasses } from '../../src/model/certainty.ts'
import { modes, stances } from '../../src/model/claim.ts'
import { eventTypes } from '../../src/model/event.ts'
import { voices } from '../../src/model/records.ts'
import { sourceTypes } from '../../src/model/source.ts'
import {
  certaintyFilters,
  claimsParams,
  type Params,
  readerParams,
  reportsParams,
  searchParams,
  sourcesParams,
} from './search-params.ts'

type Read = (p: Params) => Readonly<Record<string, unknown>>

/** Page, reader, its keys with free words, its keys with a choice. */
const readers: readonly (readonly [
  name: string,
  read: Read,
  words: readonly string[],
  choices: Readonly<Record<string, readonly string[]>>,
])[] = [
  [
    'reader',
    readerParams,
    ['claim'],
    { voice: voices, mode: modes, certainty: ['none', ...certaintyClasses] },
  ],
  ['reports', reportsParams, ['text', 'outlet'], { sort: ['newest', 'oldest', 'title', 'added'] }],
  [
    'claims',
    claimsParams,
    ['text', 'source', 'outlet', 'place', 'after', 'before'],
    {
      voice: voices,
      mode: modes,
      stance: stances,
      certainty: certaintyClasses,
      event: eventTypes,
      sort: ['newest', 'oldest', 'text'],
    },
  ],
  ['sources', sourcesParams, ['name'], { type: sourceTypes, sort: ['claims', 'name'] }],
  ['search', searchParams, ['query'], {}],
]

describe.each(readers)('%s', (_, read, words, choices) => {
  test('of an empty address are empty', () => {
    expect(read({})).toEqual({})
  })

  test('every word is kept as it is', () => {
    for (const key of words) {
      for (const value of ['Kursk', ' two words ', '"quoted"', 'é', '<b>', '%2F', '2024-10-23'])
        expect(read({ [key]: value })).toEqual({ [key]: value })
    }
  })

  test('a number becomes its digits: routers read ?text=516 as one', () => {
    for (const key of words) {
      expect(read({ [key]: 516 })).toEqual({ [key]: '516' })
      expect(read({ [key]: 0 })).toEqual({ [key]: '0' })
    }
  })

  test.each([
    ['', 'the empty word'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'a boolean'],
    [['a'], 'a list'],
    [{ a: 1 }, 'an object'],
  ])('%j (%s) is dropped', (value) => {
    for (const key of [...words, ...Object.keys(choices)])
      expect(read({ [key]: value })).toEqual({})
  })

  test('every value of a choice is kept, any other dropped', () => {
    for (const [key, values] of Object.entries(choices)) {
      for (const value of values) expect(read({ [key]: value })).toEqual({ [key]: value })
      for (const value of ['other', `${values[0]} `, values[0]?.toUpperCase(), 5]) {
        if (!values.includes(value as string)) expect(read({ [key]: value })).toEqual({})
      }
    }
  })

  test('unknown keys are dropped, those of Object.prototype too', () => {
    expect(read({ other: 'x', page: 2, constructor: 'x', toString: 'y' })).toEqual({})
    expect(read(JSON.parse('{"__proto__":{"text":"x","query":"x","name":"x"}}') as Params)).toEqual(
      {},
    )
  })

  test('absent keys are no keys at all, so that addresses stay short', () => {
    const first = words[0] ?? ''
    expect(Object.keys(read({ [first]: 'x', other: 'y' }))).toEqual([first])
  })

  test('reading what was read changes nothing', () => {
    const key = fc.constantFrom(...words, ...Object.keys(choices), 'other')
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constantFrom(...Object.values(choices).flat(), 'x'),
    )
    fc.assert(
      fc.property(fc.dictionary(key, value), (given) => {
        const once = read(given)
        expect(read(once)).toEqual(once)
        for (const [k, v] of Object.entries(once)) expect(String(given[k])).toBe(v)
      }),
    )
  })
})

test('the reader can ask for claims without a hedge; the ledger cannot', () => {
  expect(certaintyFilters).toEqual(['none', ...certaintyClasses])
  expect(readerParams({ certainty: 'none' })).toEqual({ certainty: 'none' })
  expect(claimsParams({ certainty: 'none' })).toEqual({})
})
