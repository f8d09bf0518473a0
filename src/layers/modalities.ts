/** Modalities: cues that set the mode or the polarity of the words in their scope. */
import { defineLayer } from '../document/layer.ts'
import type { Mode } from '../model/claim.ts'
import type { Span } from '../text/span.ts'

/** At the cue's words ("will", "if", "not"). */
export interface Modality extends Span {
  /** The mode that the cue sets, or 'negated' for a negation cue. */
  readonly sets: Mode | 'negated'
  readonly scope: Span
  /** For a conditional: the words of the condition. */
  readonly condition: Span | null
  /** Token index of the word that it governs: a predicate, or a noun or number inside one. */
  readonly on: number
  readonly rule: string
}

export const modalities = defineLayer<Modality>()('modalities', 1)
