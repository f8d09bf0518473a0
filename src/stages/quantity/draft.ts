/** Draft: a quantity in atoms, before it gets its place in the text. */
import type { Bound } from '../../model/quantity.ts'
import type { Noun } from './nouns.ts'

/** A quantity in atoms. */
export interface Draft {
  readonly first: number
  readonly end: number
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly unit: string | null
  readonly noun: Noun | null
  /** Set where the shape itself tells: an age. */
  readonly role: string | null
  readonly rule: string
}
