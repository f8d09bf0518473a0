/** The contract: every operation is whole, can be described to others, and stays fit for the browser. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { fieldsOf, fromStrings } from '../../src/contract/fields.ts'
import { localCommands } from '../../src/contract/local.ts'
import type { Operation } from '../../src/contract/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { jsonLine } from '../../src/contract/report-input.ts'
import { codes } from '../../src/fault/codes.ts'

const all = Object.entries(operations) as readonly (readonly [string, Operation])[]

describe.each(all)('%s', (name, operation) => {
  test('has its own name and a summary in one sentence', () => {
    expect(operation.name).toBe(name)
    expect(operation.summary).toMatch(/^[A-Z].{10,90}\.$/)
  })

  test('describes every input key', () => {
    for (const field of fieldsOf(operation)) {
      expect(field.description, field.name).toMatch(/^[A-Z"'].*\.$/)
      expect(field.type, field.name).not.toBe('object')
    }
  })

  test('takes positions and path keys from its input', () => {
    const keys = Object.keys(operation.input.shape)
    for (const key of operation.positional) expect(keys).toContain(key)
    for (const [, key] of operation.path.matchAll(/\{(\w+)\}/g)) expect(keys).toContain(key)
    expect(operation.path).toMatch(/^\/[a-z/{}]+$/)
  })

  test('names faults that exist', () => {
    for (const code of operation.faults) expect(Object.keys(codes)).toContain(code)
  })

  test('can be written as JSON Schema', () => {
    for (const io of ['input', 'output'] as const) {
      const schema = z.toJSONSchema(operation.input, { io })
      expect(schema['type']).toBe('object')
    }
    expect(() => z.toJSONSchema(operation.output)).not.toThrow()
  })

  test('shows examples that start with its command', () => {
    for (const [line] of operation.examples) expect(line).toMatch(/(^|\| )hearsay /)
    for (const [line] of operation.examples) expect(line).toContain(`hearsay ${name}`)
  })

  test('cannot be changed', () => {
    expect(Object.isFrozen(operation)).toBe(true)
  })
})

test('no two operations share a method and path', () => {
  const routes = all.map(([, o]) => `${o.method} ${o.path}`)
  expect(new Set(routes).size).toBe(routes.length)
})

test('reads are GET unless they carry a report, writes are POST', () => {
  for (const [name, o] of all)
    expect(o.method, name).toBe(o.kind === 'write' || name === 'analyse' ? 'POST' : 'GET')
})

test('commands without an operation have names of their own', () => {
  for (const { name, summary } of localCommands) {
    expect(Object.keys(operations)).not.toContain(name)
    expect(summary).toMatch(/^[A-Z].*\.$/)
  }
})

test('the contract needs zod and nothing that a browser lacks', () => {
  const root = fileURLToPath(new URL('../../src', import.meta.url))
  const seen = new Set<string>()
  const outside = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return
    seen.add(path)
    for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(
      /^(?:import|export)(?! type)[^'\n]*(?:\n[^'\n]*)*?from '([^']+)'/gm,
    )) {
      if (from.startsWith('.')) visit(resolve(dirname(path), from))
      else outside.add(from)
    }
  }
  const files = readdirSync(join(root, 'contract')).filter((file) => !file.endsWith('.test.ts'))
  for (const file of files) visit(join(root, 'contract', file))
  expect([...outside]).toEqual(['zod'])
  const rooms = [...seen].map((path) => relative(root, path).split('/')[0])
  expect([...new Set(rooms)].sort()).toEqual(['contract', 'model'])
})

describe('strings from a query or command line', () => {
  const { claims, sources, stages, search } = operations

  test('become what the schema asks for', () => {
    expect(fromStrings(claims, { limit: '20', mode: 'fact', text: '12' })).toEqual({
      limit: 20,
      mode: 'fact',
      text: '12',
    })
    expect(fromStrings(sources, { anonymous: 'true' })).toEqual({ anonymous: true })
    expect(fromStrings(sources, { anonymous: '0' })).toEqual({ anonymous: false })
    expect(fromStrings(stages, { measure: false })).toEqual({ measure: false })
  })

  test('of several the last counts', () => {
    expect(fromStrings(search, { query: ['a', 'b'] })).toEqual({ query: 'b' })
  })

  test('that do not fit are left for the schema to refuse', () => {
    expect(fromStrings(claims, { limit: 'many' })).toEqual({ limit: 'many' })
    expect(fromStrings(claims, { limit: '1e3' })).toEqual({ limit: '1e3' })
    expect(fromStrings(sources, { anonymous: 'maybe' })).toEqual({ anonymous: 'maybe' })
    expect(claims.input.safeParse({ limit: 'many' }).success).toBe(false)
  })

  test('that are missing stay missing', () => {
    expect(fromStrings(claims, { mode: undefined })).toEqual({})
  })

  test('fields tell defaults and choices', () => {
    const fields = new Map(fieldsOf(claims).map((f) => [f.name, f]))
    expect(fields.get('limit')).toMatchObject({ type: 'integer', required: false, fallback: 50 })
    expect(fields.get('sort')).toMatchObject({
      type: 'choice',
      choices: ['newest', 'oldest', 'text'],
    })
    expect(fields.get('text')).toMatchObject({ type: 'string', required: false })
    expect(fieldsOf(search)[0]).toMatchObject({ name: 'query', required: true })
  })
})

describe('a JSON line', () => {
  test.each([
    [{ id: 'a', text: 't' }, true],
    [
      {
        id: 'a',
        text: 't',
        title: null,
        url: null,
        outlet: 'x',
        published: '2024',
        language: 'en',
      },
      true,
    ],
    [{ id: 'a', text: 't', extra: 1 }, true],
    [{ id: 1, text: 't' }, false],
    [{ id: 'a' }, false],
    [{ text: 't' }, false],
    [{ id: 'a', text: ['t'] }, false],
    [{ id: 'a', text: 't', title: 3 }, false],
    [[], false],
    [null, false],
    ['text', false],
  ])('%j is one: %s', (line, ok) => {
    expect(jsonLine.safeParse(line).success).toBe(ok)
  })
})
