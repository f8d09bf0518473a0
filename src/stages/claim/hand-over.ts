/** Gives words that a tree hung on the wrong clause to the one that they stand with (CA61, CA63). */
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

/**
 * CA63: "that no witness had seen money and that the records proved": a second "that" opens what the next verb says,
 * though the tree hung its subject on the verb before. Changes `owner`.
 */
export function splitAtThat(w: Words, isHead: (token: number) => boolean, owner: Int32Array): void {
  const heads = w.clauses.filter((c) => c.finite && isHead(c.token)).map((c) => c.token)
  heads.sort((a, b) => a - b)
  for (let i = 1; i + 2 < owner.length; i++) {
    if (w.tokens[i]?.key !== 'that' || !joining.has(w.tokens[i - 1]?.key ?? '')) continue
    const before = owner[i + 1] ?? -1
    if (before < 0 || before > i || !opensWithThat(w, before)) continue
    const next = heads[firstAbove(heads, i)]
    if (next === undefined || next - i > farthest) continue
    if (w.tokens[next]?.sentence !== w.tokens[i]?.sentence || describes(w, next)) continue
    for (let k = i - 1; k < next; k++) if (owner[k] === before) owner[k] = next
  }
}

const joining = new Set(['and', 'but', 'or'])

/** True when "that" stands between a clause's head and what governs it. */
function opensWithThat(w: Words, head: number): boolean {
  for (const c of w.tree.childrenOf(head))
    if (c < head && w.tokens[c]?.key === 'that' && labelAt(w, c) === 'mark') return true
  return false
}

function describes(w: Words, head: number): boolean {
  return labelAt(w, head).startsWith('acl')
}

function firstAbove(sorted: readonly number[], value: number): number {
  let lo = 0
  let hi = sorted.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if ((sorted[mid] ?? 0) <= value) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** CA63: "two days after the fall": what stands before a clause's own subordinator belongs to the clause that it completes. */
export function handBack(w: Words, picks: readonly Pick[], owner: Int32Array): void {
  for (const pick of picks) {
    const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
    if (!clause || clause.mark === null || clause.joins !== null) continue
    if (!subordinate.has(clause.kind)) continue
    const up = owner[w.tree.headOf(pick.token)] ?? -1
    if (up < 0 || up === pick.token || up > clause.mark) continue
    for (let i = up + 1; i < clause.mark; i++) if (owner[i] === pick.token) owner[i] = up
  }
}

const subordinate = new Set(['adverbial', 'condition', 'complement'])

/** The conjunction of a second conjunct, behind the first, or -1. */
function conjunctionOf(w: Words, joined: number, lead: number): number {
  for (const c of w.tree.childrenOf(joined))
    if (labelAt(w, c) === 'cc' && c > lead && c < joined) return c
  return -1
}
