/** Tests the inputs of the operations: what their schemas take, fill in and refuse, and what each operation says of itself. */
import { describe, expect, test } from 'vitest'
import { codes } from '../fault/codes.ts'
import { fieldsOf, fromStrings } from './fields.ts'
import { operations } from './operations.ts'
import { pages } from './pages.ts'
import { inputLimit, jsonLine } from './report-input.ts'

const o = operations
const takes = (operation: { input: { safeParse(v: unknown): { success: boolean } } }, v: unknown) =>
  operation.input.safeParse(v).success

describe('defaults', () => {
  test.each([
    ['claims', { limit: 50, sort: 'newest' }],
    ['reports', { limit: 50, sort: 'newest' }],
    ['reviews', { limit: 50 }],
    ['export', { to: 'jsonl' }],
    ['doctor', { full: false }],
    ['reanalyse', { limit: 1000 }],
    ['analyse', { tokens: false }],
  ] as const)('%s fills in what is left out', (name, filled) => {
    const operation = Object.values(o).find((x) => x.name === name)
    expect(operation?.input.parse({})).toMatchObject(filled)
  })
})

describe('limits of a list', () => {
  test.each([1, 50, 500])('%d is taken', (limit) => {
    expect(takes(o.claims, { limit })).toBe(true)
    expect(takes(o.reports, { limit })).toBe(true)
  })
  test.each([0, -1, 501, 2.5, '20', Number.NaN])('%s is refused', (limit) => {
    expect(takes(o.claims, { limit })).toBe(false)
    expect(takes(o.reports, { limit })).toBe(false)
  })
  test('a cursor of any length is not taken', () => {
    expect(takes(o.claims, { cursor: 'x'.repeat(2000) })).toBe(true)
    expect(takes(o.claims, { cursor: 'x'.repeat(2001) })).toBe(false)
  })
})

describe('choices', () => {
  test.each([
    [{ mode: 'forecast' }, true],
    [{ mode: 'guess' }, false],
    [{ stance: 'denies' }, true],
    [{ stance: 'shrugs' }, false],
    [{ polarity: 'negated' }, true],
    [{ polarity: 'no' }, false],
    [{ voice: 'anonymous' }, true],
    [{ voice: 'loud' }, false],
    [{ event: 'ASSAULT' }, true],
    [{ event: 'assault' }, false],
    [{ certainty: 'doubt' }, true],
    [{ certainty: 'sure' }, false],
    [{ sort: 'text' }, true],
    [{ sort: 'size' }, false],
  ])('of claims: %o %s', (input, ok) => {
    expect(takes(o.claims, input)).toBe(ok)
  })
  test.each([
    ['claims', ['report', 'source', 'outlet', 'place', 'after', 'before', 'text']],
    ['reports', ['outlet', 'language', 'after', 'before', 'text']],
    ['sources', ['name']],
    ['reviews', ['on', 'by']],
  ] as const)('of %s: a filter that is empty is refused, not passed over', (name, keys) => {
    const operation = o[name]
    for (const key of keys) {
      expect(takes(operation, { [key]: 'x' }), key).toBe(true)
      for (const empty of ['', '  ', '\n'])
        expect(takes(operation, { [key]: empty }), key).toBe(false)
    }
    expect(operation.input.safeParse({ [keys[0]]: ' ' }).error?.issues[0]?.message).toBe(
      'it is empty',
    )
  })
  test.each([
    [{ act: 'accept', on: 'c1' }, true],
    [{ act: 'grade', on: 's1', value: 'B' }, true],
    [{ act: 'undo', on: 'w1', by: 'maria' }, true],
    [{ act: 'erase', on: 'c1' }, false],
    [{ act: 'accept' }, false],
    [{ on: 'c1' }, false],
    [{ act: 'accept', on: 'c1', by: '' }, false],
    [{ act: 'accept', on: 'c1', by: 'x'.repeat(201) }, false],
    [{ act: 'amend', on: 'c1', value: 'x'.repeat(10_001) }, false],
    [{ act: 'amend', on: 'c1', note: 'x'.repeat(10_001) }, false],
  ])('of a review: %o %s', (input, ok) => {
    expect(takes(o.review, input)).toBe(ok)
  })
  test.each([
    [{ query: 'mill' }, true],
    [{ query: '"old mill"', in: 'claims' }, true],
    [{ query: '' }, false],
    [{ query: 'x'.repeat(1001) }, false],
    [{ query: 'mill', in: 'sources' }, false],
    [{ query: 'mill', limit: 201 }, false],
    [{}, false],
  ])('of a search: %o %s', (input, ok) => {
    expect(takes(o.search, input)).toBe(ok)
  })
})

