/** Puts a document's claims together: picks, spans, readings, chains, and the items in their words. */
import type { Diagnostic } from '../../fault/diagnostic.ts'
import { diagnostic } from '../../fault/diagnostic.ts'
import type { Attribution } from '../../layers/attributions.ts'
import type { Claim } from '../../layers/claims.ts'
import type { Event } from '../../layers/events.ts'
import type { Hedge } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import type { Name } from '../../layers/names.ts'
import type { PlaceItem } from '../../layers/places.ts'
import type { QuantityItem } from '../../layers/quantities.ts'
import type { TimeItem } from '../../layers/times.ts'
import type { Span } from '../../text/span.ts'
import type { SpanList } from '../../text/span-list.ts'
import { type Solid, whole } from './gate.ts'
import { hopsOf, namesThing } from './hops.ts'
import { fromExpectation, fromHop, fromName, fromSentence, fromTime } from './inheritance.ts'
import type { ReportingVerb } from './lexicons.ts'
import { numberStands } from './numbers.ts'
import { type Cues, coreOf, cuesOf, type Reading, readingOf } from './reading.ts'
import { withoutRepeats } from './repeats.ts'
import { type Pick, selectHeads } from './select.ts'
import { type Spans, spanOf, spansOf } from './spans.ts'
import { type People, speakerStands } from './speakers.ts'
import { type Statement, statementDates } from './statement.ts'
import { chainOf, voicesOf } from './voices.ts'
import {
  eachToken,
  firstTokenFrom,
  quotesBehind,
  type Reach,
  type Voices,
  type Words,
} from './words.ts'

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
  readonly people: People
  /** Verbs of speech. */
  readonly saying: ReadonlySet<string>
  /** Verbs that take a statement. */
  readonly telling: ReadonlySet<string>
  /** Verbs of reporting by lemma. */
  readonly reporting: ReadonlyMap<string, ReportingVerb>
}

export interface Assembled {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The claims of a document with remarks on those that were not grounded. */
export function assemble(w: Words, items: Items): Assembled {
  const hops = hopsOf(w, items.reporting)
  const voices = voicesOf(w, hops)
  const cues = cuesOf(items.hedges.items, items.modalities.items)
  const { picks, spans } = pickAll(w, voices, cues, items)
  const readings = ownReadings(w, voices, cues, items, picks, spans, expectationsOf(w, hops))
  const dates = statementDates(w, items.times)
  const solid: Solid = { lists: [items.names, items.times, items.quantities] }
  const named = w.attributions.map(
    (a, i) => !hops[i] || speakerStands(w.text, a, items.people, sentenceStart(w, a)),
  )
  const seen = new Set<string>()
  const claims: Claim[] = []
  const diagnostics: Diagnostic[] = []
  for (const pick of picks) {
    const reach = spans.reachOf.get(pick.token)
    if (!reach) continue
    const beside = pick.rule === 'CA64'
    if (!beside && (isPartOf(w, pick, spans, readings) || isCue(w, voices, reach))) continue
    const rough = spanOf(w, reach)
    const sentence = w.sentences[w.tokens[pick.token]?.sentence ?? 0]
    const at = whole(rough, solid, sentence ?? rough)
    const index = voices.inner[pick.token] ?? -1
    const chain = index < 0 ? [] : chainOf(w, index, hops)
    const unnamed = chain.find((a) => named[a] === false)
    if (!at || unnamed !== undefined) {
      diagnostics.push(
        diagnostic('claim-not-grounded', 'claim', rough, at ? 'source' : 'name, number or date'),
      )
      continue
    }
    const key = `${at.from} ${at.to} ${chain.join()}`
    if (seen.has(key)) continue
    seen.add(key)
    claims.push(claimAt(w, items, pick, at, chain, readings, dates, spans.owner))
  }
  return { claims: withoutRepeats(claims), diagnostics }
}

/**
 * CA10: a restrictive participle ("containers loaded with shells") or two or three words ("we saw") inside a claim are a
 * claim only where they say more than their noun.
 */
function isPartOf(
  w: Words,
  pick: Pick,
  spans: Spans,
  readings: ReadonlyMap<number, Reading>,
): boolean {
  if (!spans.inside.has(pick.token)) return false
  const reach = spans.reachOf.get(pick.token)
  const short = reach !== undefined && reach.end - reach.first <= 3
  // What an act is for adds no statement to it, unless it is foreseen of a thing ("an election to be held in May").
  if (pick.rule === 'CA9' && w.clauses[pick.clause ?? -1]?.rule !== 'CL9') return true
  // "troops that came in May": what tells which ones are meant adds nothing, unless it is meant in another way.
  if (isRelative(w, pick) && isMeantAlike(w, pick, spans, readings)) return true
  if (pick.rule !== 'CA10' && !isRelative(w, pick) && !(short && isSubordinate(w, pick)))
    return false
  const r = readings.get(pick.token)
  const plainly = r?.certainty.class === null || r?.certainty.class === 'precision'
  return !r || (r.mode === 'fact' && r.polarity === 'affirmed' && plainly)
}

/** "According to two officials briefed on the matter", "two sailors, who spoke anonymously": source and cue alone state nothing. */
function isCue(w: Words, voices: Voices, reach: Reach): boolean {
  let cues = 0
  for (let i = reach.first; i < reach.end; i++) {
    if ((voices.cue[i] ?? 0) > 0) cues++
    else if (voices.source[i] !== 1 && w.tags[i]?.upos !== 'PUNCT') return false
  }
  return cues > 0 || voices.source[reach.first] === 1
}

function isRelative(w: Words, pick: Pick): boolean {
  return pick.clause !== null && w.clauses[pick.clause]?.kind === 'relative'
}

/** True when the claim that holds this one has the same mode, polarity and certainty. */
function isMeantAlike(
  w: Words,
  pick: Pick,
  spans: Spans,
  readings: ReadonlyMap<number, Reading>,
): boolean {
  const own = readings.get(pick.token)
  const above = readings.get(spans.owner[w.tree.headOf(pick.token)] ?? -1)
  return (
    own !== undefined &&
    above !== undefined &&
    own.mode === above.mode &&
    own.polarity === above.polarity &&
    own.certainty.class === above.certainty.class
  )
}

const subordinate = new Set(['relative', 'complement', 'purpose', 'participial'])

function isSubordinate(w: Words, pick: Pick): boolean {
  const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
  return clause !== undefined && subordinate.has(clause.kind)
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
    saying: items.saying,
    telling: items.telling,
    isEventNoun: (t) => eventTokens.has(t),
    eventNouns: eventNouns(w, cues, items),
    isDated: (t) =>
      items.times
        .within(spanOf(w, { first: w.tree.firstOf(t), end: w.tree.lastOf(t) + 1 }))
        .some((time) => time.kind === 'date'),
  })
  return { picks: selection.picks, spans: spansOf(w, voices, selection) }
}

