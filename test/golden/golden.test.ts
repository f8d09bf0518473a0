/** Golden reports: whole analyses as committed text, rewritten only on request (HEARSAY_GOLDEN=write) and reviewed as a diff. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGold } from '../../bench/gold/read-gold.ts'
import { analyse } from '../../src/contract/analyse.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import type { Analysis } from '../../src/model/analysis.ts'
import { writeUp } from './write-up.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const story = join(root, 'examples/troops')
const rewrite = process.env['HEARSAY_GOLDEN'] === 'write'

describe('golden reports', () => {
  let hearsay: Hearsay
  beforeAll(() => {
    hearsay = openHearsay({ dataDir: join(root, 'dist/none') })
  })
  afterAll(() => hearsay.close())

  const hold = (name: string, analysis: Analysis): void => {
    const file = join(root, 'test/golden', `${name}.golden.txt`)
    const now = writeUp(analysis)
    if (rewrite) writeFileSync(file, now)
    expect(
      existsSync(file),
      `${name} has no golden text yet: run "npm run golden" and read it`,
    ).toBe(true)
    expect(now).toBe(readFileSync(file, 'utf8'))
  }

  test.each(readdirSync(story))('%s', async (name) => {
    const content = readFileSync(join(story, name)).toString('base64')
    const analysis = await hearsay.call(analyse, { id: name, name, content, tokens: true })
    hold(name, analysis as Analysis)
  })

  const whole = readGold().filter((r) => r.marks === 'all')
  test.each(whole.map((r) => [r.id, r] as const))('%s', async (name, report) => {
    const { text, published } = report
    const analysis = await hearsay.call(analyse, { id: name, text, published, tokens: true })
    hold(name, analysis as Analysis)
  })
})
