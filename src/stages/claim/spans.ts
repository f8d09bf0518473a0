/** Gives every pick its evidence (CA13-CA17): from its first to its last own word in one voice and one sentence. */
import type { Span } from '../../text/span.ts'
import { settleEdges } from './edges.ts'
import { handBack, handOver, splitAtThat } from './hand-over.ts'
import type { Pick, Selection } from './select.ts'
import { isPunct, labelAt, type Reach, type Voices, type Words } from './words.ts'

export interface Spans {
  /** Token index of the pick that each token belongs to, or -1. */
  readonly owner: Int32Array
  readonly reachOf: ReadonlyMap<number, Reach>
  /** Picks whose words lie inside the claim of the pick above them. */
  readonly inside: ReadonlySet<number>
}

/** Own words of every pick; words that only frame speech belong to none, unless the content takes them in. */
export function spansOf(w: Words, voices: Voices, selection: Selection): Spans {
  const byToken = new Map(selection.picks.map((p) => [p.token, p]))
  const isHead = (i: number): boolean => byToken.has(i) || selection.frames.has(i)
  const owner = w.tree.owners(isHead)
  adopt(w, voices, selection, owner)
  handOver(w, selection.picks, owner)
  splitAtThat(w, isHead, owner)
  handBack(w, selection.picks, owner)
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  for (let i = 0; i < owner.length; i++) {
    const head = owner[i] ?? -1
    if (!byToken.has(head) || isPunct(w, i)) continue
    if (voices.inner[i] !== voices.inner[head]) continue
    if (w.tokens[i]?.sentence !== w.tokens[head]?.sentence) continue
    if (!first.has(head)) first.set(head, i)
    last.set(head, i)
  }
  const own = new Map<number, Reach>()
  for (const pick of selection.picks) {
    const from = first.get(pick.token) ?? pick.token
    const end = (last.get(pick.token) ?? pick.token) + 1
    const reach = trimmed(w, pick, from, end, owner)
    own.set(pick.token, pick.tells === null ? reach : withContent(w, voices, pick.tells, reach))
  }
  const { reachOf, inside } = takeIn(w, voices, selection.picks, owner, own)
  const settled = new Map<number, Reach>()
  for (const pick of selection.picks) {
    const reach = reachOf.get(pick.token)
    if (reach) settled.set(pick.token, settleEdges(w, voices, pick, reach))
  }
  return { owner, reachOf: settled, inside }
}

/** CA4: an act of reporting holds what it reports. */
function withContent(w: Words, voices: Voices, attribution: number, reach: Reach): Reach {
  let { end } = reach
  const sentence = w.tokens[reach.first]?.sentence
  if (w.tokens[end]?.key === 'that' && voices.inner[end + 1] === attribution) end++
  while (w.tokens[end]?.sentence === sentence && voices.inner[end] === attribution) end++
  return { first: reach.first, end }
}

/**
 * CA14: words of the content that hang on the cue ("X is expected to Y": X) go to the content's own claim: the one that
 * hangs on that cue. What stands before its "that", and the cues of other voices, do not.
 */
function adopt(w: Words, voices: Voices, selection: Selection, owner: Int32Array): void {
  const heirs = new Map<number, Map<number, { token: number; start: number; hangs: boolean }>>()
  for (const pick of selection.picks) {
    const index = voices.inner[pick.token] ?? -1
    if (index < 0) continue
    const frame = parentOf(w, pick, owner)
    if (!selection.frames.has(frame)) continue
    const ofFrame =
      heirs.get(frame) ?? new Map<number, { token: number; start: number; hangs: boolean }>()
    const known = ofFrame.get(index)
    // "The audit, which was never published, is believed to ...": what describes a word of the content is not its statement.
    const hangs = !describes(w, pick)
    if (!known || (hangs && !known.hangs))
      ofFrame.set(index, { token: pick.token, start: openingOf(w, pick), hangs })
    heirs.set(frame, ofFrame)
  }
  for (let i = 0; i < owner.length; i++) {
    const heir = heirs.get(owner[i] ?? -1)?.get(voices.inner[i] ?? -1)
    if (heir && i > heir.start && w.tokens[heir.token]?.sentence === w.tokens[i]?.sentence)
      owner[i] = heir.token
  }
}

function describes(w: Words, pick: Pick): boolean {
  const kind = pick.clause === null ? '' : w.clauses[pick.clause]?.kind
  return kind === 'relative' || kind === 'reduced' || kind === 'apposition'
}

/** The "that" that opens the clause of a pick, or -1. */
function openingOf(w: Words, pick: Pick): number {
  const mark = pick.clause === null ? null : (w.clauses[pick.clause]?.mark ?? null)
  return mark !== null && w.tokens[mark]?.key === 'that' ? mark : -1
}

