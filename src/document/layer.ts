/** Layers: typed keys of annotation. A layer is a constant; reading it gives a span list of its items, with no cast. */
import type { Span } from '../text/span.ts'

/** The key of one annotation layer. `Name` keeps two layers of like items apart for the compiler. */
export interface Layer<Name extends string, T extends Span> {
  readonly name: Name
  /** Rises when the meaning or shape of the items changes. */
  readonly version: number
  /** Never set: carries the item type. */
  readonly item?: T
}

/** Any layer, for lists of keys. */
export type AnyLayer = Layer<string, Span>

/** The item type of a layer. */
export type ItemOf<L> = L extends Layer<string, infer T> ? T : never

/** Defines a layer: `defineLayer<Attribution>()('attributions', 1)`. The name must be new. */
export function defineLayer<T extends Span>() {
  return <Name extends string>(name: Name, version: number): Layer<Name, T> =>
    Object.freeze({ name, version })
}
