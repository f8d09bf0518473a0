/** Source span: the noun phrase that names who speaks, found by the tree and, failing that, by the words beside the cue. */
import {
  acrossAside,
  acrossReduced,
  acrossRelative,
  pastLeadingPhrase,
  quotedSaying,
  type SourceFound,
  subjectOf,
} from './beside-cue.ts'
import { isPassive } from './cue-group.ts'
import { headOf, phraseBack } from './inserted.ts'
import type { Range, Reading } from './reading.ts'

const hidden: SourceFound = { range: null, head: -1, shared: false, passive: false }
const nameLike = new Set(['PROPN', 'NOUN', 'PRON', 'NUM'])
const npInside = new Set(['PROPN', 'NOUN', 'PRON', 'NUM', 'DET', 'ADJ', 'PART', 'X', 'SYM'])
const predicative = new Set([
  'nsubj',
  'csubj',
  'cop',
  'aux',
  'advcl',
  'mark',
  'cc',
  'case',
  'expl',
  'nsubj:outer',
])
const leavesOut = new Set(['cc', 'punct', 'mark', 'advmod', 'discourse', 'parataxis', 'case'])

/** The source of a verb cue. */
export function sourceOfVerb(r: Reading, verb: number, group: Range): SourceFound {
  const passive = isPassive(r, verb)
  if (passive) {
    const agent = agentOf(r, verb, group)
    return agent < 0
      ? { ...hidden, passive }
      : { range: phrase(r, agent, group), head: agent, shared: false, passive }
  }
  const relative = group.first - 1
  const k = r.key(relative)
  if (
    (k === 'who' || (k === 'which' && r.xpos(relative) === 'WDT')) &&
    r.sentenceOf(relative) === r.sentenceOf(verb)
  )
    return { range: { first: relative, end: group.first }, head: relative, shared: false, passive }
  const quoted = quotedSaying(r, verb, group)
  if (quoted) return quoted
  const aside = acrossAside(r, verb, group)
  if (aside) return aside
  const resumed = resumedSpeaker(r, verb, group)
  if (resumed) return resumed
  const own = subjectOf(r, verb)
  const joined = own >= 0 && own < group.first ? joinedSpeakers(r, own, group) : null
  if (joined) return { range: joined, head: headOf(r, joined), shared: false, passive }
  const nearer = own >= 0 && own < group.first ? pastLeadingPhrase(r, own, group) : null
  if (nearer) return { range: nearer, head: headOf(r, nearer), shared: false, passive }
  if (own >= 0) return { range: phrase(r, own, group), head: own, shared: false, passive }
  const across = acrossRelative(r, verb, group) ?? acrossReduced(r, verb, group)
  if (across) return across
  const beside = besideCue(r, verb, group)
  if (beside && !sharesSubject(r, verb, group)) return beside
  return understood(r, verb, group)
}

/** "Spokespeople for the palace and the bank | declined": one noun phrase from the head of its sentence on that the tree cut at "and". */
function joinedSpeakers(r: Reading, subject: number, group: Range): Range | null {
  const own = r.tree.firstOf(subject)
  const bounds = r.sentence(r.sentenceOf(subject))
  if (own <= bounds.first + 1 || r.upos(own - 1) !== 'CCONJ') return null
  const first = phraseBack(r, group.first, bounds)
  return first === bounds.first ? { first, end: group.first } : null
}

const resuming = new Set(['add', 'say', 'note', 'cite', 'warn', 'explain', 'stress', 'insist'])

/** "She said A, adding B": the tree may hang "adding" on A; the speaker is still the subject of "said". */
function resumedSpeaker(r: Reading, verb: number, group: Range): SourceFound | null {
  const participle = r.xpos(verb) === 'VBG' && r.key(group.first - 1) === ','
  const joined = r.lemma(verb) === 'add' && r.upos(group.first - 1) === 'CCONJ'
  if (!resuming.has(r.lemma(verb)) || !(participle || joined)) return null
  const up = r.head(verb)
  const above = r.head(up)
  if (up < 0 || above < 0 || r.deprel(up) !== 'ccomp' || above >= group.first) return null
  const subject = subjectOf(r, above)
  if (subject < 0) return null
  return { range: phrase(r, subject, group), head: subject, shared: true, passive: false }
}

/** "by the ministry" after a passive cue. */
function agentOf(r: Reading, verb: number, group: Range): number {
  for (const c of r.tree.childrenOf(verb)) {
    if (c < group.end) continue
    const d = r.deprel(c)
    if (d !== 'obl:agent' && d !== 'obl') continue
    const by = r.child(c, 'case')
    if (by >= 0 && r.key(by) === 'by') return c
  }
  return -1
}

function sharesSubject(r: Reading, verb: number, group: Range): boolean {
  const d = r.deprel(verb)
  const before = r.upos(group.first - 1)
  return (
    (d === 'conj' && (before === 'CCONJ' || before === 'PUNCT')) ||
    r.xpos(verb) === 'VBG' ||
    r.key(group.first) === 'to'
  )
}

