/** The public analysis format, version 1: what `hearsay analyse --json` prints for one report. */

import type { Span } from '../text/span.ts'
import type { Certainty } from './certainty.ts'
import type { Hop, Mode, Polarity, Stance } from './claim.ts'
import type { EntityType } from './entity.ts'
import type { EventType, Sector } from './event.ts'
import type { Place } from './place.ts'
import type { Quantity } from './quantity.ts'
import type { AnonymousProfile, SourceType } from './source.ts'
import type { Time } from './time.ts'

/** `[from, to]` in UTF-16 code units of `document.text`. */
export type Pair = readonly [number, number]

export interface AnalysedDocument {
  readonly id: string
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string | null
  /** EDTF level 0 or 1. */
  readonly published: string | null
  /** Where the date came from: 'given', 'json-ld', 'meta', 'time', 'url', 'text', ... */
  readonly publishedFrom: string | null
  readonly language: string | null
  readonly text: string
}

export interface AnalysedToken extends Span {
  readonly upos: string
  readonly lemma: string
  /** Index of the head token in this list, -1 for a root. */
  readonly head: number
  readonly deprel: string
}

export interface AnalysedEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** ISO 3166 alpha-3, or null. */
  readonly country: string | null
  readonly mentions: readonly Pair[]
}

export interface AnalysedReference extends Span {
  readonly entity: string
}

export type AnalysedTime = Time & Span
export type AnalysedPlace = Place & Span
export type AnalysedQuantity = Quantity & Span

export interface AnalysedAttribution {
  readonly id: string
  readonly parent: string | null
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly stance: Stance
  readonly source: readonly Pair[]
  readonly cue: readonly Pair[]
  readonly content: readonly Pair[]
  readonly speaker: string | null
  readonly anonymous: AnonymousProfile | null
  /** `outlet`, `agency` or `document` where the source's name or noun tells. */
  readonly sourceKind?: SourceType | undefined
}

/** One who acts or is acted upon in an event. */
export interface AnalysedParty {
  readonly side: 'actor' | 'recipient'
  /** Entity id; null for a group that has none ("gunmen"). */
  readonly entity: string | null
  readonly country: string | null
  readonly sector: Sector | null
  /** The words that tell what they are: "soldiers", "finance minister". */
  readonly role: string | null
}

export interface AnalysedEvent extends Span {
  readonly id: string
  readonly type: EventType
  readonly lemma: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Missing in analyses that were kept before there were parties. */
  readonly parties?: readonly AnalysedParty[] | undefined
  readonly time: number | null
  readonly place: number | null
}

export interface AnalysedClaim extends Span {
  readonly id: string
  readonly quote: string
  readonly chain: readonly Hop[]
  readonly mode: Mode
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly events: readonly string[]
  readonly times: readonly number[]
  readonly places: readonly number[]
  readonly quantities: readonly number[]
  /** EDTF of the statement, or null. */
  readonly statedOn: string | null
  /** Field name to `stage/RULE@version`. */
  readonly why: Readonly<Record<string, string>>
  /** A sentence of the claim's own words that can be read alone, ours in brackets; where it was asked for. */
  readonly gist?: string | undefined
  /** The id of an earlier claim of the report that says the same, or null; where it was asked for. */
  readonly sameAs?: string | null | undefined
}

export interface AnalysedDiagnostic {
  readonly code: string
  readonly message: string
  readonly by: string
  readonly from: number | null
  readonly to: number | null
  readonly note: string | null
}

/** One report's analysis. Keys that have nothing are present and empty; `tokens` only on request. */
export interface Analysis {
  readonly hearsay: 1
  readonly document: AnalysedDocument
  readonly sentences: readonly Pair[]
  readonly tokens?: readonly AnalysedToken[]
  readonly entities: readonly AnalysedEntity[]
  readonly references: readonly AnalysedReference[]
  readonly times: readonly AnalysedTime[]
  readonly places: readonly AnalysedPlace[]
  readonly quantities: readonly AnalysedQuantity[]
  readonly attributions: readonly AnalysedAttribution[]
  readonly events: readonly AnalysedEvent[]
  readonly claims: readonly AnalysedClaim[]
  readonly diagnostics: readonly AnalysedDiagnostic[]
}
