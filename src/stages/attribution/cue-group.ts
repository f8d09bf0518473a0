/** Cue group: the words of a verb cue as readers mark it: auxiliaries, negation, adverbs between, particle, preposition. */
import type { Range, Reading } from './reading.ts'

const fillers = new Set(['AUX', 'ADV', 'PART'])
const lightVerbs = new Set(['go', 'continue', 'begin', 'start', 'come', 'try', 'use', 'have'])

/** The verb with what belongs to it on its left and a particle on its right. */
export function verbGroup(r: Reading, verb: number): Range {
  let first = verb
  for (let i = verb - 1; i >= 0 && r.sentenceOf(i) === r.sentenceOf(verb); i--) {
    if (!belongsLeft(r, i, verb)) break
    first = i
  }
  while (first < verb && startsClause(r, first)) first++
  first = lightVerbBefore(r, first, verb)
  let end = verb + 1
  for (const c of r.tree.childrenOf(verb))
    if (c === end && r.deprel(c) === 'compound:prt') end = c + 1
  if (r.key(end) === 'in' && r.key(end + 1) === 'a' && r.key(end + 2) === 'statement') end += 3
  return { first, end }
}

function belongsLeft(r: Reading, i: number, verb: number): boolean {
  if (r.quoteOf(i) !== r.quoteOf(verb)) return false
  if (r.isPunct(i)) return false
  if (!fillers.has(r.upos(i))) return false
  if (r.upos(i) === 'AUX') return true
  const head = r.head(i)
  return head >= i && head <= verb
}

/** Adverbs that open a clause ("Now", "when", "then") stay outside the group. */
function startsClause(r: Reading, i: number): boolean {
  if (r.upos(i) !== 'ADV') return false
  const x = r.xpos(i)
  if (x === 'WRB') return true
  const before = r.upos(i - 1)
  return r.sentenceOf(i - 1) !== r.sentenceOf(i) || before === 'PUNCT' || before === 'SCONJ'
}

/** "went on to say", "began tweeting": the light verb and its auxiliaries are part of the cue. */
function lightVerbBefore(r: Reading, first: number, verb: number): number {
  if (r.deprel(verb) !== 'xcomp') return first
  const head = r.head(verb)
  if (head < 0 || head >= first || first - head > 2) return first
  if (!lightVerbs.has(r.lemma(head))) return first
  if (r.lemma(head) === 'have') return first
  return verbGroup(r, head).first
}

/** "Asked whether she knew, Marin smiled": a participle of its own clause, with nobody named who asked. */
export function isBarePassive(r: Reading, verb: number): boolean {
  const d = r.deprel(verb)
  if ((d !== 'advcl' && d !== 'acl') || r.upos(verb - 1) === 'AUX') return false
  const opens = r.sentence(r.sentenceOf(verb)).first === verb
  const x = r.xpos(verb)
  if (x !== 'VBN' && !(x === 'VBD' && opens && r.child(verb, 'nsubj') < 0)) return false
  for (const c of r.tree.childrenOf(verb)) {
    const mark = r.child(c, 'case')
    if (mark > verb && r.key(mark) === 'by') return false
  }
  return true
}

/** True for "is said", "was told", "been expected"; the words decide, and the tree where there is no auxiliary. */
export function isPassive(r: Reading, verb: number): boolean {
  const x = r.xpos(verb)
  if (x !== 'VBN' && x !== 'VBD') return false
  for (let i = verb - 1; i > verb - 6 && r.sentenceOf(i) === r.sentenceOf(verb); i--) {
    const u = r.upos(i)
    if (u === 'AUX' || u === 'VERB') {
      const lemma = r.lemma(i)
      if (lemma === 'be' || lemma === 'get') return true
      if (lemma === 'have') return false
      if (u === 'VERB') break
    } else if (u !== 'ADV' && u !== 'PART') break
  }
  if (isBarePassive(r, verb)) return true
  if (x !== 'VBN') return false
  const relation = r.deprel(verb)
  if (relation === 'acl' || relation === 'amod') return true
  return r.child(verb, 'aux:pass') >= 0 && r.child(verb, 'nsubj:pass', 'csubj:pass') >= 0
}
