/** Clauses: one per predicate that states, supposes or asks something, with its subject and the clause that governs it. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

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
