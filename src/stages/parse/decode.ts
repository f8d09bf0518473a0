/** Parses greedily: the best move, and for each new arc the best label that its two parts of speech can have (PA1-PA7). */
import { FeatureTable } from '../../lexicon/feature-table.ts'
import type { LinearModel } from '../../lexicon/linear-model.ts'
import { labelFeatureCount, labelFeatures } from './label-features.ts'
import { moveFeatureCount, moveFeatures } from './move-features.ts'
import { Move, ParseState } from './state.ts'
import { WordHasher } from './words.ts'

/** The row of possible labels for a head, a dependent and a side. */
export function pairOf(headUpos: number, dependentUpos: number, leftward: boolean): number {
  return (headUpos * 20 + dependentUpos) * 2 + (leftward ? 1 : 0)
}

/** The parser's trained part, ready for use. */
export interface ParseModel {
  /** Weights of the three moves by feature. */
  readonly moves: FeatureTable
  /** Weight of feature f and label l at `(f & labelMask) + l`. */
  readonly labelWeights: Int8Array
  readonly labelMask: number
  readonly labels: readonly string[]
  /** Label ids that a pair of parts of speech can have, by `pairOf`. */
  readonly possible: readonly Uint8Array[]
}

/** Reads the sections of a model file of the kind `parse`. */
export function parseModelOf(model: LinearModel): ParseModel {
  const packed = model.bytes('possible')
  const possible: Uint8Array[] = []
  for (let i = 0; i < packed.length; ) {
    const size = packed[i] ?? 0
    possible.push(packed.slice(i + 1, i + 1 + size))
    i += 1 + size
  }
  return {
    moves: new FeatureTable(model.int32('moves')),
    labelWeights: model.int8('label-weights'),
    labelMask: 2 ** model.number('label-bits') - 1,
    labels: model.list('labels'),
    possible,
  }
}

/** Parses sentences; holds buffers, so one is made per run. */
export class Parser {
  readonly state = new ParseState()
  readonly hasher = new WordHasher()
  readonly #model: ParseModel
  readonly #moves = new Int32Array(moveFeatureCount)
  readonly #labels = new Int32Array(labelFeatureCount)
  readonly #sums = new Int32Array(3)
  readonly #root: number

  constructor(model: ParseModel) {
    this.#model = model
    this.#root = Math.max(0, model.labels.indexOf('root'))
  }

  /** Parses the sentence whose words the caller has set in `state`; heads and labels stand there afterwards. */
  parse(): void {
    const s = this.state
    while (!s.done) {
      const move = this.#move()
      if (move === Move.shift) s.shift()
      else if (move === Move.left) s.left(this.#label(s.next, s.at(0)))
      else s.right(this.#label(s.at(1), s.at(0)))
    }
  }

  /** The best move that is possible; of equal ones the first. */
  #move(): number {
    const s = this.state
    if (!s.canRight()) {
      if (s.depth === 0) return Move.shift
      if (s.next === s.size) return Move.left
    } else if (s.next === s.size) return Move.right
    const sums = this.#sums
    moveFeatures(s, this.#moves)
    this.#model.moves.sum(this.#moves, moveFeatureCount, sums)
    const shift = sums[Move.shift] ?? 0
    const left = sums[Move.left] ?? 0
    const right = sums[Move.right] ?? 0
    if (!s.canRight()) return left > shift ? Move.left : Move.shift
    if (left > shift) return right > left ? Move.right : Move.left
    return right > shift ? Move.right : Move.shift
  }

  #label(head: number, dependent: number): number {
    const s = this.state
    if (head === s.size) return this.#root
    const { labelWeights, labelMask, possible } = this.#model
    const pair = pairOf(s.upos[head] ?? 16, s.upos[dependent] ?? 16, dependent < head)
    const candidates = possible[pair]
    if (!candidates) return this.#root
    if (candidates.length === 1) return candidates[0] ?? 0
    const features = this.#labels
    labelFeatures(s, head, dependent, features)
    for (let f = 0; f < labelFeatureCount; f++) features[f] = (features[f] ?? 0) & labelMask
    let best = 0
    let top = Number.NEGATIVE_INFINITY
    // Two labels at a time: a feature is read once for both, and what it points to lies close together.
    for (let c = 0; c < candidates.length; c += 2) {
      const label = candidates[c] ?? 0
      const other = candidates[c + 1 < candidates.length ? c + 1 : c] ?? 0
      let score = 0
      let otherScore = 0
      for (let f = 0; f < labelFeatureCount; f++) {
        const row = features[f] ?? 0
        score += labelWeights[row + label] ?? 0
        otherScore += labelWeights[row + other] ?? 0
      }
      if (score > top) {
        top = score
        best = label
      }
      if (otherScore > top) {
        top = otherScore
        best = other
      }
    }
    return best
  }
}
