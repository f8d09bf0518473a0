/** The same input under other time zones, languages, folders and thread counts: the same bytes out. */
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isBuilt, run } from '../cli/hearsay-process.ts'
import { readerIsHere } from '../data-files.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { reportNumber } from './reports-source.ts'

/** `npm run check:determinism` runs all 24 settings. */
const full = process.env['HEARSAY_SETTINGS'] === 'all'
const examples = fileURLToPath(new URL('../../examples/troops', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

const zones = ['UTC', 'Asia/Kolkata', 'America/St_Johns']
const languages = ['C', 'tr_TR.UTF-8']
const folders = [root, tmpdir()]
const threads = ['1', '2']
const settings = zones.flatMap((zone) =>
  languages.flatMap((language) =>
    folders.flatMap((cwd) => threads.map((workers) => ({ zone, language, cwd, workers }))),
  ),
)
const chosen = full ? settings : [0, 7, 13, 22].flatMap((i) => settings[i] ?? [])

const lines = Array.from({ length: 30 }, (_, n) => `${JSON.stringify(reportNumber(0, n))}\n`).join(
  '',
)

async function outputs(setting: (typeof settings)[number], profile: string) {
  const { zone, language, cwd, workers } = setting
  const dataDir = freshFolder()
  const common = {
    dataDir,
    cwd,
    env: { TZ: zone, LANG: language, LC_ALL: language, HEARSAY_PROFILE: profile },
  }
  const flags = ['--workers', workers]
  const analysed = await run(['analyse', '--jsonl', '--tokens', ...flags], {
    ...common,
    input: lines,
  })
  const added = [
    await run(['add', '--jsonl', ...flags], { ...common, input: lines }),
    await run(['add', examples, ...flags], common),
  ]
  const exported = await run(['export', '--to', 'jsonl'], common)
  expect([analysed.status, ...added.map((a) => a.status), exported.status]).toEqual([0, 0, 0, 0])
  return { analysed: analysed.out, added: added.map((a) => a.out).join(''), exported: exported.out }
}

/** The trained reader takes longer; two settings that differ in everything stand for the others on most days. */
const profiles = [
  { profile: 'lite', chosen, here: true },
  {
    profile: 'full',
    chosen: full ? settings : [0, 23].flatMap((i) => settings[i] ?? []),
    here: readerIsHere,
  },
]

describe.skipIf(!isBuilt).each(profiles)(
  'determinism of the profile $profile',
  ({ profile, chosen, here }) => {
    test.skipIf(!here)(
      `${chosen.length} settings give the same bytes (where its files are)`,
      {
        timeout: 60_000 + chosen.length * 60_000,
      },
      async () => {
        const first = await outputs(chosen[0] ?? expect.fail(), profile)
        expect(first.exported.split('\n').length).toBeGreaterThan(49)
        for (const setting of chosen.slice(1)) {
          const other = await outputs(setting, profile)
          expect(other.analysed === first.analysed, JSON.stringify(setting)).toBe(true)
          expect(other.added === first.added, JSON.stringify(setting)).toBe(true)
          expect(other.exported === first.exported, JSON.stringify(setting)).toBe(true)
        }
      },
    )
  },
)
