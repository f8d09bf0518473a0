/** Leaves out claims that say again most of what another one says, meant in the same way (CA62). */
import type { Claim } from '../../layers/claims.ts'
import { lengthOf } from '../../text/span.ts'

/** From this share of the words of the claim that holds it on, a claim repeats that one. */
const repeated = 0.75

/** How many claims behind one are looked at: those that it can hold follow it closely. */
const near = 12

/** The claims without those that lie in another of the same chain and reading and are most of it. */
export function withoutRepeats(claims: readonly Claim[]): Claim[] {
  const order = [...claims].sort((a, b) => a.from - b.from || b.to - a.to)
  const dropped = new Set<Claim>()
  for (const [index, outer] of order.entries()) {
    if (dropped.has(outer)) continue
    for (let k = index + 1; k < order.length && k <= index + near; k++) {
      const inner = order[k]
      if (!inner || inner.from >= outer.to) break
      if (inner.to <= outer.to && repeats(inner, outer)) dropped.add(inner)
    }
  }
  return claims.filter((c) => !dropped.has(c))
}

function repeats(inner: Claim, outer: Claim): boolean {
  return (
    lengthOf(inner) >= repeated * lengthOf(outer) &&
    inner.mode === outer.mode &&
    inner.polarity === outer.polarity &&
    inner.certainty.class === outer.certainty.class &&
    inner.chain.length === outer.chain.length &&
    inner.chain.every((a, i) => a === outer.chain[i])
  )
}
