/** Claims: one proposition each, with the chain of attributions that carries it. */
import { defineLayer } from '../document/layer.ts'
import type { Certainty } from '../model/certainty.ts'
import type { Mode, Polarity } from '../model/claim.ts'
import type { Span } from '../text/span.ts'

/** At the evidence: the shortest span that carries the proposition. */
export interface Claim extends Span {
  /** Indices into `attributions`, outermost first; empty when the report speaks in its own voice. */
  readonly chain: readonly number[]
  readonly mode: Mode
  readonly polarity: Polarity
  readonly certainty: Certainty
  /** Indices into `events`. */
  readonly events: readonly number[]
  /** Indices into `times`, `places`, `quantities`. */
  readonly times: readonly number[]
  readonly places: readonly number[]
  readonly quantities: readonly number[]
  /** EDTF of the statement, or null. */
  readonly statedOn: string | null
  /** Field name to `stage/RULE`; the analysis adds the stage's version. */
  readonly why: Readonly<Record<string, string>>
  /** Index into `clauses` of the clause that states it; left out where none does. */
  readonly clause?: number
  /** Field name to the words that it rests on; fields that hold without any are left out. */
  readonly rests?: Readonly<Record<string, readonly Span[]>>
}

export const claims = defineLayer<Claim>()('claims', 1)
