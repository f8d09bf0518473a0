/** Verb cues: every verb is weighed as a cue, with its source, frame and content. */

import type { SourceFound } from './beside-cue.ts'
import { contentOf, trimEnd } from './content-span.ts'
import type { Candidate } from './cue-features.ts'
import { isPassive, verbGroup } from './cue-group.ts'
import type { Draft } from './draft.ts'
import { clauseAfter, type Frame, frameOf } from './frame.ts'
import { headOf, insertedClause, phraseBack } from './inserted.ts'
import type { CueEntry, VerbLexicon } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { isTime, phrase, sourceOfVerb } from './source-span.ts'
import { pastWhen, wordClause } from './word-clause.ts'

/** Verbs that hold a subject up ("seems to", "is expected to"): the subject belongs to what is reported. */
const raising = new Set(['seem', 'appear', 'sound', 'look'])
/** Verbs whose passive subject hears, and so is no part of what is reported ("was told that"). */
const hearing = new Set([
  'tell',
  'ask',
  'inform',
  'remind',
  'assure',
  'warn',
  'advise',
  'notify',
  'convince',
  'persuade',
  'brief',
  'alert',
  'reassure',
  'instruct',
])

/** The candidate at a verb. */
export function candidateAt(r: Reading, verb: number, lexicon: VerbLexicon): Candidate {
  let group = verbGroup(r, verb)
  const phrasal = lexicon.phrasal.longest(verb, (i) =>
    r.sentenceOf(i) === r.sentenceOf(verb) ? (i === verb ? r.lemma(i) : r.key(i)) : null,
  )
  let lemma = r.lemma(verb)
  // "aired" read as a form of "aire".
  if (!lexicon.verbs.has(lemma) && lemma.endsWith('e') && lexicon.verbs.has(lemma.slice(0, -1)))
    lemma = lemma.slice(0, -1)
  if (!lexicon.verbs.has(lemma) && lemma.endsWith('s') && lexicon.verbs.has(lemma.slice(0, -1)))
    lemma = lemma.slice(0, -1)
  let entry: CueEntry | null = lexicon.verbs.get(lemma) ?? null
  if (phrasal && phrasal.length > 1) {
    entry = phrasal.value
    group = { first: group.first, end: Math.max(group.end, verb + phrasal.length) }
    for (let i = verb + 1; i < verb + phrasal.length; i++) lemma += ` ${r.key(i)}`
  }
  const inserted = insertedClause(r, verb, group, entry)
  if (inserted) {
    const source = { range: inserted.source, head: inserted.head, shared: false, passive: false }
    const left = inserted.source.end <= group.first ? inserted.source.first : group.first
    const frame: Frame = { kind: 'before', head: -1, at: left - 1, prep: '', quotation: -1 }
    const quoted = frameOf(r, verb, group, source.range)
    if (quoted.kind === 'quote-before' || quoted.kind === 'quote-after')
      return { verb, group, source, frame: quoted, entry, lemma }
    return { verb, group, source, frame, entry, lemma, content: inserted.content }
  }
  const source = speakerOfQuote(r, verb, group, entry) ?? sourceOfVerb(r, verb, group)
  const shifted = entry?.frames.has('that') ? thatAfterAdjuncts(r, verb, group) : -1
  const ing = entry?.frames.has('ing') && r.xpos(group.end) === 'VBG'
  const frame: Frame = ing
    ? { kind: 'ing', head: group.end, at: group.end, prep: '', quotation: -1 }
    : shifted < 0
      ? frameOf(r, verb, group, source.shared && r.xpos(verb) === 'VBG' ? null : source.range)
      : { kind: 'that', head: clauseAfter(r, verb, shifted), at: shifted, prep: '', quotation: -1 }
  if (frame.kind === 'bare' && frame.at === group.end) {
    const at = pastWhen(r, frame.at, frame.head)
    if (at > frame.at) return { verb, group, source, frame: { ...frame, at }, entry, lemma }
  }
  const bare = clauseOfObject(r, frame, entry)
  if (bare)
    return { verb, group, source, frame: { ...frame, kind: 'bare' }, entry, lemma, content: bare }
  const worded = wordClause(r, verb, group, frame, entry)
  if (worded) return { verb, group, source, entry, lemma, ...worded }
  return { verb, group, source, frame, entry, lemma }
}

/** "says the decline in intake | appears to be ...": an object that a finite verb follows is the subject of a clause. */
function clauseOfObject(r: Reading, frame: Frame, entry: CueEntry | null): Range[] | null {
  if (frame.kind !== 'obj' || !entry?.frames.has('bare')) return null
  const next = r.tree.lastOf(frame.head) + 1
  if (next <= frame.at || r.sentenceOf(next) !== r.sentenceOf(frame.at)) return null
  const x = r.xpos(next)
  if (x !== 'VBD' && x !== 'VBZ' && x !== 'VBP' && x !== 'MD') return null
  if (r.quoteOf(next) !== r.quoteOf(frame.at)) return null
  const bounds = r.sentence(r.sentenceOf(next))
  return [{ first: frame.at, end: trimEnd(r, frame.at, bounds.end) }]
}

