/** OpenAPI: every path, parameter, body and fault of the contract stands in the document, and nothing else. */
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../contract/fields.ts'
import type { Operation } from '../contract/operation.ts'
import { operations } from '../contract/operations.ts'
import { codes } from '../fault/codes.ts'
import { openapi } from './openapi.ts'

const all: readonly Operation[] = Object.values(operations)

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly description: string
    readonly schema: Readonly<Record<string, unknown>>
  }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>>
  }
  readonly responses: Readonly<
    Record<string, { description: string; content: Record<string, { schema: unknown }> }>
  >
}

const doc = openapi(all, '1.2.3') as unknown as {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: { readonly Problem: { required: string[] } } }
}
const described = (o: Operation): Described =>
  doc.paths[o.path]?.[o.method.toLowerCase()] ?? expect.fail(o.name)

describe('the document', () => {
  test('is OpenAPI 3.1 of this version, and is JSON', () => {
    expect(doc.openapi).toBe('3.1.0')
    expect(doc.info.version).toBe('1.2.3')
    expect(JSON.parse(JSON.stringify(doc))).toEqual(doc)
  })

  test('has just the operations, each once', () => {
    const ids = Object.values(doc.paths).flatMap((p) => Object.values(p).map((d) => d.operationId))
    expect([...ids].sort()).toEqual(all.map((o) => o.name.replace(' ', '-')).sort())
    expect(Object.keys(doc.paths)).toEqual([...new Set(all.map((o) => o.path))])
  })

  test('keeps two operations of one path apart by their methods', () => {
    expect(Object.keys(doc.paths['/reviews'] ?? {}).sort()).toEqual(['get', 'post'])
    expect(doc.paths['/reviews']?.['get']?.operationId).toBe('reviews')
    expect(doc.paths['/reviews']?.['post']?.operationId).toBe('review')
  })

  test('refers to nothing that is not in it', () => {
    const refs = [...JSON.stringify(doc).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1])
    expect([...new Set(refs)]).toEqual(['#/components/schemas/Problem'])
    expect(JSON.stringify(doc)).not.toContain('$schema')
  })
})

describe.each(all.map((o) => [o.name, o] as const))('%s', (_, o) => {
  const d = described(o)
  const inPath = [...o.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])

  test('has its summary', () => {
    expect(d.summary).toBe(o.summary)
  })

  test('takes each key once: in the path, the query, or the body', () => {
    const parameters = d.parameters ?? []
    expect(parameters.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(inPath)
    for (const p of parameters) {
      const field = fieldsOf(o).find((f) => f.name === p.name) ?? expect.fail(p.name)
      expect(p).toMatchObject({ required: field.required, description: field.description })
      if (field.type === 'choice') expect(p.schema['enum']).toEqual(field.choices)
      if (field.fallback !== undefined) expect(p.schema['default']).toBe(field.fallback)
      if (p.in === 'path') expect(p.required).toBe(true)
    }
    if (o.method === 'GET') {
      expect(parameters.map((p) => p.name)).toEqual(fieldsOf(o).map((f) => f.name))
      expect(d.requestBody).toBeUndefined()
    } else {
      const schema = d.requestBody?.content['application/json']?.schema ?? {}
      expect(Object.keys(schema['properties'] ?? {})).toEqual(Object.keys(o.input.shape))
      const required = fieldsOf(o).flatMap((f) => (f.required ? [f.name] : []))
      expect(schema['required'] ?? []).toEqual(required)
    }
  })

  test('answers in JSON, or in JSON lines when it is a stream', () => {
    expect(Object.keys(d.responses['200']?.content ?? {})).toEqual([
      o.stream ? 'application/x-ndjson' : 'application/json',
    ])
  })

  test('names every fault under its status, once', () => {
    const faults = new Set([...o.faults, 'input/invalid', 'ledger/locked', 'internal/bug'] as const)
    const told = Object.entries(d.responses).flatMap(([status, r]) =>
      status === '200' ? [] : r.description.split(', ').map((code) => [code, Number(status)]),
    )
    expect(told.map(([code]) => code).sort()).toEqual([...faults].sort())
    for (const [code, status] of told) expect(codes[code as keyof typeof codes].status).toBe(status)
    const statuses = Object.keys(d.responses).map(Number)
    expect(statuses).toEqual([...statuses].sort((a, b) => a - b))
  })
})
