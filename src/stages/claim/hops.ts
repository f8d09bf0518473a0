/** Decides which attributions carry claims (CA50-CA54): what was said, thought or denied; an act with a thing is told by who tells it. */
import type { Attribution } from '../../layers/attributions.ts'
import type { Mode } from '../../model/claim.ts'
import type { Span } from '../../text/span.ts'
import type { Reporting, ReportingVerb, Wished } from './lexicons.ts'
import { eachToken, firstTokenFrom, isPunct, labelAt, quotesBehind, type Words } from './words.ts'

/** Kinds of clauses that can be what somebody said. */
const stating = new Set(['main', 'complement', 'subject', 'adverbial', 'condition', 'fragment'])

/** Classes of verbs whose infinitive tells what somebody does or leaves, not what somebody said. */
const consenting = new Set(['agree', 'decline'])

/** Classes of verbs whose gerund is said: "admitted stealing". */
const admitting = new Set(['say', 'deny', 'voice'])

/** For every attribution whether it is a hop of chains. */
export function hopsOf(w: Words, reporting: Reporting): boolean[] {
  const out = w.attributions.map((a) => isHop(w, a, reporting))
  // CA54: "the agency said a transport was expected": a hidden source inside a named one's words adds nobody.
  const named = namedWords(w, out)
  return out.map((is, i) => is && !(isHidden(w.attributions[i]) && isHeld(w, out, i, named)))
}

/** One for every token in the words of a source that has a name or a description. */
function namedWords(w: Words, hops: readonly boolean[]): Uint8Array {
  const out = new Uint8Array(w.tokens.length)
  for (const [index, a] of w.attributions.entries()) {
    if (!hops[index] || isHidden(a)) continue
    for (const content of a.content)
      eachToken(w, content, (i) => {
        out[i] = 1
      })
  }
  return out
}

function isHop(w: Words, a: Attribution, reporting: Reporting): boolean {
  // Attribution marks what a stated source itself expects as no words of anybody's.
  if (a.rule === 'AT25') return false
  const cue = verbOf(w, a.cue)
  const verb = reporting.verbs.get(w.tags[cue]?.lemma.toLowerCase() ?? '')
  if (aheadOf(w, a, reporting) !== null) return true
  // So it does deeds and attitudes.
  if (a.rule === 'AT24') return false
  // CA50: quoted words are somebody's, and a denial is one whatever is denied.
  if (a.kind === 'direct') return quotes(a, verb)
  if (a.kind === 'mixed' && quotes(a, verb)) return true
  // "denied it", "advised against this": what was said stands elsewhere, and the report tells the act.
  if (a.content.length > 0 && a.content.every((c) => pointsElsewhere(w, c))) return false
  // "denied any role" says that there was none; "rejected a request" is an act.
  if (a.stance === 'denies' && (!verb || verb.frames.has('quote') || verb.frames.has('ing')))
    return true
  if (verb && judging.has(verb.class) && quotesBehind(w, a)) return true
  if (verb && !isHidden(a) && (judgesThing(w, a, verb) || namesThing(w, a, cue, verb))) return true
  if (isHidden(a) && (isBareCue(w, cue) || isOrdered(w, a, cue, verb))) return false
  // CA51: "according to", "in the view of"; a noun ("reports of an attack") needs its clause.
  if (cue < 0)
    return a.content.length > 0 && (!isNoun(w, a) || a.content.some((c) => holdsClause(w, c)))
  if (isEmptySource(w, a, cue)) return false
  if (verb?.frames.has('of') && a.content.some((c) => holdsCharge(w, c))) return true
  for (const content of a.content) {
    if (opensWithThat(w, content) || holdsStatement(w, content, cue, verb)) return true
  }
  // "declined to comment" has no content and stays what it is.
  return a.content.length === 0
}

