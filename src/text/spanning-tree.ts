/** Spanning trees: the best tree with one root over scored arcs (Chu and Liu 1965, Edmonds 1967). */

/**
 * Heads of the best tree over `n` nodes. `scores[d * (n + 1) + h]` is the score of head h for node d; h = 0 is the root,
 * h = k + 1 is node k. Exactly one node hangs from the root. Returns -1 for that node, else the index of the head.
 * Linear where the best arcs are a tree already, as most are; cubic at worst.
 */
export function bestTree(scores: ArrayLike<number>, n: number): Int32Array {
  const heads = new Int32Array(n)
  if (n === 0) return heads
  const width = n + 1
  const at = (node: number, head: number): number => scores[node * width + head] ?? 0
  let roots = 0
  for (let d = 0; d < n; d++) {
    let best = 0
    for (let h = 0; h < width; h++) if (h !== d + 1 && at(d, h) > at(d, best)) best = h
    heads[d] = best - 1
    if (best === 0) roots++
  }
  if (roots === 1 && isTree(heads)) return heads
  // A root arc costs more than any tree can gain, so that the best tree has just one.
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let d = 0; d < n; d++)
    for (let h = 0; h < width; h++) {
      if (h === d + 1) continue
      const s = at(d, h)
      if (s < low) low = s
      if (s > high) high = s
    }
  const price = (high - low + 1) * (n + 1)
  const weights: number[][] = [new Array<number>(width).fill(Number.NEGATIVE_INFINITY)]
  for (let d = 0; d < n; d++) {
    const row = new Array<number>(width).fill(Number.NEGATIVE_INFINITY)
    for (let h = 0; h < width; h++) if (h !== d + 1) row[h] = at(d, h) - (h === 0 ? price : 0)
    weights.push(row)
  }
  const found = arborescence(weights)
  for (let d = 0; d < n; d++) heads[d] = (found[d + 1] ?? 0) - 1
  return heads
}

/** Whether every node reaches the root. */
function isTree(heads: Int32Array): boolean {
  const state = new Uint8Array(heads.length)
  for (let start = 0; start < heads.length; start++) {
    let node = start
    while (node >= 0 && state[node] === 0) {
      state[node] = 1
      node = heads[node] ?? -1
    }
    if (node >= 0 && state[node] === 1) return false
    for (let k = start; k >= 0 && state[k] === 1; k = heads[k] ?? -1) state[k] = 2
  }
  return true
}

/** Heads of the best arborescence from node 0; `weights[d][h]` is the weight of the arc h -> d. */
function arborescence(weights: readonly (readonly number[])[]): number[] {
  const size = weights.length
  const heads = new Array<number>(size).fill(0)
  for (let d = 1; d < size; d++) {
    const row = weights[d] ?? []
    let best = 0
    for (let h = 0; h < size; h++)
      if (h !== d && (row[h] ?? Number.NEGATIVE_INFINITY) > (row[best] ?? Number.NEGATIVE_INFINITY))
        best = h
    heads[d] = best
  }
  const cycle = cycleIn(heads)
  if (cycle.length === 0) return heads
  // The cycle becomes one node, the last; every arc into it counts what it would gain over the cycle's own arc there.
  const inside = new Set(cycle)
  const kept = Array.from({ length: size }, (_, k) => k).filter((k) => !inside.has(k))
  const one = kept.length
  const smaller: number[][] = Array.from({ length: one + 1 }, () =>
    new Array<number>(one + 1).fill(Number.NEGATIVE_INFINITY),
  )
  const enters = new Array<number>(one).fill(0)
  const leaves = new Array<number>(one).fill(0)
  kept.forEach((k, i) => {
    kept.forEach((h, j) => {
      if (i !== j) set(smaller, i, j, weights[k]?.[h] ?? Number.NEGATIVE_INFINITY)
    })
    for (const c of cycle) {
      const out = weights[k]?.[c] ?? Number.NEGATIVE_INFINITY
      if (out > (smaller[i]?.[one] ?? 0)) {
        set(smaller, i, one, out)
        leaves[i] = c
      }
      const gain =
        (weights[c]?.[k] ?? Number.NEGATIVE_INFINITY) - (weights[c]?.[heads[c] ?? 0] ?? 0)
      if (gain > (smaller[one]?.[i] ?? 0)) {
        set(smaller, one, i, gain)
        enters[i] = c
      }
    }
  })
  const found = arborescence(smaller)
  for (let i = 1; i < one; i++) {
    const h = found[i] ?? 0
    heads[kept[i] ?? 0] = h === one ? (leaves[i] ?? 0) : (kept[h] ?? 0)
  }
  const entry = found[one] ?? 0
  heads[enters[entry] ?? 0] = kept[entry] ?? 0
  return heads
}

function set(rows: number[][], i: number, j: number, value: number): void {
  const row = rows[i]
  if (row) row[j] = value
}

/** Nodes of one cycle, or none. Node 0 has no head. */
function cycleIn(heads: readonly number[]): number[] {
  const state = new Uint8Array(heads.length)
  for (let start = 1; start < heads.length; start++) {
    let node = start
    while (node !== 0 && state[node] === 0) {
      state[node] = 1
      node = heads[node] ?? 0
    }
    if (node !== 0 && state[node] === 1) {
      const out = [node]
      for (let k = heads[node] ?? 0; k !== node; k = heads[k] ?? 0) out.push(k)
      return out
    }
    for (let k = start; k !== 0 && state[k] === 1; k = heads[k] ?? 0) state[k] = 2
  }
  return []
}
