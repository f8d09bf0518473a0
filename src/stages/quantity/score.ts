/** Score: grades quantities by value, and by value with unit or counted noun, against annotated sentences. */
import type { Document } from '../../document/document.ts'
import { quantities } from '../../layers/quantities.ts'
import type { Counts, Score } from '../../pipeline/score.ts'

/** An annotated quantity of a text; `unit` is a unit or a counted noun, as our layer would have it, or null. */
export interface GoldQuantity {
  readonly value: number
  readonly unit: string | null
}

/** Values are matched as a bag; a range stands for its lower end. */
export function scoreQuantities(doc: Document, gold: readonly GoldQuantity[]): Score {
  const made = doc.layer(quantities).map((q) => ({
    value: q.best ?? q.low ?? q.high ?? Number.NaN,
    unit: q.unit ?? q.noun,
  }))
  const counts = (right: number): Counts => ({ made: made.length, gold: gold.length, right })
  return {
    value: counts(matched(made, gold, (a, b) => close(a.value, b.value))),
    'value and unit': counts(
      matched(made, gold, (a, b) => close(a.value, b.value) && a.unit === b.unit),
    ),
  }
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
}

function matched(
  made: readonly GoldQuantity[],
  gold: readonly GoldQuantity[],
  agree: (a: GoldQuantity, b: GoldQuantity) => boolean,
): number {
  const taken = new Set<number>()
  for (const g of gold) {
    const k = made.findIndex((m, i) => !taken.has(i) && agree(m, g))
    if (k >= 0) taken.add(k)
  }
  return taken.size
}
