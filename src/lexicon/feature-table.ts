/** Feature tables: three weights for each kept feature; features that were not kept weigh nothing. */

/** Rows in one bucket; a feature lies anywhere in its bucket. */
export const bucketSize = 4

/** The check of a feature's hash, 1 to 255: tells the features of one bucket apart, nearly always. */
export function checkOf(hash: number): number {
  return hash >>> 24 || 1
}

/** One row in 32 bits: the check, then three weights of 8 bits each. */
export function packRow(check: number, a: number, b: number, c: number): number {
  return (check << 24) | ((a & 255) << 16) | ((b & 255) << 8) | (c & 255)
}

/** Read-only rows in buckets of four, chosen by the low bits of a feature's hash. */
export class FeatureTable {
  readonly #rows: Int32Array
  readonly #mask: number

  /** The number of rows is a power of two. */
  constructor(rows: Int32Array) {
    this.#rows = rows
    this.#mask = rows.length / bucketSize - 1
  }

  /** Adds up the weights of `count` features into `sums` (three places). */
  sum(features: Int32Array, count: number, sums: Int32Array): void {
    const rows = this.#rows
    const mask = this.#mask
    let a = 0
    let b = 0
    let c = 0
    for (let f = 0; f < count; f++) {
      const hash = features[f]!
      const check = hash >>> 24 || 1
      const at = (hash & mask) * bucketSize
      let row = rows[at]!
      if (row >>> 24 !== check) row = rows[at + 1]!
      if (row >>> 24 !== check) row = rows[at + 2]!
      if (row >>> 24 !== check) row = rows[at + 3]!
      if (row >>> 24 !== check) continue
      a += (row << 8) >> 24
      b += (row << 16) >> 24
      c += (row << 24) >> 24
    }
    sums[0] = a
    sums[1] = b
    sums[2] = c
  }
}
