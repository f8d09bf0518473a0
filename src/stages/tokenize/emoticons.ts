/** Recognises emoticons and emoji: one token each, however many code points they are made of. */
import { CharClass, classAt, classOf, isDigit, isLetter } from '../../text/unicode.ts'

/** Emoticons by their first code unit, longest first. */
export type Emoticons = ReadonlyMap<number, readonly string[]>

/** Sorts a list of emoticons for look-up. */
export function emoticonsByFirst(words: ReadonlySet<string>): Emoticons {
  const out = new Map<number, string[]>()
  for (const word of words) {
    const first = word.charCodeAt(0)
    const list = out.get(first)
    if (list) list.push(word)
    else out.set(first, [word])
  }
  for (const list of out.values()) list.sort((a, b) => b.length - a.length)
  return out
}

/** The end of the emoticon at `at`, or `at`: a face must not run on into a word. */
export function emoticonEnd(text: string, at: number, to: number, emoticons: Emoticons): number {
  for (const face of emoticons.get(text.charCodeAt(at)) ?? []) {
    const end = at + face.length
    if (end > to || !text.startsWith(face, at)) continue
    const after = end < to ? text.charCodeAt(end) : 0x20
    if (isLetter(after) || isDigit(after) || after === 0x2f) continue
    return end
  }
  return at
}

/** The end of the symbol at `at`: one code point with its marks, a sequence joined by joiners, or a flag's two letters. */
export function symbolEnd(text: string, at: number, to: number): number {
  let i = afterPoint(text, at, to)
  if (isRegional(text, at) && i < to && isRegional(text, i)) i = afterPoint(text, i, to)
  while (i < to) {
    const c = classOf(text.charCodeAt(i))
    if (c === CharClass.mark || c === CharClass.hidden) {
      const joins = text.charCodeAt(i) === 0x200d
      i++
      if (joins && i < to && isPicture(text, i)) i = afterPoint(text, i, to)
    } else if (isSkinTone(text, i) || isTag(text, i)) i += 2
    else break
  }
  return i
}

/** The position behind the code point at `at`; a lone surrogate is one code unit. */
export function afterPoint(text: string, at: number, to: number): number {
  const point = text.codePointAt(at) ?? 0
  return Math.min(to, at + (point > 0xffff ? 2 : 1))
}

function isPicture(text: string, at: number): boolean {
  const c = classAt(text, at)
  return c === CharClass.symbol
}

function isRegional(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff
}

function isSkinTone(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0xd83c && low >= 0xdffb && low <= 0xdfff
}

/** Tag characters spell the region of a flag. */
function isTag(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0xdb40 && low >= 0xdc20 && low <= 0xdc7f
}
