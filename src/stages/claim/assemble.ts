/** Puts a document's claims together: picks, spans, readings, chains, and the items in their words. */
import type { Diagnostic } from '../../fault/diagnostic.ts'
import { diagnostic } from '../../fault/diagnostic.ts'
import { attributions } from '../../layers/attributions.ts'
import { type Claim, claims as claimLayer } from '../../layers/claims.ts'
import type { Event } from '../../layers/events.ts'
import { type Hedge, hedges } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import type { Name } from '../../layers/names.ts'
import type { PlaceItem } from '../../layers/places.ts'
import type { QuantityItem } from '../../layers/quantities.ts'
import type { TimeItem } from '../../layers/times.ts'
import type { Span } from '../../text/span.ts'
import type { SpanList } from '../../text/span-list.ts'
import { type Solid, sourceStands, whole } from './gate.ts'
import { fromHop, fromSentence, fromTime, isPast } from './inheritance.ts'
import { type Cues, coreOf, cuesOf, type Reading, readingOf } from './reading.ts'
import { type Pick, selectHeads } from './select.ts'
import { type Spans, spanOf, spansOf } from './spans.ts'
import { type Statement, statementDates } from './statement.ts'
import { chainOf, voicesOf } from './voices.ts'
import type { Voices, Words } from './words.ts'

/** The layers whose items a claim may hold. */
export interface Items {
  readonly published: string | null
  readonly hedges: SpanList<Hedge>
  readonly modalities: SpanList<Modality>
  readonly names: SpanList<Name>
  readonly times: SpanList<TimeItem>
  readonly quantities: SpanList<QuantityItem>
  readonly places: SpanList<PlaceItem>
  readonly events: SpanList<Event>
  /** Verbs of reporting with their class. */
  readonly reporting: ReadonlyMap<string, string>
}

