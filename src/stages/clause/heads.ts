/** Decides which words head a clause and of what kind (CL1-CL12); everything else in the sentence belongs to one of them. */
import type { ClauseKind } from '../../layers/clauses.ts'
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Tree } from '../../text/tree.ts'

/** The words of one document with tags and arcs, by index. */
export interface Words {
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  readonly arcs: readonly Arc[]
  readonly tree: Tree
  /** Lemmas whose infinitive is one statement with them. */
  readonly open: ReadonlySet<string>
}

export interface Head {
  readonly kind: ClauseKind
  readonly rule: string
  /** The first conjunct's token, where this is a later one. */
  readonly joins: number | null
}

const finiteTags = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const conditionMarks = new Set(['if', 'unless', 'provided', 'providing', 'supposing', 'lest'])
/** Labels under which a verb is never a clause of its own. */
const wordLike = new Set(['aux', 'aux:pass', 'cop', 'case', 'fixed', 'flat', 'mark', 'cc', 'det'])

export function baseOf(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** The child of `node` under one of the given labels, or -1. */
export function childBy(w: Words, node: number, labels: ReadonlySet<string>): number {
  for (const c of w.tree.childrenOf(node)) if (labels.has(w.arcs[c]?.deprel ?? '')) return c
  return -1
}

const auxiliaries = new Set(['aux', 'aux:pass', 'cop'])
const subjects = new Set(['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'expl', 'nsubj:outer'])
const marks = new Set(['mark'])
const passive = new Set(['aux:pass'])

/** True when the word is a verb, or something predicates it: a copula, an auxiliary, a subject. */
export function isPredicate(w: Words, node: number): boolean {
  const upos = w.tags[node]?.upos
  if (upos === 'VERB') return true
  if (upos === 'PUNCT') return false
  return childBy(w, node, auxiliaries) >= 0 || childBy(w, node, subjects) >= 0
}

/** True for a verb form with tense, or a predicate whose copula or auxiliary has it. */
export function isFiniteAt(w: Words, node: number): boolean {
  if (finiteTags.has(w.tags[node]?.xpos ?? '')) return true
  for (const c of w.tree.childrenOf(node)) {
    if (auxiliaries.has(w.arcs[c]?.deprel ?? '') && finiteTags.has(w.tags[c]?.xpos ?? ''))
      return true
  }
  return false
}

/** The head of every clause, by token index; words not in the map head none. */
export function clauseHeads(w: Words): Map<number, Head> {
  const out = new Map<number, Head>()
  for (let i = 0; i < w.arcs.length; i++) {
    const head = headAt(w, i, out)
    if (head) out.set(i, head)
  }
  // A conjunct that stands before the clause it joins is met too early; such arcs are parse errors and stay out.
  return out
}

function headAt(w: Words, i: number, before: ReadonlyMap<number, Head>): Head | null {
  const arc = w.arcs[i]
  const tag = w.tags[i]
  if (!arc || !tag || tag.upos === 'PUNCT' || tag.upos === 'SYM') return null
  const base = baseOf(arc.deprel)
  if (arc.head < 0) {
    return isPredicate(w, i)
      ? { kind: 'main', rule: 'CL1', joins: null }
      : { kind: 'fragment', rule: 'CL2', joins: null }
  }
  if (wordLike.has(arc.deprel) || isOpenComplement(w, i, arc.head)) return null
  switch (base) {
    case 'ccomp':
      if (!isPredicate(w, i)) return null
      if (opensRelative(w, i)) return { kind: 'relative', rule: 'CL7', joins: null }
      // "The vote was fair; the mayor won": two statements, whatever the label.
      if (w.tokens[w.tree.firstOf(i)]?.key === ';' || w.tokens[w.tree.firstOf(i) - 1]?.key === ';')
        return { kind: 'main', rule: 'CL5', joins: null }
      if (opensWithTime(w, i)) return { kind: 'adverbial', rule: 'CL6', joins: null }
      // "warned that if it fails, it could": the condition stands in front of what was warned of.
      return hasMark(w, i, 'that') && hasMark(w, i, 'if')
        ? { kind: 'condition', rule: 'CL6', joins: null }
        : { kind: 'complement', rule: 'CL3', joins: null }
    case 'csubj':
      return isPredicate(w, i) ? { kind: 'subject', rule: 'CL4', joins: null } : null
    case 'parataxis':
      if (!isPredicate(w, i)) return null
      // ", potentially widening cracks": a bare participle beside a clause tells its effect.
      return w.tags[i]?.xpos === 'VBG' && isBareParticiple(w, i)
        ? { kind: 'participial', rule: 'CL6', joins: null }
        : { kind: 'main', rule: 'CL5', joins: null }
    case 'advcl':
      if (isPredicate(w, i) && opensRelative(w, i))
        return { kind: 'relative', rule: 'CL7', joins: null }
      if (isGerundSubject(w, i, arc.head)) return { kind: 'subject', rule: 'CL24', joins: null }
      return isPredicate(w, i) ? { kind: adverbialKind(w, i), rule: 'CL6', joins: null } : null
    case 'acl':
      return adnominal(w, i, arc.deprel)
    case 'conj':
      return conjunct(w, i, arc.head, before)
    case 'appos':
      // "Background: The war began in May": behind a colon a clause names nothing.
      if (isPredicate(w, i) && isFiniteAt(w, i) && isBehindColon(w, i))
        return { kind: 'main', rule: 'CL5', joins: null }
      return apposition(w, i)
    case 'xcomp':
      return w.tags[arc.head]?.upos === 'VERB' ? null : misread(w, i, tag)
    default:
      return misread(w, i, tag)
  }
}

/** CL12: a finite verb under a nominal label is a parse error; its proposition is kept, unless it stands like a noun. */
function misread(w: Words, i: number, tag: Tag): Head | null {
  if (tag.upos !== 'VERB' || !finiteTags.has(tag.xpos) || childBy(w, i, nominal) >= 0) return null
  return { kind: 'main', rule: 'CL12', joins: null }
}

const nominal = new Set(['det', 'nmod:poss', 'amod', 'compound', 'nummod'])

function adverbialKind(w: Words, i: number): ClauseKind {
  const mark = childBy(w, i, marks)
  const key = mark < 0 ? '' : (w.tokens[mark]?.key ?? '')
  // "reacted as if", "whether or not": a comparison supposes nothing.
  const compared = mark > 0 && key === 'as' && w.tokens[mark + 1]?.key === 'if'
  if (!compared && (conditionMarks.has(key) || hasMark(w, i, 'if'))) return 'condition'
  if (key === 'to' || hasMark(w, i, 'to')) return 'purpose'
  if (isInverted(w, i)) return 'condition'
  if (!isFiniteAt(w, i) && (mark < 0 || w.tags[i]?.xpos === 'VBG')) return 'participial'
  return 'adverbial'
}

/** CL7: "the harbour, which holds boats": behind a noun and a comma such a word describes, whatever the label. */
function opensRelative(w: Words, i: number): boolean {
  let first = w.tree.firstOf(i)
  if (w.tokens[first]?.key === ',') first++
  const upos = w.tags[first - 2]?.upos
  return (
    relatives.has(w.tokens[first]?.key ?? '') &&
    w.tokens[first - 1]?.key === ',' &&
    w.tokens[first - 2]?.sentence === w.tokens[i]?.sentence &&
    (upos === 'NOUN' || upos === 'PROPN')
  )
}

const relatives = new Set(['which', 'who', 'whom', 'whose'])

/** CL6: "decided after the talks had ended": no complement opens with such a word, whatever its label. */
export function opensWithTime(w: Words, i: number): boolean {
  const first = w.tree.firstOf(i)
  return first < i && timely.has(w.tokens[first]?.key ?? '') && childBy(w, i, plainSubjects) >= 0
}

const timely = new Set(['after', 'before', 'once', 'until', 'because', 'although', 'though'])
const plainSubjects = new Set(['nsubj', 'nsubj:pass'])

/** CL23: "continues to receive", "able to reach": the infinitive right behind completes its word, whatever its label. */
function isOpenComplement(w: Words, i: number, head: number): boolean {
  if (w.tags[i]?.xpos !== 'VB' || head > i || !w.open.has(w.tags[head]?.lemma ?? '')) return false
  if (childBy(w, i, subjects) >= 0) return false
  // Only adverbs and auxiliaries may stand between: "continued quietly to be paid".
  for (let k = head + 1; k < i; k++) {
    const upos = w.tags[k]?.upos
    if (upos !== 'ADV' && upos !== 'PART' && upos !== 'AUX') return false
  }
  return hasMark(w, i, 'to')
}

/** CL24: "recruiting soldiers is central": an -ing form in front of a predicate without a subject is its subject. */
function isGerundSubject(w: Words, i: number, head: number): boolean {
  if (w.tags[i]?.xpos !== 'VBG' || i > head || childBy(w, i, marks) >= 0) return false
  if (!isFiniteAt(w, head) || childBy(w, head, subjects) >= 0) return false
  // A comma sets a participial clause apart, wherever the tree hung what follows it.
  for (let k = i + 1; k < head; k++) if (w.tags[k]?.upos === 'PUNCT') return false
  return true
}

function hasMark(w: Words, i: number, key: string): boolean {
  for (const c of w.tree.childrenOf(i))
    if (w.tokens[c]?.key === key && w.arcs[c]?.deprel === 'mark') return true
  return false
}

/** "Should X succeed", "were X to", "had X done": an auxiliary that opens the clause before its subject. */
export function isInverted(w: Words, i: number): boolean {
  let opener = -1
  let subject = -1
  for (const c of w.tree.childrenOf(i)) {
    const label = w.arcs[c]?.deprel ?? ''
    if (opener < 0 && auxiliaries.has(label)) opener = c
    if (subject < 0 && subjects.has(label)) subject = c
  }
  if (opener < 0 || subject < opener) return false
  const key = w.tokens[opener]?.key
  if (key !== 'should' && key !== 'were' && key !== 'had') return false
  const last = w.tokens[w.tree.lastOf(i)]
  return last?.key !== '?' && w.arcs[i]?.deprel === 'advcl'
}

function adnominal(w: Words, i: number, deprel: string): Head | null {
  if (deprel === 'acl:relcl' && !isBareParticiple(w, i) && isBehindColon(w, i))
    return isPredicate(w, i) ? { kind: 'main', rule: 'CL5', joins: null } : null
  if (deprel === 'acl:relcl' && !isBareParticiple(w, i))
    return isPredicate(w, i) ? { kind: 'relative', rule: 'CL7', joins: null } : null
  const mark = childBy(w, i, marks)
  const key = mark < 0 ? '' : (w.tokens[mark]?.key ?? '')
  const finite = isFiniteAt(w, i) && isPredicate(w, i) && deprel !== 'acl:relcl'
  if (key === 'that' || key === 'whether' || finite)
    return { kind: 'complement', rule: 'CL8', joins: null }
  // CL9: "plans to send" stays with its noun; the clause that holds the noun carries it.
  if (key === 'to') {
    // "an election to be held in May" foresees something.
    const due = childBy(w, i, passive) >= 0 && w.tree.lastOf(i) - i >= 2
    return due ? { kind: 'purpose', rule: 'CL9', joins: null } : null
  }
  if (w.tags[i]?.upos !== 'VERB') return null
  // CL10: a participle after its noun is a clause when it has a complement of its own.
  return w.tree.lastOf(i) - i >= 2 ? { kind: 'reduced', rule: 'CL10', joins: null } : null
}

/** CL5: "EVANS: Why have prices risen?": behind a colon a clause stands beside its word and does not describe it. */
function isBehindColon(w: Words, i: number): boolean {
  const first = w.tree.firstOf(i)
  for (let k = Math.max(0, first - 1); k <= i && k <= first + 1; k++)
    if (w.tokens[k]?.key === ':') return true
  return false
}

/** CL10: "sanctions aimed at": a participle without subject or auxiliary is a reduced clause, whatever its label. */
function isBareParticiple(w: Words, i: number): boolean {
  const form = w.tags[i]?.xpos
  if (form !== 'VBN' && form !== 'VBG' && form !== 'VBD') return false
  return childBy(w, i, auxiliaries) < 0 && childBy(w, i, subjects) < 0
}

function conjunct(
  w: Words,
  i: number,
  first: number,
  before: ReadonlyMap<number, Head>,
): Head | null {
  const lead = before.get(first)
  if (lead) {
    if (!isPredicate(w, i) || sharesAll(w, i, first)) return null
    return { kind: lead.kind === 'fragment' ? 'main' : lead.kind, rule: 'CL11', joins: first }
  }
  // A later conjunct of an open complement ("wants to send troops and train them") with words of its own.
  const upos = w.tags[i]?.upos
  if (upos !== 'VERB') return null
  // "found him guilty and sentenced him": the tree joined a verb with tense to what the first verb governs.
  if (finiteTags.has(w.tags[i]?.xpos ?? '') && hasConjunction(w, i) && childBy(w, i, nominal) < 0)
    return { kind: 'main', rule: 'CL11', joins: first }
  if (w.tags[first]?.upos !== 'VERB') return null
  if (isFiniteAt(w, i)) return { kind: 'main', rule: 'CL11', joins: first }
  return baseOf(w.arcs[first]?.deprel ?? '') === 'xcomp' && w.tree.lastOf(i) - i >= 2
    ? { kind: 'main', rule: 'CL11', joins: first }
    : null
}

function hasConjunction(w: Words, i: number): boolean {
  return childBy(w, i, conjunctions) >= 0
}

const conjunctions = new Set(['cc'])

/** CL22: "killed or wounded", "killed and eaten": a bare second verb with the same complements is no clause of its own. */
function sharesAll(w: Words, i: number, first: number): boolean {
  if (w.tags[i]?.upos !== 'VERB' || w.tags[i]?.xpos !== w.tags[first]?.xpos) return false
  if (childBy(w, i, auxiliaries) >= 0 || childBy(w, i, subjects) >= 0) return false
  if (i - first <= 3 && hasWord(w, i, 'or')) return true
  // "shot and killed by police": nothing of its own stands with the first participle.
  if (i - first === 2 && w.tags[i]?.xpos === 'VBN' && isBareParticiple(w, first)) return true
  // "neither confirmed nor denied the report": the first has no object but the second's.
  if (i - first === 2 && w.tree.lastOf(first) !== first && childBy(w, first, complements) < 0)
    return hasWord(w, i, 'nor')
  return w.tree.lastOf(i) === i && i - first <= 3
}

const complements = new Set(['obj', 'obl', 'xcomp', 'ccomp', 'obl:agent'])

function hasWord(w: Words, i: number, key: string): boolean {
  for (const c of w.tree.childrenOf(i)) if (w.tokens[c]?.key === key) return true
  return false
}

/** CL13: an apposition asserts when it has words of its own: "the largest army in the region". */
function apposition(w: Words, i: number): Head | null {
  const upos = w.tags[i]?.upos
  if (upos !== 'NOUN' && upos !== 'ADJ') return null
  const size = w.tree.lastOf(i) - w.tree.firstOf(i) + 1
  // "after a briefing by officials" is no name for anybody.
  if (opensWith(w, w.tree.firstOf(i))) return null
  return size >= 4 ? { kind: 'apposition', rule: 'CL13', joins: null } : null
}

function opensWith(w: Words, start: number): boolean {
  let first = start
  while (w.tags[first]?.upos === 'PUNCT') first++
  const upos = w.tags[first]?.upos
  return upos === 'ADP' || upos === 'SCONJ' || upos === 'CCONJ'
}
