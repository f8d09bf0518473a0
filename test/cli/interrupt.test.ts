/** Interrupts while a very long report is read: the first one is heard and lets it finish, the second one stops at once. */
import type { ChildProcess } from 'node:child_process'
import { describe, expect, test } from 'vitest'
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

describe.skipIf(!isBuilt)('Ctrl-C while a long report is read', { timeout: 60_000 }, () => {
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
    expect([status, signal]).toEqual([130, null])
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
