/** Tests of attribution: the plain-text cases, properties over many texts, the nesting sweep, and linear time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draft } from '../../../test/attribution/by-hand.ts'
import { runCases, type Show } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { type Attribution, attributions } from '../../layers/attributions.ts'
import { sentences } from '../../layers/sentences.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { compareSpans, contains, overlaps } from '../../text/span.ts'
import { coreference } from '../coreference/stage.ts'
import { entities } from '../entities/stage.ts'
import { parse } from '../parse/stage.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { parentsOf } from './nesting.ts'
import { scoreAttributions } from './score.ts'
import { attribution } from './stage.ts'

const stages = [segment, tokenize, tag, parse, entities, coreference, attribution]

const show: Show = (doc, item, field) => {
  const a = item as Attribution
  const words = (list: Attribution['cue']): string =>
    list.map((s) => doc.text.slice(s.from, s.to)).join(' | ')
  switch (field) {
    case 'parent':
      return a.parent === null ? 'none' : words(doc.layer(attributions).at(a.parent).cue)
    case 'carries':
      return a.carries.length === 0
        ? 'none'
        : a.carries
            .map((s) => doc.layer(sentences).at(s))
            .map((s) => doc.text.slice(s.from, s.to))
            .join(' | ')
    case 'name':
      return a.sourceName ?? 'none'
    case 'anonymous':
      return a.anonymous?.words ?? 'none'
    case 'count':
    case 'institution':
    case 'country':
    case 'access':
    case 'reason':
      return String(a.anonymous?.[field] ?? 'none')
    default:
      return undefined
  }
}

runCases(import.meta.url, './attribution.cases.txt', stages, show)

const pipeline = Pipeline.of(stages, readData)
const pieces = [
  'The minister said ',
  'that the bridge fell',
  '“We go,” ',
  'he said',
  ', according to ',
  'two officials',
  '. ',
  '\n\n',
  'Anna Berg: ',
  'it is expected to rain',
  ' and added ',
  '" ',
  '“',
  '”',
  'reportedly ',
  'the claim that ',
  'NATO ',
  ', citing sources',
  '(',
  ')',
  '— ',
  'who ',
  '?',
  '12,000 ',
  '\u{1F600} ',
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((p) => p.join(''))

describe('attributions of any text', () => {
  test('keep the promises of the layer', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const doc = pipeline.run(Document.of(text))
        const items = doc.layer(attributions).items
        for (const [i, a] of items.entries()) {
          for (const s of [...a.source, ...a.cue, ...a.content]) {
            expect(s.to).toBeGreaterThan(s.from)
            expect(contains(a, s)).toBe(true)
          }
          expect(a.content.length).toBeGreaterThan(0)
          for (const c of a.content) {
            for (const s of [...a.cue, ...a.source]) expect(overlaps(c, s)).toBe(false)
          }
          for (const list of [a.source, a.cue, a.content]) {
            for (let k = 1; k < list.length; k++) {
              const before = list[k - 1]
              const here = list[k]
              if (before && here) expect(compareSpans(before, here)).toBeLessThan(0)
            }
          }
          expect(a.sourceName === null).toBe(a.source.length === 0)
          let up = a.parent
          for (let steps = 0; up !== null; steps++) {
            expect(up).not.toBe(i)
            expect(steps).toBeLessThan(items.length)
            up = items[up]?.parent ?? null
          }
          for (const s of a.carries) expect(s).toBeLessThan(doc.layer(sentences).length)
        }
      }),
      { numRuns: 150, seed: 11 },
    )
  })

  test('are the same each time', () => {
    const text = 'The mayor said: “We stay.” Officials said the dam, reportedly weak, would hold.'
    const read = (): string => JSON.stringify(pipeline.run(Document.of(text)).toJSON().layers)
    expect(read()).toBe(read())
  })

  test('take linear time', { retry: 4 }, () => {
    const sentence =
      'The minister said that two officials had told him the bridge, according to a report, was expected to fall. '
    const time = (copies: number): number => {
      const doc = pipeline.run(Document.of(sentence.repeat(copies)))
      expect(doc.layer(attributions).length).toBeGreaterThan(copies)
      const start = performance.now()
      pipeline.run(Document.of(sentence.repeat(copies)))
      return performance.now() - start
    }
    time(100)
    const once = Math.min(time(400), time(400))
    const twice = Math.min(time(800), time(800))
    expect(twice / once).toBeLessThan(3.2)
  })

  test('a chain of a thousand reports of reports is cut, not followed', () => {
    const doc = pipeline.run(Document.of(`${'He said that '.repeat(1000)}it rained.`))
    expect(doc.layer(attributions).length).toBeGreaterThan(0)
  })
})

describe('nesting [AT15]', () => {
  test('the innermost content wins', () => {
    expect(parentsOf([draft(1, 2, 20), draft(4, 5, 20), draft(8, 9, 20)])).toEqual([-1, 0, 1])
  })
  test('a later cue can hold an earlier one', () => {
    expect(parentsOf([draft(2, 3, 6), draft(8, 0, 7)])).toEqual([1, -1])
  })
  test('of two that hold each other the larger is the parent', () => {
    expect(parentsOf([draft(2, 3, 6), draft(5, 0, 4)])).toEqual([1, -1])
  })
  test('neighbours have no parent', () => {
    expect(parentsOf([draft(1, 2, 5), draft(6, 7, 9)])).toEqual([-1, -1])
  })
  test('"citing" stands under its governor [AT14]', () => {
    expect(parentsOf([draft(1, 2, 5), draft(6, 2, 5, { under: 1 })])).toEqual([-1, 0])
  })
})

describe('score', () => {
  const base: Attribution = {
    from: 0,
    to: 30,
    source: [{ from: 0, to: 4 }],
    cue: [{ from: 5, to: 9 }],
    content: [{ from: 10, to: 30 }],
    kind: 'indirect',
    stance: 'asserts',
    parent: null,
    speaker: null,
    sourceName: 'x',
    anonymous: null,
    carries: [],
    rule: 'AT2',
  }
  test('counts exact spans and relations', () => {
    const score = scoreAttributions([{ ...base, content: [{ from: 12, to: 30 }] }], [base])
    expect(score['cue exact']).toEqual({ made: 1, gold: 1, right: 1 })
    expect(score['content exact']).toEqual({ made: 1, gold: 1, right: 0 })
    expect(score['relation overlap']).toEqual({ made: 1, gold: 1, right: 1 })
    expect(score['relation exact']).toEqual({ made: 1, gold: 1, right: 0 })
  })
  test('leaves nested ones out', () => {
    const nested: Attribution = { ...base, cue: [{ from: 12, to: 14 }], parent: 0 }
    expect(scoreAttributions([base, nested], [base])['cue exact']).toEqual({
      made: 1,
      gold: 1,
      right: 1,
    })
  })
  test('a hidden source meets only a hidden source', () => {
    const score = scoreAttributions([{ ...base, source: [] }], [base])
    expect(score['relation overlap']?.right).toBe(0)
  })
})
