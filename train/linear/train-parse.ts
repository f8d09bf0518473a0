/** Trains the parser: it makes its own moves, also wrong ones, and learns what is best from where it stands. */

import { FeatureTable } from '../../src/lexicon/feature-table.ts'
import { type ParseModel, Parser, pairOf } from '../../src/stages/parse/decode.ts'
import { labelFeatureCount, labelFeatures } from '../../src/stages/parse/label-features.ts'
import { moveFeatureCount, moveFeatures } from '../../src/stages/parse/move-features.ts'
import { Move, ParseState } from '../../src/stages/parse/state.ts'
import { WordHasher } from '../../src/stages/parse/words.ts'
import type { Sentence } from './corpus.ts'
import { KeptFeatures } from './kept-features.ts'
import { type GoldTree, goldTree, Oracle } from './oracle.ts'
import { Perceptron, quantise } from './perceptron.ts'
import { Random } from './random.ts'
import { modelBytes } from './write-model.ts'

export interface ParseOptions {
  readonly moveBits: number
  readonly labelBits: number
  readonly epochs: number
  readonly seed: number
}

/** A sentence with the tags that the tagger gave it. */
export interface TaggedSentence {
  readonly sentence: Sentence
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
}

/** How the trainer reports; called after every epoch. */
export type Report = (epoch: number, model: () => ParseModel) => void

export interface TrainedParser {
  readonly model: ParseModel
  readonly bytes: Uint8Array
}

interface Lesson {
  readonly tagged: TaggedSentence
  readonly tree: GoldTree
  readonly labels: readonly number[]
}

/** From this epoch on the parser mostly follows its own moves. */
const exploreFrom = 1
const exploreShare = 0.9

export function trainParser(
  sentences: readonly TaggedSentence[],
  options: ParseOptions,
  report: Report = () => {},
): TrainedParser {
  const labels = labelsOf(sentences)
  const idOf = new Map(labels.map((l, i) => [l, i]))
  const base = (l: string): string => (idOf.has(l) ? l : (l.split(':')[0] ?? l))
  const lessons = sentences.map(
    (tagged): Lesson => ({
      tagged,
      tree: goldTree(tagged.sentence.heads),
      labels: tagged.sentence.deprels.map((l) => idOf.get(base(l)) ?? idOf.get('dep') ?? 0),
    }),
  )
  const hasher = new WordHasher()
  const state = new ParseState()
  const possible = possibleLabels(lessons, state, hasher)
  const trainer = new Trainer(options, state, hasher, possible, idOf.get('root') ?? 0)
  const random = new Random(options.seed)
  trainer.choose(lessons)
  const modelNow = (): ParseModel => trainer.model(labels)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const lesson of random.shuffle(lessons)) trainer.learn(lesson, epoch, random)
    report(epoch, modelNow)
  }
  const model = modelNow()
  const bytes = modelBytes(
    'parse',
    { labels },
    { 'label-bits': options.labelBits },
    {
      moves: trainer.packed(),
      'label-weights': model.labelWeights,
      possible: Uint8Array.from(possible.flatMap((p) => [p.length, ...p])),
    },
  )
  return { model, bytes }
}

class Trainer {
  readonly #moves: KeptFeatures
  readonly #rows = new Int32Array(moveFeatureCount)
  readonly #labels: Perceptron
  readonly #moveFeatures = new Int32Array(moveFeatureCount)
  readonly #labelFeatures = new Int32Array(labelFeatureCount)
  readonly #state: ParseState
  readonly #hasher: WordHasher
  readonly #possible: readonly Uint8Array[]
  readonly #root: number

  constructor(
    options: ParseOptions,
    state: ParseState,
    hasher: WordHasher,
    possible: readonly Uint8Array[],
    root: number,
  ) {
    this.#moves = new KeptFeatures(options.moveBits)
    this.#labels = new Perceptron(options.labelBits)
    this.#state = state
    this.#hasher = hasher
    this.#possible = possible
    this.#root = root
  }

