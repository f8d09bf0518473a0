/** Holds every stage to its floor on our own annotated reports, and the annotation to its form. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { f1, type Score } from '../src/pipeline/score.ts'
import { chooseProfile } from '../src/reader.ts'
import { goldDocument, placedMarks } from './gold/gold-documents.ts'
import { readGold } from './gold/read-gold.ts'
import { goldScore } from './measures/gold.ts'

const floors = JSON.parse(
  readFileSync(new URL('./floor.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, number>>>>

/** The profiles that can be read with here, each with its floors. */
const measured = (
  [
    ['lite', 'bench/gold, lite'],
    ['full', 'bench/gold'],
  ] as const
).map(([profile, name]) => ({ profile, floors: floors[name] ?? {} }))
const readable = measured.filter((m) => m.profile === 'lite' || chooseProfile().profile === 'full')

describe('annotated reports', () => {
  const reports = readGold()

  test('are twelve or more, of twelve kinds or more', () => {
    expect(reports.length).toBeGreaterThanOrEqual(12)
    expect(new Set(reports.map((r) => r.kind)).size).toBeGreaterThanOrEqual(12)
  })

  test.each(reports.map((r) => [r.id, r] as const))(
    '%s points to words that stand in it',
    (_, r) => {
      expect(() => goldDocument(r)).not.toThrow()
      for (const list of ['times', 'quantities', 'names', 'pronouns', 'hedges', 'events'] as const)
        for (const mark of placedMarks<{ readonly words: string }>(r, (m) => m[list]))
          expect(r.text.slice(mark.from, mark.to)).toBe(mark.words.replace(/~\d$/, ''))
    },
  )

  test.each(reports.map((r) => [r.id, r] as const))('%s has claims in most sentences', (_, r) => {
    const without = r.sentences.filter((s) => !s.marks.claims?.length)
    expect(without.length).toBeLessThanOrEqual(1)
  })
})

describe.each(readable)('floors of the profile $profile', ({ profile, floors }) => {
  let score: Score = {}
  beforeAll(async () => {
    score = await goldScore(profile)
  })

  test('every measure has a floor, and every floor a measure', () => {
    expect(Object.keys(floors).sort()).toEqual(Object.keys(score).sort())
  })

  test.each(Object.entries(floors))('%s holds its floor of %d', (name, floor) => {
    const counts = score[name] ?? { made: 0, gold: 0, right: 0 }
    expect(100 * f1(counts), JSON.stringify(counts)).toBeGreaterThanOrEqual(floor)
  })
})
