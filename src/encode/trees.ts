/** Trees: the best tree of each sentence of a window from the arc scores, and the label of each arc. */
import { bestTree } from '../text/spanning-tree.ts'
import type { Matrix, Network } from './network.ts'
import { argmax, logSoftmax } from './probabilities.ts'

/** One arc: `head` is a word of the window, -1 for the root. */
export interface WindowArc {
  readonly head: number
  readonly deprel: string
  readonly probability: number
}

/** `sentences` are word ranges of the window, in order, without gaps. */
export async function arcsOf(
  network: Network,
  states: Matrix,
  arcs: Matrix,
  sentences: readonly { readonly from: number; readonly to: number }[],
  labels: readonly string[],
): Promise<WindowArc[]> {
  const heads: number[] = []
  const probabilities: number[] = []
  for (const { from, to } of sentences) {
    const n = to - from
    const scores = new Float64Array(n * (n + 1))
    for (let d = 0; d < n; d++) {
      const start = (from + d) * arcs.columns
      const row = new Float32Array(n + 1)
      row[0] = arcs.data[start] ?? 0
      for (let h = 0; h < n; h++) row[h + 1] = arcs.data[start + from + h + 1] ?? 0
      scores.set(logSoftmax({ data: row, columns: n + 1 }, 0), d * (n + 1))
    }
    bestTree(scores, n).forEach((head, d) => {
      heads.push(head === -1 ? -1 : from + head)
      probabilities.push(Math.exp(scores[d * (n + 1) + head + 1] ?? 0))
    })
  }
  const scores = await network.labels(
    states,
    heads.map((h) => h + 1),
  )
  const root = labels.indexOf('root')
  return heads.map((head, word) => {
    const row = scores.data.slice(word * scores.columns, (word + 1) * scores.columns)
    if (root >= 0) row[root] = Number.NEGATIVE_INFINITY
    return {
      head,
      deprel: head === -1 ? 'root' : (labels[argmax(row)] ?? 'dep'),
      probability: probabilities[word] ?? 0,
    }
  })
}
