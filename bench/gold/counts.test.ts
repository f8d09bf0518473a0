/** Tests what figures come from counts, and that a reading that is the annotation itself gets full marks. */
import { describe, expect, test } from 'vitest'
import { Document } from '../../src/document/document.ts'
import { type Attribution, attributions } from '../../src/layers/attributions.ts'
import { type Claim, claims } from '../../src/layers/claims.ts'
import { addScores } from '../../src/pipeline/score.ts'
import { SpanList } from '../../src/text/span-list.ts'
import { alike } from './alike.ts'
import { claimsPerWords, classCounts, figuresOf, shareRight } from './counts.ts'
import { goldDocument } from './gold-documents.ts'
import { readGold } from './read-gold.ts'
import { scoreClaimChains } from './score-claims.ts'
import { scoreVoices } from './score-voices.ts'

const reports = readGold('dev')

describe('figures', () => {
  test('are F1 in percent', () => {
    const figures = figuresOf({
      a: { made: 3, gold: 1, right: 1 },
      b: shareRight([1, 2], (n) => n > 1),
    })
    expect(figures).toEqual({ a: 50, b: 50 })
  })

  test('of classes are the mean over the rare ones that the annotation has', () => {
    const pairs = [
      { made: 'fact', gold: 'fact' },
      { made: 'forecast', gold: 'forecast' },
      { made: 'fact', gold: 'opinion' },
    ] as const
    const score = classCounts('mode', ['fact', 'forecast', 'opinion', 'question'], pairs, (m) => m)
    expect(figuresOf(score)).toEqual({ 'mode, rare classes': 50 })
  })

  test('count claims per 100 words', () => {
    expect(figuresOf({ [claimsPerWords]: { made: 9, gold: 100, right: 0 } })).toEqual({
      [claimsPerWords]: 9,
    })
  })
})

describe('two namings of one source', () => {
  test.each([
    ['the Pentagon', 'Pentagon', true],
    ['Ida Holm', 'Holm', true],
    ['two officials', 'Two officials of the board', true],
    ['Ida Holm', 'Karl Holm', false],
    ['', 'Holm', false],
    [null, null, true],
    [null, 'Holm', false],
    [undefined, null, false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(alike(a, b)).toBe(same)
    expect(alike(b, a)).toBe(same)
  })
})

describe('a reading that is the annotation itself', () => {
  const score = addScores(
    reports.map((r) => {
      const gold = goldDocument(r)
      const items = gold.layer(attributions).items
      return { ...scoreVoices(items, items, r.text), ...scoreClaimChains(gold, gold) }
    }),
  )

  // Two attributions of the same words count as one where a report is cited inside of itself.
  test.each(Object.entries(figuresOf(score)).filter(([name]) => name !== claimsPerWords))(
    '%s is all but 100: %d',
    (_, figure) => {
      expect(figure).toBeGreaterThan(97)
      expect(figure).toBeLessThanOrEqual(100)
    },
  )

  test('has about nine claims in 100 words', () => {
    expect(figuresOf(score)[claimsPerWords]).toBeGreaterThan(7)
    expect(figuresOf(score)[claimsPerWords]).toBeLessThan(11)
  })
})

describe('a worse reading', () => {
  const gold = goldDocument(reports[13] ?? reports[0]!)
  const items = gold.layer(attributions).items
  const figures = (made = items) => figuresOf(scoreVoices(made, items, gold.text))

  test('without parents loses the parents alone', () => {
    const flat = figures(items.map((a) => ({ ...a, parent: null })))
    expect(flat['attribution: parent']).toBe(0)
    expect(flat['attribution: speaker']).toBe(100)
  })

  test('with one speaker for all loses speakers', () => {
    const same = figures(items.map((a) => ({ ...a, sourceName: 'Somebody Else' })))
    expect(same['attribution: speaker']).toBe(0)
    expect(same['attribution: speaker of a quotation']).toBe(0)
  })

  test('that asserts everything has no rare stance', () => {
    const plain = figures(items.map((a) => ({ ...a, stance: 'asserts' as const })))
    expect(plain['attribution: stance, rare classes']).toBe(0)
  })

  test('that names no unnamed source finds none', () => {
    expect(figures(items.map((a) => ({ ...a, anonymous: null })))['anonymous: found']).toBe(0)
  })

  test('may describe what stands behind a pronoun, and nobody else', () => {
    const profile = items.find((a) => a.anonymous)?.anonymous ?? null
    const pronoun = (a: Attribution): boolean =>
      /^(he|she|i)$/i.test(a.source.map((s) => gold.text.slice(s.from, s.to)).join(' '))
    const more = figures(items.map((a) => (pronoun(a) ? { ...a, anonymous: profile } : a)))
    expect(items.some(pronoun)).toBe(true)
    expect(more['anonymous: found']).toBe(100)
    expect(
      figures(items.map((a) => ({ ...a, anonymous: profile })))['anonymous: found'],
    ).toBeLessThan(50)
  })

  test('with a wrong rank loses the rank alone', () => {
    const ranked = figures(
      items.map((a) => ({
        ...a,
        anonymous: a.anonymous && { ...a.anonymous, rank: 'emperor' },
      })),
    )
    expect(ranked['anonymous: rank']).toBe(0)
    expect(ranked['anonymous: found']).toBe(100)
    expect(ranked['anonymous: count']).toBe(100)
  })

  /** The annotation's text with other attributions and claims. */
  const documentOf = (voices: readonly Attribution[], stated: readonly Claim[]): Document =>
    Document.of(gold.text).with(attributions, SpanList.of(voices)).with(claims, SpanList.of(stated))

  test('with every second claim is as precise and finds half', () => {
    const half = documentOf(
      items,
      [...gold.layer(claims)].filter((_, i) => i % 2 === 0),
    )
    const made = figuresOf(scoreClaimChains(half, gold))
    expect(made['claim: precision']).toBe(100)
    expect(made['claim: recall']).toBeLessThan(65)
  })

  test('whose chains end right but begin wrong has no whole chain', () => {
    const others = items.map((a) => (a.parent === null ? { ...a, sourceName: 'Somebody Else' } : a))
    const nested = [...gold.layer(claims)].filter((c) => c.chain.length > 1)
    expect(nested.length).toBeGreaterThan(2)
    const score = scoreClaimChains(documentOf(others, nested), documentOf(items, nested))
    expect(figuresOf(score)['claim: source']).toBe(100)
    expect(figuresOf(score)['claim: whole chain']).toBe(0)
  })
})
