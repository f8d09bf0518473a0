/** Cuts a block into sentences: finds each stop and decides whether a sentence ends there. */
import type { Abbreviations } from '../../lexicon/abbreviations.ts'
import type { Span } from '../../text/span.ts'
import {
  CharClass,
  classAt,
  classOf,
  isBlank,
  isDigit,
  isLetter,
  isLower,
  isUpper,
} from '../../text/unicode.ts'
import { faceEnd, isClosingMark, isFaceEye, isOpeningMark, isStopMark } from './marks.ts'

/** The word lists that the decision needs. */
export interface SentenceLists {
  readonly abbreviations: Abbreviations
  /** Words that begin sentences, in lower case. */
  readonly starters: ReadonlySet<string>
  /** "said", "asked": after `?"` they go on with the sentence. */
  readonly tails: ReadonlySet<string>
  /** Words that an apostrophe at their start belongs to. */
  readonly elisions: ReadonlySet<string>
  /** Endings of web addresses: no sentence begins in "example.Org". */
  readonly webEndings: ReadonlySet<string>
}

/** The code units at which a sentence may end: all others are passed over at the cost of one look-up. */
const watched = new Uint8Array(0x10000)
for (let unit = 0; unit < 0x10000; unit++)
  if (isStopMark(unit) || isFaceEye(unit)) watched[unit] = 1

/** The sentences of one block, in order; together they hold every character of it that is not blank. */
export function sentencesOf(text: string, block: Span, lists: SentenceLists): Span[] {
  const out: Span[] = []
  let start = block.from
  let i = block.from
  while (i < block.to) {
    const unit = text.charCodeAt(i)
    if (watched[unit] === 0) {
      i++
      continue
    }
    if (isStopMark(unit)) {
      const end = stopEnd(text, i, block)
      const next = endsAt(text, start, i, end, block, lists)
      if (next < 0) {
        i = end.run
        continue
      }
      out.push({ from: start, to: end.closers })
      start = next
      i = next
    } else {
      const face = faceEnd(text, i, block)
      const next = face > i ? skipBlanks(text, face, block) : 0
      i = Math.max(i + 1, face)
      if (next <= face || next >= block.to || !isUpper(text.charCodeAt(next))) continue
      // SE14: a face between two sentences closes the first.
      out.push({ from: start, to: face })
      start = next
      i = next
    }
  }
  if (start < block.to) out.push({ from: start, to: block.to })
  return out
}

interface StopEnd {
  /** Behind the run of stops. */
  readonly run: number
  /** Behind what closes after it: quotes, brackets, notes, a face. */
  readonly closers: number
}

function stopEnd(text: string, at: number, block: Span): StopEnd {
  let run = at
  while (run < block.to && isStopMark(text.charCodeAt(run))) run++
  let closers = run
  while (closers < block.to && isClosingMark(text.charCodeAt(closers))) closers++
  let next = skipBlanks(text, closers, block)
  // SE12: a closing mark set apart by a blank ("he said. ”") belongs to the sentence that ends.
  if (next > closers && isLoneCloser(text, next, block)) {
    closers = next + 1
    next = skipBlanks(text, closers, block)
  }
  // SE11: "[3]" behind the stop is a note to the sentence that ends.
  for (let note = noteEnd(text, next, block); note > next; note = noteEnd(text, next, block)) {
    closers = note
    next = skipBlanks(text, closers, block)
  }
  const face = isFaceEye(text.charCodeAt(next)) ? faceEnd(text, next, block) : next
  return { run, closers: face > next ? face : closers }
}

function noteEnd(text: string, at: number, block: Span): number {
  if (at >= block.to || text.charCodeAt(at) !== 0x5b) return at
  let i = at + 1
  while (i < block.to && i - at < 5 && isDigit(text.charCodeAt(i))) i++
  return i > at + 1 && i < block.to && text.charCodeAt(i) === 0x5d ? i + 1 : at
}

