/** Document: an immutable text with layers of annotation, added once each; an encoder alone may put one in another's place. */

import type { Diagnostic } from '../fault/diagnostic.ts'
import { Fault, raise } from '../fault/fault.ts'
import type { Span } from '../text/span.ts'
import { SpanList } from '../text/span-list.ts'
import type { Layer } from './layer.ts'

/** What is known about a report before it is read. */
export interface DocumentFacts {
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string | null
  /** EDTF level 0 or 1: the anchor of relative dates. */
  readonly published: string | null
  readonly language: string | null
}

const noFacts: DocumentFacts = {
  title: null,
  url: null,
  outlet: null,
  published: null,
  language: 'en',
}

/** Plain data underneath: `toJSON` gives all of it, `Document.fromJSON` takes it back. */
export class Document {
  readonly text: string
  readonly facts: DocumentFacts
  readonly diagnostics: readonly Diagnostic[]
  readonly #layers: ReadonlyMap<string, SpanList<Span>>

  private constructor(
    text: string,
    facts: DocumentFacts,
    layers: ReadonlyMap<string, SpanList<Span>>,
    diagnostics: readonly Diagnostic[],
  ) {
    this.text = text
    this.facts = facts
    this.#layers = layers
    this.diagnostics = diagnostics
  }

  /** A document without layers. */
  static of(text: string, facts: Partial<DocumentFacts> = {}): Document {
    return new Document(text, { ...noFacts, ...facts }, new Map(), [])
  }

  has(layer: Layer<string, Span>): boolean {
    return this.#layers.has(layer.name)
  }

  /** The items of a layer; throws `pipeline/missing-layer` when it was not made. */
  layer<T extends Span>(layer: Layer<string, T>): SpanList<T> {
    const list = this.#layers.get(layer.name)
    if (!list)
      raise('pipeline/missing-layer', { stage: 'the reader', layer: layer.name, maker: null })
    return list as SpanList<T>
  }

  /** A new document that shares the rest and has one more layer; a layer is added once. */
  with<T extends Span>(layer: Layer<string, T>, items: SpanList<T>): Document {
    if (this.#layers.has(layer.name))
      raise('pipeline/made-twice', { stage: 'the caller', layer: layer.name })
    this.#check(layer.name, items)
    return new Document(
      this.text,
      this.facts,
      new Map([...this.#layers, [layer.name, items]]),
      this.diagnostics,
    )
  }

  /** A new document in which the items take the place of those that the layer had. */
  revised<T extends Span>(layer: Layer<string, T>, items: SpanList<T>): Document {
    const others = new Map(this.#layers)
    if (!others.delete(layer.name))
      raise('pipeline/missing-layer', { stage: 'the caller', layer: layer.name, maker: null })
    return new Document(this.text, this.facts, others, this.diagnostics).with(layer, items)
  }

  /** A new document with further remarks. */
  remark(more: readonly Diagnostic[]): Document {
    return more.length === 0
      ? this
      : new Document(this.text, this.facts, this.#layers, [...this.diagnostics, ...more])
  }

  /** A document over the first part of the text, without layers. */
  upTo(end: number): Document {
    return new Document(this.text.slice(0, end), this.facts, new Map(), this.diagnostics)
  }

  /** The same layers over a text that goes on where this one ends. */
  continuedBy(rest: string): Document {
    return new Document(this.text + rest, this.facts, this.#layers, this.diagnostics)
  }

  toJSON(): DocumentJson {
    return {
      text: this.text,
      facts: this.facts,
      diagnostics: this.diagnostics,
      layers: Object.fromEntries([...this.#layers].map(([name, list]) => [name, list.items])),
    }
  }

  static fromJSON(json: DocumentJson): Document {
    const layers = Object.entries(json.layers).map(
      ([name, items]) => [name, SpanList.of(items)] as const,
    )
    return new Document(json.text, json.facts, new Map(layers), json.diagnostics)
  }

  #check(name: string, items: SpanList<Span>): void {
    let end = 0
    for (const { to } of items.items) if (to > end) end = to
    if (end > this.text.length) {
      throw new Fault('internal/bug', {
        reason: `layer ${name} reaches ${end} in a text of ${this.text.length}`,
      })
    }
  }
}

/** The plain form of a document. */
export interface DocumentJson {
  readonly text: string
  readonly facts: DocumentFacts
  readonly diagnostics: readonly Diagnostic[]
  readonly layers: Readonly<Record<string, readonly Span[]>>
}
