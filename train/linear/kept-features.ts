/** Kept features: the frequent ones, as many as the table has rows, with averaged weights for the three moves. */
import { bucketSize, checkOf, packRow } from '../../src/lexicon/feature-table.ts'

/** Counts features in a sketch, keeps those that are frequent enough, then learns their weights. */
export class KeptFeatures {
  readonly #mask: number
  readonly #checks: Uint8Array
  readonly #counts = new Uint8Array(2 ** 24)
  readonly #weights: Float32Array
  readonly #totals: Float64Array
  #step = 1
  kept = 0

  constructor(bits: number) {
    const rows = 2 ** bits
    this.#mask = rows / bucketSize - 1
    this.#checks = new Uint8Array(rows)
    this.#weights = new Float32Array(rows * 3)
    this.#totals = new Float64Array(rows * 3)
  }

  /** Counts one occurrence of each feature; the sketch may count too much, never too little. */
  count(features: Int32Array): void {
    for (const hash of features) {
      const at = Math.imul(hash, 0x9e3779b1) >>> 8
      if (this.#counts[at]! < 255) this.#counts[at]!++
    }
  }

  /** Gives a row to each feature counted at least `least` times, while its bucket has room. */
  keep(features: Int32Array, least: number): void {
    for (const hash of features) {
      if (this.#counts[Math.imul(hash, 0x9e3779b1) >>> 8]! < least) continue
      const check = checkOf(hash)
      const at = (hash & this.#mask) * bucketSize
      for (let k = at; k < at + bucketSize; k++) {
        if (this.#checks[k] === check) break
        if (this.#checks[k] !== 0) continue
        this.#checks[k] = check
        this.kept++
        break
      }
    }
  }

  /** Writes the row of each feature into `rows`, -1 where it has none. */
  rows(features: Int32Array, rows: Int32Array): void {
    for (let f = 0; f < features.length; f++) {
      const hash = features[f]!
      const check = checkOf(hash)
      const at = (hash & this.#mask) * bucketSize
      let row = -1
      for (let k = at; k < at + bucketSize; k++) {
        if (this.#checks[k] === check) {
          row = k
          break
        }
      }
      rows[f] = row
    }
  }

  tick(): void {
    this.#step++
  }

  score(rows: Int32Array, move: number): number {
    let sum = 0
    for (const row of rows) if (row >= 0) sum += this.#weights[row * 3 + move]!
    return sum
  }

  add(rows: Int32Array, move: number, delta: number): void {
    const late = this.#step * delta
    for (const row of rows) {
      if (row < 0) continue
      this.#weights[row * 3 + move]! += delta
      this.#totals[row * 3 + move]! += late
    }
  }

  /** The average weights, rounded to 8 bits and packed as `FeatureTable` reads them. */
  pack(quantise: (weights: Float32Array) => Int8Array): Int32Array {
    const weights = quantise(this.#weights.map((w, i) => w - this.#totals[i]! / this.#step))
    return Int32Array.from(this.#checks, (check, row) =>
      check === 0
        ? 0
        : packRow(check, weights[row * 3]!, weights[row * 3 + 1]!, weights[row * 3 + 2]!),
    )
  }
}
