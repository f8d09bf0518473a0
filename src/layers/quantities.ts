/** Quantities: numbers with bound, unit or counted noun, and role. */
import { defineLayer } from '../document/layer.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Ranged, Span } from '../text/span.ts'

export interface QuantityReading extends Quantity {
  /** Place of the counted noun phrase, where there is one. */
  readonly nounAt: Span | null
  /** EDTF of the as-of date, where one is stated. */
  readonly asOf: string | null
  readonly rule: string
}

export type QuantityItem = Ranged<QuantityReading>

export const quantities = defineLayer<QuantityItem>()('quantities', 1)
