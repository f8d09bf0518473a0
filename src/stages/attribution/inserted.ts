/** Inserted clauses: "A, the minister said on Monday, B" and "A, said the minister": found by the words, whatever the tree says. */
import { trimEnd } from './content-span.ts'
import { isDashKey, isSpeech } from './frame.ts'
import type { CueEntry } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

/** A clause of speech that stands in or after what it reports. */
export interface Inserted {
  readonly source: Range
  readonly head: number
  /** What is reported, in reading order. */
  readonly content: readonly Range[]
}

const inserting = new Set(['say', 'write', 'voice', 'expect', 'show', 'learn'])
const thinking = new Set([
  'believe',
  'find',
  'think',
  'hope',
  'fear',
  'reckon',
  'suspect',
  'suggest',
])
const hearing = new Set(['tell', 'inform', 'assure', 'warn', 'remind'])
const nominals = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'SYM'])
const links = new Set(['of', 'for', 'from', 'at', 'in', 'on', 'and', 'with', '&'])
const days = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
const mostWords = 24

/** The inserted clause whose verb this is, or null. */
export function insertedClause(
  r: Reading,
  verb: number,
  group: Range,
  entry: CueEntry | null,
): Inserted | null {
  if (!entry || !(inserting.has(entry.class) || thinking.has(r.lemma(verb)))) return null
  if (!finite(r, verb, group)) return null
  const bounds = r.sentence(r.sentenceOf(verb))
  const q = r.quoteOf(verb)
  const before = speakerBefore(r, group, bounds)
  if (before) {
    const right = pastAdjuncts(r, verb, group.end, bounds.end)
    return right < 0 ? null : between(r, before, right, bounds, q)
  }
  // "The doctor, who advises the ministry, described the paper as thin": the subject stands before, an object behind.
  const subject = r.child(verb, 'nsubj')
  const plain = r.quoteOf(group.first - 1) === q
  const ordered = plain && subject >= 0 && subject < group.first && r.child(verb, 'obj') > verb
  return ordered || hearing.has(r.lemma(verb)) ? null : inverted(r, group, bounds, q)
}

/** A past or present form, or auxiliaries before a participle; a word that the tagger took for a noun counts, too. */
function finite(r: Reading, verb: number, group: Range): boolean {
  const x = r.xpos(verb)
  if (x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'NNS' || x === 'NN') return true
  // "..., the ministry warned.": a past form at the end of its sentence, read as a participle.
  const past = x === 'VBN' && r.isPunct(group.end) && r.key(group.end) !== ','
  return past || (group.first < verb && (x === 'VBN' || x === 'VB' || x === 'VBG'))
}

/** The noun phrase between a comma and the cue, with an apposition that closes with a comma of its own. */
function speakerBefore(r: Reading, group: Range, bounds: Range): Range | null {
  let at = group.first
  if (r.key(at - 1) === ',') {
    const name = phraseBack(r, at - 1, bounds)
    if (name === at - 1 || r.key(name - 1) !== ',') return null
    at = name - 1
    if (r.upos(at + 1) !== 'PROPN' && r.upos(at + 1) !== 'DET') return null
  }
  const first = phraseBack(r, at, bounds)
  if (first >= at || first <= bounds.first) return null
  const mark = r.key(first - 1)
  const opens = mark === ',' || isDashKey(mark) || r.quoteOf(first - 1) !== r.quoteOf(group.first)
  return opens && r.quoteOf(first) === r.quoteOf(group.first) ? { first, end: group.first } : null
}

/** Where the noun phrase that ends before `end` begins. */
export function phraseBack(r: Reading, end: number, bounds: Range): number {
  let first = end
  const q = r.quoteOf(end - 1)
  while (first > bounds.first && end - first < mostWords && r.quoteOf(first - 1) === q) {
    const u = r.upos(first - 1)
    const inner = first < end
    const opened = r.key(first - 1) === ')' ? openingBracket(r, first - 1, bounds) : first
    if (opened < first) first = opened
    else if (nominals.has(u) || r.xpos(first - 1) === 'POS') first--
    else if (inner && links.has(r.key(first - 1)) && nominals.has(r.upos(first - 2))) first--
    else break
  }
  return first
}

