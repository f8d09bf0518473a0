/** Finds a dateline at the start of a block: "SEOUL, Oct. 18 (Agency) —". */
import type { Span } from '../../text/span.ts'
import { isBlank, isDash, isDigit, isLetter, isLower, isUpper } from '../../text/unicode.ts'

/** A dateline may be this long, the dash included. */
const longest = 100

const small = new Set([
  'and',
  'of',
  'the',
  'de',
  'del',
  'la',
  'al',
  'el',
  'in',
  'near',
  'on',
  'st',
  'nd',
  'rd',
  'th',
])

/**
 * DL1: place words, then perhaps a date and an agency in brackets, then a dash. Without date and agency the
 * place must be in capitals. The span ends behind the dash; null when there is none.
 */
export function datelineOf(
  text: string,
  block: Span,
  isMonth: (word: string) => boolean,
): Span | null {
  const end = Math.min(block.to, block.from + longest)
  let i = block.from
  let words = 0
  let capitals = 0
  let dated = false
  let agency = false
  let firstCapital = false
  while (i < end) {
    const unit = text.charCodeAt(i)
    if (isBlank(unit) || unit === 0x2c || unit === 0x2e || unit === 0x2f || unit === 0x3a) {
      i++
      continue
    }
    const dash = dashAt(text, i, block)
    if (dash > 0) {
      const ok =
        words > 0
          ? agency ||
            (firstCapital && (dated || capitals === words || capitals > 0)) ||
            (dated && words <= 6)
          : agency
      if (!ok) return null
      const next = skip(text, dash, block)
      return next < block.to ? { from: block.from, to: dash } : null
    }
    if (unit === 0x28) {
      const close = text.indexOf(')', i)
      if (close < 0 || close > i + 40 || close >= end) return null
      if (!isUpper(text.charCodeAt(i + 1)) && !isDigit(text.charCodeAt(i + 1))) return null
      agency = true
      i = close + 1
      continue
    }
    if (agency && words > 12) return null
    const start = i
    while (
      i < end &&
      (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)) || isInner(text, i))
    )
      i++
    if (i === start) return null
    const word = text.slice(start, i)
    if (isDigit(text.charCodeAt(start))) {
      dated = dated || words > 0
      continue
    }
    if (isMonth(word)) {
      dated = true
      continue
    }
    if (isLower(text.charCodeAt(start))) {
      if (!small.has(word)) return null
      continue
    }
    if (!isUpper(text.charCodeAt(start))) return null
    words++
    if (words > 8) return null
    const allCapitals = word.length > 1 && !hasLower(word)
    if (allCapitals) capitals++
    if (words === 1) firstCapital = allCapitals && word.length > 2
    // "LA PAZ", "ST. JOHN": the first word may be short when the second is in capitals too.
    if (words === 2 && capitals === 2 && word.length > 2) firstCapital = true
  }
  return null
}

function isInner(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (
    (unit === 0x2d || unit === 0x27 || unit === 0x2019) &&
    isLetter(text.charCodeAt(at - 1)) &&
    isLetter(text.charCodeAt(at + 1))
  )
}

function hasLower(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isLower(word.charCodeAt(i))) return true
  return false
}

/** The position behind a dash that stands at `at`, or 0: "—", "–" or "-" after a blank, "--". */
function dashAt(text: string, at: number, block: Span): number {
  const unit = text.charCodeAt(at)
  const spaced = at > block.from && isBlank(text.charCodeAt(at - 1))
  if (isDash(unit)) return unit >= 0x2014 || spaced ? at + 1 : 0
  if (unit !== 0x2d) return 0
  if (text.charCodeAt(at + 1) === 0x2d) return at + 2
  return (spaced || text.charCodeAt(at - 1) === 0x29) && isBlank(text.charCodeAt(at + 1))
    ? at + 1
    : 0
}

function skip(text: string, at: number, block: Span): number {
  let i = at
  while (i < block.to && isBlank(text.charCodeAt(i))) i++
  return i
}
