/** Finds the modes that the form of the sentence sets (CE40-CE46): conditions, purposes, questions, headline futures. */
import type { Clause } from '../../layers/clauses.ts'
import type { Modality } from '../../layers/modalities.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, uposAt, type Words, xposAt } from './words.ts'

/** Modes that follow from kinds of clauses, in no particular order. */
export function clauseModes(w: Words): Modality[] {
  const out: Modality[] = [...invertedConditions(w)]
  for (const [index, c] of w.clauses.entries()) {
    if (c.kind === 'condition') out.push(...conditionModes(w, c), ...nextEffect(w, c, index))
    else if (c.kind === 'purpose')
      out.push(
        modality(w, ...cueOf(c), isDueThing(w, c) ? 'forecast' : 'intention', c.token, 'CE42'),
      )
    if (isDue(w, c)) out.push(modality(w, ...cueOf(c), 'forecast', c.token, 'CE48'))
    if (isQuestion(w, c)) out.push(modality(w, ...lastOf(w, c), 'question', c.token, 'CE43'))
    if (isWhether(w, c)) out.push(modality(w, ...cueOf(c), 'question', c.token, 'CE44'))
    if (isImperative(w, c))
      out.push(modality(w, c.token, c.token + 1, 'intention', c.token, 'CE46'))
    if (isHeadlineFuture(w, c)) out.push(modality(w, ...cueOf(c), 'forecast', c.token, 'CE45'))
  }
  return out
}

function cueOf(c: Clause): [number, number] {
  const at = c.mark ?? c.first
  return [at, at + 1]
}

/** CE40, CE41: what is supposed, and what would follow from it, with the words of the condition. */
function conditionModes(w: Words, c: Clause): Modality[] {
  const [from, to] = cueOf(c)
  const condition = { from: c.from, to: c.to }
  const own = modality(w, from, to, 'conditional', c.token, 'CE40', condition)
  const parent = c.parent === null ? undefined : w.clauses[c.parent]
  if (!parent || keyAt(w, from - 1) === 'even' || labelAt(w, c.token) === 'ccomp') return [own]
  // "asked if", "wonder if": the word means "whether"
  if (c.parent !== null && asking.has(w.tags[parent.token]?.lemma ?? '') && c.first > parent.token)
    return [modality(w, from, to, 'question', c.token, 'CE44')]
  return [own, modality(w, from, to, 'conditional', parent.token, 'CE41', condition)]
}

/** CE41: "warned that if it fails, the city could drown": the clause behind the comma, where the condition hangs elsewhere. */
function nextEffect(w: Words, c: Clause, index: number): Modality[] {
  const parent = c.parent === null ? undefined : w.clauses[c.parent]
  if (parent && parent.first >= c.end) return []
  const mark = c.mark ?? c.first
  const before =
    mark > 0 && w.tokens[mark - 1]?.sentence === c.sentence ? uposAt(w, mark - 1) : 'PUNCT'
  if (before !== 'PUNCT' && before !== 'SCONJ' && before !== 'CCONJ' && mark === c.first) return []
  if (keyAt(w, c.end) !== ',' || keyAt(w, (c.mark ?? c.first) - 1) === 'even') return []
  for (let k = index + 1; k < w.clauses.length && k < index + 6; k++) {
    const d = w.clauses[k]
    if (!d || d.sentence !== c.sentence) break
    if (d.first < c.end || d.first > c.end + 2 || !d.finite || d.kind === 'relative') continue
    const at = c.mark ?? c.first
    return [modality(w, at, at + 1, 'conditional', d.token, 'CE41', { from: c.from, to: c.to })]
  }
  return []
}

const asking = new Set(['ask', 'wonder', 'know', 'see', 'doubt', 'determine', 'check', 'inquire'])

/** CE43: a main clause of a sentence that ends with a question mark. */
function isQuestion(w: Words, c: Clause): boolean {
  if (c.kind !== 'main' && c.kind !== 'fragment' && c.kind !== 'complement') return false
  for (let i = c.end; i < w.tokens.length && i < c.end + 3; i++) {
    if (w.tokens[i]?.sentence !== c.sentence) return false
    if (keyAt(w, i) === '?') return true
    if (uposAt(w, i) !== 'PUNCT') return false
  }
  return keyAt(w, c.end - 1) === '?'
}

