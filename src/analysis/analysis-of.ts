/** Turns a read document into the public analysis object: indices become ids, spans become pairs, keys are always there. */
import type { Document } from '../document/document.ts'
import type { Layer } from '../document/layer.ts'
import { attributions } from '../layers/attributions.ts'
import { claims } from '../layers/claims.ts'
import { entities } from '../layers/entities.ts'
import { events } from '../layers/events.ts'
import { names } from '../layers/names.ts'
import { places } from '../layers/places.ts'
import { quantities } from '../layers/quantities.ts'
import { references } from '../layers/references.ts'
import { sentences } from '../layers/sentences.ts'
import { syntax } from '../layers/syntax.ts'
import { tags } from '../layers/tags.ts'
import { times } from '../layers/times.ts'
import type { AnalysedClaim, AnalysedToken, Analysis, Pair } from '../model/analysis.ts'
import { contentId } from '../text/hash.ts'
import type { Span } from '../text/span.ts'
import { SpanList } from '../text/span-list.ts'
import { chainsOf } from './chains.ts'
import { gistsOf } from './gist.ts'
import { samesOf } from './same.ts'

/** What the caller knows beside the document. */
export interface AnalysisOptions {
  /** The id of the document: the given one, or a content hash. */
  readonly id: string
  readonly publishedFrom: string | null
  /** Whether to print the tokens with their tags and heads. */
  readonly tokens?: boolean
  /** Whether claims have their gists, and links to earlier ones that say the same. */
  readonly gists?: boolean
  /** The version of each stage that read the document, by name. */
  readonly versions?: Readonly<Record<string, number>>
}

/** The public analysis of a document; layers that were not made (another language) are empty lists. */
export function analysisOf(doc: Document, options: AnalysisOptions): Analysis {
  return {
    hearsay: 1,
    document: {
      id: options.id,
      title: doc.facts.title,
      url: doc.facts.url,
      outlet: doc.facts.outlet,
      published: doc.facts.published,
      publishedFrom: options.publishedFrom,
      language: doc.facts.language,
      text: doc.text,
    },
    sentences: listOf(doc, sentences).map(pair),
    ...(options.tokens ? { tokens: analysedTokens(doc) } : {}),
    entities: analysedEntities(doc),
    references: listOf(doc, references).map((r) => ({
      from: r.from,
      to: r.to,
      entity: entityId(r.entity),
    })),
    times: listOf(doc, times).map((t) => ({
      from: t.from,
      to: t.to,
      edtf: t.edtf,
      timex: t.timex,
      kind: t.kind,
    })),
    places: listOf(doc, places).map((p) => ({
      from: p.from,
      to: p.to,
      name: p.name,
      geonames: p.geonames,
      lat: p.lat,
      lon: p.lon,
      country: p.country,
      feature: p.feature,
      role: p.role,
      precision: p.precision,
      modifier: p.modifier,
    })),
    quantities: listOf(doc, quantities).map((q) => ({
      from: q.from,
      to: q.to,
      low: q.low,
      best: q.best,
      high: q.high,
      bound: q.bound,
      unit: q.unit,
      noun: q.noun,
      role: q.role,
    })),
    attributions: listOf(doc, attributions).map((a, i) => ({
      id: attributionId(i),
      parent: a.parent === null ? null : attributionId(a.parent),
      kind: a.kind,
      stance: a.stance,
      source: a.source.map(pair),
      cue: a.cue.map(pair),
      content: a.content.map(pair),
      speaker: a.speaker === null ? null : entityId(a.speaker),
      anonymous: a.anonymous,
      ...(a.sourceKind === undefined ? {} : { sourceKind: a.sourceKind }),
    })),
    events: listOf(doc, events).map((e, i) => ({
      id: eventId(i),
      from: e.from,
      to: e.to,
      type: e.type,
      lemma: e.lemma,
      mode: e.mode,
      contexts: e.contexts,
      actors: e.actors.map(entityId),
      recipients: e.recipients.map(entityId),
      parties: e.parties.map((p) => ({
        ...p,
        entity: p.entity === null ? null : entityId(p.entity),
      })),
      time: e.time,
      place: e.place,
    })),
    claims: analysedClaims(doc, options),
    diagnostics: doc.diagnostics.map((d) => ({
      code: d.code,
      message: d.message,
      by: d.by,
      from: d.at?.from ?? null,
      to: d.at?.to ?? null,
      note: d.note,
    })),
  }
}

