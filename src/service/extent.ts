/** Extent: how much of a text is analysed, so that no text, however long, holds up the ones behind it. */
import { CharClass, classOf } from '../text/unicode.ts'

/** Words of one report that are analysed; what stands behind them is kept, shown and searched, but not analysed. */
export interface Extents {
  /** By the whole engine, whose encoder is its slow part. */
  readonly encoded: number
  /** By an engine without an encoder. */
  readonly plain: number
}

export const extents: Extents = { encoded: 40_000, plain: 100_000 }

/** Letters that count as one word: longer runs are no words of a language, and cost as much as several. */
const wordLetters = 16
/** The same for letters outside the Latin alphabets, which an encoder of English takes nearly one by one. */
const otherLetters = 2
const lastLatin = 0x24f

/**
 * Where to stop reading a text after `most` words and marks: in the final tenth at the last line end, else between two
 * words, else between two characters. The text's length when it is short enough.
 */
export function extentOf(text: string, most: number): number {
  // No word is shorter than one code unit.
  if (text.length <= most) return text.length
  let words = 0
  let run = 0
  let lineEnd = 0
  let wordEnd = 0
  let before: CharClass = CharClass.blank
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const found = classOf(unit)
    if (found === CharClass.blank) {
      if (words >= most * 0.9) {
        wordEnd = i
        if (unit === 10) lineEnd = i
      }
      before = found
      continue
    }
    const group = groupOf(found, before)
    run = group === before ? run + 1 : 1
    const joins = found === CharClass.mark || found === CharClass.hidden
    const size = joins || unit <= lastLatin ? wordLetters : otherLetters
    if (standsAlone(group) || run === 1 || run % size === 1) words++
    before = group
    if (words > most) return lineEnd || wordEnd || between(text, i)
  }
  return text.length
}

/** Case does not end a word, nor does what belongs to the letter before it. */
function groupOf(found: CharClass, before: CharClass): CharClass {
  if (found === CharClass.upper) return CharClass.lower
  const joins = found === CharClass.mark || found === CharClass.hidden
  return joins && before !== CharClass.blank ? before : found
}

function standsAlone(found: CharClass): boolean {
  return found === CharClass.punct || found === CharClass.symbol || found === CharClass.ideograph
}

/** Never between the halves of a surrogate pair. */
function between(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
