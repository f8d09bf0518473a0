/** Tests what is made of the network's numbers: cue candidates, references, probabilities, arcs. */
import { describe, expect, test } from 'vitest'
import { cueCandidates, cueProbabilities, rangeOfCue } from './cues.ts'
import type { Matrix, Network } from './network.ts'
import { argmax, logSoftmax } from './probabilities.ts'
import { type Nominal, referencesOf } from './references.ts'
import { arcsOf } from './trees.ts'

/** Scores that give these probabilities, row by row. */
const rows = (...list: readonly (readonly number[])[]): Matrix => ({
  data: Float32Array.from(list.flat(), (p) => Math.log(p)),
  columns: list[0]?.length ?? 0,
})

describe('probabilities', () => {
  test('log probabilities of a row sum to one, whatever the scale', () => {
    const m = { data: Float32Array.from([1000, 1001, 999, -5, -5, -5]), columns: 3 }
    for (const row of [0, 1]) {
      const sum = logSoftmax(m, row).reduce((n, v) => n + Math.exp(v), 0)
      expect(sum).toBeCloseTo(1, 5)
    }
    expect(argmax(logSoftmax(m, 0))).toBe(1)
  })

  test('of equal values the first is taken', () => {
    expect(argmax([2, 5, 5])).toBe(1)
    expect(argmax([])).toBe(0)
  })
})

describe('cue candidates', () => {
  const cues = rows(
    [0.9, 0.1, 0.0001],
    [0.2, 0.75, 0.05],
    [0.3, 0.1, 0.6],
    [0.1, 0.8, 0.1],
    [0.97, 0.02, 0.01],
  )

  test('a run goes on while words do and is cut where a word begins a cue', () => {
    expect(cueCandidates(cues, 0).map((c) => c.words)).toEqual([[1, 2], [3]])
  })

  test('a word that is far less sure than its neighbour is no part of the cue', () => {
    const said = rows([0.05, 0.95, 0.01], [0.7, 0.01, 0.29], [0.72, 0.01, 0.27], [0.4, 0.01, 0.59])
    expect(cueCandidates(said, 0).map((c) => c.words)).toEqual([[0], [3]])
  })

  test('the surest word gives the probability', () => {
    expect(cueCandidates(cues, 0).map((c) => c.probability.toFixed(2))).toEqual(['0.80', '0.90'])
  })

  test('cues that begin in the context of a window are left to the window before', () => {
    expect(cueCandidates(cues, 2).map((c) => c.words)).toEqual([[3]])
    expect(cueCandidates(cues, 4)).toEqual([])
  })

  test('probabilities stand for both ways of being a cue', () => {
    expect([...cueProbabilities(cues)].map((p) => p.toFixed(2))).toEqual([
      '0.10',
      '0.80',
      '0.70',
      '0.90',
      '0.03',
    ])
  })
})

describe('the range of a cue', () => {
  const sentence = [
    ...Array<number>(30).fill(0),
    ...Array<number>(40).fill(1),
    ...Array<number>(70).fill(2),
  ]

  test('is its sentence and those beside it within reach, whole', () => {
    expect(rangeOfCue([40], sentence)).toEqual({ from: 0, to: 70 })
    expect(rangeOfCue([69], sentence)).toEqual({ from: 30, to: 70 })
    expect(rangeOfCue([75, 77], sentence)).toEqual({ from: 30, to: 140 })
  })

  test('never leaves out its own sentence, however long', () => {
    expect(rangeOfCue([120], Array<number>(240).fill(7))).toEqual({ from: 0, to: 240 })
  })
})

describe('references', () => {
  const word = (token: number, anaphor: number, antecedent: number): Nominal => ({
    token,
    from: token * 5,
    to: token * 5 + 4,
    anaphor: Float32Array.of(anaphor),
    antecedent: Float32Array.of(antecedent),
  })
  const plain = { scale: 1, distances: [2], weights: [0, 0] }

  test("words before the window's own are referred to, and get no reading themselves", () => {
    const words = [word(0, 1, 3), word(1, 2, 1), word(4, 1, 0), word(6, 1, 2)]
    for (const own of [0, 1, 3, 4, 5, 7])
      expect(referencesOf(words, plain, own)).toEqual(
        referencesOf(words, plain).filter((r) => r.token >= own),
      )
  })

  test('the first word refers to nothing', () => {
    const [first] = referencesOf([word(0, 9, 9)], plain)
    expect(first?.candidates).toEqual([])
    expect(first?.none).toBeCloseTo(0)
  })

  test('candidates and none share one probability, best first', () => {
    const found = referencesOf([word(0, 0, 2), word(1, 0, 3), word(4, 1, 0)], plain).at(-1)
    expect(found?.candidates.map((c) => c.token)).toEqual([1, 0])
    const sum = [found?.none ?? 0, ...(found?.candidates ?? []).map((c) => c.score)]
    expect(sum.reduce((n, v) => n + Math.exp(v), 0)).toBeCloseTo(1)
  })

  test('distance counts, at the bucket that the trainer uses', () => {
    const near = { scale: 1, distances: [2], weights: [1, -1] }
    const found = referencesOf([word(0, 0, 0), word(2, 0, 0), word(3, 0, 0)], near).at(-1)
    expect(found?.candidates.map((c) => c.token)).toEqual([2, 0])
    const [close, far] = found?.candidates ?? []
    expect((close?.score ?? 0) - (far?.score ?? 0)).toBeCloseTo(2)
  })

  test('words too far back are not looked at', () => {
    const found = referencesOf([word(0, 0, 9), word(301, 1, 0)], plain).at(-1)
    expect(found?.candidates).toEqual([])
  })

  test('at most eight candidates are kept', () => {
    const many = Array.from({ length: 20 }, (_, i) => word(i, 1, i))
    expect(
      referencesOf(many, plain)
        .at(-1)
        ?.candidates.map((c) => c.token),
    ).toEqual([18, 17, 16, 15, 14, 13, 12, 11])
  })
})

describe('arcs of a window', () => {
  const labels = ['nsubj', 'obj', 'root']
  const network = (scores: Matrix): Network => ({
    read: () => Promise.reject(new Error('not asked')),
    spans: () => Promise.reject(new Error('not asked')),
    labels: async () => scores,
    close: async () => {},
  })
  const states = { data: new Float32Array(3), columns: 1 }
  const arcs = rows([0.05, 0.0001, 0.9, 0.05], [0.8, 0.1, 0.0001, 0.1], [0.1, 0.1, 0.8, 0.0001])

  test('heads are words of the window, the root is -1, and only the root is called root', async () => {
    const rels = rows([0.2, 0.1, 0.7], [0.5, 0.3, 0.2], [0.1, 0.6, 0.3])
    const made = await arcsOf(network(rels), states, arcs, [{ from: 0, to: 3 }], labels)
    expect(made.map((a) => [a.head, a.deprel])).toEqual([
      [1, 'nsubj'],
      [-1, 'root'],
      [1, 'obj'],
    ])
    expect(made[0]?.probability).toBeCloseTo(0.9, 2)
  })

  test('each sentence has a root of its own', async () => {
    const rels = rows([0.9, 0.05, 0.05], [0.9, 0.05, 0.05], [0.9, 0.05, 0.05])
    const sentences = [
      { from: 0, to: 1 },
      { from: 1, to: 3 },
    ]
    const made = await arcsOf(network(rels), states, arcs, sentences, labels)
    expect(made.map((a) => a.head)).toEqual([-1, -1, 1])
  })
})
