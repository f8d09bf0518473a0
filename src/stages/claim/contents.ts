/** Finds the statement in what somebody said where no clause carries it (CA12): "denied any role", "a disgrace", "to withdraw". */
import { eachToken, isPunct, type Voices, type Words } from './words.ts'

/** CA12: the content of an attribution without a clause of its own ("denied any role", "a disgrace") is still a claim. */
export function contentHeads(w: Words, voices: Voices, own: ReadonlySet<number>): number[] {
  const tops = new Map<number, { best: number; rank: number; served: boolean }>()
  for (let i = 0; i < w.tokens.length; i++) {
    const index = voices.inner[i] ?? -1
    if (index < 0 || isPunct(w, i) || (voices.cue[i] ?? 0) > 0) continue
    const head = w.tree.headOf(i)
    if (
      head >= 0 &&
      voices.inner[head] === index &&
      w.tokens[head]?.sentence === w.tokens[i]?.sentence
    ) {
      if (own.has(i)) markServed(tops, index)
      continue
    }
    if (own.has(i)) {
      markServed(tops, index)
      continue
    }
    // "cites a source as saying": who speaks next is no statement.
    if (voices.source[i] === 1) continue
    const rank = rankOf(w, i)
    const known = tops.get(index)
    if (!known) tops.set(index, { best: i, rank, served: false })
    else if (rank > known.rank) tops.set(index, { ...known, best: i, rank })
  }
  const out: number[] = []
  for (const [index, top] of tops) {
    // A verb that the content begins with ("to withdraw") is its statement, whatever clauses hang below it.
    if (top.best < 0 || (top.served && (top.rank < 3 || w.clauseAt.has(top.best)))) continue
    if (isBareThing(w, index, top)) continue
    const carried = w.attributions[index]?.carries.includes(w.tokens[top.best]?.sentence ?? -1)
    if (!carried) out.push(top.best)
  }
  return out
}

/** One or two words of a thing ("Mr. Trump") are no statement unless they are quoted. */
function isBareThing(w: Words, index: number, top: { best: number; rank: number }): boolean {
  const a = w.attributions[index]
  if (a?.kind !== 'indirect' || a.stance === 'denies' || top.rank === 3) return false
  // "called the sum an insult"
  let words = 0
  for (const content of a.content) eachToken(w, content, () => words++)
  if (words > 3) return false
  return w.tree.lastOf(top.best) - w.tree.firstOf(top.best) < 2
}

function markServed(
  tops: Map<number, { best: number; rank: number; served: boolean }>,
  index: number,
): void {
  const known = tops.get(index)
  tops.set(index, known ? { ...known, served: true } : { best: -1, rank: 0, served: true })
}

const contentRank: Readonly<Record<string, number>> = { VERB: 3, AUX: 1, NOUN: 2, PROPN: 2, ADJ: 2 }

function rankOf(w: Words, i: number): number {
  return contentRank[w.tags[i]?.upos ?? ''] ?? 0
}
