/** Routes made from the contract: one per operation below /api, and a JSON twin for every page. */
import type { Context, Hono } from 'hono'
import { fromStrings } from '../contract/fields.ts'
import type { Operation } from '../contract/operation.ts'
import { type OperationName, operations } from '../contract/operations.ts'
import { pages } from '../contract/pages.ts'
import { inputLimit } from '../contract/report-input.ts'
import { fault, raise } from '../fault/fault.ts'

/** What the server needs of a Hearsay: to call an operation with unchecked input. */
export interface Caller {
  call(operation: Operation, input: unknown): Promise<unknown>
  stream(operation: Operation, input: unknown): Iterable<unknown> | AsyncIterable<unknown>
}

/** A body that carries a report may be as large as a report in base64; all others are small. */
const bodyLimit = 2 * 1024 * 1024
const reportBodyLimit = Math.ceil((inputLimit * 4) / 3) + bodyLimit

const noStore = { 'cache-control': 'no-store' }

/** Adds the routes of every operation. */
export function addApi(app: Hono, caller: Caller): void {
  for (const operation of Object.values(operations) as readonly Operation[]) {
    const path = `/api${operation.path.replace(/\{(\w+)\}/g, ':$1')}`
    app.on(operation.method, path, async (c) => {
      const input = operation.method === 'GET' ? queryOf(c, operation) : await bodyOf(c, operation)
      return answer(caller, operation, { ...input, ...c.req.param() })
    })
  }
}

/** Adds the twins: `/reports/{id}.json` answers with what the page `/reports/{id}` shows. */
export function addTwins(app: Hono, caller: Caller): void {
  for (const page of pages) {
    const operation = operations[page.operation as OperationName] as Operation
    const path =
      page.path === '/' ? '/index.json' : `${page.path.replace(/\{(\w+)\}/g, ':$1{[^/]+\\.json}')}`
    const key = /\{(\w+)\}/.exec(page.path)?.[1]
    app.get(key || page.path === '/' ? path : `${path}.json`, (c) => {
      const input = queryOf(c, operation)
      if (key) input[key] = (c.req.param(key) ?? '').replace(/\.json$/, '')
      return answer(caller, operation, input)
    })
  }
}

async function answer(caller: Caller, operation: Operation, input: unknown): Promise<Response> {
  if (!operation.stream)
    return Response.json(await caller.call(operation, input), { headers: noStore })
  const lines = each(caller.stream(operation, input))
  // the first line is taken before the status is sent, so that a fault still has its own status
  let next = await lines.next()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close()
      controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
      next = await lines.next()
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return new Response(body, { headers: { ...noStore, 'content-type': 'application/x-ndjson' } })
}

async function* each(items: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<unknown> {
  yield* items
}

/** The keys of the operation in the query; others belong to the page and are passed over. */
function queryOf(c: Context, operation: Operation): Record<string, unknown> {
  const known = new Set(Object.keys(operation.input.shape))
  return fromStrings(
    operation,
    Object.fromEntries(Object.entries(c.req.queries()).filter(([name]) => known.has(name))),
  )
}

async function bodyOf(c: Context, operation: Operation): Promise<Record<string, unknown>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json') raise('server/unsupported-media', { type: type || 'nothing' })
  const limit = 'content' in operation.input.shape ? reportBodyLimit : bodyLimit
  const bytes = await readUpTo(c.req.raw, limit)
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw fault('input/invalid', { reason: 'the body is not JSON in UTF-8' }, cause)
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    raise('input/invalid', { reason: 'the body is not a JSON object' })
  }
  return body as Record<string, unknown>
}

/** Reads a body, and stops at the limit whatever its Content-Length said. */
async function readUpTo(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit)
    raise('server/body-too-large', { limit })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > limit) raise('server/body-too-large', { limit })
    parts.push(part)
  }
  const out = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
