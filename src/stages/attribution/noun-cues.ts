/** Noun cues: "the claim that ...", "her promise to ...", "allegations of ...", "X's view is that ...". */
import { contentOf, trimEnd } from './content-span.ts'
import type { Candidate } from './cue-features.ts'
import type { Draft } from './draft.ts'
import { headOf } from './inserted.ts'
import type { CueEntry } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { isTime } from './source-span.ts'

const inPhrase = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'ADP', 'CCONJ', 'PART'])

interface NounFrame {
  readonly kind: 'that' | 'to' | 'is' | 'prep' | 'quote'
  readonly head: number
  readonly at: number
  readonly prep: string
}

/** A noun that may report, with what it takes. */
export interface NounCandidate {
  readonly noun: number
  readonly entry: CueEntry
  readonly frame: NounFrame
  readonly source: Range | null
  readonly sourceHead: number
  /** The verb whose subject the source is, or -1 where the noun itself tells its source. */
  readonly by: number
}

/** The candidate at a noun, or null. */
export function nounCandidateAt(
  r: Reading,
  noun: number,
  nouns: ReadonlyMap<string, CueEntry>,
): NounCandidate | null {
  if (r.upos(noun) !== 'NOUN' || r.xpos(noun - 1) === 'PRP') return null
  const entry = nouns.get(r.lemma(noun))
  if (!entry || ownsClaim(r, noun, nouns)) return null
  const frame = frameOfNoun(r, noun, entry)
  if (!frame) return null
  const { range, head, by } = holderOf(r, noun, frame)
  return { noun, entry, frame, source: range, sourceHead: head, by: by ?? -1 }
}

/** "a call by the opposition to resign": the opposition owns the call and reports nothing itself. */
function ownsClaim(r: Reading, noun: number, nouns: ReadonlyMap<string, CueEntry>): boolean {
  const mark = r.child(noun, 'case')
  return r.key(mark) === 'by' && r.head(noun) === mark - 1 && nouns.has(r.lemma(mark - 1))
}

function frameOfNoun(r: Reading, noun: number, entry: CueEntry): NounFrame | null {
  const s = r.sentenceOf(noun)
  const at = noun + 1
  if (r.sentenceOf(at) !== s) return null
  if (r.key(at) === 'that' && r.upos(at) === 'SCONJ')
    return { kind: 'that', head: below(r, noun, at), at, prep: '' }
  if (r.key(at) === 'that' && isWholeClause(r, at))
    return { kind: 'that', head: r.head(at), at, prep: '' }
  const owned = pastOwner(r, noun, s)
  if (owned > at && r.key(owned) === 'that')
    return { kind: 'that', head: below(r, noun, owned), at: owned, prep: '' }
  if (owned > at && entry.frames.has('to'))
    return { kind: 'to', head: below(r, noun, owned), at: owned, prep: '' }
  for (const c of r.tree.childrenOf(noun)) {
    if (c < noun) continue
    const d = r.deprel(c)
    const mark = r.child(c, 'mark')
    if ((d === 'acl' || d === 'ccomp') && mark > noun && r.key(mark) === 'that')
      return { kind: 'that', head: c, at: mark, prep: '' }
    if (d === 'acl' && mark === at && r.key(mark) === 'to' && entry.frames.has('to'))
      return { kind: 'to', head: c, at: mark, prep: '' }
  }
  if (r.lemma(at) === 'be' && r.key(at + 1) === 'that')
    return { kind: 'is', head: at + 1, at: at + 1, prep: '' }
  const quote = quoteBehind(r, noun, s, entry.frames.has('quote'))
  if (quote >= 0) return { kind: 'quote', head: quote, at: quote, prep: '' }
  if (r.upos(at) === 'ADP' && entry.frames.has(r.key(at))) {
    for (const c of r.tree.childrenOf(noun))
      if (c > at && (r.deprel(c) === 'nmod' || r.deprel(c) === 'acl'))
        return { kind: 'prep', head: c, at: at + 1, prep: r.key(at) }
  }
  return null
}

const mostBefore = 10
const mostJudging = 4

