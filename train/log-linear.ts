/** Log-linear choice: weights under which the right one of several candidates is likeliest; AdaGrad in a fixed order. */

/** A candidate: features with values. */
export type Row = readonly (readonly [feature: string, value: number])[]

/** Several candidates, one of them right. */
export interface Choice {
  readonly rows: readonly Row[]
  readonly right: number
}

export interface FitOptions {
  readonly epochs: number
  /** Features of fewer rows have no weight. */
  readonly least: number
  readonly l2: number
  readonly rate: number
}

interface Packed {
  readonly at: Int32Array
  readonly value: Float64Array
}

/** Feature to weight. */
export function fitWeights(choices: readonly Choice[], options: FitOptions): Map<string, number> {
  const names = frequent(choices, options.least)
  const index = new Map(names.map((name, i) => [name, i]))
  const data = choices.map((c) => ({ right: c.right, rows: c.rows.map((row) => pack(row, index)) }))
  const weights = new Float64Array(names.length)
  const slopes = new Float64Array(names.length).fill(1e-4)
  const gradient = new Float64Array(names.length)
  const order = data.map((_, i) => i)
  let seed = 7
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const j = seed % (i + 1)
      const t = order[i]!
      order[i] = order[j]!
      order[j] = t
    }
    for (const k of order) {
      const { right, rows } = data[k]!
      const touched = descend(rows, right, weights, gradient)
      for (const i of touched) {
        const slope = gradient[i]! + options.l2 * weights[i]!
        gradient[i] = 0
        slopes[i]! += slope * slope
        weights[i]! -= (options.rate / Math.sqrt(slopes[i]!)) * slope
      }
    }
  }
  return new Map(names.map((name, i) => [name, weights[i]!]))
}

/** Adds the slope of one choice to the gradient; returns the features that it has. */
function descend(
  rows: readonly Packed[],
  right: number,
  weights: Float64Array,
  gradient: Float64Array,
): Set<number> {
  const sums = rows.map(({ at, value }) => {
    let sum = 0
    for (let a = 0; a < at.length; a++) sum += weights[at[a]!]! * value[a]!
    return sum
  })
  const most = Math.max(...sums)
  let total = 0
  for (const s of sums) total += Math.exp(s - most)
  const touched = new Set<number>()
  for (const [c, { at, value }] of rows.entries()) {
    const error = Math.exp(sums[c]! - most) / total - (c === right ? 1 : 0)
    if (Math.abs(error) < 1e-4) continue
    for (let a = 0; a < at.length; a++) {
      touched.add(at[a]!)
      gradient[at[a]!]! += error * value[a]!
    }
  }
  return touched
}

function frequent(choices: readonly Choice[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const c of choices)
    for (const row of c.rows)
      for (const [name] of row) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].filter(([, n]) => n >= least).map(([name]) => name)
}

function pack(row: Row, index: ReadonlyMap<string, number>): Packed {
  const known = row.flatMap(([name, value]) => {
    const i = index.get(name)
    return i === undefined ? [] : [[i, value] as const]
  })
  return {
    at: Int32Array.from(known, ([i]) => i),
    value: Float64Array.from(known, ([, value]) => value),
  }
}
