/** Hints: what the trained reader says a word refers back to (CO20). */
import type { AntecedentReading } from '../../layers/readings.ts'

/** Words that stand for somebody. */
interface Spoken {
  readonly first: number
  readonly end: number
  readonly also: readonly number[]
}

/** Asked by token; where the reader says nothing, nothing is likely. */
export class Hints {
  readonly #of: ReadonlyMap<number, AntecedentReading>

  constructor(list: readonly AntecedentReading[]) {
    this.#of = new Map(list.map((a) => [a.token, a]))
  }

  /** Probability that the word at `i` refers to a word of the range; 0 where that is not among the likely ones. */
  weight(i: number, first: number, end: number): number {
    let sum = 0
    for (const c of this.#of.get(i)?.candidates ?? [])
      if (c.token >= first && c.token < end) sum += Math.exp(c.score)
    return sum
  }

  /** Probability that the word at `i` refers to a mention, by its own words or by those beside it. */
  weightOf(i: number, m: Spoken): number {
    let sum = this.weight(i, m.first, m.end)
    for (const k of m.also) sum += this.weight(i, k, k + 1)
    return sum
  }

  /** What the word at `i` most likely refers to, if to anything. */
  best(i: number): { readonly token: number; readonly probability: number } | null {
    const [first] = this.#of.get(i)?.candidates ?? []
    if (!first) return null
    return { token: first.token, probability: Math.exp(first.score) }
  }

  /** Probability that the word at `i` refers to nothing before it; 1 where it was not asked. */
  none(i: number): number {
    return Math.exp(this.#of.get(i)?.none ?? 0)
  }
}
