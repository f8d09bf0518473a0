/** Tells which clauses state nothing (CA17, CA19): names alone, headings, embedded questions, frames of speech without their content. */
import type { Clause } from '../../layers/clauses.ts'
import type { SpeechVerbs } from './lexicons.ts'
import { labelAt, sizeOf, type Words } from './words.ts'

/** "EVANS", "Scott's relatives": names without a predicate state nothing. */
export function isNameAlone(w: Words, c: Clause): boolean {
  if (w.tags[c.token]?.upos !== 'PROPN' || c.finite) return false
  for (let i = c.first; i < c.end; i++) {
    const upos = w.tags[i]?.upos
    if (upos !== 'PROPN' && upos !== 'PUNCT' && upos !== 'DET') return false
  }
  return true
}

/** CA17: "citing the ministry": it names a source and states nothing. */
export function isCiting(w: Words, c: Clause): boolean {
  return c.kind === 'participial' && w.tags[c.token]?.lemma === 'cite'
}

/** CA19: "What we know so far", without a stop: a heading names what follows. */
export function isTopic(w: Words, c: Clause): boolean {
  if (w.tree.headOf(c.token) >= 0 || c.end - c.first > 8) return false
  const first = w.tree.firstOf(c.token)
  const last = w.tokens[w.tree.lastOf(c.token)]?.key ?? ''
  if (!asked.has(w.tokens[first]?.key ?? '')) return false
  // "Who won", "what happens now": a question without its mark.
  const next = w.tags[first + 1]?.upos
  return last !== '.' && last !== '?' && last !== '!' && next !== 'VERB' && next !== 'AUX'
}

/** CA19: "what this treaty signifies", "how they came": an embedded question after its verb names a thing. */
export function isWhat(w: Words, c: Clause): boolean {
  if (c.kind !== 'complement' && c.kind !== 'relative' && c.kind !== 'adverbial') {
    // "how to combat a tide"
    return (
      c.kind === 'purpose' && asked.has(w.tokens[c.mark === null ? c.first : c.mark - 1]?.key ?? '')
    )
  }
  // "analysing what this treaty signifies": the relative clause of the question word
  if (c.kind === 'relative' && w.tokens[w.tree.headOf(c.token)]?.key === 'what') return true
  let first = w.tree.firstOf(c.token)
  // "concerned about what they see"
  if (w.tags[first]?.upos === 'ADP') first++
  const open = w.tokens[first]?.key ?? ''
  return asked.has(open) && (c.kind === 'complement' || open === 'what')
}

/** "in overcoming the barriers", "accused of hurting": a gerund behind a preposition is part of what is told. */
export function isObject(w: Words, c: Clause): boolean {
  if (w.tags[c.token]?.xpos !== 'VBG' || c.ownSubject) return false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (label !== 'mark' && label !== 'case') continue
    if (inner.has(w.tokens[child]?.key ?? '')) return true
  }
  const before = w.tokens[c.first - 1]
  return before?.sentence === c.sentence && inner.has(before.key)
}

/** "concerning the vessel", "including two children": such a form stands like a preposition. */
export function isPreposition(w: Words, c: Clause): boolean {
  return w.tags[c.token]?.xpos === 'VBG' && like.has(w.tokens[c.token]?.key ?? '') && !c.ownSubject
}

const like = new Set(['concerning', 'regarding', 'including'])

const inner = new Set([
  'in',
  'of',
  'by',
  'for',
  'from',
  'to',
  'at',
  'about',
  'into',
  'on',
  'upon',
  'with',
  'over',
  'against',
])

const asked = new Set(['what', 'how', 'why', 'who', 'where', 'when', 'which'])

/** CA7: "who want", "that was what": words that only point elsewhere state nothing. */
export function isEmpty(w: Words, c: Clause, size: number): boolean {
  if (size > 4) return false
  let content = 0
  for (let i = c.first; i < c.end; i++) {
    const tag = w.tags[i]
    // "what", "why", "who" are pointers whatever their part of speech
    if (tag && contentful.has(tag.upos) && !tag.xpos.startsWith('W')) content++
  }
  return content === 0 || (content === 1 && size <= 2 && c.kind === 'relative')
}

const contentful = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'VERB', 'ADV', 'INTJ'])

/** CA17: "Asked about the reports, he said": the question is no statement. */
export function isAsked(w: Words, c: Clause): boolean {
  if (c.ownSubject || w.tags[c.token]?.lemma !== 'ask') return false
  return w.tokens[c.token - 1]?.sentence !== c.sentence
}

/** CA17: "I hope that", "it means that": a pronoun and a verb round a complement state nothing themselves. */
export function isEmptyFrame(w: Words, c: Clause): boolean {
  if (c.subject === null || !c.ownSubject || w.tags[c.subject]?.upos !== 'PRON') return false
  let words = 0
  let complement = false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (label === 'ccomp') complement = true
    else if (label !== 'punct' && label !== 'mark' && label !== 'cc') words++
  }
  return complement && words <= 2
}

/** CA17: "Seoul tells lawmakers" beside a statement: somebody speaks, and what is said stands elsewhere. */
export function isSaying(w: Words, c: Clause, verbs: SpeechVerbs): boolean {
  if (!verbs.saying.has(w.tags[c.token]?.lemma ?? '') || sizeOf(w, c) > 8) return false
  let beside = c.rule === 'CL12' || baseLabel(labelAt(w, c.token)) === 'parataxis'
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    // "told reporters" has its hearer, "told the truth" its thing: only with a clause beside it a hearer is meant.
    if (label === 'xcomp' || labelAt(w, child) === 'aux' || label === 'advmod') return false
    if (label === 'parataxis' || label === 'ccomp') beside = true
  }
  return beside
}

function baseLabel(label: string): string {
  const colon = label.indexOf(':')
  return colon < 0 ? label : label.slice(0, colon)
}

/** CA17: "we thought", "my mother says": somebody thinks or speaks, and what stands elsewhere. */
export function isBareSpeech(w: Words, c: Clause, verbs: SpeechVerbs): boolean {
  const lemma = w.tags[c.token]?.lemma ?? ''
  const spoken = verbs.saying.has(lemma) || w.tags[c.subject ?? -1]?.upos === 'PRON'
  if (!spoken || sizeOf(w, c) > 3 || c.first === c.token || !verbs.telling.has(lemma)) return false
  // "the only language they understand": without more, such a clause tells which thing is meant.
  if (c.kind === 'relative' && w.tree.lastOf(c.token) === c.token) return false
  if (w.tree.headOf(c.token) < 0 && w.tree.lastOf(c.token) - c.token <= 1) return false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (
      label !== 'punct' &&
      label !== 'cc' &&
      label !== 'mark' &&
      !label.startsWith('nsubj') &&
      label !== 'ccomp' &&
      label !== 'parataxis'
    )
      return false
  }
  return true
}
