/** Finds how it stands with an event: what governs it, what carries it, whether it ends, is meant, lies ahead or is refused (EV30-EV34). */
import type { Reading } from './classify.ts'
import type { Manner } from './lexicons.ts'
import { caseOf, keyAt, labelAt, lemmaAt, markOf, uposAt, type Words } from './words.ts'

export interface Standing {
  /** The coded predicate whose content this is, or -1. */
  readonly governor: number
  /** The coded predicate whose object this noun is, or -1. */
  readonly holder: number
  /** The uncoded verb that carries the noun ("hold talks"), outermost, or -1. */
  readonly carrier: number
  /** The carrier's subject is the one acted upon: "faced criticism". */
  readonly suffered: boolean
  readonly ceased: boolean
  readonly intended: boolean
  /** Intended by words that make harm a threat: "vowed", "poised". */
  readonly sworn: boolean
  readonly prevented: boolean
  readonly future: boolean
  readonly negated: boolean
  /** Where the climb ended: the predicate at whose place the event stands. */
  readonly top: number
}

/** Types whose content is no event yet: what is promised, asked, refused or threatened. */
const governing = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN'])

/** How far up the tree is looked. */
const farthest = 8

const argued = new Set(['obj', 'nsubj:pass', 'obl', 'nmod'])
const complements = new Set(['xcomp', 'ccomp', 'acl', 'advcl', 'csubj'])

/** Prepositions by which a verb or noun governs an event noun. */
const governed = new Set([
  'for',
  'on',
  'to',
  'in',
  'with',
  'of',
  'from',
  'under',
  'against',
  'into',
  'at',
  'by',
  'about',
])
const contentCases = new Set(['for', 'on', 'to', 'of', 'with', 'in', 'from', 'against'])

/** An event that nothing governs and nothing turns. */
export function alone(token: number): Standing {
  return {
    governor: -1,
    holder: -1,
    carrier: -1,
    suffered: false,
    ceased: false,
    intended: false,
    sworn: false,
    prevented: false,
    future: false,
    negated: false,
    top: token,
  }
}

