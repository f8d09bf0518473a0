/** Finds when and where an event is (EV20-EV23): what hangs on its predicate, else what stands in its clause. */
import { keyAt, type Words } from './words.ts'

export interface Circumstances {
  readonly time: number | null
  readonly place: number | null
}

/** For every clause head the first time and the first place in the clause, for events that have none of their own. */
export interface ClauseCircumstances {
  readonly time: ReadonlyMap<number, number>
  readonly place: ReadonlyMap<number, number>
}

/** Place roles that do not say where something happens. */
const elsewhere = new Set(['metonym', 'dateline'])

export function clauseCircumstances(w: Words): ClauseCircumstances {
  const time = new Map<number, number>()
  const place = new Map<number, number>()
  for (let i = 0; i < w.tokens.length; i++) {
    const owner = w.owner[i] ?? -1
    if (owner < 0) continue
    const t = w.time[i] ?? -1
    if (t >= 0 && !time.has(owner) && isWhen(w, i, t)) time.set(owner, t)
    const p = w.place[i] ?? -1
    if (p >= 0 && !place.has(owner) && !elsewhere.has(w.places[p]?.role ?? '')) place.set(owner, p)
  }
  return { time, place }
}

/** Time and place of the event at `token`. */
export function circumstancesOf(
  w: Words,
  token: number,
  clause: ClauseCircumstances,
): Circumstances {
  let time = -1
  let place = -1
  for (
    let i = w.tree.firstOf(token);
    i <= w.tree.lastOf(token) && i < w.tree.firstOf(token) + 60;
    i++
  ) {
    if (w.owner[i] !== w.owner[token] || !below(w, i, token)) continue
    const t = w.time[i] ?? -1
    if (time < 0 && t >= 0 && isWhen(w, i, t)) time = t
    const p = w.place[i] ?? -1
    if (place < 0 && p >= 0 && !elsewhere.has(w.places[p]?.role ?? '')) place = p
  }
  const owner = w.owner[token] ?? -1
  return {
    time: time >= 0 ? time : (clause.time.get(owner) ?? null),
    place: place >= 0 ? place : (clause.place.get(owner) ?? null),
  }
}

/**
 * EV22: "for three weeks" tells how long, "over the past three weeks" when; "as of Monday" is when it was counted, not when
 * it was.
 */
function isWhen(w: Words, token: number, index: number): boolean {
  const time = w.times[index]
  if (!time || (time.kind === 'duration' && time.edtf === null)) return false
  let first = token
  while (first > 0 && w.time[first - 1] === index) first--
  const word = keyAt(w, first)
  // The words may stand inside of the expression or before it.
  if (word === 'as' && keyAt(w, first + 1) === 'of') return false
  return !(keyAt(w, first - 1) === 'of' && keyAt(w, first - 2) === 'as')
}

function below(w: Words, node: number, top: number): boolean {
  let n = node
  for (let step = 0; step < 12 && n >= 0; step++) {
    if (n === top) return true
    n = w.tree.headOf(n)
  }
  return false
}
