/** Places: place names resolved against the gazetteer, with the reason for the choice. */
import { defineLayer } from '../document/layer.ts'
import type { Place, Precision } from '../model/place.ts'
import type { Ranged } from '../text/span.ts'

export interface PlaceReading extends Place {
  /** GeoNames ids of the readings that were weighed, best first. */
  readonly candidates: readonly number[]
  /** Why this one: "population", "contained in Russia", "dateline". */
  readonly reason: string
  readonly precision: Precision | null
  readonly modifier: string | null
  readonly rule: string
}

export type PlaceItem = Ranged<PlaceReading>

export const places = defineLayer<PlaceItem>()('places', 1)
