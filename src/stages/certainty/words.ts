/** The words of one document as the rules of this stage see them, and the phrase search over them. */
import type { Clause } from '../../layers/clauses.ts'
import type { Quotation } from '../../layers/quotations.ts'
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Span } from '../../text/span.ts'
import type { Tree } from '../../text/tree.ts'
import type { PhraseBook } from './lexicons.ts'

export interface Words {
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  /** Lemmas in lower case. */
  readonly lemmas: readonly string[]
  readonly arcs: readonly Arc[]
  readonly tree: Tree
  readonly clauses: readonly Clause[]
  /** Token index of the clause head that each token belongs to, or -1. */
  readonly owner: Int32Array
  /** Clause index by head token. */
  readonly clauseAt: ReadonlyMap<number, number>
  readonly quotations: readonly Quotation[]
  /** One where the token belongs to a time expression. */
  readonly timed: Uint8Array
}

/** A listed phrase found at tokens `from` (inclusive) to `to` (exclusive). */
export interface Match<V> {
  readonly from: number
  readonly to: number
  readonly values: readonly V[]
}

/** The longest phrase at every token, left to right, without overlaps. */
export function phrases<V>(w: Words, book: PhraseBook<V>): Match<V>[] {
  const out: Match<V>[] = []
  let sentence = -1
  const formAt = (k: number): string | null =>
    w.tokens[k]?.sentence === sentence ? (w.tokens[k]?.key ?? null) : null
  const lemmaAt = (k: number): string | null =>
    w.tokens[k]?.sentence === sentence ? (w.lemmas[k] ?? null) : null
  for (let i = 0; i < w.tokens.length; ) {
    sentence = w.tokens[i]?.sentence ?? -1
    const form = book.formStarts.has(formAt(i) ?? '') ? book.form.longest(i, formAt) : null
    const lemma = book.lemmaStarts.has(lemmaAt(i) ?? '') ? book.lemma.longest(i, lemmaAt) : null
    const best = lemma && (!form || lemma.length > form.length) ? lemma : form
    if (best) out.push({ from: i, to: i + best.length, values: best.value })
    i += best ? best.length : 1
  }
  return out
}

export function keyAt(w: Words, i: number): string {
  return w.tokens[i]?.key ?? ''
}

export function uposAt(w: Words, i: number): string {
  return w.tags[i]?.upos ?? ''
}

export function xposAt(w: Words, i: number): string {
  return w.tags[i]?.xpos ?? ''
}

export function labelAt(w: Words, i: number): string {
  return w.arcs[i]?.deprel ?? ''
}

/** The word of a phrase whose head lies outside it; of several the last one that is not a function word. */
export function topOf(w: Words, from: number, to: number): number {
  let top = from
  for (let i = from; i < to; i++) {
    const head = w.tree.headOf(i)
    if (head >= from && head < to) continue
    const label = labelAt(w, i)
    if (i === from || (label !== 'mark' && label !== 'case' && label !== 'aux' && label !== 'cop'))
      top = i
  }
  return top
}

/** The words governed: the clause of `on`, or for a word inside a clause its own subtree. */
export function scopeOf(w: Words, on: number): Span {
  const index = w.clauseAt.get(on)
  const clause = index === undefined ? undefined : w.clauses[index]
  if (clause) return { from: clause.from, to: clause.to }
  const from = w.tokens[w.tree.firstOf(on)]?.from ?? 0
  const to = w.tokens[w.tree.lastOf(on)]?.to ?? from
  return { from, to }
}

export function spanOf(w: Words, from: number, to: number): Span {
  return { from: w.tokens[from]?.from ?? 0, to: w.tokens[to - 1]?.to ?? 0 }
}
