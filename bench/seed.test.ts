/** Reads the seed report where it is at hand and holds the first floor of what must be found in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analysisOf } from '../src/analysis/analysis-of.ts'
import { Document } from '../src/document/document.ts'
import { english } from '../src/english.ts'
import { readData } from '../test/data-files.ts'
import { checkSeed, type SeedResult } from './seed.ts'

const folder = new URL('../../shared/seed/', import.meta.url)
const file = existsSync(folder) ? readdirSync(folder).find((f) => f.endsWith('.txt')) : undefined

/** Measure and the least share that must be right. */
const floor: Readonly<Record<string, number>> = {
  found: 0.95,
  source: 0.85,
  "report's own voice": 0.9,
  mode: 0.85,
  'modes other than fact': 0.75,
  quantities: 0.9,
  times: 0.8,
  grounded: 1,
}

describe.skipIf(file === undefined)('the seed report (skipped where ../shared is missing)', () => {
  const read = (): SeedResult => {
    const text = readFileSync(new URL(file ?? '', folder), 'utf8')
    const doc = english(readData).run(Document.of(text, { published: '2024-10-25' }))
    return checkSeed(analysisOf(doc, { id: 'seed', publishedFrom: 'given' }))
  }

  test('holds the floor of every measure', () => {
    const result = read()
    for (const [measure, least] of Object.entries(floor)) {
      const m = result.measures[measure] ?? { right: 0, asked: 0 }
      expect(m.right / m.asked, `${measure}\n${result.wrong.join('\n')}`).toBeGreaterThanOrEqual(
        least,
      )
    }
    expect(result.perHundredWords).toBeLessThanOrEqual(14)
  })
})
