/** Memory of a long ingest: what is alive after 600 reports is what was alive after 200. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { freshFolder } from '../ledger/fixtures.ts'
import { reportNumber } from './reports-source.ts'

const library = new URL('../../dist/src/index.js', import.meta.url)
const isBuilt = existsSync(fileURLToPath(library))

/** Adds reports from standard input and prints the bytes that are alive after 200 and at the end. */
const script = `
import { createInterface } from 'node:readline'
import { openHearsay, operations } from ${JSON.stringify(library.href)}
const hearsay = openHearsay({ dataDir: process.env.FOLDER })
const alive = () => { gc(); gc(); return process.memoryUsage().heapUsed }
let n = 0
let early = 0
for await (const line of createInterface({ input: process.stdin })) {
  await hearsay.call(operations.add, JSON.parse(line))
  if (++n === 200) early = alive()
}
console.log(JSON.stringify({ n, early, late: alive() }))
await hearsay.close()
`

describe.skipIf(!isBuilt)('memory', { timeout: 120_000 }, () => {
  test('does not grow with the number of reports', () => {
    const lines = Array.from({ length: 600 }, (_, n) => JSON.stringify(reportNumber(7, n)))
    const done = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      input: lines.join('\n'),
      env: { PATH: process.env['PATH'], FOLDER: freshFolder(), HEARSAY_PROFILE: 'lite' },
      encoding: 'utf8',
    })
    expect(done.stderr).toBe('')
    const { n, early, late } = JSON.parse(done.stdout) as Record<string, number>
    expect(n).toBe(600)
    // A kilobyte kept of each report would be 400 of them.
    expect((late ?? Infinity) - (early ?? 0)).toBeLessThan(1_500_000)
  })
})
