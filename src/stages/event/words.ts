/** One document as the event rules see it: words, clauses, and the entity, time or place that each word stands for. */
import type { Clause } from '../../layers/clauses.ts'
import type { Entity } from '../../layers/entities.ts'
import type { PlaceItem } from '../../layers/places.ts'
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { TimeItem } from '../../layers/times.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Span } from '../../text/span.ts'
import type { Tree } from '../../text/tree.ts'

export interface Words {
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  /** Lemmas in lower case. */
  readonly lemmas: readonly string[]
  readonly arcs: readonly Arc[]
  readonly tree: Tree
  readonly clauses: readonly Clause[]
  readonly clauseAt: ReadonlyMap<number, number>
  /** Token index of the clause head that each token belongs to, or -1. */
  readonly owner: Int32Array
  readonly entities: readonly Entity[]
  /** Index of the entity, time and place that each token stands for, or -1. */
  readonly entity: Int32Array
  readonly time: Int32Array
  readonly place: Int32Array
  /** One where the token is a cue of speech. */
  readonly cue: Uint8Array
  readonly times: readonly TimeItem[]
  readonly places: readonly PlaceItem[]
}

export function labelAt(w: Words, i: number): string {
  return w.arcs[i]?.deprel ?? ''
}

export function lemmaAt(w: Words, i: number): string {
  return w.lemmas[i] ?? ''
}

export function keyAt(w: Words, i: number): string {
  return w.tokens[i]?.key ?? ''
}

export function uposAt(w: Words, i: number): string {
  return w.tags[i]?.upos ?? ''
}

export function entityAt(w: Words, i: number): Entity | undefined {
  return w.entities[w.entity[i] ?? -1]
}

/** The preposition of a noun phrase, "" without one. */
export function caseOf(w: Words, node: number): string {
  for (const c of w.tree.childrenOf(node)) if (labelAt(w, c) === 'case') return keyAt(w, c)
  return ''
}

/** The word that opens a subordinate clause, "" without one. */
export function markOf(w: Words, node: number): string {
  for (const c of w.tree.childrenOf(node)) if (labelAt(w, c) === 'mark') return keyAt(w, c)
  return ''
}

/** Marks the tokens of each span with its value; spans in text order, a later one does not overwrite an earlier. */
export function mark(
  into: Int32Array,
  tokens: readonly Token[],
  spans: readonly { readonly at: Span; readonly value: number }[],
): void {
  let first = 0
  for (const { at, value } of [...spans].sort((a, b) => a.at.from - b.at.from)) {
    while (first < tokens.length && (tokens[first]?.to ?? 0) <= at.from) first++
    for (let i = first; i < tokens.length && (tokens[i]?.from ?? 0) < at.to; i++)
      if (into[i] === -1) into[i] = value
  }
}
