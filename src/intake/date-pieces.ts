/** Words and numbers of a line that may hold a date, digits of every script as numbers. */

/** A word or a number of a line. */
export interface Piece {
  readonly text: string
  readonly number: number | null
  /** What stands between the piece before and this one. */
  readonly gap: string
  readonly from: number
  readonly to: number
}

const most = 80
const pieceOf = /[\p{Nd}]+|[\p{L}\p{M}ºª]+/gu

/** The first pieces of a line. */
export function piecesOf(text: string): Piece[] {
  const out: Piece[] = []
  let last = 0
  for (const m of text.matchAll(pieceOf)) {
    const word = m[0]
    const from = m.index
    const gap = text.slice(last, from)
    last = from + word.length
    const digits = digitsOf(word)
    if (digits === null) splitMarks(word, gap, from, out)
    else {
      const number = digits.length > 8 ? null : Number(digits)
      out.push({ text: digits, number, gap, from, to: last })
    }
    if (out.length > most) break
  }
  return out
}

const mark = /[年月日号號년월일]/

/** The ideographs of a date stand alone even where words touch them without a space. */
function splitMarks(word: string, gap: string, from: number, out: Piece[]): void {
  const put = (text: string, before: string, at: number): void => {
    out.push({ text, number: null, gap: before, from: at, to: at + text.length })
  }
  if (word.length > 1 && mark.test(word.charAt(0))) {
    put(word.slice(0, 1), gap, from)
    put(word.slice(1), '', from + 1)
  } else put(word, gap, from)
}

/** Digits of any script as ASCII, or null for a word. */
function digitsOf(word: string): string | null {
  if (!/^\p{Nd}/u.test(word)) return null
  let out = ''
  for (const c of word) {
    const point = c.codePointAt(0) ?? 0
    out += point < 0x80 ? c : String(point - zeroOf(point))
  }
  return out
}

/** The zero of the run of ten digits that a digit belongs to. */
function zeroOf(point: number): number {
  let zero = point
  while (zero > point - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return point >= 0xff10 && point <= 0xff19 ? 0xff10 : zero
}
