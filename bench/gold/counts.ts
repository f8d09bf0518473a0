/** Counts of measures on our own reports, and the figures that they give: shares, means over rare classes, claims per 100 words. */
import { type Counts, f1, type Score } from '../../src/pipeline/score.ts'

/** How many of the items are right, where every item is asked. */
export function shareRight<T>(items: readonly T[], isRight: (item: T) => boolean): Counts {
  return { made: items.length, gold: items.length, right: items.filter(isRight).length }
}

/** Counts of each class over pairs, under "measure/class". */
export function classCounts<T, C extends string>(
  measure: string,
  classes: readonly C[],
  pairs: readonly { readonly made: T; readonly gold: T }[],
  of: (item: T) => C | null,
): Score {
  return Object.fromEntries(
    classes.map((name) => {
      const is = (item: T): boolean => of(item) === name
      const counts: Counts = {
        made: pairs.filter((p) => is(p.made)).length,
        gold: pairs.filter((p) => is(p.gold)).length,
        right: pairs.filter((p) => is(p.made) && is(p.gold)).length,
      }
      return [`${measure}/${name}`, counts]
    }),
  )
}

/** The measure that counts claims (made) and words (gold). */
export const claimsPerWords = 'claim: per 100 words'

/** What most items are; the other classes are the rare ones. */
const usual = new Set(['asserts', 'fact', 'affirmed'])

/** A figure for each measure, 0..100: F1; for classes the mean F1 of the rare ones that the annotation has. */
export function figuresOf(score: Score): Record<string, number> {
  const out: Record<string, number> = {}
  const rare = new Map<string, number[]>()
  for (const [name, counts] of Object.entries(score)) {
    const [measure = name, kind] = name.split('/')
    if (kind === undefined) {
      out[name] = name === claimsPerWords ? (100 * counts.made) / counts.gold : 100 * f1(counts)
    } else if (!usual.has(kind) && counts.gold > 0) {
      rare.set(measure, [...(rare.get(measure) ?? []), 100 * f1(counts)])
    }
  }
  for (const [measure, values] of rare)
    out[`${measure}, rare classes`] = values.reduce((a, b) => a + b, 0) / values.length
  return out
}
