/** Places: a gazetteer entry, and what the name does in its sentence. */

export const placeRoles = ['event', 'origin', 'destination', 'dateline', 'metonym'] as const
export type PlaceRole = (typeof placeRoles)[number]

/** UCDP's where_prec: 1 exact, 2 near, 3 second-level region, 4 first-level region, 5 wider or a part of a state, 6 state, 7 sea. */
export const precisions = [1, 2, 3, 4, 5, 6, 7] as const
export type Precision = (typeof precisions)[number]

/** A resolved (or unresolved: geonames null) place name. Coordinates are WGS 84 degrees. */
export interface Place {
  readonly name: string
  readonly geonames: number | null
  readonly lat: number | null
  readonly lon: number | null
  /** ISO 3166 alpha-3. */
  readonly country: string | null
  /** GeoNames feature code: PCLI, ADM1, PPLC... */
  readonly feature: string | null
  readonly role: PlaceRole
  /** How exact the coordinates are; null without coordinates, absent where nobody asked. */
  readonly precision?: Precision | null | undefined
  /** Words before the name that make a part or the surroundings of the place: "eastern", "30 km north of"; null for none. */
  readonly modifier?: string | null | undefined
}
