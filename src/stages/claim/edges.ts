/** Settles the ends of a claim's words (CA55-CA58): a date that goes on, a closing quotation mark, a tail behind a colon, a hidden frame's date. */
import type { Attribution } from '../../layers/attributions.ts'
import type { Pick } from './select.ts'
import {
  firstTokenFrom,
  isPunct,
  isQuoteMark,
  quotesBehind,
  type Reach,
  type Voices,
  type Words,
} from './words.ts'

/** The settled reach of a pick. */
export function settleEdges(w: Words, voices: Voices, pick: Pick, reach: Reach): Reach {
  const a = w.attributions[voices.inner[pick.token] ?? -1]
  let at = withoutTail(w, pick, behindSemicolon(w, pick, withoutHearer(w, pick, reach)))
  at = withoutLabel(w, pick, withoutListMark(w, pick, at))
  if (pick.rule === 'CA8' || pick.rule === 'CA18') at = withDate(w, at)
  if (a && a.source.length > 0 && pick.rule === 'CA12') at = onOneSide(w, voices, pick, at)
  if (a) at = withoutCall(w, voices, at)
  if (a && pick.rule === 'CA12' && (a.kind === 'mixed' || quotesBehind(w, a)))
    at = withQuoted(w, a, at)
  if (a && a.source.length === 0) at = withFrame(w, a, pick, at)
  return withMarks(w, withNot(w, pick, withoutLink(w, pick, withoutFocus(w, pick, at))))
}

const joining = new Set([
  'in',
  'on',
  'as',
  'early',
  'late',
  'soon',
  'by',
  'before',
  'after',
  'since',
  'until',
  'from',
])

/** CA55: "occurring as early as November": the words of a date right behind belong to what they date. */
function withDate(w: Words, reach: Reach): Reach {
  let end = reach.end
  while (joining.has(w.tokens[end]?.key ?? '')) end++
  if (end === reach.end || w.timed[end] !== 1) return reach
  while (w.timed[end] === 1) end++
  return w.tokens[end - 1]?.sentence === w.tokens[reach.first]?.sentence
    ? { first: reach.first, end }
    : reach
}

/** CA56: "called the deployment a "blunder"": what a thing is called stands with the thing. */
function withQuoted(w: Words, a: Attribution, reach: Reach): Reach {
  const cue = firstTokenFrom(w.tokens, a.cue[0]?.from ?? 0)
  const clause = w.clauses[w.clauseAt.get(w.clauseOwner[cue] ?? -1) ?? -1]
  if (!clause || cue > reach.first || clause.end <= reach.end) return reach
  for (let i = reach.end; i <= clause.end; i++)
    if (isQuoteMark(w, i)) return { first: reach.first, end: clause.end }
  return reach
}

/** "The price is low, Berg said, and the bank expects": of what stands round its own cue a claim takes its own side. */
function onOneSide(w: Words, voices: Voices, pick: Pick, reach: Reach): Reach {
  const own = (voices.inner[pick.token] ?? -1) + 1
  let { first, end } = reach
  for (let i = first; i < end; i++) {
    if ((voices.cue[i] ?? 0) !== own) continue
    if (i < pick.token) first = i + 1
    else end = i
  }
  // The source stands beside the cue.
  while (end > pick.token + 1 && outside(w, voices, end - 1, own)) end--
  while (first < pick.token && outside(w, voices, first, own)) first++
  return { first, end }
}

function outside(w: Words, voices: Voices, i: number, own: number): boolean {
  return voices.inner[i] !== own - 1 || w.tags[i]?.upos === 'PUNCT'
}

/** CA57: "Since May, it is reported that X": what stands before a hidden source's cue is said of X. */
function withFrame(w: Words, a: Attribution, pick: Pick, reach: Reach): Reach {
  const cue = firstTokenFrom(w.tokens, a.cue[0]?.from ?? 0)
  if (cue > reach.first || w.tokens[cue]?.sentence !== w.tokens[pick.token]?.sentence) return reach
  let first = cue
  let dated = false
  while (first > 0 && w.tokens[first - 1]?.sentence === w.tokens[cue]?.sentence) {
    first--
    if (w.timed[first] === 1) dated = true
  }
  return dated && cue - first <= 16 ? { first, end: reach.end } : reach
}

/** Adverbs that belong to the clause behind them. */
const focusing = new Set([
  'simply',
  'only',
  'just',
  'partly',
  'largely',
  'mainly',
  'mostly',
  'even',
  'especially',
])

/** CA58: "lost the vote simply | because", "will meet even | if": the adverb belongs to what follows. */
function withoutFocus(w: Words, pick: Pick, reach: Reach): Reach {
  const last = reach.end - 1
  if (last <= pick.token || !focusing.has(w.tokens[last]?.key ?? '')) return reach
  const next = w.arcs[reach.end]?.deprel
  return next === 'mark' || next === 'advmod' ? { first: reach.first, end: last } : reach
}

/** CA73: "he would say | and": a word that joins what follows is none of the claim's. */
function withoutLink(w: Words, pick: Pick, reach: Reach): Reach {
  let { end } = reach
  while (
    end - 1 > pick.token &&
    (isPunct(w, end - 1) ? end < reach.end : opensNext(w, end - 1, end))
  )
    end--
  return end === reach.end ? reach : { first: reach.first, end }
}