/** Pronouns alone: "it", "this", "them". */
function pointsElsewhere(w: Words, content: Span): boolean {
  let words = 0
  let pronouns = 0
  eachToken(w, content, (i) => {
    if (w.tags[i]?.upos === 'PUNCT') return
    words++
    const key = w.tokens[i]?.key ?? ''
    if (w.tags[i]?.upos === 'PRON' || key === 'this' || key === 'that') pronouns++
  })
  return words > 0 && words === pronouns
}

/** "accused Moscow of freezing civilians": a charge states what was done. */
function holdsCharge(w: Words, content: Span): boolean {
  let found = false
  eachToken(w, content, (i) => {
    if (w.tokens[i]?.key !== 'of') return
    const head = w.tree.headOf(i)
    if (w.tags[head]?.xpos === 'VBG' && head > i && w.clauseAt.has(head)) found = true
  })
  return found
}

/**
 * CA71: what a named source foresees or wishes, be it a thing ("fears a loss", "demanded a ransom") or a deed ("plans to
 * sell"), as the mode in which it does; null where it does not.
 */
export function aheadOf(w: Words, a: Attribution, reporting: Reporting): Mode | null {
  if (a.rule === 'AT25' || isHidden(a) || unwilling.has(a.stance) || isOwn(w, a)) return null
  const cue = verbOf(w, a.cue)
  const lemma = w.tags[cue]?.lemma.toLowerCase() ?? ''
  const takes =
    reporting.wishes.get(lemma) ?? reporting.wishes.get(`${lemma} ${w.tokens[cue + 1]?.key}`)
  if (takes === undefined && a.stance !== 'expects') return null
  const label = labelAt(w, cue)
  if (label === 'acl' || label === 'amod' || isUnsure(w, cue)) return null
  if (!a.content.some((c) => isAhead(w, c, cue, takes ?? 'both'))) return null
  return takes === undefined ? 'forecast' : 'intention'
}

/** "denied that it planned to sell": inside of its own words a source's plan is what it tells. */
function isOwn(w: Words, a: Attribution): boolean {
  const parent = w.attributions[a.parent ?? -1]
  if (!parent) return false
  return parent.stance === 'denies' || (parent.speaker !== null && parent.speaker === a.speaker)
}

const unwilling = new Set(['declines', 'doubts', 'denies'])

/** A thing of at least two words, or an infinitive; "anonymity" is how a source stays unnamed. */
function isAhead(w: Words, content: Span, cue: number, takes: Wished): boolean {
  let words = 0
  let opens = false
  let unnamed = false
  eachToken(w, content, (i) => {
    if (isPunct(w, i)) return
    words++
    const label = labelAt(w, i)
    if (w.tree.headOf(i) !== cue) {
      if (w.tokens[i]?.key === 'anonymity') unnamed = true
      return
    }
    if (isInfinitive(w, i) ? takes !== 'thing' : label === 'obj' || label === 'obl') opens = true
    if (!isInfinitive(w, i) && takes === 'infinitive') opens = false
    if (w.tokens[i]?.key === 'anonymity') unnamed = true
  })
  return opens && words >= 2 && !unnamed && !pointsElsewhere(w, content)
}

/** "did not demand", "will propose", "if it pledges", "had planned": what is not wished now, or only may be. */
function isUnsure(w: Words, cue: number): boolean {
  if (w.clauses[w.clauseAt.get(cue) ?? -1]?.kind === 'condition') return true
  for (const c of w.tree.childrenOf(cue)) {
    const key = w.tokens[c]?.key
    if (key === 'not' || key === "n't" || key === 'never' || key === 'had') return true
    if (w.tags[c]?.xpos === 'MD') return true
  }
  return false
}

/** CA69: "condemned the detention of two journalists": a thing that is blamed or praised is told by who does so. */
function judgesThing(w: Words, a: Attribution, verb: ReportingVerb): boolean {
  const judges = verb.class === 'criticise' || verb.class === 'praise'
  return judges && verb.frames.has('as') && wordsIn(w, a) >= 3
}

