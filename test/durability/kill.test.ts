/** Kills the program at random moments while it adds, and looks whether everything that it acknowledged is there, whole. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/ledger/database.ts'
import { ledgerFile } from '../../src/service/open.ts'
import { finish, isBuilt, start } from '../cli/hearsay-process.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { reportNumber, seeded } from './reports-source.ts'

/** `npm run check:kill` sets 200. */
const kills = Number(process.env['HEARSAY_KILLS'] ?? 6)
const seed = Number(process.env['HEARSAY_SEED'] ?? 20241023)
const readyWithin = 2000

/** What is on disk that should not be, or is not there that should. */
function troubleIn(dataDir: string, acknowledged: readonly string[]): string[] {
  const began = performance.now()
  const db = openDatabase(join(dataDir, ledgerFile))
  const ready = performance.now() - began
  const count = (sql: string): number => Number(Object.values(db.sql(sql).get() ?? {})[0])
  const lost = acknowledged.filter(
    (id) => db.sql('select 1 from reports where id = ?').get(id) === undefined,
  )
  const trouble = [
    ...lost.map((id) => `acknowledged and lost: ${id}`),
    ...(ready > readyWithin ? [`ready after ${Math.round(ready)} ms`] : []),
    ...(count(
      'select count(*) from reports r where not exists (select 1 from analyses a where a.report = r.id)',
    ) > 0
      ? ['a report without its analysis']
      : []),
    ...(count(
      'select count(*) from reports r where r.claims <> (select count(*) from claims c where c.report = r.id)',
    ) > 0
      ? ['a report with some of its claims']
      : []),
    ...(count('select count(*) from given_ids') !== count('select count(*) from reports')
      ? ['a report without its given id']
      : []),
    ...(count("select count(*) from report_words where report_words match 'port'") !==
    count('select count(*) from reports')
      ? ['a report that search does not know']
      : []),
    ...(db.pragma('integrity_check') === 'ok' ? [] : ['the file is damaged']),
    ...(count('select count(*) from pragma_foreign_key_check') > 0
      ? ['a row without its owner']
      : []),
  ]
  db.close()
  return trouble
}

/** Starts adding, kills at a random moment, returns the ids that were printed. */
async function killAdding(dataDir: string, run: number, random: () => number): Promise<string[]> {
  const child = start(['add', '--jsonl', '--quiet'], { dataDir })
  const done = finish(child)
  child.stdin?.on('error', () => {})
  child.stdin?.end(
    Array.from({ length: 400 }, (_, n) => `${JSON.stringify(reportNumber(run, n))}\n`).join(''),
  )
  // Two kills in three fall while it writes, the others while it starts.
  if (random() < 0.67)
    await Promise.race([done, new Promise((go) => child.stdout?.once('data', go))])
  await sleep(random() * 600)
  child.kill('SIGKILL')
  const { out } = await done
  // A line without its end may have been cut.
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => line.slice(0, 21))
}

/** The same over HTTP: ids of answers with a good status. */
async function killServing(dataDir: string, run: number, random: () => number): Promise<string[]> {
  const child = start(['serve', '--port', '0', '--quiet'], { dataDir })
  const done = finish(child)
  const url = await Promise.race([
    new Promise<string>((go) =>
      child.stdout?.on('data', (chunk: Buffer) => {
        const found = /http:\/\/\S+/.exec(chunk.toString())
        if (found) go(found[0])
      }),
    ),
    done.then(({ err }) => expect.fail(`the server ended: ${err}`)),
  ])
  const acknowledged: string[] = []
  let first = (): void => {}
  const begun = new Promise<void>((go) => {
    first = go
  })
  const client = async (offset: number): Promise<void> => {
    for (let n = offset; ; n += 4) {
      const answer = await fetch(`${url}/api/add`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(reportNumber(run, n)),
      })
      if (!answer.ok) expect.fail(`${answer.status}: ${await answer.text()}`)
      acknowledged.push(((await answer.json()) as { id: string }).id)
      first()
    }
  }
  const clients = [0, 1, 2, 3].map((i) => client(i).catch((e: unknown) => e))
  if (random() < 0.67) await Promise.race([begun, done])
  await sleep(random() * 600)
  child.kill('SIGKILL')
  await done
  for (const end of await Promise.all(clients)) if (!(end instanceof TypeError)) throw end
  return acknowledged
}

function sleep(ms: number): Promise<void> {
  return new Promise((go) => setTimeout(go, ms))
}

describe.skipIf(!isBuilt)('kill -9', () => {
  test.each([
    ['add --jsonl', killAdding],
    ['a served add', killServing],
  ])(
    '%s: nothing acknowledged is lost, nothing is half there',
    { timeout: 60_000 + kills * 10_000 },
    async (_, kill) => {
      const dataDir = freshFolder()
      const random = seeded(seed)
      const acknowledged: string[] = []
      for (let run = 0; run < kills; run++) {
        acknowledged.push(...(await kill(dataDir, run, random)))
        expect(troubleIn(dataDir, acknowledged), `after kill ${run + 1}, seed ${seed}`).toEqual([])
      }
      expect(acknowledged.length).toBeGreaterThan(kills / 3)
      if (kills > 50)
        process.stdout.write(`${kills} kills, ${acknowledged.length} acknowledged, 0 lost\n`)
    },
  )
})
