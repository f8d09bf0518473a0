/** Finds the modes that the form of the sentence sets (CE42-CE48, CE51): purposes, questions, commands, what is due. */
import type { Clause } from '../../layers/clauses.ts'
import type { Modality } from '../../layers/modalities.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, uposAt, type Words, xposAt } from './words.ts'

/** Modes that follow from kinds of clauses, in no particular order. */
export function clauseModes(w: Words): Modality[] {
  const out: Modality[] = []
  for (const c of w.clauses) {
    if (isPurpose(w, c))
      out.push(
        modality(w, ...cueOf(c), isDueThing(w, c) ? 'forecast' : 'intention', c.token, 'CE42'),
      )
    const due = dueWords(w, c)
    if (due >= 0) out.push(modality(w, due, due + 2, 'forecast', c.token, 'CE48'))
    if (isQuestion(w, c)) out.push(modality(w, ...lastOf(w, c), 'question', c.token, 'CE43'))
    if (isWhether(w, c)) out.push(modality(w, ...cueOf(c), 'question', c.token, 'CE44'))
    if (isImperative(w, c))
      out.push(modality(w, c.token, c.token + 1, 'intention', c.token, 'CE46'))
    if (isHeadlineFuture(w, c)) out.push(modality(w, ...cueOf(c), 'forecast', c.token, 'CE45'))
  }
  return out
}

/** CE42: what somebody aims at; "to mounting concerns" and "to have been told" aim at nothing. */
function isPurpose(w: Words, c: Clause): boolean {
  if (c.kind !== 'purpose') return false
  if (c.mark === null || keyAt(w, c.mark) !== 'to') return true
  for (const child of w.tree.childrenOf(c.token))
    if (keyAt(w, child) === 'have' && child > c.mark) return false
  const above = w.tree.headOf(c.token)
  return xposAt(w, c.token) !== 'VBG' && !raising.has(w.lemmas[above] ?? '')
}

/** Verbs whose infinitive says what they say themselves: "a picture purporting to show the ship". */
const raising = new Set(['purport', 'seem', 'appear', 'happen', 'tend', 'claim'])

function cueOf(c: Clause): [number, number] {
  const at = c.mark ?? c.first
  return [at, at + 1]
}

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

/** CE48: "the match is to be played in May", "two planes were to leave at dawn": where what is due has its "is to", or -1. */
function dueWords(w: Words, c: Clause): number {
  if (!c.finite) return -1
  for (const child of w.tree.childrenOf(c.token)) {
    if (!being.has(keyAt(w, child)) || keyAt(w, child + 1) !== 'to') continue
    // "the aim was to win": an aim is no appointment
    return isAim(w, c.token) ? -1 : child
  }
  return -1
}

function isAim(w: Words, token: number): boolean {
  for (const c of w.tree.childrenOf(token))
    if (labelAt(w, c).startsWith('nsubj') && aims.has(w.lemmas[c] ?? '')) return true
  return false
}

const being = new Set(['is', 'are', 'was', 'were'])

/** Nouns of what is aimed at. */
const aims = new Set(['aim', 'goal', 'purpose', 'point', 'idea', 'task', 'role', 'answer', 'way'])

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
