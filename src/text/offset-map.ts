/** Offset maps: where each piece of a canonical text stands in the source it was read from. */

/** A run of the canonical text that was copied unchanged from the source. */
export interface Run {
  /** Start in the canonical text. */
  readonly at: number
  /** Start in the source. */
  readonly source: number
  readonly length: number
}

/** Maps canonical offsets to source offsets; text between runs was made by the reader and has no source. */
export class OffsetMap {
  readonly runs: readonly Run[]

  private constructor(runs: readonly Run[]) {
    this.runs = runs
  }

  /** A map of runs in order of both texts. Throws a RangeError when they overlap. */
  static of(runs: readonly Run[]): OffsetMap {
    let at = 0
    let source = 0
    for (const r of runs) {
      if (r.at < at || r.source < source || r.length < 0)
        throw new RangeError(`Run at ${r.at} overlaps the run before it`)
      at = r.at + r.length
      source = r.source + r.length
    }
    return new OffsetMap(runs)
  }

  /** The map of a text that is its source, unchanged. */
  static identity(length: number): OffsetMap {
    return new OffsetMap([{ at: 0, source: 0, length }])
  }

  /** Where a canonical offset stands in the source, or null between runs. */
  sourceOf(offset: number): number | null {
    const run = this.runs[this.#find(offset)]
    if (!run || offset < run.at || offset > run.at + run.length) return null
    return run.source + (offset - run.at)
  }

  /** This map and then `next`, which maps this map's source onwards: the way from here to the source of `next`. */
  through(next: OffsetMap): OffsetMap {
    const out: Run[] = []
    for (const run of this.runs) {
      let done = 0
      let i = Math.max(0, next.#find(run.source))
      while (done < run.length) {
        const piece = next.runs[i++]
        if (!piece || piece.at >= run.source + run.length) break
        const from = Math.max(run.source + done, piece.at)
        const to = Math.min(run.source + run.length, piece.at + piece.length)
        if (to <= from) continue
        out.push({
          at: run.at + (from - run.source),
          source: piece.source + (from - piece.at),
          length: to - from,
        })
        done = to - run.source
      }
    }
    return OffsetMap.of(out)
  }

  /** Index of the last run that starts at or before the offset; -1 for none. */
  #find(offset: number): number {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const mid = (low + high) >> 1
      if ((this.runs[mid]?.at ?? 0) <= offset) low = mid + 1
      else high = mid
    }
    return low - 1
  }
}

/** Builds a canonical text and its map side by side. */
export class MappedText {
  readonly #parts: string[] = []
  readonly #runs: { at: number; source: number; length: number }[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Adds words copied from `source`. */
  copy(words: string, source: number): void {
    if (words.length === 0) return
    const last = this.#runs.at(-1)
    if (last && last.at + last.length === this.#length && last.source + last.length === source)
      last.length += words.length
    else this.#runs.push({ at: this.#length, source, length: words.length })
    this.#parts.push(words)
    this.#length += words.length
  }

  /** Adds words that the source does not have, such as the blank line between paragraphs. */
  insert(words: string): void {
    this.#parts.push(words)
    this.#length += words.length
  }

  text(): string {
    return this.#parts.join('')
  }

  map(): OffsetMap {
    return OffsetMap.of(this.#runs)
  }
}
