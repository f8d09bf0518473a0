/** Gives words that a tree hung on the wrong conjunct to the one that they stand with (CA61). */
import type { Pick } from './select.ts'
import { labelAt, type Words } from './words.ts'

/** How many words behind a conjunct are looked at. */
const farthest = 200

/**
 * CA61: in "they met twice, and in June they signed a treaty" what stands behind the conjunction belongs to the second
 * verb, and so does what stands behind that verb. Changes `owner`; linear in the words between the verbs.
 */
export function handOver(w: Words, picks: readonly Pick[], owner: Int32Array): void {
  // The last conjunct first: each takes what stands behind it, up to the next.
  for (const pick of [...picks].sort((a, b) => b.token - a.token)) {
    const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
    if (!clause || clause.joins === null || owner[pick.token] !== pick.token) continue
    const lead = w.clauses[clause.joins]
    const from = lead ? owner[lead.token] : undefined
    if (!lead || from === undefined || from < 0 || from === pick.token) continue
    if (lead.token > pick.token) continue
    const start = conjunctionOf(w, pick.token, lead.token)
    const sentence = w.tokens[pick.token]?.sentence
    const end = Math.min(owner.length, pick.token + farthest)
    for (let i = start < 0 ? pick.token + 1 : start; i < end; i++) {
      if (w.tokens[i]?.sentence !== sentence) break
      if (owner[i] === from && i !== from) owner[i] = pick.token
    }
  }
}

/** The conjunction of a second conjunct, behind the first, or -1. */
function conjunctionOf(w: Words, joined: number, lead: number): number {
  for (const c of w.tree.childrenOf(joined))
    if (labelAt(w, c) === 'cc' && c > lead && c < joined) return c
  return -1
}
