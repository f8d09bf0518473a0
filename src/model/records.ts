/** Records: what a ledger keeps, one shape per kind, as `hearsay export --to jsonl` prints them (format version 1). */
import type { AnalysedParty, AnalysedPlace, AnalysedQuantity, AnalysedTime } from './analysis.ts'
import type { Certainty } from './certainty.ts'
import type { Mode, Polarity, ReportHop, SourceHop } from './claim.ts'
import type { EventType } from './event.ts'
import type { AnonymousProfile, SourceType } from './source.ts'

/** The first line of an export: what the ledger holds and which engine read it. */
export interface LedgerRecord {
  readonly kind: 'ledger'
  readonly hearsay: 1
  readonly engine: {
    readonly stages: string
    readonly model: string | null
    readonly compare: string | null
  }
  readonly reports: number
  readonly claims: number
  /** Whether everything in it has been compared. */
  readonly compared: boolean
}

export interface ReportRecord {
  readonly kind: 'report'
  readonly id: string
  /** The first id it was given, or null. */
  readonly given: string | null
  readonly url: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string | null
  /** Of the canonical text in UTF-8. */
  readonly sha256: string
  /** The report of the same address that this one revises. */
  readonly revisionOf: string | null
  readonly story: string | null
  /** Reports that rest on one report share it; its own while nothing has been compared. */
  readonly origin: string
}

export interface SourceRecord {
  readonly kind: 'source'
  readonly id: string
  readonly name: string
  readonly type: SourceType
  readonly anonymous: AnonymousProfile | null
  /** Admiralty reliability A-F, or null. */
  readonly grade: string | null
}

/** A hop of a kept claim: as in the analysis, with the ledger's id of its source. */
export type KeptHop = ReportHop | (SourceHop & { readonly sourceId: string })

/** A party written out: its name in place of its entity. */
export type KeptParty = Omit<AnalysedParty, 'entity'> & { readonly name: string | null }

/** An event written out: names in place of entity ids, values in place of indices. */
export interface KeptEvent {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly type: EventType
  readonly lemma: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Missing in claims that were kept before there were parties. */
  readonly parties?: readonly KeptParty[] | undefined
  readonly time: AnalysedTime | null
  readonly place: AnalysedPlace | null
}

export interface ClaimRecord {
  readonly kind: 'claim'
  readonly id: string
  readonly report: string
  readonly from: number
  readonly to: number
  readonly quote: string
  readonly chain: readonly KeptHop[]
  readonly mode: Mode
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly events: readonly KeptEvent[]
  readonly times: readonly AnalysedTime[]
  readonly places: readonly AnalysedPlace[]
  readonly quantities: readonly AnalysedQuantity[]
  readonly statedOn: string | null
  readonly why: Readonly<Record<string, string>>
  /** The claim in one line. */
  readonly gist: string
  /** An earlier claim of this report that says the same, or null. */
  readonly sameAs: string | null
}

export const reviewActs = ['accept', 'amend', 'reject', 'grade', 'merge', 'split', 'undo'] as const
export type ReviewAct = (typeof reviewActs)[number]

/** A person's decision; written once, never changed. */
export interface ReviewRecord {
  readonly kind: 'review'
  readonly id: string
  readonly by: string
  /** When, in UTC: 2024-10-25T08:00:00.000Z. */
  readonly at: string
  readonly act: ReviewAct
  /** The id of the claim, source or review that it is about. */
  readonly on: string
  readonly note: string | null
  /** What the act sets: the grade, the amended words, the other source of a merge. */
  readonly value: string | null
}

/** Any line of an export. */
export type ExportRecord = LedgerRecord | ReportRecord | SourceRecord | ClaimRecord | ReviewRecord

/** What an anchor points at. */
export const anchorRoles = ['claim', 'source', 'cue', 'content'] as const
export type AnchorRole = (typeof anchorRoles)[number]

/** Exact words in a report with what stands around them, so that they can be found and checked again. */
export interface Anchor {
  readonly role: AnchorRole
  /** The claim or attribution that the words belong to. */
  readonly owner: string
  readonly from: number
  readonly to: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  /** SHA-256 of the text that the offsets count in. */
  readonly textSha256: string
}

/** Whose voice a claim has: the report's own, a named source's, an anonymous one's. */
export const voices = ['own', 'named', 'anonymous'] as const
export type Voice = (typeof voices)[number]