/** CA69: "called the sum an insult", "described the plan as hasty": a thing with what somebody calls it. */
export function namesThing(w: Words, a: Attribution, cue: number, verb: ReportingVerb): boolean {
  if (verb.class !== 'say' && verb.class !== 'criticise') return false
  // "put the number at 300" counts and names nothing.
  if (!verb.frames.has('obj') || verb.frames.has('that') || wordsIn(w, a) < 3) return false
  let thing = false
  let name = false
  for (const c of w.tree.childrenOf(cue)) {
    const label = labelAt(w, c)
    if (label === 'obj') {
      thing = true
      // "called the sum an insult": no comma stands before the name.
      for (const n of w.tree.childrenOf(c))
        if (labelAt(w, n) === 'appos' && w.tags[w.tree.firstOf(n) - 1]?.upos !== 'PUNCT')
          name = true
    } else if (label === 'xcomp' && w.tags[c]?.upos !== 'VERB') name = true
    else if (label === 'obl' && w.tokens[w.tree.firstOf(c)]?.key === 'as') name = true
  }
  return thing && name
}

function wordsIn(w: Words, a: Attribution): number {
  let words = 0
  for (const content of a.content)
    eachToken(w, content, (i) => {
      if (w.tags[i]?.upos !== 'PUNCT') words++
    })
  return words
}

/** "known as the Golden Week because", "documented cases": a participle of description, not of speech. */
function isBareCue(w: Words, cue: number): boolean {
  const label = labelAt(w, cue)
  if (w.tags[cue]?.xpos !== 'VBN' || (label !== 'acl' && label !== 'amod')) return false
  for (const c of w.tree.childrenOf(cue)) if (labelAt(w, c) === 'ccomp') return false
  return true
}

/** "has been told to stay away", "are advised not to go": who hears it is the subject, and the report tells it. */
function isOrdered(
  w: Words,
  a: Attribution,
  cue: number,
  verb: ReportingVerb | undefined,
): boolean {
  if (!verb || !ordering.has(verb.class) || w.tags[cue]?.xpos !== 'VBN') return false
  if (!verb.frames.has('obj') || !verb.frames.has('to')) return false
  const content = a.content.at(-1)
  let i = content ? firstTokenFrom(w.tokens, content.from) : 0
  if (w.tokens[i]?.key === 'not') i++
  return (
    w.tokens[i]?.key === 'to' &&
    w.tokens[i + 1]?.key !== 'have' &&
    !raised.has(w.tags[cue]?.lemma ?? '')
  )
}

const ordering = new Set(['say', 'ask', 'order', 'criticise'])

/** "is said to rule": the subject is what is spoken of. */
const raised = new Set(['say', 'claim', 'allege', 'report', 'admit', 'profess', 'compare', 'liken'])

const judging = new Set(['criticise', 'praise', 'deny', 'say', 'voice'])

/** "posted", "supported", "never told" beside a quotation of somebody else open no quotation. */
function quotes(a: Attribution, verb: ReportingVerb | undefined): boolean {
  if (!verb) return true
  if (a.kind === 'direct' && a.stance === 'declines') return false
  return verb.frames.has('quote') || verb.frames.has('as') || judging.has(verb.class)
}

function isHidden(a: Attribution | undefined): boolean {
  return a !== undefined && a.source.length === 0 && a.sourceName === null
}

function isHeld(w: Words, hops: readonly boolean[], index: number, named: Uint8Array): boolean {
  const a = w.attributions[index]
  const parent = a?.parent ?? null
  if (parent !== null && hops[parent] === true && !isHidden(w.attributions[parent])) return true
  // "Rain is expected, according to forecasters": whichever of the two holds the other in the layer.
  const cue = a?.cue[0]
  return cue !== undefined && named[firstTokenFrom(w.tokens, cue.from)] === 1
}

/** "According to" and "regarding" have the form of a verb and are none. */
const marks = new Set(['case', 'mark', 'fixed'])

/** The first verb of a cue that is no preposition, or -1. */
export function verbOf(w: Words, cue: readonly Span[]): number {
  let found = -1
  for (const span of cue)
    eachToken(w, span, (i) => {
      if (found < 0 && w.tags[i]?.upos === 'VERB' && !marks.has(labelAt(w, i))) found = i
    })
  return found
}

