/** Tests of the claim stage: cases with chains and items by their words, the gate, and properties. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases, type Show } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { english, englishStages } from '../../english.ts'
import { attributions } from '../../layers/attributions.ts'
import { type Claim, claims } from '../../layers/claims.ts'
import { quantities } from '../../layers/quantities.ts'
import { sentences } from '../../layers/sentences.ts'
import { times } from '../../layers/times.ts'
import { words } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { whole } from './gate.ts'
import { withoutRepeats } from './repeats.ts'
import { scoreClaims } from './score.ts'

const show: Show = (doc, item, field) => {
  const claim = item as Claim
  const join = (list: readonly { from: number; to: number }[]): string =>
    list.map((at) => words(doc.text, at)).join(' | ') || 'none'
  switch (field) {
    case 'source':
      return claim.chain.length === 0
        ? 'report'
        : claim.chain.map((a) => doc.layer(attributions).at(a).sourceName ?? '?').join(' > ')
    case 'class':
      return claim.certainty.class ?? 'none'
    case 'words':
      return claim.certainty.words.join(' | ') || 'none'
    case 'low':
      return String(claim.certainty.low ?? 'none')
    case 'high':
      return String(claim.certainty.high ?? 'none')
    case 'times':
      return join(claim.times.map((t) => doc.layer(times).at(t)))
    case 'quantities':
      return join(claim.quantities.map((q) => doc.layer(quantities).at(q)))
    case 'stated':
      return claim.statedOn ?? 'none'
    default:
      return undefined
  }
}

runCases(import.meta.url, 'claim.cases.txt', englishStages, show)
runCases(import.meta.url, 'statements.cases.txt', englishStages, show)

describe('the gate', () => {
  const solid = { lists: [SpanList.of([{ from: 4, to: 10 }])] }

  test('takes in a name that the span would cut', () => {
    expect(whole({ from: 0, to: 6 }, solid, { from: 0, to: 20 })).toEqual({ from: 0, to: 10 })
    expect(whole({ from: 6, to: 15 }, solid, { from: 0, to: 20 })).toEqual({ from: 4, to: 15 })
  })

  test('refuses a span that cannot take it in', () => {
    expect(whole({ from: 0, to: 6 }, solid, { from: 0, to: 8 })).toBeNull()
  })

  test('leaves a whole span alone', () => {
    expect(whole({ from: 0, to: 4 }, solid, { from: 0, to: 20 })).toEqual({ from: 0, to: 4 })
    expect(whole({ from: 3, to: 11 }, solid, { from: 0, to: 20 })).toEqual({ from: 3, to: 11 })
  })
})

const pieces = [
  'Anna Berg',
  'said',
  'the army',
  'will not attack',
  'if',
  'according to',
  ',',
  '"',
  '300 people',
  'in May',
  '.',
  'and',
  'which',
  'died',
  'unclear whether',
  '\n\n',
  'that',
  'denied',
]

describe('any mixture of words', () => {
  const pipeline = english(readData)

  test('gives claims inside one sentence, with indices that exist and a reason for every field', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const doc = pipeline.run(Document.of(parts.join(' '), { published: '2024-05-02' }))
        const all = doc.layer(sentences)
        for (const c of doc.layer(claims)) {
          expect(c.from).toBeLessThan(c.to)
          expect(all.items.some((s) => s.from <= c.from && c.to <= s.to)).toBe(true)
          for (const a of c.chain) expect(a).toBeLessThan(doc.layer(attributions).length)
          for (const t of c.times) {
            const time = doc.layer(times).at(t)
            expect(c.from <= time.from && time.to <= c.to).toBe(true)
          }
          expect(Object.keys(c.why).sort()).toEqual(
            ['certainty', 'chain', 'mode', 'polarity', 'span', 'statedOn'].sort(),
          )
        }
      }),
      { numRuns: 80 },
    )
  })

  test('grades itself at one against itself', () => {
    const doc = pipeline.run(Document.of('The mayor said the dam may fail. Nobody left.'))
    for (const counts of Object.values(scoreClaims(doc, doc)))
      expect(counts.right).toBe(counts.gold)
  })
})

describe('claims that repeat another', () => {
  const plain: Omit<Claim, 'from' | 'to'> = {
    chain: [],
    mode: 'fact',
    polarity: 'affirmed',
    certainty: { words: [], class: null, low: null, high: null, scheme: null },
    events: [],
    times: [],
    places: [],
    quantities: [],
    statedOn: null,
    why: {},
  }
  const outer: Claim = { ...plain, from: 0, to: 100 }
  const most: Claim = { ...plain, from: 20, to: 100 }

  test('most of another one, meant alike, is left out', () => {
    expect(withoutRepeats([outer, most])).toEqual([outer])
    expect(withoutRepeats([most, outer])).toEqual([outer])
  })

  test('a small part stays', () => {
    const part = { ...plain, from: 60, to: 100 }
    expect(withoutRepeats([outer, part])).toEqual([outer, part])
  })

  test.each<[string, Partial<Claim>]>([
    ['another mode', { mode: 'forecast' }],
    ['another polarity', { polarity: 'negated' }],
    ['another chain', { chain: [0] }],
    ['another certainty', { certainty: { ...plain.certainty, class: 'doubt' } }],
  ])('%s stays', (_, other) => {
    const inner = { ...most, ...other }
    expect(withoutRepeats([outer, inner])).toEqual([outer, inner])
  })

  test('what is left out holds nothing out itself', () => {
    const inmost = { ...plain, from: 20, to: 85 }
    expect(withoutRepeats([outer, most, inmost])).toEqual([outer, inmost])
  })
})
