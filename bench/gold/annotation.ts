/** The form of an annotated report: paragraphs of sentences, each with what a careful reader marks in it. */
import type { CertaintyClass } from '../../src/model/certainty.ts'
import type { Mode, Polarity, Stance } from '../../src/model/claim.ts'
import type { EntityType } from '../../src/model/entity.ts'
import type { EventType } from '../../src/model/event.ts'
import type { Bound } from '../../src/model/quantity.ts'
import type { AnonymousProfile } from '../../src/model/source.ts'

export interface Annotated {
  readonly kind: string
  readonly title: string
  readonly published: string
  /** Everything that the guide names, or attributions, profiles and claims alone. */
  readonly marks: 'all' | 'attribution'
  readonly paragraphs: readonly (readonly AnnotatedSentence[])[]
}

/** Lists that are left out are empty: nothing of that kind stands in the sentence. */
export interface AnnotatedSentence {
  readonly text: string
  readonly attributions?: readonly AnnotatedAttribution[]
  readonly claims?: readonly AnnotatedClaim[]
  readonly times?: readonly { words: string; timex: string; edtf: string | null }[]
  readonly quantities?: readonly AnnotatedQuantity[]
  readonly names?: readonly { words: string; type: EntityType; at?: readonly [number, number] }[]
  readonly pronouns?: readonly { words: string; of: string }[]
  readonly hedges?: readonly { words: string; class: CertaintyClass }[]
  /** Some predicates with their types; others are left open. */
  readonly events?: readonly { words: string; type: EventType }[]
}

export interface AnnotatedAttribution {
  /** Empty where the text hides it. */
  readonly source: string
  /** Empty for a quotation that carries on without a cue. */
  readonly cue: string
  readonly content: readonly string[]
  readonly stance: Stance
  /** Whom the source's words stand for; null where the text hides it. */
  readonly speaker: string | null
  /** Which attribution of the same sentence holds this one. */
  readonly parent?: number
  /** Set where the words are more of what the last attribution of the sentence before holds. */
  readonly goesOn?: true
  /** Where the source is not named, what the text says of it. */
  readonly anonymous?: AnnotatedProfile
}

/** How many speak, of what rank, of which body and country, with what access, and why they are not named. */
export type AnnotatedProfile = Omit<AnonymousProfile, 'words'>

export interface AnnotatedClaim {
  readonly words: string
  /** Speakers, outermost first; null for a hidden one; empty for the report's own voice. */
  readonly chain: readonly (string | null)[]
  /** Which attribution of the sentence holds it, where its place in the file says so. */
  readonly within?: number
  readonly mode: Mode
  readonly polarity: Polarity
  readonly certainty: CertaintyClass | null
}

export interface AnnotatedQuantity {
  readonly words: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  /** The unit, or the counted noun phrase as written; null where the text has neither. */
  readonly of: string | null
}
