/** Puts a document's claims together: picks, spans, readings, chains, and the items in their words. */
import type { Diagnostic } from '../../fault/diagnostic.ts'
import { diagnostic } from '../../fault/diagnostic.ts'
import type { Attribution } from '../../layers/attributions.ts'
import type { Claim } from '../../layers/claims.ts'
import { type Solid, whole } from './gate.ts'
import { hopsOf } from './hops.ts'
import type { Items } from './items.ts'
import { isCue, isHollow, isPartOf } from './parts.ts'
import { type Cues, cuesOf } from './reading.ts'
import { ownReadings } from './readings.ts'
import { withoutRepeats } from './repeats.ts'
import { type Pick, selectHeads } from './select.ts'
import { type Spans, spanOf, spansOf } from './spans.ts'
import { speakerStands } from './speakers.ts'
import { statementDates } from './statement.ts'
import { chainOf, voicesOf } from './voices.ts'
import { firstTokenFrom, type Voices, type Words } from './words.ts'
import { claimAt } from './write.ts'

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
  const readings = ownReadings(w, voices, cues, items, picks, spans, hops)
  const dates = statementDates(w, items.times)
  const solid: Solid = { lists: [items.names, items.times, items.quantities] }
  const named = w.attributions.map(
    (a, i) =>
      !hops[i] || isSameVoice(w, a) || speakerStands(w.text, a, items.people, sentenceStart(w, a)),
  )
  const seen = new Set<string>()
  const claims: Claim[] = []
  const diagnostics: Diagnostic[] = []
  for (const pick of picks) {
    const reach = spans.reachOf.get(pick.token)
    if (!reach) continue
    const beside = pick.rule === 'CA64'
    if (
      !beside &&
      (isPartOf(w, pick, spans, readings, items.unreal) ||
        isCue(w, voices, reach) ||
        isHollow(w, reach))
    )
      continue
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
    const reading = readings.get(pick.token)
    if (reading) claims.push(claimAt(w, items, pick, at, chain, reading, dates, spans.owner))
  }
  return { claims: withoutRepeats(claims), diagnostics }
}

/** "MORGAN: I think": who speaks of itself in its own words has the name that these words have. */
function isSameVoice(w: Words, a: Attribution): boolean {
  const parent = w.attributions[a.parent ?? -1]
  if (!parent || a.speaker === null) return false
  return parent.speaker === a.speaker && parent.sourceName === a.sourceName
}

/** Where the sentence of the source's words starts. */
function sentenceStart(w: Words, a: Attribution): number {
  const token = firstTokenFrom(w.tokens, a.source[0]?.from ?? a.from)
  return w.sentences[w.tokens[token]?.sentence ?? 0]?.from ?? 0
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
    verbs: items.reporting,
    unreal: items.unreal,
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
