/** The served program answers while it reads a very long report. */
import { describe, expect, test } from 'vitest'
import { finish, isBuilt, start } from '../cli/hearsay-process.ts'
import { freshFolder } from '../ledger/fixtures.ts'

const sentence = 'The harbour master said on Friday that two ships had left the port of Lindhaven. '

describe.skipIf(!isBuilt)('a server that reads', { timeout: 60_000 }, () => {
  test('serves pages and lists meanwhile, and then the report', async () => {
    const child = start(['serve', '--port', '0'], { dataDir: freshFolder() })
    const done = finish(child)
    const address = await new Promise<string>((go) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        const url = /http:\S+/.exec(chunk.toString())?.[0]
        if (url) go(url)
      })
    })
    const at = (path: string, init?: RequestInit): Promise<Response> =>
      fetch(new URL(path, address), init)
    const post = (body: object): Promise<Response> =>
      at('/api/add', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await post({ id: 'short', text: sentence })).status).toBe(200)

    const order: string[] = []
    const long = post({ id: 'long', text: sentence.repeat(6000) }).then((r) => {
      order.push('long')
      return r.status
    })
    for (let i = 0; i < 3; i++) {
      const reports = (await (await at('/api/reports')).json()) as { total: number }
      order.push(`page of ${reports.total}`)
    }
    expect((await at('/healthz')).status).toBe(200)
    expect(await long).toBe(200)
    expect(order).toEqual(['page of 1', 'page of 1', 'page of 1', 'long'])
    expect(await (await at('/api/reports')).json()).toMatchObject({ total: 2 })
    child.kill('SIGTERM')
    expect((await done).status).toBe(0)
  })
})
