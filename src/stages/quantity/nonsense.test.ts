/** Tests numbers and dates that make no sense: a typed value or raw words, and time that grows with the text alone. */
import { describe, expect, test } from 'vitest'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { quantities } from '../../layers/quantities.ts'
import { syntax } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { isEdtf } from '../../text/edtf.ts'
import { SpanList } from '../../text/span-list.ts'
import { segment } from '../segment/stage.ts'
import { time } from '../time/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { quantity } from './stage.ts'

/** Tags without a model: what is measured here is not the tagger. */
const plainTags = defineStage({
  name: 'plain-tags',
  version: 1,
  needs: [tokens],
  makes: [tags],
  uses: {},
  run: (view) => ({
    tags: SpanList.sorted(
      view.layer(tokens).items.map((t) => ({
        from: t.from,
        to: t.to,
        upos: t.kind === 'number' ? ('NUM' as const) : ('NOUN' as const),
        xpos: t.kind === 'number' ? 'CD' : 'NN',
        lemma: t.key,
      })),
    ),
    diagnostics: [],
  }),
})

const plainTree = defineStage({
  name: 'plain-tree',
  version: 1,
  needs: [tokens],
  makes: [syntax],
  uses: {},
  run: (view) => ({
    syntax: SpanList.sorted(
      view.layer(tokens).items.map((t) => ({ from: t.from, to: t.to, head: -1, deprel: 'root' })),
    ),
    diagnostics: [],
  }),
})

const stages = [segment, tokenize, plainTags, plainTree, time, quantity]
const pipeline = Pipeline.of(stages, readData)
const read = (text: string) => pipeline.run(Document.of(text, { published: '2024-10-25' }))

describe('nonsense', () => {
  test.each([
    ['The date is 99999-02-30.', 0, 'date-nonsense'],
    ['It was signed on 30 February 2024.', 0, 'date-nonsense'],
    ['It was signed on 2023-02-29.', 0, 'date-nonsense'],
    ['It was signed on 45/45/2024.', 0, 'date-nonsense'],
    ['It has 10^400 atoms.', 0, 'number-out-of-range'],
    ['It has 1e400 atoms.', 0, 'number-out-of-range'],
    [`It costs 1${'0'.repeat(400)} dollars.`, 0, 'number-out-of-range'],
  ])('%s has no value and a remark', (text, count, code) => {
    const doc = read(text)
    expect(doc.layer(times).length).toBe(count)
    expect(doc.layer(quantities).length).toBe(count)
    expect(doc.diagnostics.map((d) => d.code)).toContain(code)
  })

  test('powers within range are numbers', () => {
    const values = (text: string) =>
      read(text)
        .layer(quantities)
        .map((q) => q.best)
    expect(values('It has 10^6 cells.')).toEqual([1000000])
    expect(values('It has 2e3 cells.')).toEqual([2000])
  })

  test('a list of figures is a list of figures', () => {
    const values = read('The list reads 1,2,3,4,5,6,7,8,9.').layer(quantities)
    expect(values.map((q) => q.best)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('"7 of 9 of 12" are three numbers, each with its value', () => {
    const values = read('He was 7 of 9 of 12.').layer(quantities)
    expect(values.map((q) => [q.low, q.best, q.high])).toEqual([
      [7, 7, 7],
      [9, 9, 9],
      [12, 12, 12],
    ])
  })

  test.each([
    '½⅓¼ of ¾; ١٢٣ men; 1２ men',
    '-0 degrees, --5, +-3, $-5, 5$5, %5%, ±±3, 5±, ±',
    '00/00/0000, 0/0/00, 1/1/1/1, 12:60, 25:61 p.m., 99 May, May 0, the 0th of May',
    'between and between 5 and between 7 and, from to from 3 to, 3 to to 4',
    'the the last last next next this that of of the week day month',
  ])('%j gives values that hold together', (text) => {
    const doc = read(text)
    for (const q of doc.layer(quantities)) {
      for (const end of [q.low, q.best, q.high])
        if (end !== null) expect(Number.isFinite(end)).toBe(true)
      if (q.low !== null && q.high !== null) expect(q.low).toBeLessThanOrEqual(q.high)
      expect(q.to).toBeLessThanOrEqual(text.length)
    }
    for (const t of doc.layer(times)) if (t.edtf !== null) expect(isEdtf(t.edtf), t.edtf).toBe(true)
  })
})

describe('time', () => {
  const shapes: readonly (readonly [string, (n: number) => string])[] = [
    ['numbers in a line', (n) => Array.from({ length: n }, (_, i) => i).join(' ')],
    ['numbers with commas', (n) => Array.from({ length: n }, (_, i) => i).join(',')],
    ['"7 of 9 of"', (n) => '7 of '.repeat(n)],
    ['"3 to 3 to"', (n) => `${'3 to '.repeat(n)}9 October`],
    ['"5-5-5-"', (n) => '5-'.repeat(n)],
    ['"1/2/1/2/"', (n) => '1/2/'.repeat(n)],
    ['open quotations', (n) => '" yesterday he said on Monday '.repeat(n / 8)],
    ['"the last the last"', (n) => 'the last '.repeat(n)],
  ]

  test.each(shapes)(
    'grows with %s, not with their square',
    { retry: 4, timeout: 60000 },
    (_, make) => {
      const own = Pipeline.of(stages, readData)
      const spent = (n: number): number => {
        const sum = (): number =>
          own.timings
            .filter((t) => t.stage === 'time' || t.stage === 'quantity')
            .reduce((total, t) => total + t.milliseconds, 0)
        const before = sum()
        own.run(Document.of(make(n), { published: '2024-10-25' }))
        return sum() - before
      }
      spent(500)
      const [small, large] = [spent(2000), spent(8000)]
      expect(large).toBeLessThan(small * 4 * 3 + 100)
    },
  )

  test('a hundred thousand numbers in a line are read', { timeout: 60000 }, () => {
    const doc = read(Array.from({ length: 100000 }, () => '7').join(' '))
    expect(doc.layer(quantities).length).toBe(100000)
  })
})
