/** Evidence: what the trained reader says of cues, and of the source and content of each (AT30-AT33). */
import type { CueReading, Reading as TokenReading } from '../../layers/readings.ts'
import type { Range } from './reading.ts'

/** The tags of a cue reading stand in rows of five: outside, source begins or goes on, content begins or goes on. */
const width = 5

export type Role = 'source' | 'content'

const columnOf: Readonly<Record<Role, number>> = { source: 1, content: 3 }

/** Probabilities are kept this far from 0 and 1, so that no single word decides a span. */
const margin = 1e-4

/** What the trained reader says of one report, asked by the rules of this stage. */
export class Evidence {
  readonly cues: readonly CueReading[]
  readonly #tokens: readonly TokenReading[]
  readonly #cueAt: Map<number, CueReading>

  constructor(tokens: readonly TokenReading[], cues: readonly CueReading[]) {
    this.cues = cues
    this.#tokens = tokens
    this.#cueAt = new Map(cues.flatMap((c) => c.cue.map((i) => [i, c] as const)))
  }

  /** Probability that a word is of a cue. */
  chanceOf(token: number): number {
    return this.#tokens[token]?.cue ?? 0
  }

  /** Log-odds that a word of the range is a cue: those of the surest word. */
  oddsOf(range: Range): number {
    let p = margin
    for (let i = range.first; i < range.end; i++) p = Math.max(p, this.#tokens[i]?.cue ?? 0)
    p = Math.min(p, 1 - margin)
    return Math.log(p / (1 - p))
  }

  /** The candidate that has a word of the ranges, the surest of several. */
  cueIn(ranges: readonly Range[]): CueReading | null {
    let best: CueReading | null = null
    for (const range of ranges)
      for (let i = range.first; i < range.end; i++) {
        const c = this.#cueAt.get(i)
        if (c && (!best || c.probability > best.probability)) best = c
      }
    return best
  }
}

/** The words that the reader itself gives the role, as ranges. */
export function likeliest(cue: CueReading, role: Role): Range[] {
  const column = columnOf[role]
  const out: Range[] = []
  let open = -1
  for (let i = cue.first; i <= cue.last; i++) {
    const row = (i - cue.first) * width
    let best = 0
    for (let k = 1; k < width; k++)
      if ((cue.tags[row + k] ?? 0) > (cue.tags[row + best] ?? 0)) best = k
    const inside = i < cue.last && (best === column || best === column + 1)
    if (inside && open < 0) open = i
    if (!inside && open >= 0) {
      out.push({ first: open, end: i })
      open = -1
    }
  }
  return bridged(cue, out)
}

/** Ranges with the small holes between them closed, unless the cue stands there. */
function bridged(cue: CueReading, ranges: readonly Range[]): Range[] {
  const out: Range[] = []
  for (const range of ranges) {
    const last = out.at(-1)
    const near = last && range.first - last.end <= widestHole
    const free = last && !cue.cue.some((i) => i >= last.end && i < range.first)
    if (last && near && free) out[out.length - 1] = { first: last.first, end: range.end }
    else out.push(range)
  }
  return out
}

/** Words that a hole in a span may have and still be a slip. */
const widestHole = 3
