/** Mentions: what has been spoken of so far, latest last, as the memory that pronouns look back into. */
import type { Draft } from './entity-draft.ts'
import type { Gender } from './lexicons.ts'

export interface Mention {
  readonly draft: Draft
  readonly first: number
  readonly end: number
  /** The word that hangs outside; for "the captain, Igor Lask," the noun. */
  readonly head: number
  /** Words beside a name that stand for the same: its title, "the captain". */
  readonly also: readonly number[]
  readonly sentence: number
  readonly subject: boolean
  readonly object: boolean
  /** Joined with another by "and". */
  readonly listed: boolean
  readonly quote: number
  readonly kind: 'name' | 'pronoun' | 'noun'
  /** The gender of a pronoun. */
  readonly form: Gender | null
  /** "Putin's": owns what follows. */
  readonly owner: boolean
}

/** Pronouns look at most so many mentions back. */
const memory = 40

/** The mentions in reading order. */
export class Memory {
  readonly #mentions: Mention[] = []

  add(mention: Mention): void {
    mention.draft.weight++
    this.#mentions.push(mention)
  }

  /** The latest mentions, latest first, no further back than `sentences` sentences before `sentence`. */
  *latest(sentence: number, sentences: number): Iterable<Mention> {
    const stop = Math.max(0, this.#mentions.length - memory)
    for (let i = this.#mentions.length - 1; i >= stop; i--) {
      const m = this.#mentions[i]
      if (!m) continue
      if (sentence - m.sentence > sentences) return
      yield m
    }
  }

  get all(): readonly Mention[] {
    return this.#mentions
  }
}