function openingBracket(r: Reading, close: number, bounds: Range): number {
  for (let i = close - 1; i > bounds.first && i > close - 8; i--) if (r.key(i) === '(') return i
  return close + 1
}

/** The token after the hearer, time and place of the cue, where a comma or the sentence's end follows; else -1. */
function pastAdjuncts(r: Reading, verb: number, from: number, end: number): number {
  const q = r.quoteOf(verb)
  let open = hearing.has(r.lemma(verb))
  for (let i = from; i < end && i - from < mostWords; i++) {
    const u = r.upos(i)
    const k = r.key(i)
    if (k === ',') {
      // "Oct. 3, 2024" and "Seoul, South Korea," go on.
      return i
    }
    if (r.isPunct(i)) return closes(r, i, end) ? i : -1
    if (r.quoteOf(i) !== q) return -1
    const x = r.xpos(i)
    if (x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD' || u === 'AUX') return -1
    if (u === 'SCONJ' || x === 'WDT' || x === 'WP' || x === 'WRB' || x === 'TO') {
      if (u !== 'SCONJ' || k === 'that' || k === 'if') return -1
    }
    if (u === 'ADP' || u === 'SCONJ') open = true
    else if (!open && u !== 'ADV' && x !== 'NNP') {
      const timed = k === 'this' || k === 'last' || k === 'earlier' || k === 'late'
      if (!timed) return -1
      open = true
    } else if (x === 'NNP' && days.has(k)) open = true
  }
  return end
}

function closes(r: Reading, i: number, end: number): boolean {
  for (let k = i; k < end; k++) if (!r.isPunct(k)) return isDashKey(r.key(i))
  return true
}

function between(
  r: Reading,
  source: Range,
  right: number,
  bounds: Range,
  q: number,
): Inserted | null {
  let first = bounds.first
  if (q >= 0) first = Math.max(first, r.quote(q).first + 1)
  while (first < source.first && (opener(r, first, q) || r.upos(first) === 'CCONJ')) first++
  let end = source.first
  while (end > first && opener(r, end - 1, q)) end--
  if (end <= first) return null
  const content: Range[] = [{ first, end }]
  const states = hasFinite(r, content[0] ?? bounds)
  const rest = restAfter(r, right, bounds, q, states)
  if (rest === undefined) return null
  if (!states && !rest) return null
  const opens = clauseStart(r, { first, end }, q, rest !== null)
  if (opens > first) content[0] = { first: opens, end }
  if (rest) content.push(rest)
  return { source, head: headOf(r, source), content }
}

const conceding = new Set(['although', 'though', 'while', 'whereas', 'but'])
const mostBack = 60

/** Where the clause of an inserted speaker begins: behind a semicolon, or, where it goes on after the speaker, behind "although". */
function clauseStart(r: Reading, at: Range, q: number, goesOn: boolean): number {
  for (let i = at.end - 1; i > Math.max(at.first, at.end - mostBack); i--) {
    if (r.quoteOf(i) !== q) continue
    if (r.key(i) === ';') return i + 1
    if (!goesOn || r.key(i - 1) !== ',' || !conceding.has(r.key(i))) continue
    if (!hasFinite(r, { first: i, end: at.end }) && hasFinite(r, { first: at.first, end: i }))
      return i + 1
  }
  return at.first
}

function opener(r: Reading, i: number, q: number): boolean {
  return r.isPunct(i) && r.quoteOf(i) === q
}

/** What goes on after the inserted clause: null for nothing, undefined where the shape is another one. */
function restAfter(
  r: Reading,
  right: number,
  bounds: Range,
  q: number,
  states: boolean,
): Range | null | undefined {
  let at = right
  while (at < bounds.end && opener(r, at, q)) at++
  let end = trimEnd(r, at, bounds.end)
  if (q >= 0) end = Math.min(end, r.quote(q).end - 1)
  if (at >= end) return null
  const quoted = r.quoteOf(at)
  if (quoted >= 0 && quoted !== q) return states && isSpeech(r, quoted, true) ? null : undefined
  if (!states)
    return r.upos(at) === 'VERB' || hasFinite(r, { first: at, end })
      ? { first: at, end }
      : undefined
  const u = r.upos(at)
  const x = r.xpos(at)
  if (r.key(at) === 'and' || r.key(at) === 'or') return { first: at, end }
  if (u === 'CCONJ' || u === 'SCONJ' || x === 'VBG' || x === 'WP' || x === 'WDT' || x === 'WRB')
    return null
  return hasFinite(r, { first: at, end }) && u !== 'ADP' ? { first: at, end } : null
}

function hasFinite(r: Reading, at: Range): boolean {
  for (let i = at.first; i < at.end; i++) {
    const x = r.xpos(i)
    if (x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD') return true
  }
  return false
}

/** "..., said the lawmaker, Lee Seong-kweun." and "..., said one of the officials, who ...": the speaker after the cue. */
function inverted(r: Reading, group: Range, bounds: Range, q: number): Inserted | null {
  if (group.end - group.first !== 1) return null
  const quoted = r.quoteOf(group.first - 1) !== q
  if (!quoted && r.key(group.first - 1) !== ',') return null
  const first = group.end
  let end = first
  while (end < bounds.end && r.quoteOf(end) === q) {
    const inner = end > first && links.has(r.key(end)) && nominals.has(r.upos(end + 1))
    if (nominals.has(r.upos(end)) || r.xpos(end) === 'POS' || inner) end++
    else {
      const past = r.key(end) === '(' && end > first ? pastBracket(r, end, bounds) : end
      if (past === end) break
      end = past
    }
  }
  if (end === first || r.upos(first) === 'PRON') return null
  const core = { first, end }
  const left = { first: bounds.first, end: group.first }
  if (!quoted && !hasFinite(r, left)) return null
  if (r.key(end) === ',') {
    const x = r.xpos(end + 1)
    const last = trimEnd(r, end, bounds.end)
    if (x === 'WP' || x === 'WDT') end = last
    else if (nominals.has(r.upos(end + 1))) {
      let k = end + 1
      while (k < last && r.key(k) !== ',') k++
      if (quoted || !hasFinite(r, { first: end, end: k })) end = k
    }
  } else if (end < bounds.end && !r.isPunct(end) && r.upos(end) !== 'ADP') return null
  let from = left.first
  if (q >= 0) from = Math.max(from, r.quote(q).first + 1)
  while (from < left.end && (opener(r, from, q) || r.upos(from) === 'CCONJ')) from++
  const to = trimEnd(r, from, left.end)
  if (to <= from) return null
  return { source: { first, end }, head: headOf(r, core), content: [{ first: from, end: to }] }
}

function pastBracket(r: Reading, open: number, bounds: Range): number {
  for (let i = open + 1; i < bounds.end && i < open + 8; i++) if (r.key(i) === ')') return i + 1
  return open
}

/** The last noun before what follows the core of a noun phrase ("officials | from the ministry"). */
export function headOf(r: Reading, at: Range): number {
  let head = at.first
  for (let i = at.first; i < at.end; i++) {
    const u = r.upos(i)
    if (i > at.first && (r.xpos(i) === 'WP' || r.xpos(i) === 'WDT')) break
    if (u === 'NOUN' || u === 'PROPN' || u === 'PRON' || u === 'NUM') head = i
    else if (i === at.first) continue
    else if (r.key(i) === '(') break
    else if ((u === 'VERB' || r.xpos(i) === 'VBN') && r.key(i - 1) !== '-') break
    else if ((u === 'ADP' || r.key(i) === ',') && nominals.has(r.upos(i - 1))) break
  }
  return head
}
