/** Pipelines: needs are checked before anything runs, and a run is a function of the text. */
import { describe, expect, test } from 'vitest'
import { Document } from '../document/document.ts'
import { defineLayer } from '../document/layer.ts'
import { diagnostic } from '../fault/diagnostic.ts'
import { type Fault, raise } from '../fault/fault.ts'
import type { Span } from '../text/span.ts'
import { SpanList } from '../text/span-list.ts'
import { Pipeline } from './pipeline.ts'
import { planOf } from './plan.ts'
import { defineResource } from './resource.ts'
import { addScores, countKeys, f1, precision, recall } from './score.ts'
import { defineStage } from './stage.ts'

const letters = defineLayer<Span>()('letters', 1)
const pairs = defineLayer<Span>()('pairs', 1)

let loads = 0
const limit = defineResource(['limit.txt'], ([bytes]) => {
  loads++
  return Number(new TextDecoder().decode(bytes))
})
const read = (): Uint8Array => new TextEncoder().encode('3')

const first = defineStage({
  name: 'first',
  version: 2,
  needs: [],
  makes: [letters],
  uses: { limit },
  run: (view, { limit: most }) => ({
    letters: SpanList.of([...view.text].slice(0, most).map((_, i) => ({ from: i, to: i + 1 }))),
    diagnostics: view.text.length > most ? [diagnostic('text-cut', 'first')] : [],
  }),
})
const second = defineStage({
  name: 'second',
  version: 1,
  needs: [letters],
  makes: [pairs],
  uses: { limit },
  run: (view) => ({
    pairs: SpanList.of(
      view
        .layer(letters)
        .items.slice(1)
        .map((l) => ({ from: l.from - 1, to: l.to })),
    ),
  }),
})

describe('Pipeline', () => {
  test('runs stages in order and gathers their remarks', () => {
    const doc = Pipeline.of([first, second], read).run(Document.of('abcdef'))
    expect(doc.layer(pairs).items).toEqual([
      { from: 0, to: 2 },
      { from: 1, to: 3 },
    ])
    expect(doc.diagnostics.map((d) => d.code)).toEqual(['text-cut'])
  })

  test('names the stage, the missing layer, and who would make it', () => {
    expect(() => Pipeline.of([second, first], read)).toThrow(
      'Stage second needs the layer letters, which no earlier stage makes. first would make it.',
    )
    expect(() => Pipeline.of([second], read)).toThrow('no earlier stage makes.')
  })

  test('refuses a layer made twice', () => {
    expect(() => Pipeline.of([first, first], read)).toThrow('there already')
  })

  test('loads a resource shared by two stages once', () => {
    loads = 0
    Pipeline.of([first, second], read)
    expect(loads).toBe(1)
  })

  test('a stage that breaks is a typed fault with its name; a fault passes as it is', () => {
    const broken = defineStage({
      name: 'broken',
      version: 1,
      needs: [],
      makes: [letters],
      uses: {},
      run: () => {
        throw new TypeError('oops')
      },
    })
    const strict = defineStage({
      name: 'strict',
      version: 1,
      needs: [],
      makes: [letters],
      uses: {},
      run: () => raise('lexicon/damaged', { file: 'x', reason: 'y' }),
    })
    const codeOf = (stage: typeof broken): string => {
      try {
        Pipeline.of([stage], read).run(Document.of('a'))
        return 'none'
      } catch (thrown) {
        return (thrown as Fault).code
      }
    }
    expect(codeOf(broken)).toBe('pipeline/stage-failed')
    expect(codeOf(strict)).toBe('lexicon/damaged')
  })

  test('an encoder runs as soon as what it needs is there, and stands in signature, plan and timings', async () => {
    const seen = defineLayer<Span>()('seen', 1)
    const encoder = {
      name: 'encode',
      version: 7,
      needs: [letters],
      makes: [seen],
      files: ['model.onnx'],
      encode: async (doc: Document) => doc.with(seen, doc.layer(letters)),
    }
    const pipeline = Pipeline.of([first, second], read, encoder)
    const doc = await pipeline.read(Document.of('abc'))
    expect(doc.layer(seen).length).toBe(3)
    expect(doc.layer(pairs).length).toBe(2)
    expect(pipeline.signature).toBe('first@2 encode@7 second@1')
    expect(planOf(pipeline).map((row) => [row.stage, row.files])).toEqual([
      ['first', ['limit.txt']],
      ['encode', ['model.onnx']],
      ['second', ['limit.txt']],
    ])
    expect(pipeline.timings.map((t) => t.stage)).toEqual(['first', 'encode', 'second'])
    expect(() => pipeline.run(Document.of('abc'))).toThrow('encoder')
  })

  test('an encoder may put right what was made before it, and nothing else', async () => {
    const encoder = (revises: (typeof letters)[], makes: (typeof letters)[]) => ({
      name: 'encode',
      version: 1,
      needs: [],
      makes,
      revises,
      files: [],
      encode: async (doc: Document) => doc.revised(letters, SpanList.of([{ from: 0, to: 1 }])),
    })
    const after = { ...encoder([letters], []), needs: [letters] }
    const doc = await Pipeline.of([first, second], read, after).read(Document.of('abc'))
    expect(doc.layer(letters).length).toBe(1)
    expect(doc.layer(pairs).length).toBe(0)
    expect(() => Pipeline.of([], read, encoder([letters], []))).toThrow('encode needs')
  })

  test('an encoder whose needs nobody makes, or that makes what is made, is refused', () => {
    const encoder = (needs: (typeof letters)[], makes: (typeof letters)[]) => ({
      name: 'encode',
      version: 1,
      needs,
      makes,
      files: [],
      encode: async (doc: Document) => doc,
    })
    expect(() => Pipeline.of([], read, encoder([letters], []))).toThrow('encode needs')
    expect(() => Pipeline.of([first], read, encoder([letters], [letters]))).toThrow('there already')
  })

  test('the plan tells needs, products and data files; timings add up per stage', () => {
    const pipeline = Pipeline.of([first, second], read)
    pipeline.run(Document.of('abc'))
    expect(planOf(pipeline)[1]).toEqual({
      stage: 'second',
      version: 1,
      needs: ['letters'],
      makes: ['pairs'],
      files: ['limit.txt'],
    })
    expect(pipeline.timings.map((t) => t.stage)).toEqual(['first', 'second'])
    expect(pipeline.timings.every((t) => t.milliseconds >= 0)).toBe(true)
  })
})

describe('scores', () => {
  test('count, add and divide', () => {
    const a = countKeys(['x', 'y', 'z'], ['y', 'z', 'w', 'v'])
    expect(a).toEqual({ made: 3, gold: 4, right: 2 })
    expect([precision(a), recall(a), f1(a)]).toEqual([2 / 3, 0.5, 4 / 7])
    expect(addScores([{ s: a }, { s: a, t: a }])).toEqual({
      s: { made: 6, gold: 8, right: 4 },
      t: a,
    })
  })

  test('nothing made and nothing expected is no division by zero', () => {
    const none = countKeys([], [])
    expect([precision(none), recall(none), f1(none)]).toEqual([0, 0, 0])
  })
})
