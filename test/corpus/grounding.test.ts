/** Holds claims to their words over many reports: PolNeAR dev where ../shared is at hand, our own reports everywhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasPolnear, polnear } from '../../bench/corpora/polnear.ts'
import { readGold } from '../../bench/gold/read-gold.ts'
import { analysisOf } from '../../src/analysis/analysis-of.ts'
import { Document } from '../../src/document/document.ts'
import { english } from '../../src/english.ts'
import type { Analysis } from '../../src/model/analysis.ts'
import { readData } from '../data-files.ts'
import { density, groundingFaults, sourceFaults } from './grounding.ts'

const pipeline = english(readData)

const analyse = (id: string, text: string, published: string | null): Analysis =>
  analysisOf(pipeline.run(Document.of(text, { published })), { id, publishedFrom: 'given' })

const examples = new URL('../../examples/troops/', import.meta.url)

const ours = [
  ...readGold().map((r) => ({ id: r.id, text: r.text, published: r.published })),
  ...readdirSync(examples)
    .filter((f) => f.endsWith('.txt') || f.endsWith('.md'))
    .sort()
    .map((f) => ({
      id: f,
      text: readFileSync(new URL(f, examples), 'utf8'),
      published: '2024-10-25',
    })),
]

function holds(analysis: Analysis): void {
  const { id } = analysis.document
  expect(groundingFaults(analysis), id).toEqual([])
  expect(sourceFaults(analysis), id).toEqual([])
  const { words, rate } = density(analysis)
  if (words > 100) expect(rate, `claims per 100 words of ${id}`).toBeLessThanOrEqual(14)
}

describe('our own reports', () => {
  test.each(ours)('$id is grounded', ({ id, text, published }) => {
    const analysis = analyse(id, text, published)
    expect(analysis.claims.length).toBeGreaterThan(0)
    holds(analysis)
  })
})

describe.skipIf(!hasPolnear())('PolNeAR dev (skipped where ../shared is missing)', () => {
  test('every article is grounded and none is flooded', () => {
    let claims = 0
    let words = 0
    for (const { id, doc } of polnear('dev')) {
      const analysis = analyse(id, doc.text, null)
      holds(analysis)
      claims += analysis.claims.length
      words += density(analysis).words
    }
    expect((100 * claims) / words).toBeGreaterThan(6)
  }, 120_000)
})

describe('the check itself', () => {
  const sound = analyse(
    'one',
    'Officials in Oslo said on Monday that 300 ships had left.',
    '2024-05-07',
  )

  test('passes a sound analysis', () => {
    expect(sound.claims.length).toBeGreaterThan(0)
    expect(groundingFaults(sound)).toEqual([])
  })

  test('finds a quote that is not its slice', () => {
    const claims = sound.claims.map((c) => ({ ...c, quote: `${c.quote}!` }))
    expect(groundingFaults({ ...sound, claims })).toHaveLength(claims.length)
  })

  test('finds a number from elsewhere', () => {
    const quantities = [...sound.quantities, { ...sound.quantities[0]!, from: 0, to: 9 }]
    const claims = sound.claims.map((c) => ({ ...c, quantities: [quantities.length - 1] }))
    const elsewhere = claims.filter((c) => c.from > 0)
    expect(groundingFaults({ ...sound, quantities, claims: elsewhere })).toHaveLength(
      elsewhere.length,
    )
    expect(elsewhere.length).toBeGreaterThan(0)
  })

  test('finds a source that the report does not name', () => {
    const claims = sound.claims.map((c) => ({
      ...c,
      chain: c.chain.map((h) => ('voice' in h ? h : { ...h, source: 'Nobody Atall' })),
    }))
    expect(sourceFaults({ ...sound, claims }).length).toBeGreaterThan(0)
  })
})
