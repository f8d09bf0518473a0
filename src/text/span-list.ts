/** SpanList: an immutable, sorted list of ranged items with binary search by position. */
import { compareSpans, type Span } from './span.ts'

/**
 * Items sorted by (from, -to). Items may nest or overlap; `between` and `within` stay correct
 * for both. Indices are stable: other layers refer to items by index.
 */
export class SpanList<T extends Span> implements Iterable<T> {
  readonly #items: readonly T[]
  /** Made by the first search that needs it: most lists are only walked. */
  #reach: Float64Array | null = null

  private constructor(items: readonly T[]) {
    this.#items = items
  }

  /** Takes items that are sorted already; throws a RangeError when they are not. */
  static of<T extends Span>(items: readonly T[]): SpanList<T> {
    let before = items[0]
    for (let i = 1; i < items.length; i++) {
      const item = items[i]!
      if (before && compareSpans(before, item) > 0)
        throw new RangeError(`Items are not sorted: ${item.from}..${item.to} stands at ${i}`)
      before = item
    }
    return new SpanList(items)
  }

  /** Sorts a copy (stable) and makes a list. */
  static sorted<T extends Span>(items: readonly T[]): SpanList<T> {
    return new SpanList([...items].sort(compareSpans))
  }

  static readonly empty: SpanList<never> = new SpanList<never>([])

  get length(): number {
    return this.#items.length
  }

  /** The item at `index`; throws a RangeError outside the list, so inner loops need no check. */
  at(index: number): T {
    const item = this.#items[index]
    if (item === undefined) throw new RangeError(`No item ${index} in a list of ${this.length}`)
    return item
  }

  get items(): readonly T[] {
    return this.#items
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items[Symbol.iterator]()
  }

  /** The first index whose item starts at or after `pos` (the length when none does). */
  firstFrom(pos: number): number {
    let lo = 0
    let hi = this.#items.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (this.#items[mid]!.from < pos) lo = mid + 1
      else hi = mid
    }
    return lo
  }

  /** Indices of the items that overlap `at`, in order. */
  indicesBetween(at: Span): number[] {
    const out: number[] = []
    for (let i = this.#firstReaching(at.from + 1); i < this.#items.length; i++) {
      const item = this.#items[i]!
      if (item.from >= at.to) break
      if (item.to > at.from) out.push(i)
    }
    return out
  }

  /** The items that overlap `at`, in order. */
  between(at: Span): T[] {
    return this.indicesBetween(at).map((i) => this.#items[i]!)
  }

  /** Indices of the items that lie wholly inside `at`, in order. */
  indicesWithin(at: Span): number[] {
    const out: number[] = []
    for (let i = this.firstFrom(at.from); i < this.#items.length; i++) {
      const item = this.#items[i]!
      if (item.from >= at.to) break
      if (item.to <= at.to) out.push(i)
    }
    return out
  }

  /** The items that lie wholly inside `at`, in order. */
  within(at: Span): T[] {
    return this.indicesWithin(at).map((i) => this.#items[i]!)
  }

  /** The index of the innermost item that covers `pos`, or -1. */
  indexAt(pos: number): number {
    let best = -1
    for (let i = this.#firstReaching(pos + 1); i < this.#items.length; i++) {
      const item = this.#items[i]!
      if (item.from > pos) break
      if (item.to > pos) best = i
    }
    return best
  }

  /** The first index up to which some item ends at or after `pos`. */
  #firstReaching(pos: number): number {
    let lo = 0
    this.#reach ??= reachOf(this.#items)
    const reach = this.#reach
    let hi = reach.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (reach[mid]! < pos) lo = mid + 1
      else hi = mid
    }
    return lo
  }

  map<U>(fn: (item: T, index: number) => U): U[] {
    return this.#items.map(fn)
  }

  filter(fn: (item: T, index: number) => boolean): T[] {
    return this.#items.filter(fn)
  }
}

/** reach[i] = the largest `to` of items 0..i, so that a search can stop early. */
function reachOf(items: readonly Span[]): Float64Array {
  const out = new Float64Array(items.length)
  let reach = -1
  for (let i = 0; i < items.length; i++) {
    const { to } = items[i]!
    if (to > reach) reach = to
    out[i] = reach
  }
  return out
}
