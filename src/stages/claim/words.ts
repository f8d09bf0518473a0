/** One document as the claim rules see it: words, clauses, cues, and whose words each token is. */
import type { Attribution } from '../../layers/attributions.ts'
import type { Clause } from '../../layers/clauses.ts'
import type { Paragraph } from '../../layers/paragraphs.ts'
import type { Sentence } from '../../layers/sentences.ts'
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Span } from '../../text/span.ts'
import type { Tree } from '../../text/tree.ts'

export interface Words {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  readonly arcs: readonly Arc[]
  readonly tree: Tree
  readonly sentences: readonly Sentence[]
  readonly paragraphs: readonly Paragraph[]
  readonly clauses: readonly Clause[]
  readonly clauseAt: ReadonlyMap<number, number>
  /** Token index of the clause head that each token belongs to, or -1. */
  readonly clauseOwner: Int32Array
  readonly attributions: readonly Attribution[]
}

/** Whose words each token is: the innermost attribution whose content holds it, and which tokens are cues. */
export interface Voices {
  /** Index into `attributions`, or -1 for the report's own words. */
  readonly inner: Int32Array
  /** Index into `attributions` plus one where the token is a cue word, else 0. */
  readonly cue: Int32Array
  /** One where the token names a source. */
  readonly source: Uint8Array
}

export function isPunct(w: Words, i: number): boolean {
  return w.tags[i]?.upos === 'PUNCT'
}

export function labelAt(w: Words, i: number): string {
  return w.arcs[i]?.deprel ?? ''
}

/** The first token that starts at or after `pos`. */
export function firstTokenFrom(tokens: readonly Token[], pos: number): number {
  let lo = 0
  let hi = tokens.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if ((tokens[mid]?.from ?? 0) < pos) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** Calls `visit` for the tokens that lie in the span. */
export function eachToken(w: Words, at: Span, visit: (token: number) => void): void {
  for (let i = firstTokenFrom(w.tokens, at.from); i < w.tokens.length; i++) {
    const token = w.tokens[i]
    if (!token || token.from >= at.to) return
    if (token.to <= at.to) visit(i)
  }
}
