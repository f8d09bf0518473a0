/** Outlook: what the trained reader says of one role round one cue, word by word: inside, beginning, outside. */
import type { CueReading } from '../../layers/readings.ts'
import type { Range } from './reading.ts'

export type SpanRole = 'cue' | 'source' | 'content'

/** Rows of a cue reading have five columns: outside, source begins, source goes on, content begins, content goes on. */
const width = 5

/** No word counts for more than this, in log-odds. */
const mostOdds = 7

/** Log-odds of every word of a stretch to be inside a span of the role, with sums of any range at once. */
export class Outlook {
  readonly role: SpanRole
  readonly first: number
  readonly last: number
  readonly #sums: Float64Array
  readonly #begins: Float64Array

  private constructor(role: SpanRole, first: number, odds: Float64Array, begins: Float64Array) {
    this.role = role
    this.first = first
    this.last = first + odds.length
    this.#begins = begins
    this.#sums = new Float64Array(odds.length + 1)
    for (let i = 0; i < odds.length; i++) this.#sums[i + 1] = (this.#sums[i] ?? 0) + (odds[i] ?? 0)
  }

  /** From the tags that were read with a cue. */
  static ofTags(cue: CueReading, role: 'source' | 'content'): Outlook {
    const column = role === 'source' ? 1 : 3
    const length = cue.last - cue.first
    const odds = new Float64Array(length)
    const begins = new Float64Array(length)
    for (let i = 0; i < length; i++) {
      const begin = Math.exp(cue.tags[i * width + column] ?? 0)
      odds[i] = logit(begin + Math.exp(cue.tags[i * width + column + 1] ?? 0))
      begins[i] = logit(begin)
    }
    return new Outlook(role, cue.first, odds, begins)
  }

  /** From the chance of each word of a stretch to be of a cue. */
  static ofCues(chances: (token: number) => number, range: Range): Outlook {
    const odds = new Float64Array(Math.max(0, range.end - range.first))
    for (let i = 0; i < odds.length; i++) odds[i] = logit(chances(range.first + i))
    return new Outlook('cue', range.first, odds, odds)
  }

  holds(token: number): boolean {
    return token >= this.first && token < this.last
  }

  /** Log-odds of one word; far below nothing outside what was read. */
  at(token: number): number {
    if (!this.holds(token)) return -mostOdds
    const i = token - this.first
    return (this.#sums[i + 1] ?? 0) - (this.#sums[i] ?? 0)
  }

  /** Log-odds of one word to begin a span. */
  begins(token: number): number {
    return this.holds(token) ? (this.#begins[token - this.first] ?? -mostOdds) : -mostOdds
  }

  /** How much likelier it is that the ranges are inside than that they are outside, in log-odds. */
  of(ranges: readonly Range[]): number {
    let sum = 0
    for (const x of ranges) {
      const from = Math.min(Math.max(x.first, this.first), this.last) - this.first
      const to = Math.min(Math.max(x.end, this.first), this.last) - this.first
      sum += (this.#sums[to] ?? 0) - (this.#sums[from] ?? 0)
      sum -= mostOdds * (x.end - x.first - Math.max(0, to - from))
    }
    return sum
  }

  /** The words from these log-odds on, as ranges; small holes are closed. */
  above(least: number): Range[] {
    const out: Range[] = []
    for (let i = this.first; i < this.last; i++) {
      if (this.at(i) < least) continue
      const last = out.at(-1)
      if (last && i - last.end <= smallHole) out[out.length - 1] = { first: last.first, end: i + 1 }
      else out.push({ first: i, end: i + 1 })
    }
    return out
  }

  /** The words that are likeliest to begin a span. */
  likeliestStarts(most: number): number[] {
    return this.#likeliest(most, (i) => Math.min(this.begins(i), -this.at(i - 1)))
  }

  /** The places where a span likeliest ends: inside before, outside after. */
  likeliestEnds(most: number): number[] {
    return this.#likeliest(most, (i) => Math.min(this.at(i), -this.at(i + 1))).map((i) => i + 1)
  }

  #likeliest(most: number, weigh: (token: number) => number): number[] {
    const best: { token: number; weight: number }[] = []
    for (let token = this.first; token < this.last; token++) {
      const weight = weigh(token)
      if (weight < leastEdge) continue
      best.push({ token, weight })
      best.sort((a, b) => b.weight - a.weight || a.token - b.token)
      if (best.length > most) best.pop()
    }
    return best.map((x) => x.token)
  }
}

/** Words that a hole may have and still be a slip. */
const smallHole = 2

/** Edges below this log-odds are not tried. */
const leastEdge = -4

function logit(p: number): number {
  const odds = Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9))
  return Math.min(mostOdds, Math.max(-mostOdds, odds))
}