const certainties = new Set(['probability', 'possibility', 'inference', 'doubt'])

function eventNouns(
  w: Words,
  cues: Cues,
  items: Items,
): { token: number; coded: boolean; acted: boolean; qualified: boolean }[] {
  return items.events.items
    .filter((e) => w.tags[e.token]?.upos === 'NOUN')
    .map((e) => ({
      token: e.token,
      coded: e.type !== 'OTHER',
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
  expectations: ReadonlySet<number>,
): ReadonlyMap<number, Reading> {
  const numbers = numberHedges(items.hedges, spans)
  const own = new Map<number, Reading>()
  for (const pick of picks) {
    // A fragment has no verb at its head: whatever is said of any of its words counts.
    const core = pick.rule === 'CA6' ? wordsOf(w, spans, pick) : coreOf(w, spans.owner, pick.token)
    own.set(pick.token, readingOf(w, voices, cues, core, numbers.get(pick.token) ?? []))
  }
  const out = new Map<number, Reading>()
  // A clause depends on one that governs it, which may stand after it: settle by depth in the tree of clauses.
  for (const pick of byDepth(w, picks)) {
    const reading = own.get(pick.token)
    if (!reading) continue
    const settled = fromSentence(w, pick, reading, out)
    out.set(pick.token, expectations.has(pick.token) ? fromExpectation(settled) : settled)
  }
  for (const pick of picks) {
    const reading = out.get(pick.token)
    const a = w.attributions[voices.inner[pick.token] ?? -1]
    if (!reading || !a) continue
    const settled = fromHop(w, a, reading, pick.token)
    out.set(pick.token, pick.rule === 'CA12' && names(w, a, items) ? fromName(settled) : settled)
  }
  return out
}

const judging = new Set(['say', 'criticise', 'praise', 'voice'])

/** CA59: "called it a disgrace": a thing with a quoted name for it. */
function names(w: Words, a: Attribution, items: Items): boolean {
  const cue = firstTokenFrom(w.tokens, a.cue[0]?.from ?? 0)
  const verb = items.reporting.get(w.tags[cue]?.lemma.toLowerCase() ?? '')
  if (verb === undefined || !judging.has(verb.class) || verb.frames.has('that')) return false
  return a.kind === 'mixed' || quotesBehind(w, a) || namesThing(w, a, cue, verb)
}

/** "in an effort to win": what is aimed at is not the statement. */
function isInfinitive(w: Words, i: number): boolean {
  return w.tags[i]?.xpos === 'VB' && w.tokens[i - 1]?.key === 'to'
}

function wordsOf(w: Words, spans: Spans, pick: Pick): number[] {
  const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
  const out = [pick.token]
  for (let i = clause?.first ?? 0; i < (clause?.end ?? 0); i++)
    if (i !== pick.token && spans.owner[i] === pick.token && !isInfinitive(w, i)) out.push(i)
  return out
}

/** Cue words of expectations that are no hops: "a second transport was expected". */
function expectationsOf(w: Words, hops: readonly boolean[]): ReadonlySet<number> {
  const out = new Set<number>()
  for (const [index, a] of w.attributions.entries()) {
    if (hops[index] || a.stance !== 'expects') continue
    for (const cue of a.cue)
      eachToken(w, cue, (i) => {
        out.add(i)
      })
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
  owner: Int32Array,
): Claim {
  const timesIn = items.times.indicesWithin(at)
  const base = readings.get(pick.token) ?? readingOfNothing
  const reading = fromTime(
    w,
    pick.token,
    base,
    // A date inside a statement that this one holds dates that one.
    timesIn.map((i) => items.times.at(i)).filter((t) => isOwn(w, owner, t, pick.token)),
    items.published,
  )
  const last = chain.at(-1)
  const stated = statedOn(items, chain, dates)
  return {
    ...at,
    ...(pick.clause === null ? {} : { clause: pick.clause }),
    chain,
    mode: reading.mode,
    polarity: reading.polarity,
    certainty: reading.certainty,
    events: items.events.indicesWithin(at),
    times: timesIn,
    places: items.places.indicesWithin(at),
    quantities: items.quantities
      .indicesWithin(at)
      .filter((i) => isFigured(w.text, items.quantities.at(i))),
    statedOn: stated.edtf,
    why: {
      span: `claim/${pick.rule}`,
      chain: last === undefined ? 'claim/CA1' : `attribution/${w.attributions[last]?.rule ?? ''}`,
      ...reading.why,
      statedOn: stated.rule,
    },
    rests: {
      span: [at],
      chain: voiceOf(w.attributions[last ?? -1]),
      ...reading.rests,
      statedOn: stated.words,
    },
  }
}

/** CA42: every value of a quantity is a figure of its words. */
function isFigured(text: string, q: QuantityItem): boolean {
  const words = text.slice(q.from, q.to)
  return [q.low, q.best, q.high].every((n) => n === null || numberStands(words, n))
}

/** Where the sentence of the source's words starts. */
function sentenceStart(w: Words, a: Attribution): number {
  const token = firstTokenFrom(w.tokens, a.source[0]?.from ?? a.from)
  return w.sentences[w.tokens[token]?.sentence ?? 0]?.from ?? 0
}

/** The words that say who speaks: source and cue. */
function voiceOf(a: Attribution | undefined): Span[] {
  return [...(a?.source ?? []), ...(a?.cue ?? [])].sort((x, y) => x.from - y.from)
}

function isOwn(w: Words, owner: Int32Array, at: Span, token: number): boolean {
  return owner[firstTokenFrom(w.tokens, at.from)] === token
}

function statedOn(
  items: Items,
  chain: readonly number[],
  dates: readonly (Statement | null)[],
): { edtf: string | null; rule: string; words: Span[] } {
  for (const a of [...chain].reverse()) {
    const date = dates[a]
    if (!date) continue
    const { from, to } = items.times.at(date.time)
    return { edtf: date.edtf, rule: 'claim/CA31', words: [{ from, to }] }
  }
  return chain.length === 0
    ? { edtf: items.published, rule: 'claim/CA30', words: [] }
    : { edtf: null, rule: 'claim/CA32', words: [] }
}

const readingOfNothing: Reading = {
  mode: 'fact',
  polarity: 'affirmed',
  certainty: { words: [], class: null, low: null, high: null, scheme: null },
  why: {},
  rests: {},
}
