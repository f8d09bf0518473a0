/** Finds the word that a cue governs (CE1-CE9, CE27): an auxiliary's verb, a verb's complement, an adjective's noun, a number. */
import { keyAt, labelAt, topOf, uposAt, type Words, xposAt } from './words.ts'

/** How far to look for a governed word that the tree does not give. */
const reach = 6

/** Words that open what a word of doubt leaves open. */
const opensClause = new Set(['whether', 'if', 'that', 'how', 'when', 'why', 'who', 'where', 'what'])

const complementLabels = new Set(['ccomp', 'xcomp', 'csubj', 'csubj:pass', 'advcl', 'acl'])

/** The governed tokens of the phrase at `from`..`to`; empty when this reading of the phrase does not hold here. */
export function attach(w: Words, how: string, from: number, to: number, orItself = true): number[] {
  switch (how) {
    case 'aux':
      return uposAt(w, from) === 'AUX' || xposAt(w, from) === 'MD' ? one(auxiliary(w, from)) : []
    case 'clause':
    case 'weak-clause':
      return one(adverbial(w, topOf(w, from, to)))
    case 'noun-clause':
      return one(nominal(w, from, to))
    case 'verb':
      return one(nextVerb(w, to))
    case 'gerund':
      // "the ban on exports": the noun forbids nothing here
      return uposAt(w, topOf(w, from, to)) === 'NOUN' ? [] : gerunds(w, from, to, orItself)
    case 'no-evidence':
      return noEvidence(w, from, to)
    case 'subject-clause':
      return calledFalse(w, from, to)
    case 'next-infinitive':
      return one(bareVerb(w, to))
    case 'word':
      return uposAt(w, to - 1) === 'VERB' || w.clauseAt.has(to - 1) ? [to - 1] : []
    case 'complement':
      return complement(w, from, to, orItself)
    case 'object-clause':
      return complement(w, from, to, false).filter((c) => isSubjunctive(w, c))
    case 'infinitive':
      return one(infinitive(w, topOf(w, from, to), to - from > 1))
    case 'object':
      return one(taking(w, from))
    case 'noun':
      return one(modified(w, from, to))
    case 'number':
      return one(number(w, to))
    case 'time':
      return one(w.timed[to] === 1 && sameSentence(w, from, to) ? to : -1)
    default:
      return []
  }
}

function one(token: number): number[] {
  return token < 0 ? [] : [token]
}

function sameSentence(w: Words, a: number, b: number): boolean {
  return w.tokens[a]?.sentence === w.tokens[b]?.sentence
}

/** CE1: the verb or predicate that an auxiliary belongs to; where the tree is silent, the next verb. */
function auxiliary(w: Words, i: number): number {
  const head = w.tree.headOf(i)
  if (head >= 0 && (labelAt(w, i).startsWith('aux') || labelAt(w, i) === 'cop')) return head
  return nextVerb(w, i + 1)
}

/** The next verb to the right, past adverbs, negation, auxiliaries and a short subject. */
function nextVerb(w: Words, from: number): number {
  for (let i = from; i < w.tokens.length && i < from + reach && sameSentence(w, from, i); i++) {
    const upos = uposAt(w, i)
    if (upos === 'VERB') return i
    if (upos === 'AUX') {
      const head = w.tree.headOf(i)
      if (head > i && labelAt(w, i).startsWith('aux')) continue
      return head >= 0 && labelAt(w, i) === 'cop' ? head : i
    }
    if (upos === 'PUNCT' || upos === 'SCONJ' || upos === 'CCONJ') return -1
  }
  return -1
}

/** CE29: "there is no evidence that he knew" denies both that there is any and, so far, that he knew. */
function noEvidence(w: Words, from: number, to: number): number[] {
  const told = complement(w, from, to, false).filter((c) => w.clauseAt.has(c))
  const own = nominal(w, from, to)
  return own < 0 || told.includes(own) ? told : [own, ...told]
}

/** CE9: "expected to close" in a headline or behind its noun: the verb right behind the cue. */
function bareVerb(w: Words, to: number): number {
  const at = uposAt(w, to) === 'ADV' ? to + 1 : to
  return xposAt(w, at) === 'VB' && sameSentence(w, to - 1, at) ? at : -1
}

/** CE27: what is called false; for "not true" the clause that says so is negated as well. */
function calledFalse(w: Words, from: number, to: number): number[] {
  const top = topOf(w, from, to)
  const told = subjectClause(w, top)
  return keyAt(w, from) === 'not' && w.clauseAt.has(top) ? [top, ...told] : told
}

