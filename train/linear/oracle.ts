/** The parser's teacher: what each move would cost in arcs of the annotated tree, from any state (a dynamic oracle). */
import { Move, type ParseState } from '../../src/stages/parse/state.ts'

/** Heads as the parser numbers them: n for the root. Children by head. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly children: readonly (readonly number[])[]
}

export function goldTree(heads: readonly number[]): GoldTree {
  const n = heads.length
  const own = Int32Array.from(heads, (h) => (h < 0 ? n : h))
  const children: number[][] = Array.from({ length: n + 1 }, () => [])
  for (const [i, h] of own.entries()) children[h]!.push(i)
  return { heads: own, children }
}

/** Knows for every word whether it is still on the stack, so that costs take time in its children only. */
export class Oracle {
  readonly #tree: GoldTree
  readonly #onStack: Uint8Array

  constructor(tree: GoldTree) {
    this.#tree = tree
    this.#onStack = new Uint8Array(tree.heads.length + 2)
  }

  /** Follows a move; call it before the state makes it. */
  follow(s: ParseState, move: number): void {
    if (move === Move.shift) this.#onStack[s.next] = 1
    else this.#onStack[s.at(0)] = 0
  }

  /** Arcs of the tree that can no longer be made after `move`. */
  cost(s: ParseState, move: number): number {
    const { heads, children } = this.#tree
    let cost = 0
    if (move === Move.shift) {
      const b = s.next
      for (const c of children[b]!) if (this.#onStack[c]) cost++
      const h = heads[b]!
      if (h < b && this.#onStack[h] && h !== s.at(0)) cost++
      return cost
    }
    const top = s.at(0)
    const h = heads[top]!
    for (const c of children[top]!) if (c >= s.next) cost++
    if (move === Move.left) {
      if (h === s.at(1) || h > s.next) cost++
    } else if (h >= s.next) cost++
    return cost
  }
}
