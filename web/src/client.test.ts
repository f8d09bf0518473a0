/** The client: the request that a call makes, and what becomes of every kind of answer. */
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fromStrings } from '../../src/contract/fields.ts'
import type { Operation } from '../../src/contract/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { call, Problem, queryOf } from './client.ts'

interface Asked {
  readonly url: string
  readonly init: RequestInit
}

/** Puts a fetch in place that notes what is asked and gives this answer. */
function answering(answer: () => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return answer()
  })
  return asked
}

const done = (body: unknown = {}) => answering(() => Response.json(body))

async function thrownBy(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => expect.fail('nothing was thrown'),
    (e: unknown) => e,
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a call', () => {
  test('of a reading operation is a GET with its keys in the query', async () => {
    const asked = done({ items: [], next: null, total: 0 })
    const page = await call(operations.claims, { mode: 'forecast', limit: 20 })
    expect(page).toEqual({ items: [], next: null, total: 0 })
    expect(asked).toEqual([{ url: '/api/claims?mode=forecast&limit=20', init: { method: 'GET' } }])
  })

  test('without keys has no question mark', async () => {
    const asked = done()
    await call(operations.reports, {})
    expect(asked[0]?.url).toBe('/api/reports')
  })

  test('puts the keys of the path into the path, and nowhere else', async () => {
    const asked = done()
    await call(operations.report, { id: 'r12' })
    expect(asked[0]?.url).toBe('/api/reports/r12')
  })

  test.each([
    ['a/b', 'a%2Fb'],
    ['a b', 'a%20b'],
    ['a?b#c', 'a%3Fb%23c'],
    ['../x', '..%2Fx'],
    ['é', '%C3%A9'],
    ['100%', '100%25'],
    ['"', '%22'],
  ])('escapes %j in a path', async (id, escaped) => {
    const asked = done()
    await call(operations.source, { id })
    expect(asked[0]?.url).toBe(`/api/sources/${escaped}`)
  })

  test('of a writing operation is a POST with a JSON body', async () => {
    const asked = done({ kind: 'review' })
    const input = { act: 'accept', on: 'c1', by: 'mia', note: 'as "written"\n' } as const
    await call(operations.review, input)
    expect(asked[0]?.url).toBe('/api/reviews')
    expect(asked[0]?.init.method).toBe('POST')
    expect(asked[0]?.init.headers).toEqual({ 'content-type': 'application/json' })
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual(input)
  })

  test('of a reading operation that takes a report is a POST too', async () => {
    const asked = done()
    await call(operations.analyse, { text: 'A ship came in.' })
    expect(asked[0]?.init.method).toBe('POST')
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual({ text: 'A ship came in.' })
  })

  test('passes a signal on', async () => {
    const asked = done()
    const { signal } = new AbortController()
    await call(operations.doctor, {}, signal)
    expect(asked[0]?.init.signal).toBe(signal)
  })

  test('does not change its input', async () => {
    done()
    const input = Object.freeze({ id: 'r1' })
    await call(operations.report, input)
    expect(input).toEqual({ id: 'r1' })
  })

  test.each(Object.values(operations).map((o) => [o.name, o as Operation] as const))(
    'of %s goes to its own path with its own method',
    async (_, operation) => {
      const asked = done()
      await call(operation, { id: 'x1' })
      const url = new URL(asked[0]?.url ?? '', 'http://h')
      expect(url.pathname).toBe(`/api${operation.path.replace(/\{\w+\}/g, 'x1')}`)
      expect(asked[0]?.init.method).toBe(operation.method)
      expect(asked[0]?.init.body === undefined).toBe(operation.method === 'GET')
    },
  )
})

describe('an answer', () => {
  test('that is a problem throws it with its code, status and words', async () => {
    answering(() =>
      Response.json(
        { code: 'ledger/no-such', message: 'There is no claim c9 in this ledger.' },
        { status: 404 },
      ),
    )
    const thrown = await thrownBy(call(operations.claim, { id: 'c9' }))
    expect(thrown).toBeInstanceOf(Problem)
    expect(thrown).toMatchObject({
      code: 'ledger/no-such',
      status: 404,
      message: 'There is no claim c9 in this ledger.',
    })
  })

  test.each([
    ['<h1>Bad gateway</h1>', 502],
    ['', 500],
    ['null', 503],
    ['{}', 418],
    ['[]', 400],
    ['"text"', 400],
  ])('%j with status %d is a problem without a code of its own', async (body, status) => {
    answering(() => new Response(body, { status }))
    expect(await thrownBy(call(operations.reports, {}))).toMatchObject({
      code: 'unknown',
      status,
      message: `The server answered ${status}.`,
    })
  })

  test('that never comes says what to look at', async () => {
    answering(() => Promise.reject(new TypeError('fetch failed')))
    const thrown = await thrownBy(call(operations.reports, {}))
    expect(thrown).toBeInstanceOf(Problem)
    expect(thrown).toMatchObject({ code: 'network', status: 0 })
    expect((thrown as Problem).message).toContain('hearsay serve')
  })

  test('that nobody waits for any more is no problem: the abort passes through', async () => {
    const stop = new AbortController()
    answering(() => Promise.reject(new DOMException('aborted', 'AbortError')))
    stop.abort()
    const thrown = await thrownBy(call(operations.reports, {}, stop.signal))
    expect(thrown).not.toBeInstanceOf(Problem)
    expect((thrown as DOMException).name).toBe('AbortError')
  })

  test('that fails while a signal is there and was not used is a problem', async () => {
    answering(() => Promise.reject(new TypeError('fetch failed')))
    const { signal } = new AbortController()
    expect(await thrownBy(call(operations.reports, {}, signal))).toMatchObject({ code: 'network' })
  })
})

describe('a query', () => {
  test.each([
    [[], ''],
    [[['a', undefined]], ''],
    [[['a', null]], ''],
    [[['a', '']], ''],
    [[['a', 'x']], '?a=x'],
    [[['a', 0]], '?a=0'],
    [[['a', false]], '?a=false'],
    [
      [
        ['b', 'x'],
        ['a', 'y'],
      ],
      '?b=x&a=y',
    ],
    [[['a', 'x y&z=1#2']], '?a=x+y%26z%3D1%232'],
    [[['a', 'é']], '?a=%C3%A9'],
    [[['a', '+']], '?a=%2B'],
  ] as const)('%j is %j', (values, query) => {
    expect(queryOf(values as Iterable<readonly [string, unknown]>)).toBe(query)
  })

  test('is read back as it was meant', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((t) => t.isWellFormed())
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([k]) => k }), (pairs) => {
        expect([...new URLSearchParams(queryOf(pairs)).entries()]).toEqual(pairs)
      }),
    )
  })

  test('gives the server the input that was meant', () => {
    const given = { mode: 'fact', limit: 7, text: '20', after: '2024-10' }
    const back = Object.fromEntries(new URLSearchParams(queryOf(Object.entries(given))))
    expect(fromStrings(operations.claims, back)).toEqual(given)
    const wide = { anonymous: true, name: 'x' }
    const wideBack = Object.fromEntries(new URLSearchParams(queryOf(Object.entries(wide))))
    expect(fromStrings(operations.sources, wideBack)).toEqual(wide)
  })
})
