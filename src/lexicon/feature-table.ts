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

  /** The number of rows is a power of two; of two rows of one bucket with the same check the first counts. */
  constructor(rows: Int32Array) {
    this.#rows = onceEach(rows)
    this.#mask = rows.length / bucketSize - 1
  }

  /**
   * Adds up the weights of `count` features into `sums` (three places). Whether a feature is there, and where, cannot
   * be foreseen, so nothing here branches on it: a row with another check is masked to zero.
   */
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
      const first = rows[at]!
      const second = rows[at + 1]!
      const third = rows[at + 2]!
      const fourth = rows[at + 3]!
      const row =
        (first & ((((first >>> 24) ^ check) - 1) >> 31)) |
        (second & ((((second >>> 24) ^ check) - 1) >> 31)) |
        (third & ((((third >>> 24) ^ check) - 1) >> 31)) |
        (fourth & ((((fourth >>> 24) ^ check) - 1) >> 31))
      a += (row << 8) >> 24
      b += (row << 16) >> 24
      c += (row << 24) >> 24
    }
    sums[0] = a
    sums[1] = b
    sums[2] = c
  }
}

/** The rows without those that an earlier row of their bucket hides: at most one row of a bucket fits a check. */
function onceEach(rows: Int32Array): Int32Array {
  const out = rows.slice()
  for (let at = 0; at < out.length; at += bucketSize)
    for (let i = 1; i < bucketSize; i++)
      for (let k = 0; k < i; k++) if (out[at + i]! >>> 24 === out[at + k]! >>> 24) out[at + i] = 0
  return out
}
