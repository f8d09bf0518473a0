/** The schemas of what a ledger keeps: reports, sources, claims, reviews and anchors, checked against the model. */
import * as z from 'zod'
import { modes, polarities } from '../model/claim.ts'
import { eventTypes } from '../model/event.ts'
import {
  type Anchor,
  anchorRoles,
  type ClaimRecord,
  type KeptEvent,
  type KeptParty,
  type LedgerRecord,
  type ReportRecord,
  type ReviewRecord,
  reviewActs,
  type SourceRecord,
  voices,
} from '../model/records.ts'
import { sourceTypes } from '../model/source.ts'
import {
  anonymousShape,
  certaintyShape,
  partyShape,
  placeShape,
  quantityShape,
  reportHopShape,
  sourceHopShape,
  timeShape,
} from './analysis-shape.ts'

const text = z.string()
const maybe = z.string().nullable()
const offset = z.int().min(0)

export const ledgerRecord = z.object({
  kind: z.literal('ledger'),
  hearsay: z.literal(1),
  engine: z.object({ stages: text, model: maybe, compare: maybe }),
  reports: z.int(),
  claims: z.int(),
  compared: z.boolean(),
}) satisfies z.ZodType<LedgerRecord>

export const reportRecord = z.object({
  kind: z.literal('report'),
  id: text,
  given: maybe,
  url: maybe,
  outlet: maybe,
  published: maybe,
  title: maybe,
  sha256: text,
  revisionOf: maybe,
  story: maybe,
  origin: text,
}) satisfies z.ZodType<ReportRecord>

export const sourceRecord = z.object({
  kind: z.literal('source'),
  id: text,
  name: text,
  type: z.enum(sourceTypes),
  anonymous: anonymousShape.nullable(),
  grade: maybe,
}) satisfies z.ZodType<SourceRecord>

const keptParty = partyShape
  .omit({ entity: true })
  .extend({ name: maybe }) satisfies z.ZodType<KeptParty>

const keptEvent = z.object({
  id: text,
  from: offset,
  to: offset,
  type: z.enum(eventTypes),
  lemma: text,
  mode: maybe,
  contexts: z.array(text),
  actors: z.array(text),
  recipients: z.array(text),
  parties: z.array(keptParty).optional(),
  time: timeShape.nullable(),
  place: placeShape.nullable(),
}) satisfies z.ZodType<KeptEvent>

const claimKeys = {
  id: text,
  report: text,
  from: offset,
  to: offset,
  quote: text,
  chain: z.array(z.union([reportHopShape, sourceHopShape.extend({ sourceId: text })])),
  mode: z.enum(modes),
  polarity: z.enum(polarities),
  certainty: certaintyShape,
  events: z.array(keptEvent),
  times: z.array(timeShape),
  places: z.array(placeShape),
  quantities: z.array(quantityShape),
  statedOn: maybe,
  why: z.record(text, text),
  gist: text,
  sameAs: maybe,
}

export const claimRecord = z.object({
  kind: z.literal('claim'),
  ...claimKeys,
}) satisfies z.ZodType<ClaimRecord>

export const reviewRecord = z.object({
  kind: z.literal('review'),
  id: text,
  by: text,
  at: text,
  act: z.enum(reviewActs),
  on: text,
  note: maybe,
  value: maybe,
}) satisfies z.ZodType<ReviewRecord>

/** Any line of `hearsay export --to jsonl`. */
export const exportRecord = z.discriminatedUnion('kind', [
  ledgerRecord,
  reportRecord,
  sourceRecord,
  claimRecord,
  reviewRecord,
])

export const anchorShape = z.object({
  role: z.enum(anchorRoles),
  owner: text,
  from: offset,
  to: offset,
  quote: text,
  prefix: text,
  suffix: text,
  textSha256: text,
}) satisfies z.ZodType<Anchor>

/** A report in a list. */
export const reportSummary = z.object({
  ...reportRecord.shape,
  language: maybe,
  /** Why only a part was read, or null. */
  partial: z.object({ what: text, why: text }).nullable(),
  claims: z.int(),
  words: z.int(),
  captured: text,
})

/** A claim in a list: the record, and what a reader needs to place it. */
export const claimView = z.object({
  ...claimRecord.shape,
  outlet: maybe,
  title: maybe,
  published: maybe,
  voice: z.enum(voices),
  /** The innermost source's name; null for the report's own voice or where the text hides it. */
  source: maybe,
  sourceId: maybe,
  /** The last standing decision on it. */
  review: z.enum(['accept', 'amend', 'reject']).nullable(),
})
