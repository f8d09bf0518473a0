/** Clauses: one per predicate that states, supposes or asks something, with its subject and the clause that governs it. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'
import type { SpanList } from '../text/span-list.ts'
import type { Tree } from '../text/tree.ts'

export type ClauseKind =
  | 'main'
  | 'complement'
  | 'subject'
  | 'relative'
  | 'reduced'
  | 'adverbial'
  | 'condition'
  | 'participial'
  | 'purpose'
  | 'apposition'
  | 'fragment'

/**
 * At the shortest words that carry the proposition: clauses at its edges that stand for themselves are left out, those
 * in its middle are inside.
 */
export interface Clause extends Span {
  readonly kind: ClauseKind
  /** Token index of the head word: the verb, or what the copula predicates. */
  readonly token: number
  /** First token of the clause's own words and the one after the last. */
  readonly first: number
  readonly end: number
  readonly sentence: number
  /** Index into `clauses` of the governing clause, or null. */
  readonly parent: number | null
  /** Index into `clauses` of the first of coordinated clauses, where this is a later one. */
  readonly joins: number | null
  /** Token index of the subject's head word, own or shared with the clause it joins; null where there is none. */
  readonly subject: number | null
  /** True when the subject stands in the clause itself. */
  readonly ownSubject: boolean
  /** True for a finite verb or copula. */
  readonly finite: boolean
  /** Token index of "that", "if", "because", "to" ..., or null. */
  readonly mark: number | null
  readonly rule: string
}

export const clauses = defineLayer<Clause>()('clauses', 1)

/** Which clause each word belongs to, by token index. */
export interface ClauseIndex {
  /** Index into `clauses` by the token that heads it. */
  readonly at: ReadonlyMap<number, number>
  /** Token index of the clause head that each token belongs to, or -1. */
  readonly owner: Int32Array
}

const indices = new WeakMap<SpanList<Clause>, ClauseIndex>()

/** The index of a document's clauses; built once for all stages that read it. */
export function clauseIndexOf(list: SpanList<Clause>, tree: Tree): ClauseIndex {
  const known = indices.get(list)
  if (known) return known
  const at = new Map(list.map((c, i) => [c.token, i]))
  const owner = tree.owners((i) => at.has(i))
  handOver(list, owner)
  const index = { at, owner }
  indices.set(list, index)
  return index
}

/** How many words behind a conjunct are looked at, so that a sentence without end costs no more than others. */
const farthest = 200

/** What stands behind a later conjunct, or between it and its conjunction, is that conjunct's, wherever the tree hung it. */
function handOver(list: SpanList<Clause>, owner: Int32Array): void {
  for (const c of [...list.items].sort((a, b) => b.token - a.token)) {
    const lead = c.joins === null ? undefined : list.items[c.joins]
    if (!lead || lead.token >= c.first || c.first > c.token) continue
    const end = Math.min(Math.max(c.end, lead.end), c.token + farthest)
    for (let i = c.first; i < end; i++) if (owner[i] === lead.token) owner[i] = c.token
  }
}
