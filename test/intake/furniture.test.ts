/** The same report with fifty kinds of furniture round it says the same. `npm run check:furniture` reads every page of every report. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { analyse } from '../../src/contract/analyse.ts'
import { openHearsay } from '../../src/hearsay.ts'
import { defaultLimits } from '../../src/intake/limits.ts'
import type { PageAnswer } from '../../src/intake/page-answer.ts'
import { readPage } from '../../src/intake/read-page.ts'
import type { AnalysedClaim, Analysis } from '../../src/model/analysis.ts'
import { layoutCount, type PlainReport, pageOf, settings } from './furnished-pages.ts'
import { kinds } from './furniture-kinds.ts'

const everything = process.env['HEARSAY_FURNITURE'] === 'all'
const root = fileURLToPath(new URL('../..', import.meta.url))
const story = join(root, 'examples/troops')
/** Of all claims, the most that may differ. */
const mostDiffering = 0.005

/** The reports of the example that are no pages, as paragraphs. */
const reports: readonly PlainReport[] = readdirSync(story)
  .filter((file) => /\.(?:txt|md)$/.test(file))
  .map((file) => {
    const parts = readFileSync(join(story, file), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n\n+/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
    return {
      title: (parts[0] ?? '').replace(/^# /, ''),
      outlet: 'The Lantern',
      published: file.slice(0, 10),
      paragraphs: parts.slice(1).filter((part) => part.length > 100),
    }
  })

const read = (html: string): PageAnswer =>
  readPage(html, { url: null, simple: false }, defaultLimits)
const facts = ({ text, title, byline, outlet, published }: PageAnswer): string =>
  JSON.stringify([title, byline, outlet, published, text])

const hearsay = openHearsay({ dataDir: join(root, 'dist/none') })
afterAll(() => hearsay.close())

/** What a claim says, without where it stands. */
function inWords(claim: AnalysedClaim): string {
  const { mode, polarity, quote } = claim
  return [quote, mode, polarity, ...claim.chain.map((hop) => JSON.stringify(hop))].join(' | ')
}

async function claimsOf({ text, published }: PageAnswer): Promise<string[]> {
  const analysis = (await hearsay.call(analyse, { id: 'x', text, published })) as Analysis
  return analysis.claims.map(inWords)
}

/** Claims of one list that are not in the other, both ways. */
function differing(one: readonly string[], other: readonly string[]): string[] {
  const a = new Set(one)
  const b = new Set(other)
  return [...one.filter((c) => !b.has(c)), ...other.filter((c) => !a.has(c))]
}

test('there are fifty kinds, and a bare page of each layout is the report', () => {
  expect(new Set(kinds.map((kind) => kind.name)).size).toBe(50)
  for (const report of reports)
    for (let layout = 0; layout < layoutCount; layout++)
      expect(read(pageOf(report, layout, [], 0)).text).toBe(report.paragraphs.join('\n\n'))
})

describe('a report with furniture round it', () => {
  const chosen = everything ? reports : reports.slice(0, 2)
  const seeds = everything ? [1, 2, 3] : [1]
  test.each(chosen)('$title', { timeout: 600_000 }, async (report) => {
    let claims = 0
    const other: string[] = []
    for (let layout = 0; layout < layoutCount; layout++) {
      const bare = read(pageOf(report, layout, [], 0))
      const said = await claimsOf(bare)
      for (const [i, { name, among }] of settings.entries()) {
        // The quick form shows each kind in one layout, and all together in each.
        if (!everything && among.length === 1 && i % layoutCount !== layout) continue
        for (const seed of seeds) {
          const page = read(pageOf(report, layout, among, seed * 100 + i))
          claims += said.length
          if (facts(page) === facts(bare)) continue
          const changed = differing(said, await claimsOf(page))
          other.push(...changed.map((claim) => `${name}, layout ${layout}, seed ${seed}: ${claim}`))
        }
      }
    }
    expect(other.length / claims, other.slice(0, 20).join('\n')).toBeLessThanOrEqual(mostDiffering)
  })
})