/** Climbs from an event to what governs it. `readings` and `manners` are by token. */
export function standingOf(
  w: Words,
  token: number,
  readings: readonly (Reading | null)[],
  mannersAt: (token: number) => readonly Manner[],
): Standing {
  const s = { ...alone(token), negated: isNegated(w, token) } as {
    -readonly [K in keyof Standing]: Standing[K]
  }
  s.suffered = uposAt(w, token) === 'VERB' && mannersAt(token).includes('suffers')
  let node = token
  let joined = false
  for (let step = 0; step < farthest; step++) {
    if (!joined || !hasOwnSubject(w, node)) s.future ||= liesAhead(w, node)
    const head = w.tree.headOf(node)
    if (head < 0) break
    const label = labelAt(w, node)
    if (label === 'conj') {
      if (hasOwnSubject(w, node)) break
      node = head
      joined = true
      continue
    }
    joined = false
    if (label === 'advcl' && barring.has(markOf(w, node))) s.prevented = true
    const clausal = complements.has(label) && isComplement(w, node, label)
    const nominal =
      argued.has(label.startsWith('obl') ? 'obl' : label) && isArgument(w, node, label)
    if (!clausal && !nominal) break
    const reading = readings[head]
    const coded = reading != null && reading.type !== 'OTHER'
    if (coded && governing.has(reading.type) && isContent(w, node, head, clausal)) {
      s.governor = head
      s.negated ||= isNegated(w, node)
      break
    }
    const manners = mannersAt(head)
    if (coded && nominal && uposAt(w, head) === 'VERB' && !manners.includes('begins')) {
      if (s.carrier < 0 && !label.startsWith('obl')) s.holder = head
      break
    }
    if (!step && !nominal && coded) {
      // "Will meet to discuss": what a meeting that lies ahead is for lies ahead too.
      s.future ||= liesAhead(w, head)
      break
    }
    if (!follow(w, s, node, head, manners, nominal, label)) break
    s.negated ||= isNegated(w, head)
    node = head
    s.top = node
  }
  return s
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Takes in what the word above tells; false where it tells nothing and the climb ends. */
function follow(
  w: Words,
  s: Mutable<Standing>,
  node: number,
  head: number,
  manners: readonly Manner[],
  nominal: boolean,
  label: string,
): boolean {
  const upos = uposAt(w, head)
  if (nominal && label === 'nmod') {
    if (upos === 'NOUN' && manners.includes('counts') && caseOf(w, node) === 'of') return true
    if (upos !== 'NOUN' || !manners.some((m) => m === 'intends' || m === 'promises')) return false
  }
  if (manners.includes('prevents')) s.prevented = true
  else if (manners.includes('ceases') && !manners.includes('carries')) s.ceased = true
  else if (manners.includes('suffers') && nominal && upos === 'VERB') s.suffered = true
  // "Hit by an air strike": what strikes is the event, and who is hit suffers it.
  else if (manners.includes('strikes') && label.startsWith('obl') && isStruck(w, head))
    s.suffered = true
  else if (nominal && upos === 'VERB' && manners.some((m) => m === 'carries' || m === 'begins')) {
    if (label === 'obl' && !carriesBy(w, node, head)) return false
  } else if (!nominal && manners.some((m) => m === 'intends' || m === 'promises')) {
    s.intended = true
    if (manners.includes('promises')) s.sworn = true
  } else if (nominal && upos === 'NOUN' && label === 'nmod')
    s.intended = !manners.includes('counts')
  else if (nominal && manners.includes('intends')) {
    s.intended = true
    s.sworn = manners.includes('promises')
  } else if (nominal || !manners.includes('begins')) return false
  if (upos === 'VERB') s.carrier = head
  return true
}

/** "Warned against sending", "kept from voting", "left without signing": what was not to be, or was not. */
const barring = new Set(['against', 'from', 'without', 'instead'])

function isStruck(w: Words, head: number): boolean {
  return w.tags[head]?.xpos === 'VBN' || w.tags[head]?.xpos === 'VBD'
}

const carrying = new Set(['in', 'to', 'into', 'on', 'with', 'under', 'at', 'for', 'from'])

function carriesBy(w: Words, node: number, head: number): boolean {
  const key = caseOf(w, node)
  return carrying.has(key) && (lemmaAt(w, head + 1) === key || lemmaAt(w, head + 2) === key)
}

function isComplement(w: Words, node: number, label: string): boolean {
  if (label === 'acl') return w.tags[node]?.xpos === 'VB' || markOf(w, node) === 'to'
  if (label !== 'advcl') return true
  return markOf(w, node) === 'to' && keyAt(w, w.tree.firstOf(node)) === 'to'
}

function isArgument(w: Words, node: number, label: string): boolean {
  if (label === 'obj' || label === 'nsubj:pass') return true
  return governed.has(caseOf(w, node))
}

/** EV31: what a promise, request, refusal or threat is about: a clause, its object, or what "for", "on" or "of" leads to. */
function isContent(w: Words, node: number, head: number, clausal: boolean): boolean {
  if (clausal) return true
  const label = labelAt(w, node)
  if (label === 'obj' || label === 'nsubj:pass') return true
  return contentCases.has(caseOf(w, node)) && node > head
}

const negations = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'without'])

/** True for "not", "never" or "no" right at the word. */
export function isNegated(w: Words, token: number): boolean {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (
      (label === 'advmod' || label === 'det' || label === 'cc:preconj') &&
      negations.has(keyAt(w, c))
    )
      return true
  }
  return false
}

function hasOwnSubject(w: Words, node: number): boolean {
  return w.tree.childrenOf(node).some((c) => labelAt(w, c).startsWith('nsubj'))
}

const ahead = new Set(['will', "'ll", '’ll', 'shall', 'wo', 'would', "'d"])

/** EV33: "will", "would", "is to", "is going to": the event lies ahead of what is told. "Would have" never came to be. */
function liesAhead(w: Words, node: number): boolean {
  let found = false
  for (const c of w.tree.childrenOf(node)) {
    if (labelAt(w, c) !== 'aux') continue
    const key = keyAt(w, c)
    if (key === 'have' || key === "'ve") return false
    if (ahead.has(key)) found = true
  }
  if (found) return true
  if (labelAt(w, node) !== 'xcomp') return false
  const head = w.tree.headOf(node)
  return (keyAt(w, head) === 'going' || lemmaAt(w, head) === 'be') && markOf(w, node) === 'to'
}