  model(labels: readonly string[]): ParseModel {
    return {
      moves: new FeatureTable(this.packed()),
      labelWeights: quantise(this.#labels.average()),
      labelMask: this.#labels.mask,
      labels,
      possible: this.#possible,
    }
  }

  /** The move weights as the file keeps them. */
  packed(): Int32Array {
    return this.#moves.pack(quantise)
  }

  /** Walks through the right moves of all lessons: first counts features, then keeps the most frequent. */
  choose(lessons: readonly Lesson[]): void {
    const f = this.#moveFeatures
    for (const lesson of lessons) this.#walk(lesson, () => this.#moves.count(f))
    for (const least of [40, 10, 4])
      for (const lesson of lessons) this.#walk(lesson, () => this.#moves.keep(f, least))
  }

  #walk(lesson: Lesson, visit: () => void): void {
    const s = this.#state
    fill(s, lesson.tagged, this.#hasher)
    const oracle = new Oracle(lesson.tree)
    while (!s.done) {
      moveFeatures(s, this.#moveFeatures)
      visit()
      let move = -1
      let low = Number.POSITIVE_INFINITY
      const may = [s.canShift(), s.canLeft(), s.canRight()]
      for (let m = 0; m < 3; m++) {
        const cost = may[m] ? oracle.cost(s, m) : Number.POSITIVE_INFINITY
        if (cost < low) {
          low = cost
          move = m
        }
      }
      oracle.follow(s, move)
      if (move === Move.shift) s.shift()
      else if (move === Move.left) s.left(lesson.labels[s.at(0)]!)
      else s.right(lesson.labels[s.at(0)]!)
    }
  }

  learn(lesson: Lesson, epoch: number, random: Random): void {
    const s = this.#state
    fill(s, lesson.tagged, this.#hasher)
    const oracle = new Oracle(lesson.tree)
    while (!s.done) {
      const move = this.#move(s, oracle, epoch, random)
      oracle.follow(s, move)
      if (move === Move.shift) s.shift()
      else if (move === Move.left) s.left(this.#label(s, s.next, s.at(0), lesson))
      else s.right(this.#label(s, s.at(1), s.at(0), lesson))
    }
  }

  #move(s: ParseState, oracle: Oracle, epoch: number, random: Random): number {
    const may = [s.canShift(), s.canLeft(), s.canRight()]
    const options = [0, 1, 2].filter((m) => may[m])
    if (options.length === 1) return options[0]!
    const f = this.#moveFeatures
    const net = this.#moves
    const rows = this.#rows
    moveFeatures(s, f)
    net.rows(f, rows)
    net.tick()
    let low = Number.POSITIVE_INFINITY
    const costs = [9e9, 9e9, 9e9]
    for (const m of options) {
      costs[m] = oracle.cost(s, m)
      if (costs[m] < low) low = costs[m]
    }
    let best = -1
    let right = -1
    let top = Number.NEGATIVE_INFINITY
    let topRight = Number.NEGATIVE_INFINITY
    for (const m of options) {
      const score = net.score(rows, m)
      if (score > top) {
        top = score
        best = m
      }
      if (costs[m] === low && score > topRight) {
        topRight = score
        right = m
      }
    }
    if (best !== right) {
      net.add(rows, right, 1)
      net.add(rows, best, -1)
    }
    return epoch >= exploreFrom && random.next() < exploreShare ? best : right
  }

  #label(s: ParseState, head: number, dependent: number, lesson: Lesson): number {
    if (head === s.size) return this.#root
    const pair = pairOf(s.upos[head]!, s.upos[dependent]!, dependent < head)
    const candidates = this.#possible[pair]!
    if (candidates.length === 1) return candidates[0]!
    const f = this.#labelFeatures
    const net = this.#labels
    labelFeatures(s, head, dependent, f)
    let best = candidates[0]!
    let top = Number.NEGATIVE_INFINITY
    for (const c of candidates) {
      const score = net.score(f, labelFeatureCount, c)
      if (score > top) {
        top = score
        best = c
      }
    }
    const right = lesson.labels[dependent]!
    if (lesson.tree.heads[dependent] === head) {
      net.tick()
      if (best !== right && candidates.includes(right)) {
        net.add(f, labelFeatureCount, right, 1)
        net.add(f, labelFeatureCount, best, -1)
      }
    }
    return best
  }
}

/** Sets the words of a sentence in the state. */
export function fill(s: ParseState, tagged: TaggedSentence, hasher: WordHasher): void {
  const { words } = tagged.sentence
  s.reset(words.length)
  for (const [i, word] of words.entries())
    hasher.set(s, i, word.key, tagged.upos[i]!, tagged.xpos[i]!)
}

function labelsOf(sentences: readonly TaggedSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const { sentence } of sentences)
    for (const l of sentence.deprels) counts.set(l, (counts.get(l) ?? 0) + 1)
  return [...counts]
    .filter(([l, n]) => n >= 30 || !l.includes(':'))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([l]) => l)
}

/** Labels that each pair of parts of speech had at least twice; where there are none, those of the dependent alone. */
function possibleLabels(
  lessons: readonly Lesson[],
  s: ParseState,
  hasher: WordHasher,
): Uint8Array[] {
  const counts = new Map<number, Map<number, number>>()
  const alone = new Map<number, Map<number, number>>()
  const count = (to: Map<number, Map<number, number>>, key: number, label: number): void => {
    const row = to.get(key) ?? new Map<number, number>()
    row.set(label, (row.get(label) ?? 0) + 1)
    to.set(key, row)
  }
  for (const { tagged, tree, labels } of lessons) {
    fill(s, tagged, hasher)
    for (let i = 0; i < labels.length; i++) {
      const head = tree.heads[i]!
      if (head === labels.length) continue
      count(counts, pairOf(s.upos[head]!, s.upos[i]!, i < head), labels[i]!)
      count(alone, s.upos[i]!, labels[i]!)
    }
  }
  const frequent = (row: Map<number, number> | undefined, least: number): number[] =>
    [...(row ?? [])]
      .filter(([, n]) => n >= least)
      .map(([l]) => l)
      .sort((a, b) => a - b)
  return Array.from({ length: 20 * 20 * 2 }, (_, pair) => {
    const own = frequent(counts.get(pair), 2)
    const dependent = (pair >> 1) % 20
    return Uint8Array.from(own.length > 0 ? own : frequent(alone.get(dependent), 20))
  })
}

/** Per cent of words with the right head, and with the right head and label. */
export function scoreParser(
  model: ParseModel,
  sentences: readonly TaggedSentence[],
): Record<string, number> {
  const parser = new Parser(model)
  let words = 0
  let heads = 0
  let both = 0
  for (const tagged of sentences) {
    const { sentence } = tagged
    fill(parser.state, tagged, parser.hasher)
    parser.parse()
    for (let i = 0; i < sentence.heads.length; i++) {
      const head = parser.state.head[i]!
      words++
      if ((head === sentence.heads.length ? -1 : head) !== sentence.heads[i]) continue
      heads++
      if (model.labels[parser.state.label[i]! - 1] === sentence.deprels[i]) both++
    }
  }
  return { UAS: (100 * heads) / words, LAS: (100 * both) / words }
}
