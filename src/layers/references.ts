/** References: pronouns and common-noun mentions ("the minister") resolved to an entity. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

export interface Reference extends Span {
  /** Index into `entities`. */
  readonly entity: number
  readonly kind: 'pronoun' | 'noun'
  readonly rule: string
}

export const references = defineLayer<Reference>()('references', 1)
