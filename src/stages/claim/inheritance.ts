/** Completes readings by what the sentence round a clause says (CA24-CA29): conjuncts, effects, hops, time to come. */
import type { Attribution } from '../../layers/attributions.ts'
import type { Clause } from '../../layers/clauses.ts'
import type { TimeItem } from '../../layers/times.ts'
import type { Certainty } from '../../model/certainty.ts'
import type { Span } from '../../text/span.ts'
import { type Field, inherit, isPast, type Reading, sharesReading } from './reading.ts'
import type { Pick } from './select.ts'
import { eachToken, type Words } from './words.ts'

/** Clauses without tense of their own, which are meant as what they hang on. */
const dependent = new Set(['participial', 'purpose', 'reduced'])

const open = new Set(['forecast', 'conditional', 'intention', 'question'])

/** CA24, CA25: what a pick takes over from the clause it joins, or from the clause whose effect it tells. */
export function fromSentence(
  w: Words,
  pick: Pick,
  own: Reading,
  readings: ReadonlyMap<number, Reading>,
): Reading {
  const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
  if (!clause) return own
  const lead = clause.joins === null ? undefined : w.clauses[clause.joins]
  const joined = w.tree.headOf(clause.token)
  // "were asked not to touch it and to report finds": joined to the infinitive that the lead governs, with a "to" of its own.
  if (lead && joined !== lead.token && hasTo(w, clause.token) && hasTo(w, joined)) {
    const reading = readings.get(lead.token)
    if (reading) return inherit(own, reading, false, 'claim/CA24')
  }
  if (lead && sharesReading(w, clause.token, lead.token)) {
    const reading = readings.get(lead.token)
    if (reading) return inherit(own, reading, true, 'claim/CA24')
  }
  const governor = clause.parent === null ? undefined : w.clauses[clause.parent]
  const governing = governor ? readings.get(governor.token) : undefined
  // "will be told once the inquiry has ended": a time that is to come itself.
  if (governing && open.has(governing.mode) && isTimeToCome(w, clause))
    return inherit(own, governing, false, 'claim/CA25')
  let below = clause
  for (let step = 0; step < 3 && dependent.has(below.kind) && below.parent !== null; step++) {
    const parent = w.clauses[below.parent]
    const reading = parent ? readings.get(parent.token) : undefined
    // "the trial will be held in the court built in 1900": what describes a thing holds already.
    if (clause.kind === 'reduced') break
    if (reading && open.has(reading.mode)) return inherit(own, reading, false, 'claim/CA25')
    if (!parent || (clause.kind === 'purpose' && step > 0)) break
    below = parent
  }
  return own
}

function hasTo(w: Words, i: number): boolean {
  for (const c of w.tree.childrenOf(i))
    if (w.tokens[c]?.key === 'to' && w.arcs[c]?.deprel === 'mark') return true
  return false
}

const untilThen = new Set(['once', 'until', 'when', 'after', 'before', 'till'])

/** A clause of time in the present or the present perfect beside what is foreseen. */
function isTimeToCome(w: Words, clause: Clause): boolean {
  if (clause.kind !== 'adverbial') return false
  let opens = false
  let past = w.tags[clause.token]?.xpos === 'VBD'
  if (untilThen.has(w.tokens[w.tree.firstOf(clause.token)]?.key ?? '')) opens = true
  for (const c of w.tree.childrenOf(clause.token)) {
    if (c < clause.token && untilThen.has(w.tokens[c]?.key ?? '')) opens = true
    if (w.tags[c]?.xpos === 'VBD') past = true
  }
  return opens && !past
}

/** CA26, CA27: what the innermost hop does with the words: a denial negates them, an expectation makes them a forecast. */
export function fromHop(w: Words, a: Attribution, own: Reading, head: number): Reading {
  const cue = a.cue.map((c) => w.text.slice(c.from, c.to))
  // What goes on in later sentences is said, whatever was asked or expected in the first.
  const sentence = w.sentences[w.tokens[head]?.sentence ?? -1]
  const first = a.cue[0]
  if (!first || !sentence || first.from < sentence.from || first.from >= sentence.to) return own
  // "whether that is so is disputed": what is open is not denied.
  if (a.stance === 'denies' && own.mode !== 'question') {
    const polarity = own.polarity === 'negated' ? 'affirmed' : 'negated'
    return { ...own, polarity, ...because(own, 'polarity', 'claim/CA26', a.cue) }
  }
  // "reckons that 300 are there": present and past are reckoned, not foreseen.
  if (a.stance === 'expects' && own.mode === 'fact' && isPresent(w, head))
    return { ...own, mode: 'estimate', ...because(own, 'mode', 'claim/CA27', a.cue) }
  if (a.stance === 'expects' && !isPast(w, head) && (own.mode === 'fact' || own.mode === 'opinion'))
    return { ...own, mode: 'forecast', ...because(own, 'mode', 'claim/CA27', a.cue) }
  if (a.stance === 'asks' && (own.mode === 'fact' || own.mode === 'opinion'))
    return {
      ...own,
      mode: isAskedFor(w, head) ? 'intention' : 'question',
      ...because(own, 'mode', 'claim/CA27', a.cue),
    }
  // "did not say where she is held": what somebody leaves open is a question.
  // Whoever has not explained why something happened leaves only the reason open.
  const told = lemmaOf(w, first) === 'explain'
  if (a.stance === 'declines' && own.mode === 'fact' && !told && opensQuestion(w, head))
    return { ...own, mode: 'question', ...because(own, 'mode', 'claim/CA67', a.cue) }
  // "is not expected to resign": it is foreseen that it will not happen.
  if (a.stance === 'doubts' && lemmaOf(w, first) === 'expect') {
    const polarity = own.polarity === 'negated' ? 'affirmed' : 'negated'
    const mode = own.mode === 'fact' || own.mode === 'opinion' ? 'forecast' : own.mode
    const negated = { ...own, mode, polarity } as const
    return { ...negated, ...because(own, 'polarity', 'claim/CA68', a.cue) }
  }
  // Whoever suspects thinks that it is so.
  if (a.stance === 'doubts' && lemmaOf(w, first) === 'suspect') {
    const certainty: Certainty = { ...own.certainty, words: cue, class: 'inference' }
    return { ...own, certainty, ...because(own, 'certainty', 'claim/CA28', a.cue) }
  }
  // "did not deny that", "did not say that": what follows is left open.
  const open = a.stance === 'declines' && own.mode === 'fact'
  if ((a.stance === 'doubts' || open) && own.certainty.class !== 'doubt') {
    const certainty: Certainty = { words: cue, class: 'doubt', low: null, high: null, scheme: null }
    return { ...own, certainty, ...because(own, 'certainty', 'claim/CA28', a.cue) }
  }
  return own
}

