/** Hedges: certainty words as written, with class, scope and a band where ICD 203 lists the word. */
import { defineLayer } from '../document/layer.ts'
import type { CertaintyClass } from '../model/certainty.ts'
import type { Span } from '../text/span.ts'

/** At the hedge's words. */
export interface Hedge extends Span {
  readonly class: CertaintyClass
  readonly low: number | null
  readonly high: number | null
  readonly scheme: string | null
  /** The words that the hedge weakens. */
  readonly scope: Span
  /** Token index of the word that it weakens: a predicate, or a noun or number inside one. */
  readonly on: number
  readonly rule: string
}

export const hedges = defineLayer<Hedge>()('hedges', 1)