function opensNext(w: Words, i: number, end: number): boolean {
  const label = w.arcs[i]?.deprel
  return (label === 'cc' || label === 'mark') && w.tree.headOf(i) >= end
}

/** CA73: "not | to recommend charges": what negates the claim stands in it. */
function withNot(w: Words, pick: Pick, reach: Reach): Reach {
  const i = reach.first - 1
  const head = w.tree.headOf(i)
  const key = w.tokens[i]?.key
  if ((key !== 'not' && key !== 'never') || head < reach.first || head >= reach.end) return reach
  return w.tokens[i]?.sentence === w.tokens[pick.token]?.sentence
    ? { first: i, end: reach.end }
    : reach
}

/** CA58: "told residents | of two villages to leave": of those who are told, nothing is said. */
function withoutHearer(w: Words, pick: Pick, reach: Reach): Reach {
  const next = w.tokens[reach.first + 1]?.key
  if (w.tokens[reach.first]?.key !== 'of' || next === 'which' || next === 'whom') return reach
  for (let i = pick.token - 1; i > reach.first && i > pick.token - 4; i--)
    if (w.tokens[i]?.key === 'to') return { first: i, end: reach.end }
  return reach
}

/** CA58: "calls | on all parties to refrain": the preposition of the verb is none of what is asked. */
function withoutCall(w: Words, voices: Voices, reach: Reach): Reach {
  const key = w.tokens[reach.first]?.key
  if ((key !== 'on' && key !== 'upon') || (voices.cue[reach.first - 1] ?? 0) === 0) return reach
  return reach.end - reach.first > 2 ? { first: reach.first + 1, end: reach.end } : reach
}

/** CA58: what stands before a semicolon is another statement. */
function behindSemicolon(w: Words, pick: Pick, reach: Reach): Reach {
  for (let i = pick.token - 1; i > reach.first; i--)
    if (w.tokens[i]?.key === ';') return { first: i + 1, end: reach.end }
  return reach
}

/** CA66: "1. The vessel", "2) No member": the number of a list item is none of its words. */
function withoutListMark(w: Words, pick: Pick, reach: Reach): Reach {
  const { first } = reach
  const open = w.tokens[first]
  if (!open || first >= pick.token || !opensSentence(w, first)) return reach
  if (/^\d{1,2}[.)]$/u.test(open.key)) return { first: first + 1, end: reach.end }
  const dot = w.tokens[first + 1]?.key
  const next = w.tokens[first + 2]
  if (!/^\d{1,2}$/u.test(open.key) || (dot !== '.' && dot !== ')')) return reach
  // "7.30 is too late": the mark stands apart from what it counts.
  if (!next || first + 2 > pick.token || next.from === w.tokens[first + 1]?.to) return reach
  return { first: first + 2, end: reach.end }
}

/** CA66: "Correction: an earlier post said", "Background: The war began": up to three words before a colon name the kind of item. */
function withoutLabel(w: Words, pick: Pick, reach: Reach): Reach {
  if (!opensSentence(w, reach.first) && !isBehindClock(w, reach.first)) return reach
  for (let i = reach.first; i < pick.token && i <= reach.first + 3; i++) {
    if (w.tokens[i]?.key === ':' && i > reach.first) return { first: i + 1, end: reach.end }
    const upos = w.tags[i]?.upos
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ' && upos !== 'INTJ') return reach
  }
  return reach
}

/** "15:48 Correction: ..." */
function isBehindClock(w: Words, first: number): boolean {
  let i = first - 1
  while (i >= 0 && (w.timed[i] === 1 || isPunct(w, i)) && !opensSentence(w, i)) i--
  return i >= 0 && w.timed[i] === 1 && opensSentence(w, i)
}

function opensSentence(w: Words, i: number): boolean {
  return w.tokens[i - 1]?.sentence !== w.tokens[i]?.sentence
}

/** CA58: one or two words behind a colon or semicolon open the next statement. */
function withoutTail(w: Words, pick: Pick, reach: Reach): Reach {
  // ", aimed": a participle that lost its words
  const last = reach.end - 1
  if (last - 1 > pick.token && w.tokens[last - 1]?.key === ',' && isParticiple(w, last))
    return { first: reach.first, end: last - 1 }
  for (let i = reach.end - 2; i >= reach.end - 3 && i > pick.token; i--) {
    const key = w.tokens[i]?.key
    if (key === ':' || key === ';') return { first: reach.first, end: i }
  }
  return reach
}

function isParticiple(w: Words, i: number): boolean {
  return w.tags[i]?.xpos === 'VBN' || w.tags[i]?.xpos === 'VBG'
}

/** A quotation that opens inside is closed inside, when its mark is next. */
function withMarks(w: Words, reach: Reach): Reach {
  let marks = 0
  for (let i = reach.first; i < reach.end; i++) if (isQuoteMark(w, i)) marks++
  if (marks % 2 === 0) return reach
  const sentence = w.tokens[reach.first]?.sentence
  if (isQuoteMark(w, reach.end) && w.tokens[reach.end]?.sentence === sentence)
    return { first: reach.first, end: reach.end + 1 }
  if (isQuoteMark(w, reach.first - 1) && w.tokens[reach.first - 1]?.sentence === sentence)
    return { first: reach.first - 1, end: reach.end }
  return reach
}