describe('a line of JSON', () => {
  test.each([
    [{ id: 'D1', text: 'A mill burned.' }, true],
    [{ id: 'D1', text: '', published: '2024-10' }, true],
    [{ id: 'D1', text: 'A mill burned.', title: null, outlet: null }, true],
    [{ id: 'D1', text: 'A mill burned.', colour: 'red' }, true],
    [{ id: 1, text: 'A mill burned.' }, false],
    [{ id: 'D1' }, false],
    [{ text: 'A mill burned.' }, false],
    [{ id: 'D1', text: 4 }, false],
    [null, false],
    [[], false],
  ])('%o %s', (line, ok) => {
    expect(jsonLine.safeParse(line).success).toBe(ok)
  })
  test('inputs of more than 64 MiB are not for reading', () => {
    expect(inputLimit).toBe(67_108_864)
  })
})

describe('strings of a query', () => {
  test.each([
    [{ limit: '20' }, { limit: 20 }],
    [{ limit: '-1' }, { limit: -1 }],
    [{ limit: 'many' }, { limit: 'many' }],
    [{ limit: ['5', '9'] }, { limit: 9 }],
    [{ limit: '1'.repeat(16) }, { limit: '1'.repeat(16) }],
    [{ text: '20' }, { text: '20' }],
    [{ place: undefined }, {}],
    [{ event: 'assault' }, { event: 'ASSAULT' }],
    [
      { mode: 'FORECAST', sort: 'Oldest' },
      { mode: 'forecast', sort: 'oldest' },
    ],
    [{ event: 'war' }, { event: 'war' }],
    [{ event: ['AID', 'aGree'] }, { event: 'AGREE' }],
    [{ text: 'KURSK' }, { text: 'KURSK' }],
    [{ unknown: 'x' }, { unknown: 'x' }],
  ])('%o become %o', (given, made) => {
    expect(fromStrings(o.claims, given)).toEqual(made)
  })
  test.each([
    ['true', true],
    ['1', true],
    ['', true],
    ['false', false],
    ['0', false],
    ['perhaps', 'perhaps'],
  ])('the switch %j is %j', (full, made) => {
    expect(fromStrings(o.doctor, { full })).toEqual({ full: made })
  })
})

describe.each(Object.values(o).map((x) => [x.name, x] as const))('%s', (_, operation) => {
  test('says in one sentence what it does', () => {
    expect(operation.summary).toMatch(/^[A-Z][^\n]{8,98}\.$/)
  })
  test('describes every input in a sentence', () => {
    for (const field of fieldsOf(operation)) {
      expect(field.description, field.name).toMatch(/[.!]$/)
      if (field.type === 'choice') expect(field.choices.length, field.name).toBeGreaterThan(0)
    }
  })
  test('names faults that exist, each once', () => {
    expect(operation.faults.filter((f) => !(f in codes))).toEqual([])
    expect(new Set(operation.faults).size).toBe(operation.faults.length)
  })
  test('has keys for every part of its path and every position', () => {
    const keys = fieldsOf(operation).map((f) => f.name)
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
    expect([...inPath, ...operation.positional].filter((k) => !keys.includes(k ?? ''))).toEqual([])
  })
  test('shows command lines that begin with the program', () => {
    for (const [line, does] of operation.examples) {
      expect(line).toMatch(/hearsay /)
      expect(does.length).toBeGreaterThan(3)
    }
  })
  test('writes by POST alone', () => {
    if (operation.kind === 'write') expect(operation.method).toBe('POST')
  })
})

test('no two operations share a path and a method', () => {
  const routes = Object.values(o).map((x) => `${x.method} ${x.path}`)
  expect(new Set(routes).size).toBe(routes.length)
})

test('every page has an operation that reads, and each address stands once', () => {
  for (const page of pages) {
    const twin = Object.values(o).find((x) => x.name === page.operation)
    expect(twin?.kind, page.path).toBe('read')
  }
  expect(new Set(pages.map((p) => p.path)).size).toBe(pages.length)
})
