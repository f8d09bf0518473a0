/** Fields: every input key as a face sees it agrees with its schema, and strings become what the schema takes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf, fromStrings } from '../../src/contract/fields.ts'
import type { Operation } from '../../src/contract/operation.ts'
import { operations } from '../../src/contract/operations.ts'

const all = (Object.values(operations) as readonly Operation[]).map((o) => [o.name, o] as const)

describe.each(all)('%s', (_, o) => {
  const fields = fieldsOf(o)

  test('has a field for each key, in their order, described in a sentence', () => {
    expect(fields.map((f) => f.name)).toEqual(Object.keys(o.input.shape))
    for (const f of fields) expect(f.description).toMatch(/^\S.*[.?]$/)
  })

  test('may leave out just what is not required', () => {
    for (const f of fields) {
      const parsed = o.input.shape[f.name] as { safeParse(v: unknown): { success: boolean } }
      expect(parsed.safeParse(undefined).success).toBe(!f.required)
    }
  })

  test('fills in just the fallbacks that its fields tell', () => {
    const required = fields.filter((f) => f.required)
    const given = Object.fromEntries(
      required.map((f) => [f.name, f.type === 'choice' ? f.choices[0] : 'x']),
    )
    const fallbacks = Object.fromEntries(
      fields.flatMap((f) => (f.fallback === undefined ? [] : [[f.name, f.fallback]])),
    )
    expect(o.input.parse(given)).toEqual({ ...fallbacks, ...given })
  })

  test('takes every choice as a string, and no other word', () => {
    for (const f of fields.filter((f) => f.type === 'choice')) {
      const one = o.input.shape[f.name] as { safeParse(v: unknown): { success: boolean } }
      expect(f.choices.length).toBeGreaterThan(0)
      for (const value of f.choices) {
        const cast = fromStrings(o, { [f.name]: value })
        expect(cast).toEqual({ [f.name]: value })
        expect(one.safeParse(value).success).toBe(true)
      }
      expect(one.safeParse('no-such-choice').success).toBe(false)
    }
  })

  test('passes words on as they are, and casts numbers and truth values only', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        for (const f of fields) {
          const cast = fromStrings(o, { [f.name]: value })[f.name]
          if (f.type === 'string' || f.type === 'choice') expect(cast).toBe(value)
          else if (f.type !== 'list') expect(['number', 'boolean', 'string']).toContain(typeof cast)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a number', () => {
  const limit = (value: string): unknown =>
    fromStrings(operations.claims, { limit: value })['limit']
  test.each([
    ['0', 0],
    ['7', 7],
    ['-7', -7],
    ['007', 7],
    ['500', 500],
    ['999999999999999', 999_999_999_999_999],
  ])('%j is one', (text, value) => {
    expect(limit(text)).toBe(value)
  })

  test.each([
    '',
    ' ',
    '1.5',
    '1e3',
    '0x10',
    '+5',
    ' 5',
    '5 ',
    'five',
    '--5',
    '1_000',
    '1,000',
    '٣',
    'NaN',
    'Infinity',
    '9'.repeat(16),
  ])('%j is none, and the schema refuses it', (text) => {
    expect(limit(text)).toBe(text)
    expect(operations.claims.input.safeParse({ limit: limit(text) }).success).toBe(false)
  })

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(limit(String(n))).toBe(n)
      }),
    )
  })
})

describe('a truth value', () => {
  const anonymous = (value: string): unknown =>
    fromStrings(operations.sources, { anonymous: value })['anonymous']
  test.each([
    ['true', true],
    ['1', true],
    ['', true],
    ['false', false],
    ['0', false],
  ])('%j is %s', (text, value) => {
    expect(anonymous(text)).toBe(value)
  })

  test.each(['yes', 'no', 'TRUE', 'False', '2', ' true', 'null'])('%j is none', (text) => {
    expect(anonymous(text)).toBe(text)
    expect(operations.sources.input.safeParse({ anonymous: text }).success).toBe(false)
  })
})

describe('several strings', () => {
  test('of one key: the last counts', () => {
    expect(
      fromStrings(operations.claims, { limit: ['5', '6'], mode: ['fact', 'opinion'] }),
    ).toEqual({
      limit: 6,
      mode: 'opinion',
    })
    expect(fromStrings(operations.claims, { text: [] })).toEqual({ text: '' })
  })

  test('keys that are not there are passed on for the schema to judge; undefined ones are not', () => {
    expect(fromStrings(operations.claims, { colour: 'red', mode: undefined })).toEqual({
      colour: 'red',
    })
    expect(operations.claims.input.parse({ colour: 'red' })).not.toHaveProperty('colour')
  })
})
