/** Serving as a process: where it listens, what it adds, how it ends, and what it says when it cannot begin. */
import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { freshFolder } from '../ledger/fixtures.ts'
import { type Finished, finish, isBuilt, run, start } from './hearsay-process.ts'

const env = { HEARSAY_PROFILE: 'lite' }
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

interface Served {
  readonly url: string
  readonly child: ChildProcess
  readonly done: Promise<Finished>
}

async function serve(dataDir: string, ...args: readonly string[]): Promise<Served> {
  const child = start(['serve', '--port', '0', ...args], { dataDir, env })
  running.push(child)
  const done = finish(child)
  const url = await new Promise<string>((found, lost) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Hearsay is at (http:\S+)\n/.exec(said)?.[1]
      if (address) found(address)
    })
    child.once('close', () => lost(new Error('it ended before it served')))
  })
  return { url, child, done }
}

/** The status of a request with headers that `fetch` does not let one set. */
function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(url)
    const asked = request({ hostname, port, path: pathname, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.once('error', reject)
    asked.end()
  })
}

describe.skipIf(!isBuilt)('serve', { timeout: 60_000 }, () => {
  test('listens on this machine alone, says where, and ends at a signal', async () => {
    const { url, child, done } = await serve(freshFolder())
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true })
    child.kill('SIGTERM')
    const { status, err } = await done
    expect(status).toBe(0)
    expect(err).toBe('Press Ctrl-C to stop.\n')
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  test('--quiet leaves the address alone', async () => {
    const { child, done } = await serve(freshFolder(), '--quiet')
    child.kill('SIGINT')
    const { status, out, err } = await done
    expect([status, err]).toEqual([0, ''])
    expect(out.trim().split('\n')).toHaveLength(1)
  })

  test('the example story is added once', async () => {
    const dataDir = freshFolder()
    const counts: number[] = []
    const captured: unknown[] = []
    for (let i = 0; i < 2; i++) {
      const { url, child, done } = await serve(dataDir, '--example')
      const list = (await (await fetch(`${url}/api/reports?limit=100`)).json()) as {
        total: number
        items: { given: string; captured: string }[]
      }
      counts.push(list.total)
      captured.push(list.items.map((r) => [r.given, r.captured]))
      child.kill('SIGTERM')
      await done
    }
    expect(counts[0]).toBeGreaterThanOrEqual(14)
    expect(counts[1]).toBe(counts[0])
    expect(captured[1]).toEqual(captured[0])
  })

  test('programs are let in; other names, other sites and their pages are not', async () => {
    const { url } = await serve(freshFolder())
    const rows = [
      ['a name that leads here from elsewhere', { host: 'evil.example' }, 403],
      ['a page of another site', { origin: 'https://evil.example' }, 403],
      ['a page without an origin of its own', { origin: 'null' }, 403],
      ['a link from another site', { 'sec-fetch-site': 'cross-site' }, 403],
      ['a program', {}, 200],
    ] as const
    for (const [who, headers, status] of rows)
      expect(await statusOf(`${url}/api/reports`, headers), who).toBe(status)
  })

  test('what is added over HTTP is found at the command line, and the other way round', async () => {
    const dataDir = freshFolder()
    const { url } = await serve(dataDir)
    const answer = await fetch(`${url}/api/add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'http', text: 'Two ships left the port.' }),
    })
    expect(answer.status).toBe(200)
    const listed = await run(['reports', '--json'], { dataDir, env })
    expect(JSON.parse(listed.out)).toMatchObject({ total: 1, items: [{ given: 'http' }] })
    const input = `${JSON.stringify({ id: 'line', text: 'Three ships left the port.' })}\n`
    expect((await run(['add', '--jsonl'], { dataDir, env, input })).status).toBe(0)
    const { total } = (await (await fetch(`${url}/api/reports`)).json()) as { total: number }
    expect(total).toBe(2)
  })

  test('an export over HTTP is the export of the command line', async () => {
    const dataDir = freshFolder()
    const input = ['a', 'b', 'c']
      .map((id) => `${JSON.stringify({ id, text: `Ship ${id} left, the mayor said.` })}\n`)
      .join('')
    await run(['add', '--jsonl'], { dataDir, env, input })
    const { url } = await serve(dataDir)
    const lines = (text: string): unknown[] =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
    const served = lines(await (await fetch(`${url}/api/export`)).text())
    const printed = lines((await run(['export', '--to', 'jsonl'], { dataDir, env })).out)
    expect(served).toEqual(printed)
  })

  test('a port that is taken is said in words', async () => {
    const other = createServer()
    await new Promise<void>((go) => other.listen(0, '127.0.0.1', go))
    const { port } = other.address() as AddressInfo
    const done = await run(['serve', '--port', String(port)], { dataDir: freshFolder(), env })
    other.close()
    expect(done.status).toBe(1)
    expect(done.err).toBe(`hearsay: Port ${port} is in use. Choose another with --port.\n`)
    expect(done.out).toBe('')
  })

  test.each(['-1', '65536', 'x', '80.5', ''])('a port of %j is wrong usage', async (port) => {
    const done = await run(['serve', `--port=${port}`], { dataDir: freshFolder(), env })
    expect(done.status).toBe(2)
    expect(done.err).toContain('--port is a number from 0 to 65535')
  })

  test('a ledger that is none is left alone, and pages say so', async () => {
    const dataDir = freshFolder()
    writeFileSync(`${dataDir}/ledger.sqlite`, 'x'.repeat(5000))
    const { url } = await serve(dataDir)
    const answer = await fetch(`${url}/api/reports`)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'ledger/not-a-ledger' })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})