/** CA15: the linking words that the clause leaves off stay off; a frame of doubt is taken in. */
function trimmed(w: Words, pick: Pick, first: number, end: number, owner: Int32Array): Reach {
  const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
  const opener = pick.opener === null ? undefined : w.clauses[pick.opener]
  let from = first
  if (clause && first < clause.first && clause.first <= pick.token)
    while (from < clause.first && (owner[from] !== pick.token || isLeftOff(w, clause.token, from)))
      from++
  if (!clause) while (from < pick.token && isLink(w, from)) from++
  return { first: opener ? Math.min(opener.first, from) : from, end }
}

/** Words in front that the clause itself leaves off; those of another clause without a claim ("changing X could ...") stay. */
function isLeftOff(w: Words, head: number, i: number): boolean {
  if (w.tokens[i]?.key === 'in') return false
  return w.clauseOwner[i] === head || isPunct(w, i) || (isLink(w, i) && labelAt(w, i) !== 'case')
}

function isLink(w: Words, i: number): boolean {
  const label = w.arcs[i]?.deprel
  const key = w.tokens[i]?.key
  return (
    label === 'cc' ||
    label === 'case' ||
    (label === 'mark' && key !== 'to' && key !== 'if') ||
    (key === 'that' && !label?.startsWith('nsubj'))
  )
}

/**
 * CA16: what completes a statement stays inside it, whether or not it carries a claim of its own: a restrictive relative
 * clause, a purpose, a participle without a comma, a complement in the same voice.
 */
function takeIn(
  w: Words,
  voices: Voices,
  picks: readonly Pick[],
  owner: Int32Array,
  own: ReadonlyMap<number, Reach>,
): { reachOf: ReadonlyMap<number, Reach>; inside: ReadonlySet<number> } {
  const reachOf = new Map(own)
  const inside = new Set<number>()
  for (const pick of deepestFirst(w, picks, owner)) {
    const above = parentOf(w, pick, owner)
    const outer = reachOf.get(above)
    const inner = reachOf.get(pick.token)
    if (!outer || !inner || !completes(w, voices, pick, above, outer, inner)) continue
    inside.add(pick.token)
    reachOf.set(above, {
      first: Math.min(outer.first, inner.first),
      end: Math.max(outer.end, inner.end),
    })
  }
  return { reachOf, inside }
}

function parentOf(w: Words, pick: Pick, owner: Int32Array): number {
  const head = w.tree.headOf(pick.token)
  const above = head < 0 ? -1 : (owner[head] ?? -1)
  // A pick that adopted the words above it has none over it.
  return above === pick.token ? -1 : above
}

const restrictive = new Set(['relative', 'reduced', 'purpose', 'participial'])

function completes(
  w: Words,
  voices: Voices,
  pick: Pick,
  above: number,
  outer: Reach,
  inner: Reach,
): boolean {
  if (voices.inner[pick.token] !== voices.inner[above]) return false
  if (w.tokens[pick.token]?.sentence !== w.tokens[above]?.sentence) return false
  if (pick.rule === 'CA18' || pick.rule === 'CA70') return true
  const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
  if (!clause || clause.joins !== null) return false
  if (clause.kind === 'complement' || clause.kind === 'subject') return true
  // "The talks come after": the verb says nothing without what it follows.
  if (clause.kind === 'adverbial' && w.tags[above]?.lemma === 'come')
    return isNext(w, outer.end, inner.first)
  if (!restrictive.has(clause.kind)) return false
  // A comma or dash before it sets it apart; in front of its verb it stands alone.
  return inner.first >= outer.first && isNext(w, outer.end, inner.first)
}

/** True when at most three linking words and no punctuation stand between the two. */
function isNext(w: Words, end: number, first: number): boolean {
  if (first - end > 3 || isPunct(w, first - 1)) return false
  for (let i = end; i < first; i++) if (isPunct(w, i)) return false
  return true
}

/** Picks with those below others first. */
function deepestFirst(w: Words, picks: readonly Pick[], owner: Int32Array): Pick[] {
  const below = new Map<number, Pick[]>()
  const isPick = new Set(picks.map((p) => p.token))
  const order: Pick[] = []
  for (const pick of picks) {
    const above = parentOf(w, pick, owner)
    if (!isPick.has(above)) order.push(pick)
    else if (below.has(above)) below.get(above)?.push(pick)
    else below.set(above, [pick])
  }
  for (let k = 0; k < order.length; k++) order.push(...(below.get(order[k]?.token ?? -1) ?? []))
  return order.reverse()
}

/** The words of a reach. */
export function spanOf(w: Words, reach: Reach): Span {
  const from = w.tokens[reach.first]?.from ?? 0
  return { from, to: Math.max(from, w.tokens[reach.end - 1]?.to ?? from) }
}
