/** Merges: which sources count as one now, with the reason of each - by rule, by a person's merge, less what was split. */
import type { ReviewRecord } from '../model/records.ts'
import type { AnonymousProfile, SourceType } from '../model/source.ts'
import { type Cell, fromCell } from './cells.ts'
import type { Database } from './database.ts'
import type { Reviews } from './reviews.ts'
import { type CouldBe, couldBe, type Join, joinsOf, type Known } from './same-source.ts'

/** A merge that stands: by a rule of Hearsay, or by a review. */
export interface Merge extends Join {
  /** Who said so; null for a rule. */
  readonly by: string | null
  readonly at: string | null
  /** The review that says so; null for a rule. */
  readonly review: string | null
}

/** Merges that stand after the decisions, oldest first: a split takes back every earlier one between its two, rules included. */
export function standing(
  decisions: readonly ReviewRecord[],
  byRule: readonly Join[] = [],
): readonly Merge[] {
  let merges: Merge[] = byRule.map((j) => ({ ...j, by: null, at: null, review: null }))
  for (const { id, act, on, value, note, by, at } of decisions) {
    if (value === null) continue
    if (act === 'merge')
      merges.push({ from: on, into: value, why: note ?? 'no reason given', by, at, review: id })
    else merges = merges.filter((m) => !isBetween(m, on, value))
  }
  return merges
}

function isBetween(m: Join, a: string, b: string): boolean {
  return (m.from === a && m.into === b) || (m.from === b && m.into === a)
}

/** "A into B" says that A and B are one: both count under what B counts under. */
export function rootsOf(merges: readonly Join[]): ReadonlyMap<string, string> {
  const into = new Map<string, string>()
  const rootOf = (id: string): string => {
    let at = id
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
    return at
  }
  for (const { from, into: to } of merges) {
    const [a, b] = [rootOf(from), rootOf(to)]
    if (a !== b) into.set(a, b)
  }
  return new Map([...into.keys()].map((id) => [id, rootOf(id)]))
}

/** The merges to take back so that two sources count as one no more: the first step of every way from `a` to `b`. */
export function cutsBetween(merges: readonly Merge[], a: string, b: string): Join[] {
  const left = [...merges]
  const cuts: Join[] = []
  for (;;) {
    const step = firstStep(left, a, b)
    if (step === null) return cuts
    cuts.push({ from: a, into: step, why: '' })
    for (let i = left.length - 1; i >= 0; i--) {
      const m = left[i]
      if (m && isBetween(m, a, step)) left.splice(i, 1)
    }
  }
}

/** The neighbour of `a` on a way to `b`, or null where there is no way. */
function firstStep(merges: readonly Merge[], a: string, b: string): string | null {
  const cameBy = new Map<string, string>()
  const seen = new Set([a])
  const queue = [a]
  for (const at of queue)
    for (const m of merges) {
      const next = m.from === at ? m.into : m.into === at ? m.from : null
      if (next === null || seen.has(next)) continue
      seen.add(next)
      cameBy.set(next, at === a ? next : (cameBy.get(at) ?? next))
      queue.push(next)
    }
  return cameBy.get(b) ?? null
}

interface Row {
  readonly id: string
  readonly name: Cell
  readonly type: SourceType
  readonly anonymous: string | null
}

function knownOf(row: Row): Known {
  return {
    id: row.id,
    name: fromCell(row.name),
    type: row.type,
    anonymous: row.anonymous === null ? null : (JSON.parse(row.anonymous) as AnonymousProfile),
  }
}

/** The merges of a ledger. */
export class Merges {
  readonly #db: Database
  readonly #reviews: Reviews
  #kept: { readonly state: string; readonly joins: readonly Join[] } | null = null

  constructor(db: Database, reviews: Reviews) {
    this.#db = db
    this.#reviews = reviews
  }

  all(): readonly Merge[] {
    return standing(this.#reviews.ofSources(), this.#byRule())
  }

  /** Which source each merged one counts under. */
  roots(): ReadonlyMap<string, string> {
    return rootsOf(this.all())
  }

  /** A source and all that count as one with it. */
  together(source: string): readonly string[] {
    const roots = this.roots()
    const one = roots.get(source) ?? source
    return [one, ...[...roots].flatMap(([id, under]) => (under === one ? [id] : []))]
  }

  /** Unnamed sources that could be this one; those that a person said are not, or that are merged already, are left out. */
  couldBe(source: string): CouldBe[] {
    const [known] = this.#known('and s.id = ?', source)
    if (known === undefined) return []
    const apart = new Set(this.#reviews.splitFrom(source))
    const roots = this.roots()
    const one = roots.get(source) ?? source
    const others = this.#known('and s.id <> ?', source).filter(
      (o) => !apart.has(o.id) && (roots.get(o.id) ?? o.id) !== one,
    )
    return couldBe(known, others)
  }

  /** Joins by rule, worked out once for each state of the ledger. */
  #byRule(): readonly Join[] {
    const state = String(
      Object.values(
        this.#db
          .sql(
            `select (select coalesce(max(seq), 0) from analyses) || ' ' || (select count(*) from sources)`,
          )
          .get() ?? {},
      )[0],
    )
    if (this.#kept?.state !== state)
      this.#kept = { state, joins: joinsOf(this.#known('and s.anonymous is null')) }
    return this.#kept.joins
  }

  #known(also: string, ...values: readonly string[]): Known[] {
    return this.#db
      .sql<Row>(
        `select s.id, s.name, s.type, s.anonymous from sources s
        where exists (select 1 from claim_sources k where k.source = s.id) ${also} order by s.id`,
      )
      .all(...values)
      .map(knownOf)
  }
}
