/** Certainty: hedge words as written, their class, and a probability band only where ICD 203 lists the word. */

/** What a hedge speaks of. Hearsay and precision words alone do not make a claim uncertain. */
export const certaintyClasses = [
  'probability',
  'possibility',
  'hearsay',
  'inference',
  'doubt',
  'precision',
] as const
export type CertaintyClass = (typeof certaintyClasses)[number]

/** How sure, as far as the words say. `low` and `high` are probabilities 0..1 and stand only with a `scheme`. */
export interface Certainty {
  readonly words: readonly string[]
  readonly class: CertaintyClass | null
  readonly low: number | null
  readonly high: number | null
  /** 'ICD 203' or null. */
  readonly scheme: string | null
}

/** No hedge at all. */
export const plain: Certainty = { words: [], class: null, low: null, high: null, scheme: null }
