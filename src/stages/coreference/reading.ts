/** Reading: the tokens of one report with what reference rules ask of them - tags, sentence, quotation, name. */
import type { Name } from '../../layers/names.ts'
import type { Quotation } from '../../layers/quotations.ts'
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'

/** Questions outside the text have empty answers, so that rules need no bounds checks. */
export class Reading {
  readonly length: number
  readonly text: string
  readonly #tokens: readonly Token[]
  readonly #tags: readonly Tag[]
  readonly #arcs: readonly Arc[]
  /** Per token, the name it belongs to, or -1. */
  readonly #name: Int32Array
  /** Per token, the quotation it stands in, or -1. */
  readonly #quote: Int32Array
  /** Per name, its first token and the token after its last. */
  readonly #nameFirst: Int32Array
  readonly #nameEnd: Int32Array

  constructor(
    text: string,
    tokens: readonly Token[],
    tags: readonly Tag[],
    arcs: readonly Arc[],
    names: readonly Name[],
    quotations: readonly Quotation[],
  ) {
    this.text = text
    this.#tokens = tokens
    this.#tags = tags
    this.#arcs = arcs
    this.length = tokens.length
    this.#name = mark(tokens, names)
    this.#quote = mark(tokens, quotations)
    this.#nameFirst = new Int32Array(names.length).fill(-1)
    this.#nameEnd = new Int32Array(names.length).fill(-1)
    for (let i = 0; i < this.length; i++) {
      const n = this.#name[i] ?? -1
      if (n < 0) continue
      if (this.#nameFirst[n] === -1) this.#nameFirst[n] = i
      this.#nameEnd[n] = i + 1
    }
  }

  key(i: number): string {
    return this.#tokens[i]?.key ?? ''
  }

  from(i: number): number {
    return this.#tokens[i]?.from ?? this.text.length
  }

  to(i: number): number {
    return this.#tokens[i]?.to ?? this.text.length
  }

  upos(i: number): string {
    return this.#tags[i]?.upos ?? ''
  }

  xpos(i: number): string {
    return this.#tags[i]?.xpos ?? ''
  }

  lemma(i: number): string {
    return this.#tags[i]?.lemma ?? this.key(i)
  }

  head(i: number): number {
    return this.#arcs[i]?.head ?? -1
  }

  deprel(i: number): string {
    return this.#arcs[i]?.deprel ?? ''
  }

  sentence(i: number): number {
    return this.#tokens[i]?.sentence ?? -1
  }

  name(i: number): number {
    return this.#name[i] ?? -1
  }

  quote(i: number): number {
    return this.#quote[i] ?? -1
  }

  nameFirst(n: number): number {
    return this.#nameFirst[n] ?? -1
  }

  nameEnd(n: number): number {
    return this.#nameEnd[n] ?? -1
  }

  together(i: number, j: number): boolean {
    return i >= 0 && j >= 0 && this.sentence(i) >= 0 && this.sentence(i) === this.sentence(j)
  }

  /** True when the words `first` to `end` are the subject of a verb: by the tree, else by what follows. */
  isSubject(first: number, end: number): boolean {
    for (let i = first; i < end; i++) {
      const head = this.head(i)
      if (head >= first && head < end) continue
      const deprel = this.deprel(i)
      return deprel.startsWith('nsubj') || deprel === 'csubj'
    }
    return false
  }

  /** The token of `first` to `end` whose head lies outside. */
  headOf(first: number, end: number): number {
    for (let i = first; i < end; i++) {
      const head = this.head(i)
      if (head < first || head >= end) return i
    }
    return end - 1
  }
}

function mark(
  tokens: readonly Token[],
  spans: readonly { from: number; to: number }[],
): Int32Array {
  const out = new Int32Array(tokens.length).fill(-1)
  let at = 0
  for (const [s, span] of spans.entries()) {
    while (at < tokens.length && (tokens[at]?.from ?? 0) < span.from) at++
    for (let i = at; i < tokens.length && (tokens[i]?.to ?? 0) <= span.to; i++)
      if (out[i] === -1) out[i] = s
  }
  return out
}
