/** Grades trees against annotated documents: right heads (UAS), and right heads with the right label (LAS). */
import type { Document } from '../../document/document.ts'
import { type Arc, syntax } from '../../layers/syntax.ts'
import type { Counts, Score } from '../../pipeline/score.ts'
import type { Span } from '../../text/span.ts'

/** Words are known by their place, so both documents may have other tokens. */
export function scoreParse(made: Document, gold: Document): Score {
  const ours = made.layer(syntax).items
  const theirs = gold.layer(syntax).items
  const at = new Map(theirs.map((a) => [keyOf(a), a]))
  const count = (same: (a: Arc, b: Arc) => boolean): Counts => {
    let right = 0
    for (const a of ours) {
      const b = at.get(keyOf(a))
      if (b && keyOf(ours[a.head]) === keyOf(theirs[b.head]) && same(a, b)) right++
    }
    return { made: ours.length, gold: theirs.length, right }
  }
  return { heads: count(() => true), labelled: count((a, b) => a.deprel === b.deprel) }
}

function keyOf(at: Span | undefined): string {
  return at ? `${at.from}-${at.to}` : 'root'
}
