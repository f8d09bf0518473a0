/** The time bar: what it draws as certain, hatched, fading, and what it tells without the picture. */
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { TimeBar } from './time-bar.tsx'
import { stretchOf, ticksOf } from './time-scale.ts'
import { whenOf } from './when.ts'

const bar = (edtf: string, published: string | null = '2024-10-30'): string =>
  renderToStaticMarkup(
    h(TimeBar, {
      times: [{ words: 'then', edtf }],
      marks: [{ words: 'published', edtf: published }],
    }),
  )
const kinds = (markup: string): string[] =>
  [...markup.matchAll(/<rect class="(\w+)"/g)].map((m) => m[1] ?? '')

describe('a time is drawn', () => {
  test.each([
    ['2024-10-23', ['sure']],
    ['2024-10-18/2024-10-25', ['sure']],
    ['2024-10', ['unsure']],
    ['2024-08/2024-10', ['unsure', 'unsure', 'sure']],
    ['2024-10-18/..', ['open']],
    ['../2024-10-18', ['open']],
    ['2024-10-23~', ['sure', 'open', 'open']],
  ])('%s as %j', (edtf, expected) => {
    expect(kinds(bar(edtf))).toEqual(expected)
  })

  test('with its words and days for those who do not see it', () => {
    expect(bar('2024-10')).toContain(
      'aria-label="On a line of days: “then”: Oct 2024; published 30 Oct 2024"',
    )
  })

  test('not at all where it has no days', () => {
    expect(bar('soon')).toBe('')
    expect(kinds(bar('2024-10-23', null))).toEqual(['sure'])
  })
})

describe('the scale', () => {
  test.each(['2024-10-23', '2024-10', '2024', '2019/2024', '1850/2024', '2024-10-18/..'])(
    'of %s holds it, with one to six ticks inside',
    (edtf) => {
      const when = whenOf(edtf) ?? expect.fail()
      const stretch = stretchOf([when], []) ?? expect.fail()
      expect(stretch.from).toBeLessThan(when.firstStart ?? 0)
      expect(stretch.to).toBeGreaterThan(when.lastEnd ?? stretch.from)
      const ticks = ticksOf(stretch)
      expect(ticks.length).toBeGreaterThanOrEqual(1)
      expect(ticks.length).toBeLessThanOrEqual(6)
      for (const t of ticks) expect(t.day >= stretch.from && t.day < stretch.to).toBe(true)
      expect(new Set(ticks.map((t) => t.words)).size).toBe(ticks.length)
    },
  )

  test('of nothing is none', () => {
    expect(stretchOf([], [])).toBeNull()
  })
})