/** "noted that this marks ...": the word alone tells that a statement follows, however the rest is parsed. */
function opensWithThat(w: Words, content: Span): boolean {
  const first = firstTokenFrom(w.tokens, content.from)
  for (let i = first - 1; i < first + 5; i++) {
    const key = w.tokens[i]?.key
    if (key === 'whether') return true
    // "said on the same day that ...": no relative clause, whatever the tag.
    if (key === 'that') return w.tags[i]?.upos === 'SCONJ' || (i >= first && w.timed[i - 1] === 1)
    // "published returns that showed ...": behind a noun it opens a relative clause.
    if (i >= first && w.timed[i] !== 1 && w.tags[i]?.upos === 'NOUN') return false
  }
  return false
}

function isNoun(w: Words, a: Attribution): boolean {
  let noun = false
  for (const cue of a.cue)
    eachToken(w, cue, (i) => {
      if (w.tags[i]?.upos === 'NOUN') noun = true
    })
  return noun
}

function holdsClause(w: Words, content: Span): boolean {
  let found = false
  eachToken(w, content, (i) => {
    const index = w.clauseAt.get(i)
    if (index !== undefined && w.clauses[index]?.finite) found = true
  })
  return found
}

const empty = new Set(['it', 'there', 'this', 'that', 'what', 'which'])

/** "it is too early to tell whether", "more to say about it": an infinitive with nobody who speaks. */
function isEmptySource(w: Words, a: Attribution, cue: number): boolean {
  if (!isInfinitive(w, cue)) return false
  return a.sourceName === null || empty.has(a.sourceName.toLowerCase())
}

/** CA52: a statement has a verb of its own; a thing ("support", "the deployment") or a plan ("to send troops") is told by the report. */
function holdsStatement(
  w: Words,
  content: Span,
  cue: number,
  verb: ReportingVerb | undefined,
): boolean {
  let states = false
  // With a verb of speech any statement in the content is said; "discussed concerns that ..." is an act with a thing.
  const speaks = !verb || verb.frames.has('quote')
  eachToken(w, content, (i) => {
    if (states) return
    const index = w.clauseAt.get(i)
    const clause = index === undefined ? undefined : w.clauses[index]
    if (clause?.finite && stating.has(clause.kind) && (speaks || isTop(w, i, content)))
      states = true
    else if (verb?.class === 'expect' && isInfinitive(w, i)) states = true
    else if (w.tree.headOf(i) === cue && isOpen(w, i, verb)) states = true
  })
  return states
}

/** True when the word hangs on something outside of the content. */
function isTop(w: Words, i: number, content: Span): boolean {
  const head = w.tokens[w.tree.headOf(i)]
  return !head || head.from < content.from || head.from >= content.to
}

function isInfinitive(w: Words, i: number): boolean {
  return w.tags[i]?.xpos === 'VB' && w.tokens[i - 1]?.key === 'to'
}

/** "vowed to fight", "urged them to leave", "admitted stealing": what can be quoted as words, not a plan or a consent. */
function isOpen(w: Words, i: number, verb: ReportingVerb | undefined): boolean {
  const label = labelAt(w, i)
  const form = w.tags[i]?.xpos
  if (label !== 'xcomp' && label !== 'ccomp' && label !== 'advcl' && label !== 'acl') return false
  if (!verb) return true
  // "would have said anything to stay out of jail": behind a thing said it is a purpose.
  if (label === 'advcl' && verb.class === 'say' && verb.frames.has('bare') && saysThing(w, i))
    return false
  if (form === 'VBG') return admitting.has(verb.class)
  return verb.frames.has('quote') && !consenting.has(verb.class)
}

function saysThing(w: Words, i: number): boolean {
  const cue = w.tree.headOf(i)
  for (const c of w.tree.childrenOf(cue))
    if (labelAt(w, c) === 'obj' && c > cue && c < i) return true
  return false
}
