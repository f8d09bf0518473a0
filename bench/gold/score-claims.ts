/** Grades claims against our annotation: precision and recall, chains, and the rare classes of mode, polarity and certainty. */
import type { Document } from '../../src/document/document.ts'
import { attributions } from '../../src/layers/attributions.ts'
import { type Claim, claims } from '../../src/layers/claims.ts'
import { certaintyClasses } from '../../src/model/certainty.ts'
import { modes, polarities } from '../../src/model/claim.ts'
import type { Score } from '../../src/pipeline/score.ts'
import type { Span } from '../../src/text/span.ts'
import { alike } from './alike.ts'
import { claimsPerWords, classCounts, shareRight } from './counts.ts'

/** Two claims are the same when at least this share of the words of both together is in both. */
const sameShare = 0.5

/** Counts by measure. The annotation is exhaustive, so a claim that meets none of it is a false one. */
export function scoreClaimChains(made: Document, gold: Document): Score {
  const ours = made.layer(claims)
  const theirs = gold.layer(claims)
  const pairs: { made: Claim; gold: Claim }[] = []
  for (const g of theirs) {
    const m = nearest(ours.between(g), g)
    if (m) pairs.push({ made: m, gold: g })
  }
  const used = new Set(pairs.map((p) => p.made))
  const found = new Set(pairs.map((p) => p.gold))
  const words = made.text.split(/\s+/u).filter((w) => /[\p{L}\p{N}]/u.test(w)).length
  const hops = (doc: Document, c: Claim): (string | null)[] =>
    c.chain.map((i) => doc.layer(attributions).at(i).sourceName)
  const ends = (p: (typeof pairs)[number]): boolean =>
    alike(hops(made, p.made).at(-1), hops(gold, p.gold).at(-1))
  return {
    'claim: precision': shareRight([...ours], (c) => used.has(c)),
    'claim: recall': shareRight([...theirs], (c) => found.has(c)),
    'claim: source': shareRight(pairs, ends),
    'claim: chain': shareRight(
      pairs,
      (p) => ends(p) && p.made.chain.length === p.gold.chain.length,
    ),
    'claim: whole chain': shareRight(pairs, (p) => {
      const [a, b] = [hops(made, p.made), hops(gold, p.gold)]
      return a.length === b.length && a.every((hop, i) => alike(hop, b[i]))
    }),
    ...classCounts('claim: mode', modes, pairs, (c) => c.mode),
    ...classCounts('claim: polarity', polarities, pairs, (c) => c.polarity),
    ...classCounts('claim: certainty', certaintyClasses, pairs, (c) => c.certainty.class),
    [claimsPerWords]: { made: ours.length, gold: words, right: 0 },
  }
}

function nearest(list: readonly Claim[], to: Span): Claim | null {
  const share = (c: Span): number =>
    (Math.min(c.to, to.to) - Math.max(c.from, to.from)) /
    (Math.max(c.to, to.to) - Math.min(c.from, to.from))
  let best: Claim | null = null
  for (const c of list) if (share(c) >= sameShare && (!best || share(c) > share(best))) best = c
  return best
}
