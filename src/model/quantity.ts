/** Quantities: a number as reported, with its bound, what it counts and in what role. */

export const bounds = [
  'exact',
  'at least',
  'at most',
  'more than',
  'less than',
  'about',
  'between',
] as const
export type Bound = (typeof bounds)[number]

/**
 * What a number says. `low`, `best`, `high` are in `unit` (or in counted nouns); null where the words leave an end open:
 * "more than 600,000" is low 600000, best 600000, high null. "dozens" is low 24, best null, high null.
 */
export interface Quantity {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  /** "percent", "USD", "km"; null for counts. */
  readonly unit: string | null
  /** The counted noun phrase as written: "Russian soldiers". */
  readonly noun: string | null
  /** killed, wounded, captured, sent, trained, planned, delivered, cost, present, ...; null where nothing says. */
  readonly role: string | null
}
