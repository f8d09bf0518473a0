/** Finds judgements that a report leaves in somebody's own words (CE63): "the fines were \"a nice little earner\"". */
import type { Modality } from '../../layers/modalities.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, topOf, uposAt, type Words } from './words.ts'

/** More words than this are a statement quoted, not a word for a thing. */
const mostWords = 8

/**
 * "Was \"a nice little earner\"": a name between quotation marks for a subject outside them is how somebody sees the thing,
 * and so is an adjective alone before its noun. Other predicates ("was \"known to the police\"") and numbers report.
 */
export function quotedJudgements(w: Words): Modality[] {
  const out: Modality[] = []
  let i = 0
  for (const { inner, closed } of w.quotations) {
    while (i < w.tokens.length && (w.tokens[i]?.from ?? 0) < inner.from) i++
    if (!closed) continue
    let end = i
    while (end < w.tokens.length && (w.tokens[end]?.to ?? 0) <= inner.to) end++
    // American printers put the comma inside
    while (end > i && uposAt(w, end - 1) === 'PUNCT') end--
    if (end === i || end - i > mostWords || holdsNumber(w, i, end)) continue
    const on = judgedBy(w, i, end)
    if (on >= 0) out.push(modality(w, i, end, 'opinion', on, 'CE63'))
  }
  return out
}

function holdsNumber(w: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (uposAt(w, i) === 'NUM') return true
  return false
}

/** The head of the clause that the quoted words judge in, or -1. */
function judgedBy(w: Words, from: number, to: number): number {
  const top = topOf(w, from, to)
  const upos = uposAt(w, top)
  const clause = w.clauses[w.clauseAt.get(top) ?? -1]
  if (clause) {
    const names = upos === 'NOUN' && (keyAt(w, from) === 'a' || keyAt(w, from) === 'an')
    const outside = clause.subject !== null && clause.subject < from
    return names && outside && hasCopulaBefore(w, top, from) ? top : -1
  }
  if (upos !== 'ADJ' || to - from > 2 || labelAt(w, top) !== 'amod') return -1
  const owner = w.owner[top] ?? -1
  const kind = w.clauses[w.clauseAt.get(owner) ?? -1]?.kind
  return kind === 'fragment' ? -1 : owner
}

function hasCopulaBefore(w: Words, top: number, from: number): boolean {
  for (const child of w.tree.childrenOf(top))
    if (child < from && labelAt(w, child) === 'cop') return true
  return false
}