/** "e1": entities are counted from one, in the order of their first mention. */
export function entityId(index: number): string {
  return `e${index + 1}`
}

/** "a1": attributions are counted from one, in text order. */
export function attributionId(index: number): string {
  return `a${index + 1}`
}

function eventId(index: number): string {
  return `v${index + 1}`
}

function pair(at: Span): Pair {
  return [at.from, at.to]
}

function listOf<T extends Span>(doc: Document, layer: Layer<string, T>): SpanList<T> {
  return doc.has(layer) ? doc.layer(layer) : SpanList.empty
}

function analysedTokens(doc: Document): AnalysedToken[] {
  if (!doc.has(syntax)) return []
  const tagged = doc.layer(tags)
  return doc.layer(syntax).map((arc, i) => {
    const tag = tagged.at(i)
    return {
      from: arc.from,
      to: arc.to,
      upos: tag.upos,
      lemma: tag.lemma,
      head: arc.head,
      deprel: arc.deprel,
    }
  })
}

/** The state that a place name lies in: "northern Syria", "Kharkiv". */
function stateOf(doc: Document, mention: number | undefined): string | null {
  if (mention === undefined || !doc.has(names) || !doc.has(places)) return null
  const [inside] = doc.layer(places).within(doc.layer(names).at(mention))
  return inside?.country ?? null
}

function analysedEntities(doc: Document): Analysis['entities'] {
  const named = listOf(doc, names)
  return listOf(doc, entities).map((e, i) => ({
    id: entityId(i),
    type: e.type,
    name: e.name,
    country: e.country ?? (e.type === 'LOC' ? stateOf(doc, e.mentions[0]) : null),
    mentions: e.mentions.map((m) => pair(named.at(m))),
  }))
}

/**
 * Claims with ids that depend on the report and on the claim's own words, place and chain alone, so that an added
 * stage or a further claim leaves the others' ids as they were.
 */
/** `claim/CA7` as `claim/CA7@2`: which version of the stage set the field. A stage that is not named is taken for its first. */
function versioned(
  why: Readonly<Record<string, string>>,
  versions: Readonly<Record<string, number>>,
): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [field, rule] of Object.entries(why))
    out[field] = rule.includes('@')
      ? rule
      : `${rule}@${versions[rule.slice(0, rule.indexOf('/'))] ?? 1}`
  return out
}

function analysedClaims(doc: Document, options: AnalysisOptions): AnalysedClaim[] {
  if (!doc.has(claims)) return []
  const { id, versions = {} } = options
  const gist = options.gists ? gistsOf(doc) : null
  const chains = chainsOf(doc, { entityId, attributionId })
  const made = doc.layer(claims).map((c) => {
    const quote = doc.text.slice(c.from, c.to)
    const chain = chains(c.chain)
    const voices = chain.map((hop) => ('voice' in hop ? hop.voice : `${hop.source}/${hop.cue}`))
    return {
      id: contentId('c', id, c.from, c.to, quote, ...voices),
      from: c.from,
      to: c.to,
      quote,
      chain,
      mode: c.mode,
      polarity: c.polarity,
      certainty: c.certainty,
      events: c.events.map(eventId),
      times: c.times,
      places: c.places,
      quantities: c.quantities,
      statedOn: c.statedOn,
      why: versioned(c.why, versions),
      ...(gist === null ? {} : { gist: gist(c) }),
    }
  })
  if (gist === null) return made
  return samesOf(doc).map((same, i) => ({
    ...(made[i] as AnalysedClaim),
    sameAs: same === null ? null : (made[same]?.id ?? null),
  }))
}
