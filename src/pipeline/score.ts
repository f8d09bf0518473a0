/** Scores: how every stage grades itself against annotated documents. */

/** Counts of one measure; they add up over documents. */
export interface Counts {
  /** Items that the stage made. */
  readonly made: number
  /** Items that the annotation has. */
  readonly gold: number
  /** Items that agree. */
  readonly right: number
}

/** Named measures: `{ 'source exact': {...} }`. */
export type Score = Readonly<Record<string, Counts>>

export function precision(c: Counts): number {
  return c.made === 0 ? 0 : c.right / c.made
}

export function recall(c: Counts): number {
  return c.gold === 0 ? 0 : c.right / c.gold
}

/** The harmonic mean of precision and recall, 0..1; 0 when nothing agrees. */
export function f1(c: Counts): number {
  return c.made + c.gold === 0 ? 0 : (2 * c.right) / (c.made + c.gold)
}

/** Adds scores measure by measure. */
export function addScores(scores: readonly Score[]): Score {
  const out: Record<string, { made: number; gold: number; right: number }> = {}
  for (const score of scores) {
    for (const [name, c] of Object.entries(score)) {
      out[name] ??= { made: 0, gold: 0, right: 0 }
      const sum = out[name]
      sum.made += c.made
      sum.gold += c.gold
      sum.right += c.right
    }
  }
  return out
}

/** Counts over sets of keys: an item agrees when both sides have its key. */
export function countKeys(made: Iterable<string>, gold: Iterable<string>): Counts {
  const ours = new Set(made)
  const theirs = new Set(gold)
  let right = 0
  for (const key of ours) if (theirs.has(key)) right++
  return { made: ours.size, gold: theirs.size, right }
}
