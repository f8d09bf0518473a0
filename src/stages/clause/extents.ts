/** Gives every clause its words (CL14-CL17): from its first to its last own word, trimmed of what only links it. */
import type { ClauseKind } from '../../layers/clauses.ts'
import { type Head, opensWithTime, type Words } from './heads.ts'

export interface Extent {
  readonly first: number
  /** One past the last token. */
  readonly end: number
}

/** Subordinators that belong to the proposition, since it does not hold without them. */
const kept = new Set(['if', 'unless', 'whether', 'should', 'were', 'had', 'to', 'lest', 'provided'])

/** First and last own token of every clause head; `owner` maps each token to its clause head. */
export function rawExtents(
  owner: Int32Array,
  heads: ReadonlyMap<number, unknown>,
  isBlank: (token: number) => boolean,
): Map<number, Extent> {
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  for (let i = 0; i < owner.length; i++) {
    const head = owner[i] ?? -1
    if (head < 0 || isBlank(i)) continue
    if (!first.has(head)) first.set(head, i)
    last.set(head, i)
  }
  const out = new Map<number, Extent>()
  for (const head of heads.keys())
    out.set(head, { first: first.get(head) ?? head, end: (last.get(head) ?? head) + 1 })
  return out
}

/** How many words behind a conjunct are looked at, so that a sentence without end costs no more than others. */
const farthest = 200

/** CL17: behind "and" and behind its own head, words belong to the second conjunct, though the tree hung them on the first. */
export function handOver(w: Words, heads: ReadonlyMap<number, Head>, owner: Int32Array): void {
  // The last conjunct first: each takes what stands behind it, up to the next.
  for (const [token, head] of [...heads].reverse()) {
    const lead = head.joins === null ? -1 : (owner[head.joins] ?? -1)
    if (lead < 0 || lead >= token || lead === token) continue
    let start = token + 1
    for (const c of w.tree.childrenOf(token))
      if (w.arcs[c]?.deprel === 'cc' && c > lead && c < token) start = Math.min(start, c)
    const sentence = w.tokens[token]?.sentence
    const end = Math.min(owner.length, token + farthest)
    for (let i = start; i < end && w.tokens[i]?.sentence === sentence; i++)
      if (owner[i] === lead && i !== lead) owner[i] = token
  }
}

/** CL15: leaves off "and", "that", "because" in front; a condition, a question and a purpose keep their word. */
export function trimExtent(
  w: Words,
  head: number,
  kind: ClauseKind,
  raw: Extent,
  owner: Int32Array,
): Extent {
  let { first } = raw
  const { end } = raw
  // Behind a linking word another clause may stand in front: "that if it fails, the city could drown".
  while (first < head && (owner[first] !== head || isLink(w, first, head, kind))) first++
  return { first, end }
}

function isLink(w: Words, i: number, head: number, kind: ClauseKind): boolean {
  const arc = w.arcs[i]
  const key = w.tokens[i]?.key ?? ''
  if (w.tags[i]?.upos === 'PUNCT') return true
  if (arc?.deprel === 'cc' || w.tags[i]?.upos === 'CCONJ')
    return key !== 'neither' && key !== 'nor' && key !== 'either'
  if (arc?.deprel === 'mark' && arc.head === head)
    return !kept.has(key) && !heldByComma(w, i, head) && !opensDate(w, i)
  if (kind === 'adverbial' && i === w.tree.firstOf(head) && opensWithTime(w, head)) return true
  // "simply because they vote": the adverb belongs to the word that is left off.
  if (arc?.deprel === 'advmod' && w.arcs[i + 1]?.deprel === 'mark' && w.arcs[i + 1]?.head === head)
    return !kept.has(w.tokens[i + 1]?.key ?? '') && kind === 'adverbial'
  // "with deployments occurring in May": the word only joins what follows.
  if (key === 'with' && kind === 'participial' && arc?.deprel === 'case') return true
  // "in order to", "instead of": the later words of a subordinator of several
  if (arc?.deprel === 'fixed') {
    const lead = w.arcs[arc.head]
    return lead?.deprel === 'mark' || lead?.deprel === 'case' || lead?.deprel === 'cc'
  }
  if (key === 'that' && kind === 'complement') return true
  // "However,", "Meanwhile,": an adverb before a comma links sentences.
  return (
    arc?.deprel === 'advmod' && w.tokens[i + 1]?.key === ',' && linking.has(key) && i + 2 < head
  )
}

/** "since August of last year, the North has sent": a comma before the subject shows a phrase, not a subordinator. */
function heldByComma(w: Words, i: number, head: number): boolean {
  if (!dated.has(w.tokens[i]?.key ?? '')) return false
  for (let k = i + 1; k < head; k++) {
    if (w.tokens[k]?.key === ',') return true
    if (w.arcs[k]?.head === head && (w.arcs[k]?.deprel ?? '').startsWith('nsubj')) return false
  }
  return false
}

/** "since last August the North has sent": behind the word stands a date, no clause. */
function opensDate(w: Words, i: number): boolean {
  if (!dated.has(w.tokens[i]?.key ?? '')) return false
  for (let k = i + 1; k < i + 4; k++) {
    const label = w.arcs[k]?.deprel ?? ''
    if (label === 'obl:tmod' || label === 'obl:unmarked') return true
    if (label.startsWith('nsubj')) return false
  }
  return false
}

const dated = new Set(['since', 'until', 'after', 'before', 'by', 'as'])

const linking = new Set([
  'however',
  'meanwhile',
  'moreover',
  'furthermore',
  'additionally',
  'also',
  'still',
  'nevertheless',
  'nonetheless',
  'instead',
  'therefore',
  'consequently',
  'besides',
  'similarly',
  'likewise',
])
