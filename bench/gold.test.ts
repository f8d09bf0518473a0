/** Holds every stage to its floor on our own annotated reports, and the annotation to its form. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { attributions } from '../src/layers/attributions.ts'
import { chooseProfile } from '../src/reader.ts'
import { claimsPerWords, figuresOf } from './gold/counts.ts'
import { goldDocument, placedMarks } from './gold/gold-documents.ts'
import { type GoldReport, readGold } from './gold/read-gold.ts'
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

/** The form is held in both halves; only the dev half is ever measured here. */
const halves = { dev: readGold('dev'), kept: readGold('kept') }
const all = Object.values(halves).flat()
const each = all.map((r) => [r.id, r] as const)

const attributionsOf = (r: GoldReport) => r.sentences.flatMap((s) => s.marks.attributions ?? [])

describe('annotated reports', () => {
  test('are sixty or more with 750 attributions, of twenty kinds, half of them kept', () => {
    expect(all.length).toBeGreaterThanOrEqual(60)
    expect(all.flatMap(attributionsOf).length).toBeGreaterThanOrEqual(750)
    expect(new Set(all.map((r) => r.kind)).size).toBeGreaterThanOrEqual(20)
    expect(halves.kept.length).toBeGreaterThanOrEqual(30)
    expect(new Set(all.map((r) => r.id)).size).toBe(all.length)
  })

  test.each(each)('%s points to words that stand in it', (_, r) => {
    expect(() => goldDocument(r)).not.toThrow()
    for (const list of ['times', 'quantities', 'names', 'pronouns', 'hedges', 'events'] as const)
      for (const mark of placedMarks<{ readonly words: string }>(r, (m) => m[list]))
        expect(r.text.slice(mark.from, mark.to)).toBe(mark.words.replace(/~\d$/, ''))
  })

  test.each(each)('%s has attributions that nest without a circle', (_, r) => {
    const list = goldDocument(r).layer(attributions).items
    for (const start of list) {
      const above = new Set([start])
      for (let at = start.parent; at !== null; ) {
        const next = list[at]
        if (!next || above.has(next)) throw new Error(`a circle at "${start.sourceName}"`)
        above.add(next)
        at = next.parent
      }
      expect(start.content.length).toBeGreaterThan(0)
    }
  })

  test.each(each)('%s marks whole words, without the stop of the sentence', (_, r) => {
    const gold = goldDocument(r)
    for (const a of gold.layer(attributions).items)
      for (const span of [...a.source, ...a.cue, ...a.content]) {
        const words = r.text.slice(span.from, span.to)
        expect(words.trim()).toBe(words)
        if (/[\p{L}\p{N}]/u.test(words.at(-1) ?? ''))
          expect(/[\p{L}\p{N}]/u.test(r.text[span.to] ?? ''), words).toBe(false)
      }
  })

  test.each(each)('%s describes unnamed sources by its own words', (_, r) => {
    const stated = attributionsOf(r).flatMap((a) => a.anonymous ?? [])
    for (const { institution, access, reason, rank, country } of stated) {
      for (const words of [institution, access, reason]) expect(r.text).toContain(words ?? '')
      for (const word of rank?.split(' ') ?? []) expect(r.text).toContain(word)
      expect(country ?? 'AAA').toMatch(/^[A-Z]{3}$/)
    }
  })

  test.each(each)('%s has claims in all but two sentences or a tenth of them', (_, r) => {
    const without = r.sentences.filter((s) => !s.marks.claims?.length)
    expect(without.length).toBeLessThanOrEqual(Math.max(2, r.sentences.length / 10))
  })
})

describe.each(readable)('floors of the profile $profile', ({ profile, floors }) => {
  let figures: Record<string, number> = {}
  beforeAll(async () => {
    figures = figuresOf(await goldScore(profile))
  }, 120_000)

  test('every measure has a floor, and every floor a measure', () => {
    const held = Object.keys(figures).filter((name) => name !== claimsPerWords)
    expect(Object.keys(floors).sort()).toEqual(held.sort())
  })

  test('claims do not flood', () => {
    expect(figures[claimsPerWords]).toBeLessThanOrEqual(13)
  })

  test.each(Object.entries(floors))('%s holds its floor of %d', (name, floor) => {
    expect(figures[name]).toBeGreaterThanOrEqual(floor)
  })
})
