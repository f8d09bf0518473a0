/** The OpenAPI 3.1 document, made from the contract. */
import * as z from 'zod'
import { fieldsOf } from '../contract/fields.ts'
import type { Operation } from '../contract/operation.ts'
import { codes, type FaultCode } from '../fault/codes.ts'
import { problemType } from './problem.ts'

/** Faults that any operation may answer with. */
const always: readonly FaultCode[] = ['input/invalid', 'ledger/locked', 'internal/bug']

type Json = Readonly<Record<string, unknown>>

/** Describes every operation with its input, output and faults. */
export function openapi(operations: readonly Operation[], version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version,
      description:
        'A ledger of attributed claims. Offsets are UTF-16 code units into the text of a report.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(pathsOf(operations)),
    components: { schemas: { Problem: problemSchema } },
  }
}

function pathsOf(operations: readonly Operation[]): [string, Json][] {
  const byPath = new Map<string, Record<string, unknown>>()
  for (const operation of operations) {
    const entry = byPath.get(operation.path) ?? {}
    entry[operation.method.toLowerCase()] = describe(operation)
    byPath.set(operation.path, entry)
  }
  return [...byPath]
}

function describe(operation: Operation): Json {
  const inPath = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))
  const schema = schemaOf(operation.input, 'input')
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>
  const parameters = fieldsOf(operation)
    .filter((f) => operation.method === 'GET' || inPath.has(f.name))
    .map((f) => ({
      name: f.name,
      in: inPath.has(f.name) ? 'path' : 'query',
      required: f.required,
      description: f.description,
      schema: properties[f.name] ?? {},
    }))
  const media = operation.stream ? 'application/x-ndjson' : 'application/json'
  return {
    operationId: operation.name.replaceAll(' ', '-'),
    summary: operation.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.method === 'POST'
      ? { requestBody: { required: true, content: { 'application/json': { schema } } } }
      : {}),
    responses: {
      '200': {
        description: operation.stream ? 'One JSON object a line.' : 'Done.',
        content: { [media]: { schema: schemaOf(operation.output, 'output') } },
      },
      ...problems([...operation.faults, ...always]),
    },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    reused: 'inline',
    unrepresentable: 'any',
  }) as Record<string, unknown>
  return rest
}

function problems(faults: readonly FaultCode[]): Json {
  const byStatus = new Map<number, FaultCode[]>()
  for (const code of new Set(faults)) {
    const status = codes[code].status
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, names]) => [
        String(status),
        {
          description: names.join(', '),
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  )
}

const problemSchema: Json = {
  type: 'object',
  description: 'Problem details (RFC 9457); `code` is stable.',
  required: ['type', 'title', 'status', 'detail', 'code', 'ok', 'message', 'data'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    ok: { const: false },
    message: { type: 'string' },
    data: { type: 'object' },
  },
}
