/** Sources: who is said to speak, named or anonymous. */

/** Kinds of source. */
export const sourceTypes = [
  'person',
  'organisation',
  'state',
  'outlet',
  'agency',
  'document',
  'group',
  'unstated',
] as const
export type SourceType = (typeof sourceTypes)[number]

/** What a report says about a source that it does not name; every field as far as stated. */
export interface AnonymousProfile {
  /** The words as written: "two Ukrainian officials briefed on the matter". */
  readonly words: string
  /** How many, where a number is stated. */
  readonly count: number | null
  /** Rank or role by its own words: "senior official", "former aide", "diplomat". */
  readonly rank: string | null
  /** "defence ministry", "National Intelligence Service". */
  readonly institution: string | null
  /** ISO 3166 alpha-3. */
  readonly country: string | null
  /** "briefed on the matter", "who has seen the document". */
  readonly access: string | null
  /** "because they were not authorised to speak publicly". */
  readonly reason: string | null
}