/** Where the next sentence begins when one ends at this stop, or -1. */
function endsAt(
  text: string,
  start: number,
  at: number,
  end: StopEnd,
  block: Span,
  lists: SentenceLists,
): number {
  const next = skipBlanks(text, end.closers, block)
  if (next >= block.to) return -1
  const unit = text.charCodeAt(end.run - 1)
  if (isWideStop(unit)) return next
  if (next === end.closers && !isGlued(text, start, at, end, block, lists)) return -1

  const first = firstOf(text, next, block)
  const opener = first > next
  const c = classAt(text, first)
  const single = end.run - at === 1 && unit === 0x2e
  if (c === CharClass.lower)
    return !opener && end.closers === end.run && lowerStarts(text, start, at, first, lists)
      ? next
      : -1
  if (c === CharClass.punct && !opener) return isPunctStart(text.charCodeAt(first)) ? next : -1
  if (single) {
    const bracket = opener && text.charCodeAt(next) === 0x28
    return stopEndsSentence(text, start, at, first, c, opener && !bracket, end, lists) ? next : -1
  }
  if (isEllipsis(text, at, end.run)) return c === CharClass.digit ? -1 : next
  // SE13: "“Why?” Smith asked." goes on.
  return end.closers > end.run && goesOn(text, first, block, lists) ? -1 : next
}

const addressStarts: ReadonlySet<string> = new Set(['http', 'https', 'www'])

/** SE15: careless writing: "... is it. they said": a plain word, a stop, and a word that begins sentences. */
function lowerStarts(
  text: string,
  start: number,
  at: number,
  first: number,
  lists: SentenceLists,
): boolean {
  const from = wordStart(text, at, start)
  if (at - from < 3 || !isLower(text.charCodeAt(from)) || text.charCodeAt(at + 1) === 0x2e)
    return false
  // "The firm (est. in 1901)"
  if (text.charCodeAt(from - 1) === 0x28) return false
  const next = wordAt(text, first)
  // SE17: who begins one sentence small begins the next one so.
  const small = isLower(text.charCodeAt(start)) || text.charCodeAt(at) === 0x3f
  if (!small && !lists.starters.has(next) && !addressStarts.has(next)) return false
  if (text.charCodeAt(at) !== 0x2e && !small) return false
  const word = text.slice(from, at)
  return !word.includes('.') && lists.abbreviations.kindOf(word) === null
}

/** SE5-SE9: whether a single stop ends the sentence, given the word before it and what comes next. */
function stopEndsSentence(
  text: string,
  start: number,
  at: number,
  first: number,
  c: CharClass,
  opener: boolean,
  end: StopEnd,
  lists: SentenceLists,
): boolean {
  const from = wordStart(text, at, start)
  if (from === at) {
    // A stop behind a closing mark: "(he said).", or a stop that stands alone.
    return at > start && !isBlank(text.charCodeAt(at - 1)) ? true : c !== CharClass.digit
  }
  const word = text.slice(from, at)
  // SE9: "1." or "a." that opens a block is a list mark.
  if (from === start && isMark(word)) return false
  const kind = lists.abbreviations.kindOf(word)
  if (kind === null) return true
  if (end.closers > end.run) return kind !== 'title' || opener
  switch (kind) {
    case 'title':
    case 'inner':
      return false
    case 'number':
      return c !== CharClass.digit
    case 'month':
    case 'day':
      return c !== CharClass.digit && isStarter(text, first, lists)
    case 'initial':
      return initialEnds(text, from, start, first, word, lists)
    case 'time':
      return opener || c === CharClass.digit || timeEnds(text, first, lists)
    default:
      return opener || isStarter(text, first, lists)
  }
}

/** SE6: "John F. Kennedy" goes on; "Plan B. The ..." ends, and so does a pronoun: "than I. The". */
function initialEnds(
  text: string,
  from: number,
  start: number,
  first: number,
  word: string,
  lists: SentenceLists,
): boolean {
  if (!isStarter(text, first, lists)) return false
  if (from - 2 < start) return false
  const before = wordStart(text, from - 1, start)
  const afterName = isUpper(text.charCodeAt(before)) && text.charCodeAt(from - 2) !== 0x2e
  return word === 'I' || !afterName || isLong(text, first)
}

function isLong(text: string, first: number): boolean {
  return isLetter(text.charCodeAt(first + 1))
}

/** SE8: after "a.m." and "p.m." a sentence ends before any starter; "10 a.m. Tuesday", "5 p.m. GMT" go on. */
function timeEnds(text: string, first: number, lists: SentenceLists): boolean {
  return isStarter(text, first, lists)
}

/** "3", "2.1", "b": what numbers a list or a heading. */
function isMark(word: string): boolean {
  if (word.length === 1)
    return isDigit(word.charCodeAt(0)) || (isLetter(word.charCodeAt(0)) && word !== 'I')
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (!isDigit(unit) && unit !== 0x2e) return false
  }
  return word.length <= 6 && (word.length <= 3 || word.includes('.'))
}

