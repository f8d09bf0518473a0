/** Syntax: one dependency arc per token, at the same index and place; labels as Universal Dependencies has them. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

export interface Arc extends Span {
  /** Token index of the head in this document, -1 for the root of a sentence. */
  readonly head: number
  /** nsubj, obj, ccomp, advcl, acl:relcl, nmod:poss ... */
  readonly deprel: string
}

export const syntax = defineLayer<Arc>()('syntax', 1)
