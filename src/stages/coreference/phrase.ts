/** Phrase: a noun with what stands before it, by token. */

export interface Phrase {
  readonly first: number
  readonly end: number
  /** The lemma of the head noun, the last word. */
  readonly noun: string
  readonly plural: boolean
  readonly definite: boolean
}
