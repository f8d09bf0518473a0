/** Grades claims against an annotated document: found, and of the found ones how many fields are right. */
import type { Document } from '../../document/document.ts'
import { attributions } from '../../layers/attributions.ts'
import { type Claim, claims } from '../../layers/claims.ts'
import type { Score } from '../../pipeline/score.ts'
import type { Span } from '../../text/span.ts'

/** Two claims are the same when at least this share of the words of both together is in both. */
const sameShare = 0.5

/** Compares claims of the same text, each gold claim with the made one that overlaps it best. */
export function scoreClaims(made: Document, gold: Document): Score {
  const ours = made.layer(claims)
  const theirs = gold.layer(claims)
  const found: { ours: Claim; theirs: Claim }[] = []
  for (const g of theirs) {
    let best: Claim | null = null
    for (const c of ours.between(g)) if (!best || shareOf(c, g) > shareOf(best, g)) best = c
    if (best && shareOf(best, g) >= sameShare) found.push({ ours: best, theirs: g })
  }
  const agree = (same: (a: Claim, b: Claim) => boolean): Score[string] => ({
    made: found.length,
    gold: found.length,
    right: found.filter((f) => same(f.ours, f.theirs)).length,
  })
  return {
    'claims found': { made: ours.length, gold: theirs.length, right: found.length },
    source: agree((a, b) => sourceOf(made, a) === sourceOf(gold, b)),
    mode: agree((a, b) => a.mode === b.mode),
    polarity: agree((a, b) => a.polarity === b.polarity),
    'certainty class': agree((a, b) => a.certainty.class === b.certainty.class),
  }
}

/** Shared length over joint length. */
function shareOf(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared <= 0 ? 0 : shared / (Math.max(a.to, b.to) - Math.min(a.from, b.from))
}

function sourceOf(doc: Document, claim: Claim): string {
  const last = claim.chain.at(-1)
  return last === undefined ? '' : (doc.layer(attributions).at(last).sourceName ?? '?')
}
