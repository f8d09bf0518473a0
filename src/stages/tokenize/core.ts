/** Splits a core - letters, digits and what joins them - at clitics, hyphens, slashes and units. */
import { isApostrophe, isDash, isDigit, isHyphen, isLetter } from '../../text/unicode.ts'
import { keepsHyphen, keepsSlash } from './joints.ts'
import { isWholeNumber, numberEnd } from './numbers.ts'
import type { TokenLists } from './token-lists.ts'

/** Longer parts are no word of any list. */
const longestWord = 24

/**
 * Pushes the ends of the tokens of the core `from`..`to`; the last end is `end`, which lies behind `to` when the core keeps
 * the stop of an abbreviation.
 */
export function splitCore(
  text: string,
  from: number,
  to: number,
  end: number,
  lists: TokenLists,
  cuts: number[],
): void {
  if (isWholeNumber(text, from, to)) {
    cuts.push(end)
    return
  }
  let start = from
  let part = from
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (isLetter(unit) || isDigit(unit)) continue
    if (isApostrophe(unit)) {
      const right = partEnd(text, i + 1, Math.min(to, i + 5))
      const at = cliticStart(text, start, i, right)
      if (at > start) {
        finish(text, start, at, at, lists, cuts)
        start = at
        part = at
      }
      continue
    }
    if (!isJoint(unit)) continue
    const right = partEnd(text, i + 1, to)
    if (!keeps(text, unit, start, part, i, right, lists)) {
      finish(text, start, i, i, lists, cuts)
      cuts.push(i + 1)
      start = i + 1
    }
    part = i + 1
  }
  finish(text, start, to, end, lists, cuts)
}

function isJoint(unit: number): boolean {
  return (
    isHyphen(unit) ||
    isDash(unit) ||
    unit === 0x2f ||
    unit === 0x2c ||
    unit === 0x3a ||
    unit === 0x26
  )
}

/** Whether the joint at `at` stays inside the token. */
function keeps(
  text: string,
  unit: number,
  start: number,
  part: number,
  at: number,
  right: number,
  lists: TokenLists,
): boolean {
  const digits = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  if (isHyphen(unit)) return keepsHyphen(text, start, part, at, right, lists)
  if (unit === 0x2f) return keepsSlash(text, start, at, right)
  if (unit === 0x3a) return digits
  if (unit === 0x2c) return digits && isGroup(text, at + 1)
  if (unit === 0x26) return at - part <= 3 && right - at <= 4
  return false
}

/** "12,500", "1,00,000": the comma at `from - 1` groups digits when the last group has three; "13,14" is two numbers. */
function isGroup(text: string, from: number): boolean {
  let run = 0
  for (let i = from; i - from < 24; i++) {
    const unit = text.charCodeAt(i)
    if (isDigit(unit)) run++
    else if (unit === 0x2c && isDigit(text.charCodeAt(i + 1)) && (run === 2 || run === 3)) run = 0
    else break
  }
  return run === 3
}

function partEnd(text: string, from: number, to: number): number {
  let i = from
  while (i < to) {
    const unit = text.charCodeAt(i)
    if (isApostrophe(unit) || isJoint(unit)) break
    i++
  }
  return i
}

/** TK2: where the clitic with the apostrophe at `at` begins, or -1: "'s", "'ll" at the mark, "n't" one before it. */
function cliticStart(text: string, start: number, at: number, right: number): number {
  const length = right - at - 1
  if (length > 2 || length === 0) return -1
  const rest = text.slice(at + 1, right).toLowerCase()
  // "the 1930's" is one word; "2024's" is two.
  if (rest === 's' && text.charCodeAt(at - 1) === 0x30 && isDigit(text.charCodeAt(start))) return -1
  if (rest === 't') {
    const n = text.charCodeAt(at - 1)
    return (n === 0x6e || n === 0x4e) && at - 1 > start ? at - 1 : -1
  }
  const clitic =
    rest === 's' || rest === 'll' || rest === 're' || rest === 've' || rest === 'd' || rest === 'm'
  return clitic ? at : -1
}

/** Ends a token, after TK4 (contractions) and TK8 (a unit behind digits). */
function finish(
  text: string,
  from: number,
  to: number,
  end: number,
  lists: TokenLists,
  cuts: number[],
): void {
  if (to > from && to - from <= longestWord) {
    if (isDigit(text.charCodeAt(from))) {
      const number = numberEnd(text, from, to)
      if (number < to && lists.units.has(text.slice(number, to).toLowerCase())) cuts.push(number)
    } else {
      const parts = lists.contractions.get(text.slice(from, to).toLowerCase())
      if (parts !== undefined) {
        let at = from
        for (const word of parts.split(' ')) {
          at += word.length
          if (at < to) cuts.push(at)
        }
      }
    }
  }
  if (end > from) cuts.push(end)
}
