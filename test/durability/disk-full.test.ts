/** A full disk and files without rights: typed faults, nothing acknowledged lost. Needs root, to mount a small disk; skipped elsewhere. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { finish, isBuilt, jsonOf, main, run, start } from '../cli/hearsay-process.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { reportNumber } from './reports-source.ts'

const root = process.platform === 'linux' && process.getuid?.() === 0
const mounted: string[] = []

/** A list with at least one item. */
interface Listed {
  readonly items: readonly [{ readonly id: string }]
}

/** A disk of two megabytes, or null where none can be mounted. */
function smallDisk(): string | null {
  if (!root) return null
  const folder = freshFolder()
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
  if (done.status !== 0) return null
  mounted.push(folder)
  return folder
}

const disk = isBuilt ? smallDisk() : null
const line = (n: number): string => {
  const report = reportNumber(0, n)
  return `${JSON.stringify({ ...report, text: `${report.text}\n\n`.repeat(8) })}\n`
}

afterAll(() => {
  for (const folder of mounted) spawnSync('umount', ['-l', folder])
})

describe.skipIf(disk === null)(
  `a full disk${disk === null ? ' (skipped: no small disk could be mounted)' : ''}`,
  { timeout: 120_000 },
  () => {
    const dataDir = join(disk ?? '', 'ledger')

    test('add stops with ledger/disk-full and 75; what it acknowledged is there', async () => {
      const input = Array.from({ length: 200 }, (_, n) => line(n)).join('')
      const { status, out, err } = await run(['add', '--jsonl', '--quiet'], { dataDir, input })
      expect([status, err]).toEqual([75, expect.stringMatching(/^hearsay: The disk of .* is full/)])
      expect(err).not.toContain('    at ')
      const acknowledged = out.split('\n').flatMap((l) => (l === '' ? [] : [l.slice(0, 21)]))
      expect(acknowledged.length).toBeGreaterThan(0)
      expect(acknowledged.length).toBeLessThan(200)
      const listed = await run(['reports', '--json', '--limit', '500'], { dataDir })
      const page = jsonOf(listed.out)[0] as { items: { id: string }[] }
      expect(page.items.map((r) => r.id).sort()).toEqual(acknowledged.sort())
      const doctor = await run(['doctor', '--full', '--json'], { dataDir })
      expect(jsonOf(doctor.out)[0]).toMatchObject({ ok: true })
    })

    test('a served add answers 507, and the server goes on reading', async () => {
      const child = start(['serve', '--port', '0', '--quiet'], { dataDir })
      const done = finish(child)
      const url = await new Promise<string>((go) =>
        child.stdout?.on('data', (chunk: Buffer) => {
          const found = /http:\/\/\S+/.exec(chunk.toString())
          if (found) go(found[0])
        }),
      )
      const statuses = new Set<number>()
      for (let n = 1000; n < 1200 && !statuses.has(507); n++) {
        const answer = await fetch(`${url}/api/add`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: line(n),
        })
        statuses.add(answer.status)
        const body = (await answer.json()) as { code?: string }
        if (answer.status !== 200) expect(body.code).toBe('ledger/disk-full')
      }
      expect([...statuses].filter((s) => s !== 200)).toEqual([507])
      expect((await fetch(`${url}/api/reports`)).status).toBe(200)
      child.kill('SIGTERM')
      await done
    })

    test('results that cannot be written end in words', () => {
      const done = spawnSync('sh', [
        '-c',
        `"$0" "$1" stages --no-measure > /dev/full`,
        process.execPath,
        main,
      ])
      expect(done.status).toBe(75)
      expect(done.stderr.toString()).toBe(
        'hearsay: Results could not be written: the disk is full.\n',
      )
    })
  },
)

const asNobody = root && spawnSync('setpriv', ['--version']).status === 0

