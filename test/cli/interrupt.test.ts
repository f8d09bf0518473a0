/** Interrupts while a very long report is read: the first one is heard and lets it finish, the second one stops at once. */
import type { ChildProcess } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { readerIsHere } from '../data-files.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { finish, isBuilt, jsonOf, run, start } from './hearsay-process.ts'

const sentence = 'The harbour master said on Friday that two ships had left the port of Lindhaven. '
const line = (id: string, sentences: number): string =>
  `${JSON.stringify({ id, text: sentence.repeat(sentences) })}\n`

/** Resolves when the stream has said `words`. */
function says(stream: ChildProcess['stdout'], words: string): Promise<void> {
  let seen = ''
  return new Promise((go) => {
    stream?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      if (seen.includes(words)) go()
    })
  })
}

interface Added {
  readonly given: string
}

describe.skipIf(!isBuilt || !readerIsHere)(
  'while the trained reader reads (where its files are)',
  { timeout: 120_000 },
  () => {
    const env = { HEARSAY_PROFILE: 'full' }
    const input = line('first', 3) + line('long', 4000)

    test('a second Ctrl-C ends it by the signal, without a word', async () => {
      const child = start(['analyse', '--jsonl'], { dataDir: freshFolder(), env })
      const done = finish(child)
      child.stdin?.on('error', () => {})
      const read = says(child.stdout, 'first')
      const heard = says(child.stderr, 'finishing the report in hand')
      child.stdin?.end(input)
      await read
      child.kill('SIGINT')
      await heard
      child.kill('SIGINT')
      const { status, signal, err } = await done
      expect([status, signal]).toEqual([null, 'SIGINT'])
      expect(err).not.toContain('terminate')
    })

    test('a pipe that closes ends it without a word', async () => {
      const child = start(['analyse', '--jsonl'], { dataDir: freshFolder(), env })
      const done = finish(child)
      child.stdin?.on('error', () => {})
      child.stdout?.once('data', () => child.stdout?.destroy())
      child.stdin?.end(line('first', 3) + line('second', 3).repeat(3) + line('long', 4000))
      const { err, signal } = await done
      expect([err, signal]).toEqual(['', 'SIGPIPE'])
    })
  },
)

describe.skipIf(!isBuilt)('Ctrl-C while a long report is read', { timeout: 120_000 }, () => {
  test('twice: it stops at once, and only what was acknowledged is in the ledger', async () => {
    const dataDir = freshFolder()
    const child = start(['add', '--jsonl', '--json'], { dataDir })
    const done = finish(child)
    child.stdin?.on('error', () => {})
    const acknowledged = says(child.stdout, 'short')
    const heard = says(child.stderr, 'finishing the report in hand')
    // Many seconds of reading, so that the second signal comes in the midst of it.
    child.stdin?.write(line('short', 10) + line('long', 60_000))
    await acknowledged
    child.kill('SIGINT')
    await heard
    child.kill('SIGINT')
    const { status, signal, out } = await done
    // A shell reports 130.
    expect([status, signal]).toEqual([null, 'SIGINT'])
    expect((jsonOf(out) as Added[]).map((a) => a.given)).toEqual(['short'])
    const [listed] = jsonOf((await run(['reports', '--json'], { dataDir })).out)
    expect(listed).toMatchObject({ total: 1 })
  })

  test('once: it is heard while the report is read, and the report is finished', async () => {
    const dataDir = freshFolder()
    const child = start(['add', '--jsonl', '--json'], { dataDir })
    const done = finish(child)
    child.stdin?.on('error', () => {})
    const acknowledged = says(child.stdout, 'short')
    const order: string[] = []
    void says(child.stderr, 'finishing the report in hand').then(() => order.push('heard'))
    void says(child.stdout, 'medium').then(() => order.push('finished'))
    child.stdin?.write(line('short', 10) + line('medium', 3000))
    await acknowledged
    child.kill('SIGINT')
    const { status, out } = await done
    expect(status).toBe(130)
    expect(order).toEqual(['heard', 'finished'])
    expect((jsonOf(out) as Added[]).map((a) => a.given)).toEqual(['short', 'medium'])
  })

  test('each report is acknowledged before the next one is handed in', async () => {
    const dataDir = freshFolder()
    const child = start(['add', '--jsonl', '--json'], { dataDir })
    const done = finish(child)
    for (const id of ['first', 'second', 'third']) {
      const acknowledged = says(child.stdout, id)
      child.stdin?.write(line(id, 1).replace('Friday', id))
      await acknowledged
    }
    child.stdin?.end()
    expect((await done).status).toBe(0)
  })
})
