/** Probabilities: rows of scores made into log probabilities. */
import type { Matrix } from './network.ts'

/** Log probabilities of row `row`, columns `from` (inclusive) to `to`. */
export function logSoftmax(m: Matrix, row: number, from = 0, to = m.columns): Float32Array {
  const out = m.data.slice(row * m.columns + from, row * m.columns + to)
  let top = Number.NEGATIVE_INFINITY
  for (const v of out) if (v > top) top = v
  let sum = 0
  for (const v of out) sum += Math.exp(v - top)
  const norm = top + Math.log(sum)
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) - norm
  return out
}

/** Log probabilities of every row, row by row. */
export function logSoftmaxRows(m: Matrix): Float32Array {
  const out = new Float32Array(m.data.length)
  for (let at = 0; at < out.length; at += m.columns) {
    let top = Number.NEGATIVE_INFINITY
    for (let i = at; i < at + m.columns; i++) top = Math.max(top, m.data[i] ?? 0)
    let sum = 0
    for (let i = at; i < at + m.columns; i++) sum += Math.exp((m.data[i] ?? 0) - top)
    const norm = top + Math.log(sum)
    for (let i = at; i < at + m.columns; i++) out[i] = (m.data[i] ?? 0) - norm
  }
  return out
}

/** The place of the greatest value; of equal ones the first. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

/** The column of the greatest score of a row; of equal ones the first. Normalising would not change it. */
export function bestColumn(m: Matrix, row: number): number {
  const start = row * m.columns
  let best = 0
  for (let k = 1; k < m.columns; k++)
    if ((m.data[start + k] ?? 0) > (m.data[start + best] ?? 0)) best = k
  return best
}