/** CE27: "reports that the dam burst are false", "it is untrue that ...": the statement that is called false. */
function subjectClause(w: Words, top: number): number[] {
  if (labelAt(w, top) === 'amod') return statementOf(w, w.tree.headOf(top))
  for (const c of w.tree.childrenOf(top)) {
    const label = labelAt(w, c)
    if (label === 'csubj' || (label === 'ccomp' && c > top)) return [c]
    if (!label.startsWith('nsubj')) continue
    const told = statementOf(w, c)
    if (told.length > 0) return told
  }
  return []
}

/** The clause with "that" behind a noun: "rumours that a dam had burst". */
function statementOf(w: Words, noun: number): number[] {
  for (const c of w.tree.childrenOf(noun)) {
    const label = labelAt(w, c)
    if (c < noun || (label !== 'acl' && label !== 'ccomp' && label !== 'acl:relcl')) continue
    for (const m of w.tree.childrenOf(c))
      if (keyAt(w, m) === 'that' && labelAt(w, m) === 'mark') return [c]
  }
  return []
}

/** CE2: climbs from an adverb to the predicate that it stands with. */
function adverbial(w: Words, top: number): number {
  // "a strike is unlikely", "it is more likely than not": the predicate itself
  if (uposAt(w, top) === 'ADJ' && w.clauseAt.has(top)) return top
  let node = top
  for (let step = 0; step < reach; step++) {
    if (node !== top && (uposAt(w, node) === 'VERB' || w.clauseAt.has(node))) return node
    const head = w.tree.headOf(node)
    if (head < 0) return w.clauseAt.has(node) ? node : -1
    if (w.clauseAt.has(node) && node !== top) return node
    node = head
  }
  return w.owner[top] ?? -1
}

/** CE3: "no troops were sent": a negative determiner or pronoun that is an argument negates its clause. */
function nominal(w: Words, from: number, to: number): number {
  let noun = topOf(w, from, to)
  const label = labelAt(w, noun)
  // "few bankers believe him"; "the few" and "a few" are some
  const few = label === 'amod' && keyAt(w, from) === 'few' && w.tree.headOf(noun) > noun
  if (few && (w.timed[from] === 1 || uposAt(w, from - 1) === 'DET')) return -1
  if (few || label === 'det' || label === 'advmod' || label === 'nummod') noun = w.tree.headOf(noun)
  if (noun < 0) return -1
  const role = labelAt(w, noun)
  if (w.clauseAt.has(noun)) return noun
  const argument = /^(nsubj|obj|iobj|obl|expl|dep|xcomp|ccomp|conj)/.test(role)
  return argument ? (w.owner[noun] ?? -1) : -1
}

/** CE4: for a hedge the cue's own clause as well: "they are suspected of carrying". */
function gerunds(w: Words, from: number, to: number, orItself: boolean): number[] {
  const top = topOf(w, from, to)
  const verb = gerund(w, top, to)
  if (verb < 0) return []
  return orItself && w.clauseAt.has(top) && verb !== top ? [verb, top] : [verb]
}

/** CE4: "denied having sent", "ruled out sending": the gerund, else the object noun, else the clause itself. */
function gerund(w: Words, top: number, to: number): number {
  for (const c of w.tree.childrenOf(top)) {
    if (c < top) continue
    const label = labelAt(w, c)
    if (label === 'xcomp' || label === 'ccomp' || (label === 'advcl' && c - to <= 1)) return c
  }
  const next = nextVerb(w, to)
  if (next >= 0 && next - to <= 1) return next
  for (const c of w.tree.childrenOf(top)) if (c > top && labelAt(w, c) === 'obj') return c
  return -1
}

