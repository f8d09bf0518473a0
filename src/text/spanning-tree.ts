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
  const weights = new Float64Array(width * width).fill(Number.NEGATIVE_INFINITY)
  for (let d = 0; d < n; d++)
    for (let h = 0; h < width; h++)
      if (h !== d + 1) weights[(d + 1) * width + h] = at(d, h) - (h === 0 ? price : 0)
  const found = arborescence(weights, width)
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

/** Heads of the best arborescence from node 0 of `size`; `weights[d * size + h]` is the weight of the arc h -> d. */
function arborescence(weights: Float64Array, size: number): number[] {
  const weight = (d: number, h: number): number => weights[d * size + h] as number
  const heads = new Array<number>(size).fill(0)
  for (let d = 1; d < size; d++) {
    let best = 0
    for (let h = 0; h < size; h++) if (h !== d && weight(d, h) > weight(d, best)) best = h
    heads[d] = best
  }
  const cycle = cycleIn(heads)
  if (cycle.length === 0) return heads
  // The cycle becomes one node, the last; every arc into it counts what it would gain over the cycle's own arc there.
  const inside = new Uint8Array(size)
  for (const c of cycle) inside[c] = 1
  const kept: number[] = []
  for (let k = 0; k < size; k++) if (inside[k] === 0) kept.push(k)
  const one = kept.length
  const wide = one + 1
  const smaller = new Float64Array(wide * wide).fill(Number.NEGATIVE_INFINITY)
  const enters = new Array<number>(one).fill(0)
  const leaves = new Array<number>(one).fill(0)
  for (let i = 0; i < one; i++) {
    const k = kept[i] as number
    for (let j = 0; j < one; j++) if (i !== j) smaller[i * wide + j] = weight(k, kept[j] as number)
    for (const c of cycle) {
      const out = weight(k, c)
      if (out > (smaller[i * wide + one] as number)) {
        smaller[i * wide + one] = out
        leaves[i] = c
      }
      const gain = weight(c, k) - weight(c, heads[c] as number)
      if (gain > (smaller[one * wide + i] as number)) {
        smaller[one * wide + i] = gain
        enters[i] = c
      }
    }
  }
  const found = arborescence(smaller, wide)
  for (let i = 1; i < one; i++) {
    const h = found[i] ?? 0
    heads[kept[i] as number] = h === one ? (leaves[i] as number) : (kept[h] as number)
  }
  const entry = found[one] ?? 0
  heads[enters[entry] as number] = kept[entry] as number
  return heads
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
