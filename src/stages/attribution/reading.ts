/** Reading: one report's tokens, tags, tree and quotation marks, indexed once for all rules of this stage. */
import type { Quotation } from '../../layers/quotations.ts'
import type { Sentence } from '../../layers/sentences.ts'
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Span } from '../../text/span.ts'
import { Tree } from '../../text/tree.ts'

/** Tokens `first` up to, not with, `end`. */
export interface Range {
  readonly first: number
  readonly end: number
}

/** What the rules ask of a report. Every question outside the text has an empty answer, so rules need no bounds checks. */
export class Reading {
  readonly text: string
  readonly length: number
  readonly tree: Tree
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  /** Per sentence, its first token; one more entry closes the last. */
  readonly #starts: Int32Array
  /** Per token, the outermost quotation that holds it (marks included), or -1. */
  readonly #quote: Int32Array
  /** Per quotation, its tokens, marks included. */
  readonly #quoteRanges: Range[]
  readonly #tokens: readonly Token[]
  readonly #tags: readonly Tag[]
  readonly #arcs: readonly Arc[]

  constructor(
    text: string,
    tokens: readonly Token[],
    tags: readonly Tag[],
    arcs: readonly Arc[],
    sentences: readonly Sentence[],
    quotations: readonly Quotation[],
  ) {
    this.text = text
    this.length = tokens.length
    this.#tokens = tokens
    this.#tags = tags
    this.#arcs = arcs
    this.sentences = sentences
    this.quotations = quotations
    this.tree = Tree.of(arcs.map((a) => a.head))
    this.#starts = new Int32Array(sentences.length + 1).fill(tokens.length)
    for (let i = tokens.length - 1; i >= 0; i--) {
      const s = tokens[i]?.sentence ?? 0
      this.#starts[s] = i
    }
    for (let s = sentences.length - 1; s >= 0; s--) {
      const start = this.#starts[s] ?? tokens.length
      if (start === tokens.length) this.#starts[s] = this.#starts[s + 1] ?? tokens.length
    }
    this.#quote = new Int32Array(tokens.length).fill(-1)
    this.#quoteRanges = quotations.map(() => ({ first: 0, end: 0 }))
    this.#placeQuotations()
  }

  #placeQuotations(): void {
    let i = 0
    let reach = -1
    for (const [q, at] of this.quotations.entries()) {
      if (at.from < reach) continue
      reach = at.to
      while (i < this.length && (this.#tokens[i]?.from ?? 0) < at.from) i++
      const first = i
      while (i < this.length && (this.#tokens[i]?.from ?? 0) < at.to) this.#quote[i++] = q
      this.#quoteRanges[q] = { first, end: i }
    }
  }

  form(i: number): string {
    return this.#tokens[i]?.form ?? ''
  }

  key(i: number): string {
    return this.#tokens[i]?.key ?? ''
  }

  isPunct(i: number): boolean {
    return this.#tokens[i]?.kind === 'punct'
  }

  lemma(i: number): string {
    return this.#tags[i]?.lemma ?? ''
  }

  upos(i: number): string {
    return this.#tags[i]?.upos ?? ''
  }

  xpos(i: number): string {
    return this.#tags[i]?.xpos ?? ''
  }

  deprel(i: number): string {
    return this.#arcs[i]?.deprel ?? ''
  }

  head(i: number): number {
    return this.#arcs[i]?.head ?? -1
  }

  /** True for a word that is written with a capital. */
  isName(i: number): boolean {
    return this.form(i) !== this.key(i)
  }

  /** The first child with one of the relations, or -1. */
  child(i: number, ...relations: readonly string[]): number {
    for (const c of this.tree.childrenOf(i)) if (relations.includes(this.deprel(c))) return c
    return -1
  }

  sentenceOf(i: number): number {
    return this.#tokens[i]?.sentence ?? -1
  }

  /** The tokens of a sentence. */
  sentence(s: number): Range {
    return { first: this.#starts[s] ?? this.length, end: this.#starts[s + 1] ?? this.length }
  }

  /** The outermost quotation round a token, or -1. */
  quoteOf(i: number): number {
    return this.#quote[i] ?? -1
  }

  /** The tokens of a quotation, marks included; empty for a quotation inside another. */
  quote(q: number): Range {
    return this.#quoteRanges[q] ?? { first: 0, end: 0 }
  }

  /** The place of a token range in the text. */
  span(r: Range): Span {
    return { from: this.#tokens[r.first]?.from ?? 0, to: this.#tokens[r.end - 1]?.to ?? 0 }
  }

  from(i: number): number {
    return this.#tokens[i]?.from ?? this.text.length
  }

  to(i: number): number {
    return this.#tokens[i]?.to ?? this.text.length
  }
}