/** "Her reply was blunt: "No."", "his answer to the board was "never"": the quotation behind the noun and a form of "be", or -1. */
function quoteBehind(r: Reading, noun: number, s: number, answers: boolean): number {
  let be = noun + 1
  while (be < noun + mostBefore && r.sentenceOf(be) === s && r.lemma(be) !== 'be') {
    if (r.isPunct(be) || r.upos(be) === 'VERB') return -1
    be++
  }
  if (r.lemma(be) !== 'be' || r.sentenceOf(be) !== s) return -1
  for (let i = be + 1; i <= be + mostJudging; i++) {
    const q = r.quoteOf(i)
    if (q >= 0) {
      const opens = r.quote(q).first === i && q !== r.quoteOf(noun)
      // Of a claim or a statement "was 'true'" is what others think of it.
      const marked = r.key(i - 1) === ':' || (answers && (i === be + 1 || r.key(i - 1) === ','))
      return opens && marked ? i : -1
    }
    if (r.upos(i) === 'VERB' || r.upos(i) === 'NOUN' || r.sentenceOf(i) !== s) return -1
  }
  return -1
}

/** "the allegation that the vote was bought": a clause that lacks nothing is what is alleged, whatever "that" was tagged. */
function isWholeClause(r: Reading, that: number): boolean {
  const verb = r.head(that)
  if (verb <= that || r.sentenceOf(verb) !== r.sentenceOf(that)) return false
  if (r.child(verb, 'nsubj:pass') > that) return true
  if (r.child(verb, 'nsubj') <= that) return false
  return r.child(verb, 'cop', 'ccomp') > that || r.child(verb, 'obj') > that
}

const mostOwner = 8

/** "a report by Radio Nord | that ...", "a call by the opposition | to resign": where the clause begins behind the noun's owner, or -1. */
function pastOwner(r: Reading, noun: number, s: number): number {
  const mark = r.key(noun + 1)
  if (mark !== 'by' && mark !== 'from') return -1
  for (let i = noun + 2; i < noun + 2 + mostOwner && r.sentenceOf(i) === s; i++) {
    if (r.key(i) === 'that' && r.upos(i) === 'SCONJ') return i
    if (r.key(i) === 'to' && r.xpos(i + 1) === 'VB') return i
    if (!inPhrase.has(r.upos(i))) return -1
  }
  return -1
}

function below(r: Reading, noun: number, at: number): number {
  const up = r.head(at)
  return up > at && r.sentenceOf(up) === r.sentenceOf(noun) ? up : at
}

/** Whose claim it is: the possessor, "by X", or the subject of the verb whose object the noun is. */
function holderOf(
  r: Reading,
  noun: number,
  frame: NounFrame,
): { range: Range | null; head: number; by?: number } {
  for (const c of r.tree.childrenOf(noun)) {
    const d = r.deprel(c)
    if (d === 'nmod:poss' && c < noun) {
      const first = r.tree.firstOf(c)
      const end = r.tree.lastOf(c) + 1
      return { range: { first, end: Math.max(end, c + 1) }, head: c }
    }
  }
  for (const c of r.tree.childrenOf(noun)) {
    if (c < noun || c >= frame.at) continue
    const mark = r.child(c, 'case')
    const key = mark >= 0 ? r.key(mark) : ''
    if (r.deprel(c) === 'nmod' && (key === 'by' || key === 'from'))
      return { range: { first: mark + 1, end: ownerEnd(r, c, frame.at) }, head: c }
  }
  // "a report | by Radio Nord | that ...": the words tell, wherever the tree hung the name.
  const mark = r.key(noun + 1)
  if ((mark === 'by' || mark === 'from') && frame.at > noun + 2) {
    const range = { first: noun + 2, end: trimEnd(r, noun + 2, frame.at) }
    if (isPhrase(r, range)) return { range, head: headOf(r, range) }
  }
  // "a New York Times report that ...": the outlet that the noun is named after.
  let name = noun
  while (r.upos(name - 1) === 'PROPN' && r.sentenceOf(name - 1) === r.sentenceOf(noun)) name--
  if (name < noun && frame.kind === 'that')
    return { range: { first: name, end: noun }, head: noun - 1 }
  const up = r.head(noun)
  if (up >= 0 && up < noun && r.upos(up) === 'VERB' && r.deprel(noun) === 'obj') {
    const subject = r.child(up, 'nsubj')
    if (subject >= 0 && subject < up) {
      const first = Math.max(r.tree.firstOf(subject), r.sentence(r.sentenceOf(noun)).first)
      const end = Math.min(r.tree.lastOf(subject) + 1, up)
      return { range: { first, end: trimEnd(r, first, end) }, head: subject, by: up }
    }
  }
  return { range: null, head: -1 }
}

