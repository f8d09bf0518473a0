/** Attributions: who is said to have said it; source, cue and content spans, which may be split and may nest. */
import { defineLayer } from '../document/layer.ts'
import type { Stance } from '../model/claim.ts'
import type { AnonymousProfile, SourceType } from '../model/source.ts'
import type { Span } from '../text/span.ts'

/** The item's own range covers source, cue and content. */
export interface Attribution extends Span {
  /** Empty where the text hides the source ("it is reported"). */
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly stance: Stance
  /** Index into `attributions` of the one whose content holds this one, or null. */
  readonly parent: number | null
  /** Index into `entities`, or null. */
  readonly speaker: number | null
  /** The words that name the source: for a pronoun what it stands for; null where the text hides it. */
  readonly sourceName: string | null
  readonly anonymous: AnonymousProfile | null
  /** `outlet`, `agency` or `document` where the source's name or noun tells; absent for people, bodies and what is not known. */
  readonly sourceKind?: SourceType
  /** Sentences after the cue's own that go on reporting ("They have also dispatched ..."), as indices into `sentences`. */
  readonly carries: readonly number[]
  /** Probability that it is there with about these parts; absent where no trained reader read the report. */
  readonly probability?: number
  readonly rule: string
}

export const attributions = defineLayer<Attribution>()('attributions', 1)
