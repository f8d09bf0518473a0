/** The HTTP face: routes from the contract, problem details, guard, headers, reference. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/contract/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { pages } from '../../src/contract/pages.ts'
import { codes } from '../../src/fault/codes.ts'
import { fault, raise } from '../../src/fault/fault.ts'
import { startServer } from '../../src/server/start.ts'
import { fakeApp, local } from './fake-caller.ts'

const all: readonly Operation[] = Object.values(operations)
const echo = (operation: Operation, input: unknown): unknown => ({
  operation: operation.name,
  input,
})

describe('routes', () => {
  const { app, calls } = fakeApp((operation, input) =>
    operation.stream ? [1, 2] : echo(operation, input),
  )

  test.each(all.map((o) => [o.name, o] as const))(
    '%s answers at its declared method and path',
    async (_, operation) => {
      calls.length = 0
      const path = `/api${operation.path.replace(/\{\w+\}/g, 'x1')}`
      const init =
        operation.method === 'POST'
          ? {
              method: 'POST',
              headers: { ...local, 'content-type': 'application/json' },
              body: '{}',
            }
          : { headers: local }
      const response = await app.request(path, init)
      expect(response.status).toBe(200)
      expect(calls.map((c) => c.operation)).toEqual([operation.name])
    },
  )

  test('query strings become the values that the schema asks for', async () => {
    calls.length = 0
    await app.request('/api/claims?limit=20&mode=forecast&unknown=1', { headers: local })
    expect(calls[0]?.input).toEqual({ limit: 20, mode: 'forecast' })
  })

  test('keys in the path win over the query', async () => {
    calls.length = 0
    await app.request('/api/reports/abc?id=other', { headers: local })
    expect(calls[0]?.input).toEqual({ id: 'abc' })
  })

  test('a stream is one JSON object a line', async () => {
    const response = await app.request('/api/export', { headers: local })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    expect(await response.text()).toBe('1\n2\n')
  })

  test.each(pages.map((p) => [p.path, p] as const))(
    'the page %s has a JSON twin',
    async (path, page) => {
      calls.length = 0
      const twin = path === '/' ? '/index.json' : `${path.replace(/\{\w+\}/g, 'r1')}.json`
      const response = await app.request(twin, { headers: local })
      expect(response.status).toBe(200)
      expect(calls[0]?.operation).toBe(page.operation)
      if (path.includes('{id}')) expect(calls[0]?.input).toEqual({ id: 'r1' })
    },
  )

  test('the wrong method on a known path says so; an unknown path is not found', async () => {
    expect((await app.request('/api/reviews', { method: 'DELETE', headers: local })).status).toBe(
      405,
    )
    const missing = await app.request('/api/nothing', { headers: local })
    expect(missing.status).toBe(404)
    expect(((await missing.json()) as { code: string }).code).toBe('server/not-found')
  })
})

describe('bodies', () => {
  const { app, calls } = fakeApp(echo)
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(
      app.request('/api/reviews', {
        method: 'POST',
        headers: { ...local, 'content-type': 'application/json', ...headers },
        body,
      }),
    )

  test.each([
    ['{', 422],
    ['[1]', 422],
    ['"text"', 422],
    ['null', 422],
    ['', 422],
    ['{"act":"accept"}', 200],
  ])('%s -> %i', async (body, status) => {
    expect((await post(body)).status).toBe(status)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('a body of type "%s" is refused: no form of another site can send it', async (type) => {
    expect((await post('{}', { 'content-type': type })).status).toBe(415)
  })

  test('a million nested brackets are refused without a crash', async () => {
    expect((await post('['.repeat(1_000_000))).status).toBe(422)
  })

  test('a body over 2 MB is refused for a review, and taken for a report', async () => {
    const big = JSON.stringify({ text: 'x'.repeat(3 * 1024 * 1024) })
    expect((await post(big)).status).toBe(413)
    const report = await app.request('/api/analyse', {
      method: 'POST',
      headers: { ...local, 'content-type': 'application/json' },
      body: big,
    })
    expect(report.status).toBe(200)
  })

  test('__proto__ is a key like any other', async () => {
    calls.length = 0
    await post('{"__proto__":{"polluted":true},"act":"accept"}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('the guard', () => {
  const { app, calls } = fakeApp(echo)

  test.each([
    ['a foreign name that points here', { host: 'evil.example' }, 403],
    ['a foreign name with our port', { host: 'evil.example:4173' }, 403],
    ['a name that only begins like ours', { host: 'localhost.evil.example:4173' }, 403],
    ['an empty host', { host: '' }, 403],
    ['credentials in the host', { host: 'localhost@evil.example' }, 403],
    ['another origin', { ...local, origin: 'https://evil.example' }, 403],
    ['the null origin of a sandboxed frame', { ...local, origin: 'null' }, 403],
    ['our name at another port', { ...local, origin: 'http://127.0.0.1:9999' }, 403],
    ['https where we speak http', { ...local, origin: 'https://127.0.0.1:4173' }, 403],
    ['a cross-site fetch without an origin', { ...local, 'sec-fetch-site': 'cross-site' }, 403],
    ['a same-site fetch', { ...local, 'sec-fetch-site': 'same-site' }, 403],
    ['a program', { ...local }, 200],
    [
      'our own page',
      { ...local, origin: 'http://127.0.0.1:4173', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['an address typed by a person', { host: 'localhost:4173', 'sec-fetch-site': 'none' }, 200],
    ['IPv6', { host: '[::1]:4173' }, 200],
  ])('%s', async (_, headers, status) => {
    calls.length = 0
    for (const path of ['/api/reports', '/healthz', '/openapi.json']) {
      expect((await app.request(path, { headers })).status).toBe(status)
    }
    expect(calls.length).toBe(status === 200 ? 1 : 0)
  })
})

describe('answers', () => {
  test('a fault is problem details with its code, message and data', async () => {
    const { app } = fakeApp(() => raise('ledger/no-such', { kind: 'report', id: 'r1' }))
    const response = await app.request('/api/reports/r1', { headers: local })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual({
      type: '/docs#ledger-no-such',
      title: 'ledger/no-such',
      status: 404,
      detail: 'There is no report r1 in this ledger.',
      code: 'ledger/no-such',
      ok: false,
      message: 'There is no report r1 in this ledger.',
      data: { kind: 'report', id: 'r1' },
    })
  })

  test('a bug tells neither its reason nor its stack', async () => {
    const { app } = fakeApp(() => {
      throw new TypeError('secret at /home/someone')
    })
    const text = await (await app.request('/api/reports', { headers: local })).text()
    expect(text).toContain('internal/bug')
    expect(text).not.toContain('secret')
    expect(text).not.toContain('/home')
  })

  test('busy and full say when to try again', async () => {
    for (const code of ['ledger/locked', 'ledger/disk-full'] as const) {
      const { app } = fakeApp(() => {
        throw fault(code, { path: 'x' })
      })
      expect(
        (await app.request('/api/reports', { headers: local })).headers.get('retry-after'),
      ).toBe('5')
    }
  })

  test('a fault before the first line of a stream has its own status', async () => {
    const { app } = fakeApp(() => raise('ledger/io', { path: 'x', reason: 'y' }))
    expect((await app.request('/api/export', { headers: local })).status).toBe(500)
  })

  test('every answer carries the security headers, errors included', async () => {
    const { app } = fakeApp(echo)
    const paths = [
      '/',
      '/api/reports',
      '/api/nothing',
      '/docs',
      '/docs.css',
      '/openapi.json',
      '/healthz',
      '/index.json',
    ]
    for (const path of paths) {
      const { headers } = await app.request(path, { headers: local })
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'")
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    }
    const refused = await app.request('/', { headers: { host: 'evil.example' } })
    expect(refused.headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('the reference', () => {
  const { app } = fakeApp(echo)

  test('OpenAPI describes every operation with its faults', async () => {
    const document = (await (await app.request('/openapi.json', { headers: local })).json()) as {
      openapi: string
      paths: Record<
        string,
        Record<string, { operationId: string; responses: Record<string, { description: string }> }>
      >
    }
    expect(document.openapi).toBe('3.1.0')
    for (const operation of all) {
      const entry = document.paths[operation.path]?.[operation.method.toLowerCase()]
      expect(entry?.operationId).toBe(operation.name.replaceAll(' ', '-'))
      for (const code of operation.faults) {
        expect(entry?.responses[String(codes[code].status)]?.description).toContain(code)
      }
    }
    expect(JSON.stringify(document)).not.toContain('undefined')
  })

  test('the page lists every operation and every fault, and loads nothing from elsewhere', async () => {
    const page = await (await app.request('/docs', { headers: local })).text()
    for (const operation of all)
      expect(page).toContain(`id="${operation.name.replaceAll(' ', '-')}"`)
    for (const code of Object.keys(codes)) expect(page).toContain(`id="${code.replace('/', '-')}"`)
    expect(page).not.toMatch(/(src|href)="https?:/)
    expect(page).not.toContain('<script')
  })
})

describe('the workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Hearsay</title>')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'no')
  const { app } = fakeApp(echo, folder)

  test.each(pages.map((p) => p.path.replace(/\{\w+\}/g, 'r1')))(
    '%s is the HTML page',
    async (path) => {
      const response = await app.request(path, { headers: local })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('text/html')
    },
  )

  test('hashed files are kept by the browser, the page is not', async () => {
    expect(
      (await app.request('/assets/app-1a2b.js', { headers: local })).headers.get('cache-control'),
    ).toContain('immutable')
    expect((await app.request('/', { headers: local })).headers.get('cache-control')).toBe(
      'no-cache',
    )
  })

  test.each([
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/secret.txt',
    '/assets/none.js',
  ])('%s is not found', async (path) => {
    expect((await app.request(path, { headers: local })).status).toBe(404)
  })
})

describe('listening', () => {
  const caller = { call: async () => ({}), stream: async function* () {} }

  test('binds loopback, answers, and frees its port', async () => {
    const server = await startServer({ caller, version: '1', port: 0, host: '127.0.0.1' })
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const port = Number(new URL(server.url).port)
    await expect(startServer({ caller, version: '1', port, host: '127.0.0.1' })).rejects.toThrow(
      `Port ${port} is in use`,
    )
    await server.close()
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })
})