/** "Dad of three Gary Pike, 41, fumed: ...": a participle before a colon and a quotation is the verb of its sentence. */
function speakerOfQuote(
  r: Reading,
  verb: number,
  group: Range,
  entry: CueEntry | null,
): SourceFound | null {
  if (r.xpos(verb) !== 'VBN' || group.first !== verb || !entry?.frames.has('quote')) return null
  const mark = r.key(group.end)
  const quote = mark === ':' || mark === ',' ? group.end + 1 : group.end
  if (r.quoteOf(quote) < 0 || r.quoteOf(quote) === r.quoteOf(verb)) return null
  const bounds = r.sentence(r.sentenceOf(verb))
  let end = group.first
  if (r.key(end - 1) === ',' && r.key(end - 3) === ',') end -= 3
  const first = phraseBack(r, end, bounds)
  if (first !== bounds.first || first === end) return null
  const head = headOf(r, { first, end })
  return { range: { first, end: group.first }, head, shared: false, passive: false }
}

const adjuncts = new Set(['ADP', 'DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'ADV', 'PRON', 'PART'])
const mostAdjuncts = 16

/** "said on October 18 that", "told a committee on Monday that": where "that" stands, or -1. */
function thatAfterAdjuncts(r: Reading, verb: number, group: Range): number {
  const s = r.sentenceOf(verb)
  const resumed = thatAfterAside(r, group, s)
  if (resumed >= 0) return resumed
  for (let i = group.end; i - group.end < mostAdjuncts && r.sentenceOf(i) === s; i++) {
    if (r.key(i) === 'that' && (r.xpos(i) === 'IN' || isTime(r.key(i - 1)))) {
      const clause = r.head(i)
      const noun = r.head(clause)
      const ofNoun = r.deprel(clause).startsWith('acl') && noun === i - 1
      const voiced = r.key(group.end) === 'through' || r.key(group.end) === 'via'
      return i === group.end ||
        (ofNoun && !voiced && r.upos(noun) === 'NOUN' && !isTime(r.key(noun)))
        ? -1
        : i
    }
    if (!adjuncts.has(r.upos(i)) || r.key(i) === 'to') return -1
  }
  return -1
}

/** "reported, citing two officials, that": "that" behind an aside between commas, or -1. */
function thatAfterAside(r: Reading, group: Range, s: number): number {
  let open = group.end
  while (open - group.end < 3 && adjuncts.has(r.upos(open))) open++
  if (r.key(open) !== ',' || r.xpos(open + 1) !== 'VBG') return -1
  for (let i = open + 2; i - open < mostAdjuncts && r.sentenceOf(i) === s; i++)
    if (r.key(i) === 'that' && r.key(i - 1) === ',' && r.upos(i) === 'SCONJ') return i
  return -1
}

/** The attribution of an accepted candidate, or null when no content is left. */
export function draftOf(r: Reading, c: Candidate): Draft | null {
  const { verb, frame, source } = c
  let { group } = c
  let content: Range[]
  let range = source.shared && source.range === null ? null : source.range
  let at: Frame = frame
  if (frame.kind === 'prep') {
    group = { first: group.first, end: frame.at + 1 }
    at = { ...frame, at: frame.at + 1 }
  }
  content = c.content ? [...c.content] : contentOf(r, verb, group, range, at)
  const passive = source.passive || (isPassive(r, verb) && range === null)
  if (raising.has(c.lemma) && range && range.end - range.first === 1 && r.key(range.first) === 'it')
    range = null
  const lifts =
    raising.has(c.lemma) && (frame.kind === 'to' || frame.kind === 'obj' || frame.kind === 'prep')
  if (passive || lifts) {
    const subject = r.child(verb, 'nsubj:pass', 'nsubj')
    const heard = hearing.has(r.lemma(verb)) && frame.kind !== 'obj'
    if (lifts) range = null
    if (subject >= 0 && subject < group.first && !heard && r.key(subject) !== 'it') {
      const held = phrase(r, subject, group)
      if (content.length === 0 && range && range.first > group.end) {
        if (r.key(group.end) === 'by') group = { first: group.first, end: group.end + 1 }
      }
      content = [held, ...content]
    }
  }
  if (range) content = without(r, content, range)
  content = without(r, content, group)
  if (content.length === 0) return null
  return {
    cue: [group],
    source: range ? [range] : [],
    sourceHead: range ? source.head : -1,
    content,
    anchor: verb,
    stance: stanceOf(r, c, group),
    class: c.entry?.class ?? 'say',
    rule: isDeed(r, c, content, range, lifts) ? 'AT24' : ruleOf(c, passive || lifts, range),
  }
}

/** Content that runs into the source or cue is split round it. */
export function without(r: Reading, content: readonly Range[], hole: Range): Range[] {
  const out: Range[] = []
  for (const c of content) {
    if (c.end <= hole.first || c.first >= hole.end) {
      out.push(c)
      continue
    }
    const left = { first: c.first, end: trimEnd(r, c.first, hole.first) }
    if (left.end > left.first) out.push(left)
    let first = hole.end
    while (first < c.end && r.isPunct(first) && r.quoteOf(first) < 0) first++
    if (first < c.end) out.push({ first, end: c.end })
  }
  return out
}

const nobody = new Set(['no', 'nobody', 'none', 'neither'])
/** With an infinitive these ask somebody to do something; with a clause they tell. */
const bidding = new Set(['advise', 'tell', 'remind', 'warn', 'instruct', 'caution'])

function stanceOf(r: Reading, c: Candidate, group: Range): Draft['stance'] {
  const stance = c.entry?.stance ?? 'asserts'
  let negated = false
  for (let i = group.first; i < c.verb; i++) {
    const k = r.key(i)
    if (k === 'never' || ((k === 'not' || k === "n't") && r.key(i + 1) !== 'only')) negated = true
  }
  if (c.source.range && nobody.has(r.key(c.source.range.first))) negated = true
  if (stance === 'asserts' && !negated && c.frame.kind === 'to' && bidding.has(c.lemma))
    return 'asks'
  if (stance === 'asserts' || stance === 'expects') {
    if (!negated) return c.frame.kind === 'wh' && c.lemma === 'ask' ? 'asks' : stance
    if (c.entry?.class === 'say' && c.frame.kind === 'wh') return 'declines'
    if (c.entry?.class === 'think' || c.entry?.class === 'expect')
      return c.entry.class === 'think' && c.lemma === 'know' ? 'asserts' : 'doubts'
    if (c.frame.kind === 'that' || c.frame.kind === 'bare') return 'denies'
    return 'declines'
  }
  if (negated && (stance === 'denies' || stance === 'doubts')) return 'declines'
  return stance
}

const silent = new Set(['obj', 'prep', 'none', 'as'])
const willing = new Set(['want', 'think', 'feel', 'agree', 'learn'])
const deeds = new Set(['order', 'learn', 'want', 'feel', 'praise', 'agree'])
/** Classes whose passive with an infinitive is hearsay: "is thought to have", "is expected to". */
const supposed = new Set(['say', 'think', 'expect', 'show', 'learn', 'write', 'feel'])
const naming = new Set(['name', 'identify', 'quote'])

/** Deeds and attitudes tell no words: "signed the treaty", "plans to send", "were withdrawn", "asked not to be named". */
function isDeed(
  r: Reading,
  c: Candidate,
  content: readonly Range[],
  source: Range | null,
  raised: boolean,
): boolean {
  const { kind } = c.frame
  const type = c.entry?.class ?? 'other'
  if (holdsQuotation(r, content)) return false
  if (raised) return true
  if (source === null && c.source.passive)
    return silent.has(kind) || (kind === 'to' && !supposed.has(type))
  if (kind === 'to' || kind === 'ing') {
    if (c.entry === null || !c.entry.frames.has(kind)) return type !== 'deny' && type !== 'say'
    if (type === 'decline' || type === 'ask') return naming.has(lastVerb(r, content))
    return willing.has(type) && !c.entry.frames.has('quote') && !c.entry.frames.has('that')
  }
  if (!silent.has(kind)) return false
  if (c.entry === null || deeds.has(type)) return true
  const { frames } = c.entry
  const tells = frames.has('that') || frames.has('quote') || frames.has('wh')
  if ((type === 'say' || type === 'write') && kind === 'obj' && !tells) return true
  return type === 'think' && !c.entry.frames.has(kind === 'prep' ? c.frame.prep : kind)
}

function holdsQuotation(r: Reading, content: readonly Range[]): boolean {
  for (const c of content) for (let i = c.first; i < c.end; i++) if (r.quoteOf(i) >= 0) return true
  return false
}

function lastVerb(r: Reading, content: readonly Range[]): string {
  for (const c of content)
    for (let i = c.first; i < c.end; i++) if (r.xpos(i) === 'VBN') return r.lemma(i)
  return ''
}

function ruleOf(c: Candidate, raised: boolean, source: Range | null): string {
  const k = c.frame.kind
  if (raised && source === null) return 'AT4'
  if (k === 'quote-after' || k === 'quote-before') return 'AT1'
  if (k === 'before') return 'AT3'
  if (k === 'that' || k === 'bare' || k === 'wh')
    return c.entry?.class === 'want' || c.entry?.class === 'think' || c.entry?.class === 'feel'
      ? 'AT7'
      : 'AT2'
  if (k === 'to' || k === 'ing') return 'AT5'
  return 'AT6'
}
