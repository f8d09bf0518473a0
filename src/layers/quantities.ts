/** Quantities: numbers with bound, unit or counted noun, and role. */
import { defineLayer } from '../document/layer.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Ranged, Span } from '../text/span.ts'

/** A measured value in the base unit of what it measures: SI where there is one. */
export interface NormalValue {
  readonly unit: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
}

/** How a number stands to another: more of the same, a sum that holds it, a part or the whole of it. */
export type Share = 'added' | 'total' | 'part' | 'whole'

export interface QuantityReading extends Quantity {
  /** Place of the counted noun phrase, where there is one. */
  readonly nounAt: Span | null
  /** EDTF of the as-of date, where one is stated. */
  readonly asOf: string | null
  /** Of a measure whose unit the table of units has. */
  readonly normal?: NormalValue | null
  /** "a further 200": added; "bringing the total to 63": total; "112 of the 230 seats": part and whole. */
  readonly share?: Share | null
  /** Index in this layer of the quantity that it is added to, sums up or is part of. */
  readonly shareOf?: number | null
  readonly rule: string
}

export type QuantityItem = Ranged<QuantityReading>

export const quantities = defineLayer<QuantityItem>()('quantities', 1)
