/** Score: grades time expressions as TempEval-3 does: strict and relaxed extents, and values on relaxed extents. */
import type { Document } from '../../document/document.ts'
import { times } from '../../layers/times.ts'
import type { Counts, Score } from '../../pipeline/score.ts'
import { overlaps, type Span } from '../../text/span.ts'

/** An annotated expression. */
export interface GoldTimex extends Span {
  readonly value: string
}

/** Each annotated expression is met by at most one of ours, the first that overlaps it. */
export function scoreTimes(doc: Document, gold: readonly GoldTimex[]): Score {
  const made = doc.layer(times).items
  const taken = new Set<number>()
  let strict = 0
  let relaxed = 0
  let value = 0
  let start = 0
  for (const g of gold) {
    while (start < made.length && (made[start]?.to ?? 0) <= g.from) start++
    for (let k = start; k < made.length; k++) {
      const m = made[k]
      if (!m || m.from >= g.to) break
      if (taken.has(k) || !overlaps(m, g)) continue
      taken.add(k)
      relaxed++
      if (m.from === g.from && m.to === g.to) strict++
      if (m.timex === g.value) value++
      break
    }
  }
  const counts = (right: number): Counts => ({ made: made.length, gold: gold.length, right })
  return { strict: counts(strict), relaxed: counts(relaxed), value: counts(value) }
}