/** CE5: the clause that the cue takes as its complement; for "the motive is unclear" the clause of the cue itself. */
function complement(w: Words, from: number, to: number, orItself: boolean): number[] {
  const top = topOf(w, from, to)
  const upos = uposAt(w, top)
  // An adjective before its noun weakens the noun, not a clause.
  if (labelAt(w, top) === 'amod') return []
  let node = top
  for (let step = 0; step < 3; step++) {
    for (const c of w.tree.childrenOf(node)) {
      if (c >= from && c < to) continue
      const label = labelAt(w, c)
      if (c < top && label !== 'csubj' && label !== 'ccomp' && !leavesOpen(w, c)) continue
      if (label === 'acl:relcl' || !complementLabels.has(label)) continue
      if (label === 'advcl' && upos === 'VERB' && !leavesOpen(w, c)) continue
      // "if" after a verb of doubt is "whether"; elsewhere it opens a condition.
      return [c]
    }
    // "it remains unclear whether": the complement hangs on the verb above the adjective.
    const label = labelAt(w, node)
    const up = w.tree.headOf(node)
    if (up < 0 || (label !== 'xcomp' && label !== 'obj' && label !== 'nsubj' && label !== 'advmod'))
      break
    node = up
  }
  if (opensClause.has(keyAt(w, to))) {
    for (let i = to; i < w.tokens.length && sameSentence(w, from, i); i++)
      if (w.clauseAt.has(i) && i !== w.owner[top]) return [i]
  }
  if (to < w.tokens.length && keyAt(w, to - 1) === 'without') {
    const verb = nextVerb(w, to)
    return xposAt(w, verb) === 'VBG' ? [verb] : []
  }
  if (!orItself) return []
  if (upos === 'VERB') {
    // "did not rule out going": the gerund as well as its own clause
    const going = gerund(w, top, to)
    const own = to - from > 1 ? one(w.owner[top] ?? -1) : []
    return xposAt(w, going) === 'VBG' ? [going, ...own] : own
  }
  if (upos === 'NOUN') {
    for (const c of w.tree.childrenOf(top)) if (labelAt(w, c) === 'nmod' && c > top) return [c]
  }
  return one(w.owner[top] ?? -1)
}

/** True for a clause with "whether", "if" or "that". */
function leavesOpen(w: Words, node: number): boolean {
  for (const c of w.tree.childrenOf(node)) {
    const key = keyAt(w, c)
    if (labelAt(w, c) === 'mark' && (key === 'whether' || key === 'if' || key === 'that'))
      return true
  }
  return false
}

/** CE6: "urged Moscow to withdraw", "plans to send": the infinitive below the cue; below its object for "called on Moscow to". */
function infinitive(w: Words, top: number, phrasal: boolean): number {
  for (const c of w.tree.childrenOf(top)) {
    if (c <= top) continue
    const label = labelAt(w, c)
    if (label === 'iobj' || (phrasal && (label === 'obl' || label === 'obj'))) {
      const below = infinitive(w, c, false)
      if (below >= 0) return below
    }
    if (label !== 'xcomp' && label !== 'acl' && label !== 'ccomp' && label !== 'advcl') continue
    let finite = false
    for (const m of w.tree.childrenOf(c)) {
      const inner = labelAt(w, m)
      if (keyAt(w, m) === 'to' && (inner === 'mark' || inner === 'aux')) return c
      // "told them that it will help", "why he should go": told, not asked for
      finite ||= inner.startsWith('aux')
    }
    if (!finite && xposAt(w, c) === 'VB') return c
  }
  return -1
}

/** "demanded that he go", "proposed that it should close": what is wanted, not what is. */
function isSubjunctive(w: Words, node: number): boolean {
  let bare = xposAt(w, node) === 'VB'
  for (const c of w.tree.childrenOf(node)) {
    const label = labelAt(w, c)
    if (!label.startsWith('aux') && label !== 'cop') continue
    if (keyAt(w, c) === 'should') return true
    // "may go", "will go", "did go" are told, not wanted; "be closed" is wanted.
    bare = xposAt(w, c) === 'VB'
    if (!bare) return false
  }
  return bare
}

/** CE6: "plans a new base", "vowed revenge": the verb itself, where it takes a thing. */
function taking(w: Words, i: number): number {
  if (uposAt(w, i) !== 'VERB') return -1
  for (const c of w.tree.childrenOf(i)) if (c > i && labelAt(w, c) === 'obj') return i
  return -1
}

/** CE7: the noun that an adjective stands before. */
function modified(w: Words, from: number, to: number): number {
  const top = topOf(w, from, to)
  const head = w.tree.headOf(top)
  const label = labelAt(w, top)
  return head > top && (label === 'amod' || label === 'compound') ? head : -1
}

/** CE8: the number that a word of precision stands before. */
function number(w: Words, to: number): number {
  for (let i = to; i < to + 3 && i < w.tokens.length; i++) {
    if (w.tokens[i]?.kind === 'number' || uposAt(w, i) === 'NUM') return i
    const key = keyAt(w, i)
    if (uposAt(w, i) === 'SYM' || key === 'a' || key === 'half' || key === 'one') continue
    return dozens.has(key) ? i : -1
  }
  return -1
}

const dozens = new Set([
  'dozen',
  'dozens',
  'hundred',
  'hundreds',
  'thousand',
  'thousands',
  'million',
])
