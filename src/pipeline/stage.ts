/** Stages: a frozen constant that says what it needs, what it makes, and how, purely and synchronously. */
import type { Document, DocumentFacts } from '../document/document.ts'
import type { AnyLayer, ItemOf, Layer } from '../document/layer.ts'
import type { Diagnostic } from '../fault/diagnostic.ts'
import type { Span } from '../text/span.ts'
import type { SpanList } from '../text/span-list.ts'
import type { Resource } from './resource.ts'

/** What a stage may see of a document: the text, the facts, and the layers that it declared, no more. */
export interface View<Need extends AnyLayer> {
  readonly text: string
  readonly facts: DocumentFacts
  layer<L extends Need>(layer: L): SpanList<ItemOf<L> & Span>
}

type Resources = Readonly<Record<string, Resource<unknown>>>
type Loaded<R extends Resources> = {
  readonly [K in keyof R]: R[K] extends Resource<infer T> ? T : never
}

/** What a run returns: the items of every made layer, under the layer's name, and what was hard. */
export type Made<Make extends AnyLayer> = {
  readonly [L in Make as L['name']]: SpanList<ItemOf<L> & Span>
} & { readonly diagnostics?: readonly Diagnostic[] }

/** A stage as declared. */
export interface Stage<
  Need extends AnyLayer = AnyLayer,
  Make extends AnyLayer = AnyLayer,
  R extends Resources = Resources,
> {
  readonly name: string
  /** Rises whenever the output can change: it is stored with every claim. */
  readonly version: number
  readonly needs: readonly Need[]
  readonly makes: readonly Make[]
  readonly uses: R
  readonly run: (view: View<Need>, resources: Loaded<R>) => Made<Make>
}

/** A stage with its types forgotten, as the pipeline keeps it. */
export interface AnyStage {
  readonly name: string
  readonly version: number
  readonly needs: readonly AnyLayer[]
  readonly makes: readonly AnyLayer[]
  readonly uses: Resources
  // biome-ignore lint/suspicious/noExplicitAny: the view and resources of a stage are checked where it is defined
  readonly run: (view: any, resources: any) => unknown
}

/** Declares a stage; a layer that is read but not in `needs` does not compile. */
export function defineStage<
  const Need extends AnyLayer,
  const Make extends AnyLayer,
  R extends Resources,
>(stage: Stage<Need, Make, R>): Stage<Need, Make, R> {
  return Object.freeze(stage)
}

/** The view of `doc` for a stage. */
export function viewOf<Need extends AnyLayer>(doc: Document): View<Need> {
  return {
    text: doc.text,
    facts: doc.facts,
    layer: <L extends Need>(layer: L) =>
      doc.layer(layer as unknown as Layer<string, ItemOf<L> & Span>),
  }
}
