/** Tree: a forest over numbered nodes, given by each node's head, with children and extents in linear time. */

const noNodes = new Int32Array(0)

/** Nodes are numbered in reading order; a head of -1 makes a root. Nodes that only circle among themselves count as leaves. */
export class Tree {
  readonly #heads: Int32Array
  readonly #start: Int32Array
  readonly #child: Int32Array
  readonly #first: Int32Array
  readonly #last: Int32Array

  private constructor(heads: Int32Array) {
    const n = heads.length
    const start = new Int32Array(n + 1)
    for (let i = 0; i < n; i++) {
      const head = heads[i]!
      if (head >= 0 && head < n && head !== i) start[head + 1]!++
    }
    for (let i = 0; i < n; i++) start[i + 1]! += start[i]!
    const fill = start.slice(0, n)
    const child = new Int32Array(start[n]!)
    for (let i = 0; i < n; i++) {
      const head = heads[i]!
      if (head >= 0 && head < n && head !== i) child[fill[head]!++] = i
    }
    this.#heads = heads
    this.#start = start
    this.#child = child
    this.#first = new Int32Array(n)
    this.#last = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      this.#first[i] = i
      this.#last[i] = i
    }
    this.#extend()
  }

  /** Builds the tree from one head per node. */
  static of(heads: readonly number[]): Tree {
    return new Tree(Int32Array.from(heads))
  }

  /** Breadth first from the roots, then back: every node is met after all nodes below it. */
  #extend(): void {
    const order = new Int32Array(this.#heads.length)
    let size = 0
    for (let i = 0; i < this.#heads.length; i++) if (this.headOf(i) < 0) order[size++] = i
    for (let k = 0; k < size; k++) {
      const node = order[k]!
      for (let c = this.#start[node]!; c < this.#start[node + 1]!; c++)
        order[size++] = this.#child[c]!
    }
    for (let k = size - 1; k >= 0; k--) {
      const node = order[k]!
      const head = this.headOf(node)
      if (head < 0) continue
      if (this.#first[node]! < this.#first[head]!) this.#first[head] = this.#first[node]!
      if (this.#last[node]! > this.#last[head]!) this.#last[head] = this.#last[node]!
    }
  }

  get length(): number {
    return this.#heads.length
  }

  /** The head of a node, -1 for a root. */
  headOf(node: number): number {
    const head = this.#heads[node]
    return head === undefined || head === node ? -1 : head
  }

  /** The children of a node in reading order. */
  childrenOf(node: number): Int32Array {
    const from = this.#start[node]!
    const to = this.#start[node + 1]!
    // Most nodes are leaves, and a view costs more than all else here.
    return from === to ? noNodes : this.#child.subarray(from, to)
  }

  /** The first node, in reading order, of the subtree of `node`. */
  firstOf(node: number): number {
    return this.#first[node]!
  }

  /** The last node, in reading order, of the subtree of `node`. */
  lastOf(node: number): number {
    return this.#last[node]!
  }

  /**
   * For every node the nearest node at or above it that `isHead` accepts, or -1. Each node is looked at once.
   */
  owners(isHead: (node: number) => boolean): Int32Array {
    const n = this.#heads.length
    const owner = new Int32Array(n).fill(-2)
    const path: number[] = []
    for (let i = 0; i < n; i++) {
      let node = i
      path.length = 0
      while (node >= 0 && owner[node] === -2 && !isHead(node)) {
        owner[node] = -1
        path.push(node)
        node = this.headOf(node)
      }
      if (node >= 0 && owner[node] === -2) owner[node] = node
      const found = node < 0 ? -1 : owner[node]!
      for (const p of path) owner[p] = found
    }
    return owner
  }
}
