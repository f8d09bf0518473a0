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
  /** One where the token belongs to a time expression. */
  readonly timed: Uint8Array
}

/** The token range of one claim. */
export interface Reach {
  readonly first: number
  /** One past the last token. */
  readonly end: number
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

/** One for every token inside one of the spans, which stand in text order. */
export function coveredBy(tokens: readonly Token[], spans: readonly Span[]): Uint8Array {
  const out = new Uint8Array(tokens.length)
  let k = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    while (k < spans.length && (spans[k]?.to ?? 0) <= token.from) k++
    if ((spans[k]?.from ?? Number.POSITIVE_INFINITY) < token.to) out[i] = 1
  }
  return out
}

/** True for a double quotation mark. */
export function isQuoteMark(w: Words, i: number): boolean {
  const key = w.tokens[i]?.key
  return key === '"' || key === '“' || key === '”' || key === '``' || key === "''"
}

/** "called the vote a "disgrace"": a quotation opens where a content without one ends. */
export function quotesBehind(w: Words, a: Attribution): boolean {
  const last = a.content.at(-1)
  if (!last || a.kind !== 'indirect') return false
  const next = firstTokenFrom(w.tokens, last.to)
  return isQuoteMark(w, next) && w.tokens[next]?.sentence === w.tokens[next - 1]?.sentence
}

/** How many words a clause has. */
export function sizeOf(w: Words, c: Clause): number {
  let n = 0
  for (let i = c.first; i < c.end; i++) if (!isPunct(w, i)) n++
  return n
}