function isStarter(text: string, first: number, lists: SentenceLists): boolean {
  if (!isUpper(text.charCodeAt(first))) return false
  return lists.starters.has(wordAt(text, first))
}

/** The word at `from` in lower case, up to 14 letters. */
function wordAt(text: string, from: number): string {
  let to = from
  while (to < text.length && to - from < 14 && isLetter(text.charCodeAt(to))) to++
  return text.slice(from, to).toLowerCase()
}

/** The start of the run of letters, digits and inner stops that ends at `at`; looks back 24 code units at most. */
function wordStart(text: string, at: number, start: number): number {
  const least = Math.max(start, at - 24)
  let from = at
  while (from > least) {
    const unit = text.charCodeAt(from - 1)
    const c = classOf(unit)
    const inside =
      (c >= CharClass.upper && c <= CharClass.mark) ||
      (unit === 0x2e && from < at && classOf(text.charCodeAt(from)) <= CharClass.mark)
    if (!inside) break
    from--
  }
  return from
}

/** SE10: no blank behind the stop: only "today.The" and "said.“We" end a sentence. */
function isGlued(
  text: string,
  start: number,
  at: number,
  end: StopEnd,
  block: Span,
  lists: SentenceLists,
): boolean {
  const first = firstOf(text, end.closers, block)
  if (!isUpper(text.charCodeAt(first))) return false
  if (text.charCodeAt(end.run - 1) !== 0x2e)
    return isLower(text.charCodeAt(first + 1)) || first > end.closers
  if (first === end.closers && lists.webEndings.has(wordAt(text, first))) return false
  let from = at
  while (from > start && at - from < 30 && isLower(text.charCodeAt(from - 1))) from--
  if (at - from < 3 || !(isBlank(text.charCodeAt(from - 1)) || isUpper(text.charCodeAt(from - 1))))
    return end.closers > end.run && at > start
  let to = first
  while (to < block.to && to - first < 30 && isLetter(text.charCodeAt(to))) to++
  const after = text.charCodeAt(to)
  const whole =
    to >= block.to || isBlank(after) || after === 0x2c || after === 0x27 || after === 0x2019
  return whole && (to - first === 1 || isLower(text.charCodeAt(first + 1)))
}

/** SE13: within the first words after `?"` a verb of speech: "Smith asked", "Mr Ito asked"; "The" begins anew. */
function goesOn(text: string, first: number, block: Span, lists: SentenceLists): boolean {
  if (isStarter(text, first, lists)) return false
  let i = first
  for (let words = 0; words < 4 && i < block.to; words++) {
    const from = i
    while (i < block.to && i - from < 24 && isLetter(text.charCodeAt(i))) i++
    if (i === from) return false
    if (words > 0 && lists.tails.has(text.slice(from, i))) return true
    while (i < block.to && isBlank(text.charCodeAt(i))) i++
  }
  return false
}

/** The first character of what follows, behind opening quotes and brackets. */
function firstOf(text: string, at: number, block: Span): number {
  let i = at
  while (i < block.to && i - at < 4 && isOpeningMark(text.charCodeAt(i))) i++
  return i < block.to ? i : at
}

/** A closing mark that stands between blanks. */
function isLoneCloser(text: string, at: number, block: Span): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== 0x201d && unit !== 0x2019 && unit !== 0x29 && unit !== 0xbb) return false
  return at + 1 >= block.to || isBlank(text.charCodeAt(at + 1))
}

function isEllipsis(text: string, at: number, to: number): boolean {
  for (let i = at; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit !== 0x2e && unit !== 0x2026) return false
  }
  return true
}

function isPunctStart(unit: number): boolean {
  return (
    unit === 0x23 ||
    unit === 0x40 ||
    unit === 0x2a ||
    unit === 0x2022 ||
    unit === 0xbf ||
    unit === 0xa1
  )
}

/** CJK and Indic stops end a sentence whatever follows. */
function isWideStop(unit: number): boolean {
  return unit >= 0x964
    ? unit === 0x964 ||
        unit === 0x965 ||
        unit === 0x3002 ||
        unit === 0xff01 ||
        unit === 0xff1f ||
        unit === 0xff61
    : false
}

function skipBlanks(text: string, at: number, block: Span): number {
  let i = at
  while (i < block.to && isBlank(text.charCodeAt(i))) i++
  return i
}