/** "asked them to leave", "demanded a ransom": what is to be done or given; "asked about the cause" leaves it open. */
function isAskedFor(w: Words, head: number): boolean {
  if (w.tags[head]?.xpos === 'VB') return true
  const upos = w.tags[head]?.upos
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'NUM' && upos !== 'SYM') return false
  if (w.clauseAt.has(head) || opensQuestion(w, head)) return false
  const opener = w.tokens[w.tree.firstOf(head)]?.key ?? ''
  return opener !== 'about' && opener !== 'of' && opener !== 'whether'
}

/** The lemma of the first verb in the words, or of their last word: "is not expected" gives "expect". */
function lemmaOf(w: Words, cue: Span): string {
  let lemma = ''
  eachToken(w, cue, (i) => {
    if (w.tags[i]?.upos === 'VERB' || lemma === '') lemma = w.tags[i]?.lemma ?? ''
  })
  return lemma
}

const asking = new Set(['what', 'who', 'whom', 'whose', 'which', 'where', 'when', 'why', 'how'])

/** "where she is held", "how much it had set aside", "whether he was paid". */
function opensQuestion(w: Words, head: number): boolean {
  if (asksAt(w, w.tree.firstOf(head))) return true
  // "to say how much it had set aside"
  for (const c of w.tree.childrenOf(head))
    if (c > head && w.arcs[c]?.deprel === 'ccomp' && asksAt(w, w.tree.firstOf(c))) return true
  return false
}

function asksAt(w: Words, i: number): boolean {
  const key = w.tokens[i]?.key ?? ''
  return asking.has(key) || key === 'whether'
}

/** The reasons of a reading with another one for `field`, and the words behind it. */
export function because(
  own: Reading,
  field: Field,
  rule: string,
  words: readonly Span[],
): { readonly why: Reading['why']; readonly rests: Reading['rests'] } {
  return {
    why: { ...own.why, [field]: rule },
    rests: { ...own.rests, [field]: words.map(({ from, to }) => ({ from, to })) },
  }
}

function isPresent(w: Words, head: number): boolean {
  const form = w.tags[head]?.xpos
  if (form === 'VBZ' || form === 'VBP') return true
  for (const c of w.tree.childrenOf(head)) {
    const key = w.tokens[c]?.key
    if ((key === 'is' || key === 'are') && w.tokens[c + 1]?.key !== 'to' && c < head) return true
  }
  return false
}

/** CA29: a plain statement about a day after the report is about what is to come. */
export function fromTime(
  w: Words,
  head: number,
  own: Reading,
  times: readonly TimeItem[],
  published: string | null,
): Reading {
  if (own.mode !== 'fact' || !published || isPast(w, head)) return own
  const later = times.find((t) => t.edtf !== null && startOf(t.edtf) > published)
  return later ? { ...own, mode: 'forecast', ...because(own, 'mode', 'claim/CA29', [later]) } : own
}

/** The day or month an EDTF value starts with, comparable as text; empty where it is open. */
function startOf(edtf: string): string {
  const start = edtf.split('/')[0] ?? ''
  return /^\d{4}(-\d\d){0,2}$/.test(start) ? start : ''
}

/** CA53: "a transport was expected": the report tells an expectation of a thing as what is to come. */
export function fromExpectation(own: Reading): Reading {
  return own.mode === 'fact'
    ? { ...own, mode: 'forecast', ...because(own, 'mode', 'claim/CA53', []) }
    : own
}

/** CA59: what somebody calls a thing is an opinion. */
export function fromName(own: Reading): Reading {
  return own.mode === 'fact'
    ? { ...own, mode: 'opinion', ...because(own, 'mode', 'claim/CA59', []) }
    : own
}

/** CA72: what a named source thinks is its opinion, in every clause of what it thinks. */
export function fromThought(a: Attribution, own: Reading): Reading {
  if (own.mode !== 'fact' || (a.source.length === 0 && a.sourceName === null)) return own
  return { ...own, mode: 'opinion', ...because(own, 'mode', 'claim/CA72', a.cue) }
}