export interface Assembled {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The claims of a document with remarks on those that were not grounded. */
export function assemble(w: Words, items: Items): Assembled {
  const voices = voicesOf(w)
  const cues = cuesOf(items.hedges.items, items.modalities.items)
  const { picks, spans } = pickAll(w, voices, cues, items)
  const readings = ownReadings(w, voices, cues, items, picks, spans)
  const dates = statementDates(w, items.times)
  const solid: Solid = { lists: [items.names, items.times, items.quantities] }
  const known = new Map<string, boolean>()
  const seen = new Set<string>()
  const claims: Claim[] = []
  const diagnostics: Diagnostic[] = []
  for (const pick of picks) {
    const reach = spans.reachOf.get(pick.token)
    if (!reach || isPartOf(pick, spans, readings)) continue
    const rough = spanOf(w, reach)
    const sentence = w.sentences[w.tokens[pick.token]?.sentence ?? 0]
    const at = whole(rough, solid, sentence ?? rough)
    const index = voices.inner[pick.token] ?? -1
    const chain = index < 0 ? [] : chainOf(w, index)
    const unnamed = chain.find(
      (a) => !sourceStands(w.text, w.attributions[a]?.sourceName ?? null, known),
    )
    if (!at || unnamed !== undefined) {
      diagnostics.push(
        diagnostic('claim-not-grounded', 'claim', rough, at ? 'source' : 'name, number or date'),
      )
      continue
    }
    const key = `${at.from} ${at.to} ${chain.join()}`
    if (seen.has(key)) continue
    seen.add(key)
    claims.push(claimAt(w, items, pick, at, chain, readings, dates))
  }
  return { claims, diagnostics }
}

/** CA10: a restrictive participle ("containers loaded with shells") is a claim only where it says more than its noun. */
function isPartOf(pick: Pick, spans: Spans, readings: ReadonlyMap<number, Reading>): boolean {
  if (pick.rule !== 'CA10' || !spans.inside.has(pick.token)) return false
  const r = readings.get(pick.token)
  return !r || (r.mode === 'fact' && r.polarity === 'affirmed' && r.certainty.class === null)
}

function pickAll(
  w: Words,
  voices: Voices,
  cues: Cues,
  items: Items,
): { picks: readonly Pick[]; spans: Spans } {
  const hedgedBy = new Map<number, number>()
  const eventTokens = new Set(items.events.items.map((e) => e.token))
  let token = 0
  for (const h of items.hedges.items) {
    if (h.class === 'precision' || h.class === 'hearsay') continue
    while (token < w.tokens.length && (w.tokens[token]?.from ?? 0) < h.from) token++
    const holder = w.clauseAt.get(w.clauseOwner[token] ?? -1)
    if (holder !== undefined) hedgedBy.set(h.on, holder)
  }
  const selection = selectHeads(w, voices, {
    hedgedBy,
    isEventNoun: (t) => eventTokens.has(t),
    eventNouns: eventNouns(w, cues, items),
    isDated: (t) =>
      items.times
        .within(spanOf(w, { first: w.tree.firstOf(t), end: w.tree.lastOf(t) + 1 }))
        .some((time) => time.kind === 'date'),
    reporting: items.reporting,
  })
  return { picks: selection.picks, spans: spansOf(w, voices, selection) }
}

const certainties = new Set(['probability', 'possibility', 'inference', 'doubt'])

function eventNouns(
  w: Words,
  cues: Cues,
  items: Items,
): { token: number; acted: boolean; qualified: boolean }[] {
  return items.events.items
    .filter((e) => e.type !== 'OTHER' && w.tags[e.token]?.upos === 'NOUN')
    .map((e) => ({
      token: e.token,
      acted: e.actors.length > 0,
      qualified:
        (cues.hedges.get(e.token) ?? []).some((h) => certainties.has(h.class)) ||
        (cues.modalities.get(e.token) ?? []).some((m) => m.sets !== 'negated'),
    }))
}

/** Readings by head token, parents before the clauses that take over from them. */
function ownReadings(
  w: Words,
  voices: Voices,
  cues: Cues,
  items: Items,
  picks: readonly Pick[],
  spans: Spans,
): ReadonlyMap<number, Reading> {
  const numbers = numberHedges(items.hedges, spans)
  const own = new Map<number, Reading>()
  for (const pick of picks) {
    const core = coreOf(w, spans.owner, pick.token)
    own.set(pick.token, readingOf(w, voices, cues, core, numbers.get(pick.token) ?? []))
  }
  const out = new Map<number, Reading>()
  // A clause depends on one that governs it, which may stand after it: settle by depth in the tree of clauses.
  for (const pick of byDepth(w, picks)) {
    const reading = own.get(pick.token)
    if (reading) out.set(pick.token, fromSentence(w, pick, reading, out))
  }
  for (const pick of picks) {
    const reading = out.get(pick.token)
    const a = w.attributions[voices.inner[pick.token] ?? -1]
    if (reading && a) out.set(pick.token, fromHop(w.text, a, reading, isPast(w, pick.token)))
  }
  return out
}

function numberHedges(hedges: SpanList<Hedge>, spans: Spans): Map<number, Hedge[]> {
  const out = new Map<number, Hedge[]>()
  for (const h of hedges.items) {
    if (h.class !== 'precision') continue
    const head = spans.owner[h.on] ?? -1
    const list = out.get(head)
    if (list) list.push(h)
    else out.set(head, [h])
  }
  return out
}

function byDepth(w: Words, picks: readonly Pick[]): Pick[] {
  const depth = new Map<number, number>()
  const depthOf = (clause: number): number => {
    const known = depth.get(clause)
    if (known !== undefined) return known
    depth.set(clause, 0)
    const c = w.clauses[clause]
    const up = c?.joins ?? c?.parent ?? null
    const value = up === null ? 0 : depthOf(up) + 1
    depth.set(clause, value)
    return value
  }
  return [...picks].sort(
    (a, b) =>
      (a.clause === null ? 0 : depthOf(a.clause)) - (b.clause === null ? 0 : depthOf(b.clause)),
  )
}

function claimAt(
  w: Words,
  items: Items,
  pick: Pick,
  at: Span,
  chain: readonly number[],
  readings: ReadonlyMap<number, Reading>,
  dates: readonly (Statement | null)[],
): Claim {
  const timesIn = items.times.indicesWithin(at)
  const base = readings.get(pick.token) ?? readingOfNothing
  const reading = fromTime(
    w,
    pick.token,
    base,
    timesIn.map((i) => items.times.at(i)),
    items.published,
  )
  const last = chain.at(-1)
  const stated = statedOn(items.published, chain, dates)
  return {
    ...at,
    chain,
    mode: reading.mode,
    polarity: reading.polarity,
    certainty: reading.certainty,
    events: items.events.indicesWithin(at),
    times: timesIn,
    places: items.places.indicesWithin(at),
    quantities: items.quantities.indicesWithin(at),
    statedOn: stated.edtf,
    why: versioned({
      span: `claim/${pick.rule}`,
      chain: last === undefined ? 'claim/CA1' : `attribution/${w.attributions[last]?.rule ?? ''}`,
      ...reading.why,
      statedOn: stated.rule,
    }),
  }
}

/** Versions of what set a field: a stage has the version of the layer that it makes. */
const versions: Readonly<Record<string, number>> = {
  attribution: attributions.version,
  certainty: hedges.version,
  claim: claimLayer.version,
}

/** `claim/CA7` as `claim/CA7@1`. */
function versioned(why: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [field, rule] of Object.entries(why))
    out[field] = `${rule}@${versions[rule.slice(0, rule.indexOf('/'))] ?? 1}`
  return out
}

function statedOn(
  published: string | null,
  chain: readonly number[],
  dates: readonly (Statement | null)[],
): { edtf: string | null; rule: string } {
  for (const a of [...chain].reverse()) {
    const date = dates[a]
    if (date) return { edtf: date.edtf, rule: 'claim/CA31' }
  }
  return chain.length === 0
    ? { edtf: published, rule: 'claim/CA30' }
    : { edtf: null, rule: 'claim/CA32' }
}

const readingOfNothing: Reading = {
  mode: 'fact',
  polarity: 'affirmed',
  certainty: { words: [], class: null, low: null, high: null, scheme: null },
  why: {},
}