function isPhrase(r: Reading, range: Range): boolean {
  if (range.end <= range.first || range.end - range.first > 10) return false
  for (let i = range.first; i < range.end; i++) if (!inPhrase.has(r.upos(i))) return false
  return r.key(range.end - 1) !== 'of'
}

/**
 * "denied a report by Radio Nord that ...": what is denied is the report, and the report tells the rest; the tree may hang
 * "that" on the verb. `c` unless such a noun stands between the verb and its clause.
 */
export function aboutClaim(
  r: Reading,
  c: Candidate,
  nouns: ReadonlyMap<string, CueEntry>,
  owners: ReadonlySet<string>,
): Candidate {
  const { frame, group } = c
  if (frame.kind !== 'that' || frame.at <= group.end || !c.entry?.frames.has('obj')) return c
  if (owners.has(c.lemma)) return c
  const noun = r.child(c.verb, 'obj')
  if (noun < group.end || noun >= frame.at || !nouns.has(r.lemma(noun))) return c
  const beside = r.key(noun + 1)
  if (noun + 1 !== frame.at && beside !== 'by' && beside !== 'from') return c
  const first = Math.max(group.end, r.tree.firstOf(noun))
  const content = contentOf(r, c.verb, group, c.source.range, frame)
  const end = content.at(-1)?.end ?? frame.at
  return {
    ...c,
    frame: { kind: 'obj', head: noun, at: first, prep: '', quotation: -1 },
    content: [{ first, end }],
  }
}

function ownerEnd(r: Reading, head: number, clause: number): number {
  return Math.min(r.tree.lastOf(head) + 1, clause)
}

/** Features of a noun candidate, for the trained weights. */
export function nounFeatures(r: Reading, c: NounCandidate): string[] {
  const kind = c.frame.kind === 'prep' ? `prep-${c.frame.prep}` : c.frame.kind
  const shape = c.source ? (r.upos(c.sourceHead) === 'PRON' ? 'pron' : 'np') : 'none'
  return [
    'noun',
    `noun ${r.lemma(c.noun)}`,
    `noun ${r.lemma(c.noun)} ${kind}`,
    `nounclass ${c.entry.class} ${kind}`,
    `nounframe ${kind} ${shape}`,
    `nounsource ${shape}`,
    `nounrelation ${r.deprel(c.noun)}`,
    r.quoteOf(c.noun) >= 0 ? 'noun quoted' : 'noun unquoted',
  ]
}

/** "Its estimate of last week" says when, not what. */
function isDay(r: Reading, first: number, end: number): boolean {
  return end - first <= 3 && isTime(r.key(end - 1))
}

/** The attribution of an accepted noun candidate. */
export function nounDraft(r: Reading, c: NounCandidate, owners: ReadonlySet<string>): Draft | null {
  const { noun, frame } = c
  const owned = c.by < 0 || owners.has(r.lemma(c.by))
  const first = noun
  let end = noun + 1
  if (frame.kind === 'prep' || frame.kind === 'is') end = frame.at
  const s = r.sentence(r.sentenceOf(noun))
  let last = Math.min(s.end, Math.max(r.tree.lastOf(frame.head), frame.at) + 1)
  if (frame.kind === 'quote') {
    let be = noun + 1
    while (be < frame.at && r.lemma(be) !== 'be') be++
    return {
      cue: [{ first: noun, end: be + 1 }],
      source: c.source ? [c.source] : [],
      sourceHead: c.sourceHead,
      content: [{ first: frame.at, end: r.quote(r.quoteOf(frame.at)).end }],
      anchor: noun,
      stance: c.entry.stance,
      class: c.entry.class,
      rule: 'AT47',
    }
  }
  if (frame.kind === 'is') last = s.end
  const q = r.quoteOf(noun)
  if (q >= 0) last = Math.min(last, r.quote(q).end - 1)
  last = trimEnd(r, frame.at, last)
  if (last <= frame.at || (frame.kind === 'prep' && isDay(r, frame.at, last))) return null
  return {
    cue: [{ first, end }],
    source: c.source && owned ? [c.source] : [],
    sourceHead: owned ? c.sourceHead : -1,
    content: [{ first: frame.at, end: last }],
    anchor: noun,
    stance: c.entry.stance,
    class: c.entry.class,
    rule: 'AT11',
  }
}
