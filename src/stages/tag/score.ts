/** Grades tags against annotated documents: accuracy of part of speech, Penn tag and lemma, token by token. */
import type { Document } from '../../document/document.ts'
import { type Tag, tags } from '../../layers/tags.ts'
import type { Counts, Score } from '../../pipeline/score.ts'

/** Tokens that both documents have at the same place are compared; all count. */
export function scoreTag(made: Document, gold: Document): Score {
  const ours = made.layer(tags).items
  const theirs = gold.layer(tags).items
  const at = new Map(theirs.map((t) => [`${t.from}-${t.to}`, t]))
  const count = (same: (a: Tag, b: Tag) => boolean): Counts => {
    let right = 0
    for (const t of ours) {
      const other = at.get(`${t.from}-${t.to}`)
      if (other && same(t, other)) right++
    }
    return { made: ours.length, gold: theirs.length, right }
  }
  return {
    upos: count((a, b) => a.upos === b.upos),
    xpos: count((a, b) => a.xpos === b.xpos),
    lemma: count((a, b) => a.lemma === b.lemma),
  }
}
