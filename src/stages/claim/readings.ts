/** Settles how every pick is meant: its own cues, then its sentence, then who says it (CA20-CA29, CA53, CA59). */
import type { Attribution } from '../../layers/attributions.ts'
import type { Hedge } from '../../layers/hedges.ts'
import type { SpanList } from '../../text/span-list.ts'
import { aheadOf, namesThing, verbOf } from './hops.ts'
import {
  because,
  fromExpectation,
  fromHop,
  fromName,
  fromSentence,
  fromThought,
} from './inheritance.ts'
import type { Items } from './items.ts'
import { type Cues, coreOf, type Reading, readingOf } from './reading.ts'
import type { Pick } from './select.ts'
import type { Spans } from './spans.ts'
import { eachToken, quotesBehind, type Voices, type Words } from './words.ts'

/** Readings by head token, parents before the clauses that take over from them. */
export function ownReadings(
  w: Words,
  voices: Voices,
  cues: Cues,
  items: Items,
  picks: readonly Pick[],
  spans: Spans,
  hops: readonly boolean[],
): ReadonlyMap<number, Reading> {
  const expectations = expectationsOf(w, hops)
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
    const told = fromHop(w, a, reading, pick.token)
    const thinks = items.reporting.views.has(w.tags[verbOf(w, a.cue)]?.lemma.toLowerCase() ?? '')
    const held = thinks ? fromThought(a, told) : told
    const settled = fromWish(w, a, items, pick, held)
    out.set(pick.token, pick.rule === 'CA12' && names(w, a, items) ? fromName(settled) : settled)
  }
  return out
}

/** CA71: a thing that is foreseen or wished ("demanded a ransom") is meant as its verb takes it. */
function fromWish(w: Words, a: Attribution, items: Items, pick: Pick, own: Reading): Reading {
  if (pick.rule !== 'CA12' || pick.clause !== null || own.mode !== 'fact') return own
  const mode = aheadOf(w, a, items.reporting)
  return mode === null ? own : { ...own, mode, ...because(own, 'mode', 'claim/CA71', a.cue) }
}

const judging = new Set(['say', 'criticise', 'praise', 'voice'])

/** CA59: "called it a disgrace": a thing with a quoted name for it. */
function names(w: Words, a: Attribution, items: Items): boolean {
  const cue = verbOf(w, a.cue)
  const verb = items.reporting.verbs.get(w.tags[cue]?.lemma.toLowerCase() ?? '')
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