/** The subject of the verb that governs this one: "said X and added Y", ", saying Y", "wants to say". */
function understood(r: Reading, verb: number, group: Range): SourceFound {
  let v = verb
  for (let steps = 0; steps < 4; steps++) {
    const d = r.deprel(v)
    const up = r.head(v)
    if (up < 0) break
    if (d === 'acl' && v === verb && r.xpos(v) === 'VBG' && r.key(group.first - 1) === ',') {
      const governed = governingSubject(r, up, group)
      if (governed >= 0)
        return { range: phrase(r, governed, group), head: governed, shared: true, passive: false }
    }
    if (d === 'acl' || d === 'acl:relcl') {
      if (up < group.first)
        return { range: phrase(r, up, group), head: up, shared: d === 'acl:relcl', passive: false }
      break
    }
    if (d === 'nmod' || d === 'amod' || d === 'obj' || d === 'obl') break
    const obj = r.child(up, 'obj', 'iobj')
    if (d === 'xcomp' && obj > up && obj < v && r.lemma(up) !== 'promise')
      return { range: phrase(r, obj, group), head: obj, shared: true, passive: false }
    const subject = subjectOf(r, up)
    if (subject >= 0) {
      if (isPassive(r, up) && d !== 'xcomp' && d !== 'conj' && d !== 'advcl') break
      return { range: phrase(r, subject, group), head: subject, shared: true, passive: false }
    }
    v = up
  }
  return hidden
}

/** The subject of the nearest verb above a noun. */
function governingSubject(r: Reading, noun: number, group: Range): number {
  let v = noun
  for (let steps = 0; steps < 5 && v >= 0; steps++) {
    const subject = r.upos(v) === 'VERB' ? subjectOf(r, v) : -1
    if (subject >= 0 && subject < group.first) return subject
    v = r.head(v)
  }
  return -1
}

/** The noun phrase that touches the cue: before it, or after it when the cue closes a quotation or a clause. */
function besideCue(r: Reading, verb: number, group: Range): SourceFound | null {
  const s = r.sentenceOf(verb)
  const finite = /^VB[DPZ]$/.test(r.xpos(verb)) || group.first < verb
  if (!finite) return null
  let i = group.first - 1
  if (r.key(i) === ',' && r.deprel(verb) === 'root') i--
  if (
    i >= 0 &&
    r.sentenceOf(i) === s &&
    nameLike.has(r.upos(i)) &&
    r.quoteOf(i) === r.quoteOf(verb)
  ) {
    const head = topOfRun(r, i, s)
    let first = i
    while (first > 0 && r.sentenceOf(first - 1) === s && npInside.has(r.upos(first - 1))) first--
    return { range: { first, end: i + 1 }, head, shared: false, passive: false }
  }
  const opener = r.key(group.first - 1)
  const inverted = opener === ',' || r.quoteOf(group.first - 1) !== r.quoteOf(group.first)
  if (inverted && (r.upos(group.end) === 'PROPN' || r.upos(group.end) === 'DET')) {
    let end = group.end
    while (r.sentenceOf(end) === s && npInside.has(r.upos(end))) end++
    return { range: { first: group.end, end }, head: end - 1, shared: false, passive: false }
  }
  return null
}

function topOfRun(r: Reading, i: number, s: number): number {
  let head = i
  for (let steps = 0; steps < 8; steps++) {
    const up = r.head(head)
    if (up < 0 || up > i || r.sentenceOf(up) !== s || !nameLike.has(r.upos(up))) return head
    head = up
  }
  return head
}

/**
 * The whole noun phrase of `head`, on its side of the cue: titles, appositions, relative clauses; the closing comma of
 * an apposition right before the cue counts in.
 */
export function phrase(r: Reading, head: number, group: Range): Range {
  const s = r.sentenceOf(head)
  const bounds = r.sentence(s)
  let first = Math.max(r.tree.firstOf(head), bounds.first)
  let end = Math.min(r.tree.lastOf(head) + 1, bounds.end)
  if (head < group.first && end > group.first) end = group.first
  if (head >= group.end && first < group.end) first = group.end
  first = pastPredicate(r, head, first)
  first = nearLeft(r, head, first)
  // Leading "But", "that", adverbs and commas are the clause's, not the phrase's.
  while (first < head && leaves(r, first, head)) first++
  if (r.xpos(head) === 'PRP' && head < group.first && end - head > 1 && !r.isPunct(head + 1)) {
    const next = r.deprel(head + 1)
    if (next !== 'conj' && next !== 'cc' && next !== 'acl:relcl') end = head + 1
  }
  if (head < group.first && r.xpos(head) !== 'PRP') {
    end = upToCue(r, end, group)
    if (end < group.first && r.upos(head) === 'DET' && phraseBack(r, group.first, bounds) <= first)
      end = group.first
  }
  const closes = r.key(end) === ',' && end === group.first - 1
  let inner = false
  for (let i = head + 1; i < end; i++) if (r.key(i) === ',') inner = true
  while (end > head + 1 && r.isPunct(end - 1) && !closesBracket(r.key(end - 1))) end--
  if (r.key(end) === ',' && end === group.first - 1 && (closes || inner) && inner) end++
  return { first, end }
}