describe.skipIf(!isBuilt || !asNobody)(
  `no rights${asNobody ? '' : ' (skipped: it needs root and setpriv)'}`,
  { timeout: 60_000 },
  () => {
    const nobody = (args: readonly string[], dataDir: string, input = '') => {
      const { PATH = '' } = process.env
      const command = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, main]
      const child = spawn('setpriv', [...command, ...args], {
        cwd: '/',
        env: { PATH, HEARSAY_DATA_DIR: dataDir, HEARSAY_PROFILE: 'lite' },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      child.stdin.on('error', () => {})
      child.stdin.end(input)
      return finish(child)
    }

    test('a file that may not be read is a fault beside good ones', async () => {
      const folder = freshFolder()
      chmodSync(folder, 0o755)
      for (const name of ['a.txt', 'b.txt', 'c.txt'])
        writeFileSync(join(folder, name), reportNumber(0, 1).text)
      chmodSync(join(folder, 'b.txt'), 0o600)
      const done = await nobody(['analyse', folder, '--json'], join(folder, 'none'))
      expect(done.status).toBe(3)
      expect(
        jsonOf(done.out).map((l) => (l as { fault?: { code: string } }).fault?.code ?? 'read'),
      ).toEqual(['read', 'intake/no-access', 'read'])
      expect(done.err).not.toContain('    at ')
    })

    test('a folder that may not be looked into is a fault beside the files around it', async () => {
      const folder = freshFolder()
      chmodSync(folder, 0o755)
      for (const name of ['a', 'b', 'c']) {
        mkdirSync(join(folder, name))
        writeFileSync(join(folder, name, 'report.txt'), reportNumber(0, 1).text)
      }
      chmodSync(join(folder, 'b'), 0o700)
      const outcomes = async (argument: string): Promise<string[]> => {
        const done = await nobody(['analyse', argument, '--json'], join(folder, 'none'))
        expect([done.status, done.err.includes('    at ')]).toEqual([3, false])
        return jsonOf(done.out).map(
          (l) => (l as { fault?: { code: string } }).fault?.code ?? 'read',
        )
      }
      expect(await outcomes(folder)).toEqual(['read', 'intake/no-access', 'read'])
      expect(await outcomes(join(folder, '*/*.txt'))).toEqual(['read', 'intake/no-access', 'read'])
    })

    /** A ledger of root's in a folder that others may only look into. */
    async function lentLedger(text: string): Promise<string> {
      const folder = freshFolder()
      await run(['add', '--jsonl'], { dataDir: folder, input: text })
      chmodSync(join(folder, 'ledger.sqlite'), 0o644)
      chmodSync(folder, 0o755)
      return folder
    }

    test('a ledger that may only be read answers every question and takes nothing', async () => {
      const folder = await lentLedger(`${JSON.stringify(reportNumber(0, 1))}\n`)
      const asked = async (...args: readonly string[]): Promise<unknown> => {
        const done = await nobody([...args, '--json'], folder)
        expect([done.status, done.err], args.join(' ')).toEqual([0, ''])
        return jsonOf(done.out)
      }
      const [reports] = (await asked('reports')) as [Listed]
      const { id } = reports.items[0]
      await asked('report', id)
      const [claims] = (await asked('claims')) as [Listed]
      await asked('claim', claims.items[0].id)
      await asked('sources')
      await asked('search', 'ships')
      await asked('reviews')
      await asked('stages', '--no-measure')
      expect(await asked('export')).toHaveLength(
        (await run(['export'], { dataDir: folder })).out.trim().split('\n').length,
      )
      const refused = [['add', '--jsonl'], ['review', 'accept', claims.items[0].id], ['reanalyse']]
      for (const args of refused) {
        const done = await nobody([...args, '--json'], folder, `{"id":"x","text":"More ships."}\n`)
        expect(done.status, args.join(' ')).toBe(1)
        expect(JSON.parse(done.err)).toMatchObject({ code: 'ledger/no-access' })
      }
      expect(readdirSync(folder)).toEqual(['ledger.sqlite'])
    })

    test('a folder that may not be written is a fault', async () => {
      const folder = freshFolder()
      mkdirSync(join(folder, 'closed'), { mode: 0o700 })
      const done = await nobody(['reports', '--json'], join(folder, 'closed'))
      expect(done.status).toBe(1)
      expect(JSON.parse(done.err)).toMatchObject({ code: 'ledger/no-access', status: 403 })
    })
  },
)