function lastOf(w: Words, c: Clause): [number, number] {
  const at = keyAt(w, c.end) === '?' ? c.end : c.end - 1
  return [at, at + 1]
}

/** CE44: "whether" leaves the statement open. */
function isWhether(w: Words, c: Clause): boolean {
  return c.mark !== null && keyAt(w, c.mark) === 'whether'
}

/** CE45: "Russia to send troops": a headline's infinitive with a subject speaks of what is to come. */
function isHeadlineFuture(w: Words, c: Clause): boolean {
  return (
    c.kind === 'main' &&
    !c.finite &&
    c.ownSubject &&
    c.subject !== null &&
    c.mark !== null &&
    keyAt(w, c.mark) === 'to' &&
    labelAt(w, c.subject).startsWith('nsubj') &&
    w.tree.lastOf(c.subject) === c.mark - 1
  )
}

/** CE48: "the match is to be played in May": what is due. */
function isDue(w: Words, c: Clause): boolean {
  if (!c.finite) return false
  for (const child of w.tree.childrenOf(c.token)) {
    const key = keyAt(w, child)
    if ((key === 'is' || key === 'are') && keyAt(w, child + 1) === 'to') return true
  }
  return false
}

/** "an election to be held in May": the passive speaks of what is due, not of what somebody wants. */
function isDueThing(w: Words, c: Clause): boolean {
  if (labelAt(w, c.token) !== 'acl') return false
  for (const child of w.tree.childrenOf(c.token)) if (keyAt(w, child) === 'be') return true
  return false
}

/** "\"Leave the house,\" she said": the clause begins a quotation. */
function opensQuotation(w: Words, c: Clause): boolean {
  const before = keyAt(w, c.first - 1)
  return before === '"' || before === '\u201c' || before === '``'
}

/** CE46: "stop the war": a bare verb without subject asks for what is not yet done. */
function isImperative(w: Words, c: Clause): boolean {
  if (c.kind !== 'main' && !(c.kind === 'complement' && opensQuotation(w, c))) return false
  if (c.ownSubject || c.mark !== null || xposAt(w, c.token) !== 'VB') return false
  // "Don't shoot": the auxiliary has tense in form alone; "did", "does" tell.
  const opener = keyAt(w, c.first)
  if (c.finite ? opener !== 'do' : c.subject !== null && c.kind === 'main') return false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (label === 'aux' ? keyAt(w, child) !== 'do' : label.startsWith('aux')) return false
  }
  return true
}

/**
 * CE47: "Should the dam fail, the valley would flood": an auxiliary that opens a sentence that is no question supposes
 * what stands before the comma, and the rest follows from it, however the tree joins the two.
 */
function invertedConditions(w: Words): Modality[] {
  const out: Modality[] = []
  let k = 0
  for (let first = 0; first < w.tokens.length; ) {
    const sentence = w.tokens[first]?.sentence ?? 0
    let end = first + 1
    while (end < w.tokens.length && w.tokens[end]?.sentence === sentence) end++
    const comma = inversionComma(w, first, end)
    while (k < w.clauses.length && (w.clauses[k]?.from ?? 0) < (w.tokens[first]?.from ?? 0)) k++
    for (; k < w.clauses.length && w.clauses[k]?.sentence === sentence; k++) {
      const c = w.clauses[k]
      if (!c || comma < 0) continue
      const at = { from: w.tokens[first]?.from ?? 0, to: w.tokens[comma - 1]?.to ?? 0 }
      out.push(modality(w, first, first + 1, 'conditional', c.token, 'CE47', at))
    }
    first = end
  }
  return out
}

/** The comma that ends an inverted condition at the start of a sentence, or -1. */
function inversionComma(w: Words, first: number, end: number): number {
  const key = keyAt(w, first)
  if (key !== 'should' && key !== 'were' && key !== 'had') return -1
  if (uposAt(w, first + 1) === 'VERB' || xposAt(w, first) === 'NN') return -1
  let comma = -1
  for (let i = first; i < end; i++) {
    if (keyAt(w, i) === '?') return -1
    if (comma < 0 && keyAt(w, i) === ',') comma = i
  }
  return comma
}