const modifiers = new Set([
  'det',
  'det:predet',
  'amod',
  'compound',
  'nummod',
  'nmod:poss',
  'flat',
  'nmod:unmarked',
  'advmod',
  'case',
  'appos',
  'obl:unmarked',
])
const times = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'week',
  'month',
  'year',
  'day',
  'morning',
  'afternoon',
  'evening',
  'night',
  'yesterday',
  'today',
  'tomorrow',
  'weekend',
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
])

/** True for a word that names a day, month or part of time. */
export function isTime(key: string): boolean {
  return times.has(key)
}

const compass = new Set(['north', 'south', 'east', 'west', 'central'])

/** "Secretary of | Defense Lloyd Austin": where the office of a person begins that the tree cut in two, or `from`. */
function officeOf(r: Reading, from: number, head: number): number {
  if (r.key(from - 1) !== 'of' || r.upos(from) !== 'PROPN' || head - from > 4) return from
  if (r.upos(from + 1) !== 'PROPN' || r.upos(from - 2) !== 'PROPN') return from
  let first = from - 2
  while (r.upos(first - 1) === 'PROPN' || (r.upos(first - 1) === 'ADJ' && r.isName(first - 1)))
    first--
  return r.sentenceOf(first) === r.sentenceOf(from) ? first : from
}

/** The leftmost word that still modifies the head: phrases before the subject ("In May, ...") are not part of it. */
function nearLeft(r: Reading, head: number, first: number): number {
  const children = r.tree.childrenOf(head)
  let from = head
  for (let k = children.length - 1; k >= 0; k--) {
    const c = children[k] ?? head
    if (c >= head) continue
    if (r.isPunct(c)) {
      if (r.key(c) === ',' || isColon(r.key(c))) break
      continue
    }
    const d = r.deprel(c)
    if (!modifiers.has(d)) break
    if (d === 'case' && r.upos(c) === 'ADP') break
    if (d === 'advmod' && !(c === from - 1 && quantifier(r.key(c)))) break
    if (times.has(r.key(c)) && d !== 'compound' && d !== 'nmod:poss') break
    from = r.tree.firstOf(c)
  }
  // Names and titles that the tree left outside.
  while (from > first - 8 && r.sentenceOf(from - 1) === r.sentenceOf(head)) {
    const u = r.upos(from - 1)
    if (r.xpos(head) === 'PRP') break
    const office = officeOf(r, from, head)
    if (office < from) {
      from = office
      continue
    }
    if (
      !compass.has(r.key(from - 1)) &&
      u !== 'PROPN' &&
      !(u === 'NOUN' && r.upos(from) === 'PROPN' && r.upos(from - 2) !== 'VERB') &&
      !(u === 'ADJ' && from <= head) &&
      !(u === 'NOUN' && r.upos(from) === 'NOUN' && r.key(from - 1) !== r.key(from) && first < from)
    )
      break
    if (times.has(r.key(from - 1)) || r.quoteOf(from - 1) !== r.quoteOf(from)) break
    from--
  }
  return Math.max(Math.min(from, head), r.sentence(r.sentenceOf(head)).first)
}

function isColon(key: string): boolean {
  return key === ':' || key === ';' || key === '—' || key === '–' || key === '--'
}

/** Words between the phrase and the cue that can only be its rest: "spokeswoman" | "Anna Berg" | "said". */
function upToCue(r: Reading, end: number, group: Range): number {
  if (end >= group.first || group.first - end > 6) return end
  for (let i = end; i < group.first; i++) {
    const u = r.upos(i)
    if (u !== 'PROPN' && u !== 'NOUN' && r.xpos(i) !== 'POS') return end
    if (times.has(r.key(i))) return end
  }
  return group.first
}

/** A noun that is a predicate ("all they get is a message saying ...") leaves its subject and copula behind. */
function pastPredicate(r: Reading, head: number, first: number): number {
  let from = first
  for (const c of r.tree.childrenOf(head)) {
    if (c >= head) break
    if (predicative.has(r.deprel(c))) from = Math.max(from, Math.min(head, r.tree.lastOf(c) + 1))
  }
  return from
}

function closesBracket(key: string): boolean {
  return key === ')' || key === ']' || key === '"' || key === '”' || key === '’'
}

function leaves(r: Reading, i: number, head: number): boolean {
  if (r.isPunct(i)) return r.quoteOf(i) < 0 || r.quoteOf(i) !== r.quoteOf(head)
  if (r.upos(i) === 'CCONJ' || r.upos(i) === 'SCONJ') return true
  return r.head(i) === head && leavesOut.has(r.deprel(i)) && r.upos(i) !== 'DET'
    ? r.deprel(i) !== 'advmod' || !quantifier(r.key(i))
    : false
}

function quantifier(key: string): boolean {
  return (
    key === 'about' ||
    key === 'some' ||
    key === 'nearly' ||
    key === 'almost' ||
    key === 'more' ||
    key === 'over' ||
    key === 'not' ||
    key === 'even' ||
    key === 'only' ||
    key === 'at'
  )
}
