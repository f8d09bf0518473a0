/** The schema of the public analysis, version 1; checked against the model so that the two cannot drift. */
import * as z from 'zod'
import type {
  AnalysedAttribution,
  AnalysedClaim,
  AnalysedDiagnostic,
  AnalysedDocument,
  AnalysedEntity,
  AnalysedEvent,
  AnalysedParty,
  AnalysedPlace,
  AnalysedQuantity,
  AnalysedReference,
  AnalysedTime,
  AnalysedToken,
  Analysis,
} from '../model/analysis.ts'
import type { Certainty } from '../model/certainty.ts'
import { certaintyClasses } from '../model/certainty.ts'
import { modes, polarities, type ReportHop, type SourceHop, stances } from '../model/claim.ts'
import { entityTypes } from '../model/entity.ts'
import { eventTypes, sectors } from '../model/event.ts'
import { placeRoles, precisions } from '../model/place.ts'
import { bounds } from '../model/quantity.ts'
import { type AnonymousProfile, sourceTypes } from '../model/source.ts'
import { timeKinds } from '../model/time.ts'

const offset = z.int().min(0)
const at = { from: offset, to: offset }
const pair = z.tuple([offset, offset])
const text = z.string()
const maybe = z.string().nullable()

export const certaintyShape = z.object({
  words: z.array(text),
  class: z.enum(certaintyClasses).nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  scheme: maybe,
}) satisfies z.ZodType<Certainty>

export const anonymousShape = z.object({
  words: text,
  count: z.number().nullable(),
  rank: maybe,
  institution: maybe,
  country: maybe,
  access: maybe,
  reason: maybe,
}) satisfies z.ZodType<AnonymousProfile>

export const reportHopShape = z.object({
  voice: z.literal('report'),
}) satisfies z.ZodType<ReportHop>

export const sourceHopShape = z.object({
  source: maybe,
  entity: maybe,
  attribution: text,
  cue: text,
  stance: z.enum(stances),
  certainty: certaintyShape.nullable(),
}) satisfies z.ZodType<SourceHop>

export const timeShape = z.object({
  ...at,
  edtf: maybe,
  timex: text,
  kind: z.enum(timeKinds),
}) satisfies z.ZodType<AnalysedTime>

export const placeShape = z.object({
  ...at,
  name: text,
  geonames: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  country: maybe,
  feature: maybe,
  role: z.enum(placeRoles),
  precision: z.literal(precisions).nullable().optional(),
  modifier: maybe.optional(),
}) satisfies z.ZodType<AnalysedPlace>

export const quantityShape = z.object({
  ...at,
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(bounds),
  unit: maybe,
  noun: maybe,
  role: maybe,
}) satisfies z.ZodType<AnalysedQuantity>

export const documentShape = z.object({
  id: text,
  title: maybe,
  url: maybe,
  outlet: maybe,
  published: maybe,
  publishedFrom: maybe,
  language: maybe,
  text,
}) satisfies z.ZodType<AnalysedDocument>

const tokenShape = z.object({
  ...at,
  upos: text,
  lemma: text,
  head: z.int().min(-1),
  deprel: text,
}) satisfies z.ZodType<AnalysedToken>

const entityShape = z.object({
  id: text,
  type: z.enum(entityTypes),
  name: text,
  country: maybe,
  mentions: z.array(pair),
}) satisfies z.ZodType<AnalysedEntity>

const referenceShape = z.object({ ...at, entity: text }) satisfies z.ZodType<AnalysedReference>

const attributionShape = z.object({
  id: text,
  parent: maybe,
  kind: z.enum(['direct', 'indirect', 'mixed']),
  stance: z.enum(stances),
  source: z.array(pair),
  cue: z.array(pair),
  content: z.array(pair),
  speaker: maybe,
  anonymous: anonymousShape.nullable(),
  sourceKind: z.enum(sourceTypes).optional(),
}) satisfies z.ZodType<AnalysedAttribution>

export const partyShape = z.object({
  side: z.enum(['actor', 'recipient']),
  entity: maybe,
  country: maybe,
  sector: z.enum(sectors).nullable(),
  role: maybe,
}) satisfies z.ZodType<AnalysedParty>

const eventShape = z.object({
  id: text,
  ...at,
  type: z.enum(eventTypes),
  lemma: text,
  mode: maybe,
  contexts: z.array(text),
  actors: z.array(text),
  recipients: z.array(text),
  parties: z.array(partyShape).optional(),
  time: z.int().nullable(),
  place: z.int().nullable(),
}) satisfies z.ZodType<AnalysedEvent>

const claimShape = z.object({
  id: text,
  ...at,
  quote: text,
  chain: z.array(z.union([reportHopShape, sourceHopShape])),
  mode: z.enum(modes),
  polarity: z.enum(polarities),
  certainty: certaintyShape,
  events: z.array(text),
  times: z.array(z.int()),
  places: z.array(z.int()),
  quantities: z.array(z.int()),
  statedOn: maybe,
  why: z.record(text, text),
  /** As the ledger keeps it; left out by `analyse`. */
  gist: text.optional(),
  sameAs: text.nullable().optional(),
}) satisfies z.ZodType<AnalysedClaim>

export const diagnosticShape = z.object({
  code: text,
  message: text,
  by: text,
  from: offset.nullable(),
  to: offset.nullable(),
  note: maybe,
}) satisfies z.ZodType<AnalysedDiagnostic>

/** One report's analysis. */
export const analysisShape = z.object({
  hearsay: z.literal(1),
  document: documentShape,
  sentences: z.array(pair),
  tokens: z.array(tokenShape).exactOptional(),
  entities: z.array(entityShape),
  references: z.array(referenceShape),
  times: z.array(timeShape),
  places: z.array(placeShape),
  quantities: z.array(quantityShape),
  attributions: z.array(attributionShape),
  events: z.array(eventShape),
  claims: z.array(claimShape),
  diagnostics: z.array(diagnosticShape),
}) satisfies z.ZodType<Analysis>
