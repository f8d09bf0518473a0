/** An averaged perceptron over hashed features: weights while training, their average rounded to 8 bits at the end. */

/** Slots past the table's end, so that `(feature & mask) + label` needs no second mask. */
export const overhang = 256

export class Perceptron {
  readonly mask: number
  readonly weights: Float32Array
  readonly #totals: Float64Array
  #step = 1

  constructor(bits: number) {
    this.mask = 2 ** bits - 1
    this.weights = new Float32Array(2 ** bits + overhang)
    this.#totals = new Float64Array(2 ** bits + overhang)
  }

  /** Counts one decision: averages are over decisions. */
  tick(): void {
    this.#step++
  }

  /** Adds `delta` to the weights of one label under all `features`. */
  add(features: Int32Array, count: number, label: number, delta: number): void {
    const late = this.#step * delta
    for (let f = 0; f < count; f++) {
      const at = (features[f]! & this.mask) + label
      this.weights[at]! += delta
      this.#totals[at]! += late
    }
  }

  /** The score of one label. */
  score(features: Int32Array, count: number, label: number): number {
    let sum = 0
    for (let f = 0; f < count; f++) sum += this.weights[(features[f]! & this.mask) + label]!
    return sum
  }

  /** The average weights. */
  average(): Float32Array {
    return this.weights.map((w, i) => w - this.#totals[i]! / this.#step)
  }
}

/** Rounds to 8 bits; the few largest weights are clipped. */
export function quantise(weights: Float32Array): Int8Array {
  const sizes: number[] = []
  for (const w of weights) if (w !== 0) sizes.push(Math.abs(w))
  const sorted = Float32Array.from(sizes).sort()
  const top = sorted[Math.floor(sorted.length * 0.9995)] ?? 1
  const scale = 127 / (top || 1)
  return Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w * scale))))
}
