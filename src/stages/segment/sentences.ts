/** Cuts a block into sentences: finds each stop and decides whether a sentence ends there. */
import type { Abbreviations } from '../../lexicon/abbreviations.ts'
import type { Span } from '../../text/span.ts'
import {
  CharClass,
  classAt,
  classOf,
  isBlank,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isUpper,
} from '../../text/unicode.ts'
import { isClosingMark, isOpeningMark, isStopMark } from './marks.ts'

/** The word lists that the decision needs. */
export interface SentenceLists {
  readonly abbreviations: Abbreviations
  /** Words that begin sentences, in lower case. */
  readonly starters: ReadonlySet<string>
  /** "said", "asked": after `?"` they go on with the sentence. */
  readonly tails: ReadonlySet<string>
}

/** The sentences of one block, in order; together they hold every character of it that is not blank. */
export function sentencesOf(text: string, block: Span, lists: SentenceLists): Span[] {
  const out: Span[] = []
  let start = block.from
  let i = block.from
  while (i < block.to) {
    const unit = text.charCodeAt(i)
    if (!isStopMark(unit)) {
      i++
      continue
    }
    const end = stopEnd(text, i, block)
    const next = endsAt(text, start, i, end, block, lists)
    if (next < 0) {
      i = end.run
      continue
    }
    out.push({ from: start, to: end.closers })
    start = next
    i = next
  }
  if (start < block.to) out.push({ from: start, to: block.to })
  return out
}

interface StopEnd {
  /** Behind the run of stops. */
  readonly run: number
  /** Behind the closing quotes and brackets that follow it directly. */
  readonly closers: number
}

function stopEnd(text: string, at: number, block: Span): StopEnd {
  let run = at
  while (run < block.to && isStopMark(text.charCodeAt(run))) run++
  let closers = run
  while (closers < block.to && isClosingMark(text.charCodeAt(closers))) closers++
  // "[3]" directly behind the stop is a note of the sentence that ends.
  if (text.charCodeAt(closers) === 0x5b) {
    let note = closers + 1
    while (note < block.to && note - closers < 5 && isDigit(text.charCodeAt(note))) note++
    if (note > closers + 1 && text.charCodeAt(note) === 0x5d) closers = note + 1
  }
  return { run, closers: Math.min(closers, block.to) }
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
  if (end.closers >= block.to) return -1
  const unit = text.charCodeAt(end.run - 1)
  if (isWideStop(unit)) return skipBlanks(text, end.closers, block)
  let closers = end.closers
  let next = closers
  if (isBlank(text.charCodeAt(closers))) next = skipBlanks(text, closers, block)
  else if (!isGlued(text, start, at, end, block)) return -1
  if (next >= block.to) return -1
  // SE12: a closing mark set apart by a blank ("... he said. ”") belongs to the sentence that ends.
  if (next > closers && isLoneCloser(text, next, block)) return -1

  const first = firstOf(text, next, block)
  const opener = first > next
  const c = classAt(text, first)
  if (c === CharClass.lower) return -1
  const firstUnit = text.charCodeAt(first)
  if (c === CharClass.punct && (isDash(firstUnit) || firstUnit === 0x2d))
    return listDash(text, first) ? next : -1
  if (c === CharClass.punct && !opener) return isPunctStart(firstUnit) ? next : -1

  const run = end.run - at
  const only = run === 1 && unit === 0x2e
  if (only) return stopEndsSentence(text, start, at, first, c, opener, end, lists) ? next : -1
  if (isEllipsis(text, at, end.run)) return c === CharClass.digit ? -1 : next
  // SE13: "“Why?” Smith asked." goes on.
  if (closers > end.run && goesOn(text, first, block, lists)) return -1
  closers = end.closers
  return next
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
  if (from === start && at - from <= 3 && isMark(word)) return false
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

function isMark(word: string): boolean {
  for (let i = 0; i < word.length; i++)
    if (!isDigit(word.charCodeAt(i))) return word.length === 1 && !/[AI]/.test(word)
  return true
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
function isGlued(text: string, start: number, at: number, end: StopEnd, block: Span): boolean {
  const first = firstOf(text, end.closers, block)
  if (!isUpper(text.charCodeAt(first))) return false
  if (text.charCodeAt(end.run - 1) !== 0x2e)
    return isLower(text.charCodeAt(first + 1)) || first > end.closers
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

/** SE13: within the first words after `?"` a verb of speech, before any stop: "Smith asked", "he said". */
function goesOn(text: string, first: number, block: Span, lists: SentenceLists): boolean {
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

/** A dash and a blank after a stop: a list written on one line, or an aside; it begins something new. */
function listDash(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at + 1)) && isUpper(text.charCodeAt(at + 2))
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
