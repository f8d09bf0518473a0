/** All bad inputs through the built command line, good reports between them: each gets a line in time, the good ones are unharmed. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { finish, isBuilt, jsonOf, start } from '../cli/hearsay-process.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import type { BadInput } from './bad-input.ts'
import { htmlInputs } from './html-inputs.ts'
import { lineInputs } from './line-inputs.ts'
import { mutatedInputs } from './mutated-inputs.ts'
import { nameInputs } from './name-inputs.ts'
import { textInputs } from './text-inputs.ts'

const everything = process.env['HEARSAY_BAD_INPUTS'] === 'all'
const nothing = {
  text: '',
  title: null,
  url: null,
  published: null,
  partial: null,
  diagnostics: [],
}
const chosen = (input: BadInput): boolean => everything || input.slow !== true
const files = [...htmlInputs, ...textInputs, ...nameInputs, ...mutatedInputs(everything ? 120 : 10)]
  .filter(chosen)
  // All of them go through the reader in bad-inputs.test.ts; through the command line a part is enough each time.
  .filter((_, i) => everything || i % 4 === 0)
const lines = lineInputs.filter(chosen)

/** The longest that any input may take. */
const longest = 30_000
const goodEvery = 10
const goodText = (n: number): string =>
  `Two ships left the port of Lindhaven on Monday, harbour master ${n} said.\n`

interface Line {
  readonly document?: { readonly id: string; readonly text: string }
  readonly fault?: { readonly code: string; readonly message: string }
  readonly claims?: readonly unknown[] | number
}

/** Bad files, each in a folder of its own, with a good one before every ten and at the end. */
function writeFiles(folder: string): { readonly paths: string[]; readonly good: Set<number> } {
  const paths: string[] = []
  const good = new Set<number>()
  const addGood = (): void => {
    const path = join(folder, `good${paths.length}.txt`)
    writeFileSync(path, goodText(paths.length))
    good.add(paths.length)
    paths.push(path)
  }
  files.forEach((input, i) => {
    if (i % goodEvery === 0) addGood()
    const own = join(folder, String(i))
    mkdirSync(own)
    const path = join(own, input.file)
    writeFileSync(path, input.bytes())
    paths.push(path)
  })
  addGood()
  return { paths, good }
}

/** Runs a command; gives its lines and the longest time between two of them, the start left out. */
async function timed(args: readonly string[], dataDir: string) {
  const child = start(args, { dataDir })
  const done = finish(child)
  let slowest = 0
  let last = performance.now()
  child.stdout?.on('data', () => {
    const now = performance.now()
    slowest = Math.max(slowest, now - last)
    last = now
  })
  child.stdin?.end()
  return { ...(await done), slowest }
}

function assertQuiet(err: string): void {
  expect(err).not.toMatch(/\n\s+at |node:internal|node_modules|\.js:\d/)
  expect(err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
}

describe.skipIf(!isBuilt)('bad inputs at the command line', () => {
  const limit = everything ? 1_200_000 : 240_000

  test.each(['analyse', 'add'])(
    `%s: ${files.length} bad files`,
    { timeout: limit },
    async (name) => {
      const folder = freshFolder()
      const { paths, good } = writeFiles(folder)
      const { status, out, err, slowest } = await timed([name, '--json', ...paths], folder)
      const printed = jsonOf(out) as Line[]
      expect(printed.length).toBe(paths.length)
      expect(status).toBe(3)
      expect(slowest).toBeLessThan(longest)
      assertQuiet(err)
      printed.forEach((line, i) => {
        if (line.fault) expect(line.fault.code, paths[i]).not.toBe('internal/bug')
        if (!good.has(i)) return
        expect(line.fault, paths[i]).toBeUndefined()
        if (name === 'analyse') expect(line.document?.text.trim()).toBe(goodText(i).trim())
        else expect(line.claims, paths[i]).toBeGreaterThan(0)
      })
      rmSync(folder, { recursive: true, force: true })
    },
  )

  test.each(['analyse', 'add'])(
    `%s: ${lines.length} bad lines`,
    { timeout: limit },
    async (name) => {
      const folder = freshFolder()
      const paths = lines.map((input, i) => {
        const path = join(folder, `${i}.jsonl`)
        writeFileSync(path, input.bytes())
        return path
      })
      const { status, out, err, slowest } = await timed(
        [name, '--jsonl', '--json', ...paths],
        folder,
      )
      const printed = jsonOf(out) as Line[]
      expect(status).toBe(3)
      expect(slowest).toBeLessThan(longest)
      assertQuiet(err)
      // Each file is a good line, a bad one, a good one.
      expect(printed.length).toBe(paths.length * 3)
      printed.forEach((line, i) => {
        if (i % 3 !== 1) expect(line.fault, paths[Math.floor(i / 3)]).toBeUndefined()
        else {
          const input = lines[(i - 1) / 3] ?? expect.fail()
          const { code = null, message = '' } = line.fault ?? {}
          expect(code, input.name).not.toBe('internal/bug')
          expect(
            input.expect?.({ ...nothing, fault: code, message }) ?? null,
            input.name,
          ).toBeNull()
        }
      })
      rmSync(folder, { recursive: true, force: true })
    },
  )
})
