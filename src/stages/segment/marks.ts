/** The marks that matter to sentences: stops, what closes after them, what opens before the next. */
import type { Span } from '../../text/span.ts'
import { isBlank } from '../../text/unicode.ts'

/** Full stops, question and exclamation marks, ellipses, in Latin, CJK, Arabic, Armenian and Indic scripts. */
export function isStopMark(unit: number): boolean {
  if (unit < 0x80) return unit === 0x2e || unit === 0x21 || unit === 0x3f
  switch (unit) {
    case 0x2026:
    case 0x203c:
    case 0x203d:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:
    case 0xff01:
    case 0xff0e:
    case 0xff1f:
    case 0xff61:
    case 0x061f:
    case 0x06d4:
    case 0x0589:
    case 0x0964:
    case 0x0965:
      return true
    default:
      return false
  }
}

/** Quotes and brackets that close directly behind a stop. */
export function isClosingMark(unit: number): boolean {
  switch (unit) {
    case 0x22:
    case 0x27:
    case 0x29:
    case 0x5d:
    case 0x7d:
    case 0xbb:
    case 0x2019:
    case 0x201d:
    case 0x203a:
    case 0x300d:
    case 0x300f:
    case 0xff09:
      return true
    default:
      return false
  }
}

/** Quotes and brackets that open before the first word of a sentence. */
export function isOpeningMark(unit: number): boolean {
  switch (unit) {
    case 0x22:
    case 0x27:
    case 0x28:
    case 0x5b:
    case 0x60:
    case 0xab:
    case 0x2018:
    case 0x201c:
    case 0x201e:
    case 0x2039:
    case 0x300c:
    case 0x300e:
    case 0xff08:
      return true
    default:
      return false
  }
}

/** The eyes of a face made of punctuation: ":)", ";-)", "=(". */
export function isFaceEye(unit: number): boolean {
  return unit === 0x3a || unit === 0x3b || unit === 0x3d
}

/** The end of the face at `at`, or `at`: eyes, perhaps a nose, a mouth, and a blank or the end of the block behind it. */
export function faceEnd(text: string, at: number, block: Span): number {
  let i = at + 1
  const nose = text.charCodeAt(i)
  if (nose === 0x2d || nose === 0x27) i++
  const mouth = text.charAt(i)
  if (mouth === '' || !')(DP]['.includes(mouth) || i >= block.to) return at
  return i + 1 >= block.to || isBlank(text.charCodeAt(i + 1)) ? i + 1 : at
}
