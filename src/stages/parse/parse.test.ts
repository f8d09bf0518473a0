/** Tests of the parser: cases, and what holds for every text: one root a sentence, no circle, linear time, exact scores. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { syntax } from '../../layers/syntax.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { scoreParse } from './score.ts'
import { parse } from './stage.ts'
import { ParseState } from './state.ts'

const stages = [segment, tokenize, tag, parse]

runCases(import.meta.url, 'parse.cases.txt', stages, (doc, item, field) => {
  if (field !== 'head') return undefined
  const head = doc.layer(syntax).items.find((a) => a === item)?.head ?? -1
  return head < 0 ? 'none' : doc.layer(tokens).at(head).form
})

const pipeline = Pipeline.of(stages, readData)

/** Fails unless every sentence is a tree with one root. */
function expectTrees(doc: Document): void {
  const arcs = doc.layer(syntax)
  const words = doc.layer(tokens)
  expect(arcs.length).toBe(words.length)
  const roots = new Map<number, number>()
  for (let i = 0; i < arcs.length; i++) {
    const { sentence } = words.at(i)
    if (arcs.at(i).head < 0) roots.set(sentence, (roots.get(sentence) ?? 0) + 1)
    else expect(words.at(arcs.at(i).head).sentence).toBe(sentence)
    let at = i
    for (let steps = 0; at >= 0; steps++) {
      expect(steps).toBeLessThanOrEqual(arcs.length)
      at = arcs.at(at).head
    }
  }
  for (const [, count] of roots) expect(count).toBe(1)
  expect(roots.size).toBe(new Set(words.map((w) => w.sentence)).size)
}

describe('the parser', () => {
  test('gives every sentence one root and no circle, for any words', () => {
    const word = fc.constantFrom(
      ...'the troops said that of and , in was not 12 " ( ) — Geneva who to leave % & ...'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (list) => {
        expectTrees(pipeline.run(Document.of(list.join(' '))))
      }),
    )
  })

  test('gives every sentence one root and no circle, for any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expectTrees(pipeline.run(Document.of(text)))
      }),
    )
  })

  test('an empty text has no arcs', () => {
    expect(pipeline.run(Document.of('')).layer(syntax).length).toBe(0)
  })

  test('the same text gives the same trees', () => {
    const text = 'The envoy said the talks, which began in May, would resume if both sides agreed.'
    const first = pipeline.run(Document.of(text)).layer(syntax).items
    expect(pipeline.run(Document.of(text)).layer(syntax).items).toEqual(first)
  })

  test('a sentence does not change those around it', () => {
    const a = 'The army captured the village.'
    const alone = pipeline.run(Document.of(a)).layer(syntax).items
    const both = pipeline.run(Document.of(`${a} The rebels fled.`)).layer(syntax).items
    expect(both.slice(0, alone.length)).toEqual(alone)
  })

  test('a very long sentence takes time in proportion to its length', { retry: 4 }, () => {
    const time = (words: number): number => {
      const text = 'the army and '.repeat(words / 3)
      const doc = Pipeline.of([segment, tokenize, tag], readData).run(Document.of(text))
      let best = Number.POSITIVE_INFINITY
      for (let k = 0; k < 3; k++) {
        const own = Pipeline.of([segment, tokenize, tag, parse], readData)
        own.run(Document.of(text))
        const spent = own.timings.find((t) => t.stage === 'parse')?.milliseconds ?? 0
        best = Math.min(best, spent)
      }
      expect(doc.layer(tokens).length).toBeGreaterThan(words / 2)
      return best
    }
    time(3000)
    expect(time(24000) / time(6000)).toBeLessThan(10)
  })
})

describe('the state', () => {
  test('lets only the last word hang on the root', () => {
    const s = new ParseState()
    s.reset(2)
    s.shift()
    expect([s.canShift(), s.canLeft(), s.canRight()]).toEqual([true, true, false])
    s.shift()
    expect([s.canShift(), s.canLeft(), s.canRight()]).toEqual([false, false, true])
    s.right(0)
    expect([s.canShift(), s.canLeft(), s.canRight()]).toEqual([false, true, false])
    s.left(0)
    expect(s.done).toBe(true)
    expect([s.head[0], s.head[1]]).toEqual([2, 0])
  })

  test('remembers the two outermost children on each side', () => {
    const s = new ParseState()
    s.reset(3)
    s.shift()
    s.shift()
    s.left(4)
    s.left(5)
    expect([s.left1[2], s.left2[2], s.leftCount[2]]).toEqual([0, 1, 2])
    expect([s.label[0], s.label[1]]).toEqual([6, 5])
  })

  test('a missing word is none', () => {
    const s = new ParseState()
    s.reset(1)
    expect(s.at(0)).toBe(s.none)
    expect(s.ahead(1)).toBe(1)
    expect(s.ahead(2)).toBe(s.none)
  })
})

describe('scoreParse', () => {
  test('counts right heads, and right heads with the right label', () => {
    const doc = pipeline.run(Document.of('The army captured the village.'))
    const all = scoreParse(doc, doc)
    expect(all['labelled']).toEqual({ made: 6, gold: 6, right: 6 })
    expect(all['heads']).toEqual({ made: 6, gold: 6, right: 6 })
  })
})
