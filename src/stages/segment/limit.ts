/** Cuts sentences that are longer than any reader would write, so that no later stage meets one without end. */
import type { Span } from '../../text/span.ts'
import { CharClass, classOf } from '../../text/unicode.ts'

/** The most tokens a sentence may have. */
export const longestSentence = 2000

/** Pieces of a sentence, each of at most `longestSentence` words and marks; the sentence itself when it is short enough. */
export function cutAtLimit(text: string, sentence: Span): Span[] {
  if (sentence.to - sentence.from <= longestSentence) return [sentence]
  const out: Span[] = []
  let start = sentence.from
  let count = 0
  let lastBlank = -1
  let before: CharClass = CharClass.blank
  for (let i = start; i < sentence.to; i++) {
    const unit = text.charCodeAt(i)
    let c = classOf(unit)
    if (c === CharClass.mark || c === CharClass.hidden) continue
    if (c === CharClass.surrogate && unit >= 0xdc00 && unit < 0xe000) {
      before = c
      continue
    }
    if (c === CharClass.upper || c === CharClass.letter) c = CharClass.lower
    if (c === CharClass.blank) lastBlank = i
    else if (c !== before || (c !== CharClass.lower && c !== CharClass.digit)) {
      if (++count > longestSentence) {
        const cut = lastBlank > start ? lastBlank : i
        out.push({ from: start, to: cut })
        start = lastBlank > start ? lastBlank + 1 : i
        i = start - 1
        count = 0
        lastBlank = -1
        before = CharClass.blank
        continue
      }
    }
    before = c
  }
  out.push({ from: start, to: sentence.to })
  return out
}
