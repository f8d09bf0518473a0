/** Quotations: passages between quotation marks, whatever their shape. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

/** From the opening mark to the closing mark, both included. */
export interface Quotation extends Span {
  /** The words between the marks. */
  readonly inner: Span
  readonly kind: 'double' | 'single'
  /** False when the paragraph ends first (speech that goes on in the next paragraph, or a lost mark). */
  readonly closed: boolean
}

export const quotations = defineLayer<Quotation>()('quotations', 1)
