/** Words as the tagger sees them: hashes of the word, its ends and its shape, computed once per token (TG2, TG3). */
import { hashKey, hashPrefix, hashSuffix } from '../../lexicon/feature-hash.ts'
import type { TagLexicon } from '../../lexicon/tag-lexicon.ts'
import { CharClass, classOf } from '../../text/unicode.ts'

/** How a sentence uses capitals: a headline's or a lower-cased line's tell nothing about names. */
export const Casing = { normal: 0, caps: 1, title: 2, lower: 3 } as const

/** A form and its lexicon key. */
export interface Word {
  readonly form: string
  readonly key: string
}

/** Two places before and after the words are padding, so that features need no bounds. */
export const pad = 2

/** Parallel columns over the words of one sentence, with `pad` empty places at both ends. */
export class WordColumns {
  size = 0
  casing = 0
  word = new Int32Array(0)
  suffix1 = new Int32Array(0)
  suffix2 = new Int32Array(0)
  suffix3 = new Int32Array(0)
  suffix4 = new Int32Array(0)
  prefix = new Int32Array(0)
  shape = new Int32Array(0)
  known = new Int32Array(0)
  best = new Int32Array(0)
  /** Labels chosen so far. */
  label = new Int32Array(0)

  #grow(n: number): void {
    const room = Math.max(64, n * 2)
    this.word = new Int32Array(room)
    this.suffix1 = new Int32Array(room)
    this.suffix2 = new Int32Array(room)
    this.suffix3 = new Int32Array(room)
    this.suffix4 = new Int32Array(room)
    this.prefix = new Int32Array(room)
    this.shape = new Int32Array(room)
    this.known = new Int32Array(room)
    this.best = new Int32Array(room)
    this.label = new Int32Array(room)
  }

  /** Fills the columns with `words[first]` up to `words[end - 1]`. */
  fill(words: readonly Word[], first: number, end: number, lexicon: TagLexicon): void {
    const n = end - first
    if (n + 2 * pad > this.word.length) this.#grow(n + 2 * pad)
    this.size = n
    this.casing = casingOf(words, first, end)
    for (let k = 0; k < pad; k++) {
      this.#blank(k, -1)
      this.#blank(n + pad + k, -2)
    }
    for (let k = 0; k < n; k++) {
      const w = words[first + k]
      const key = w?.key ?? ''
      const at = k + pad
      const hash = hashKey(key)
      this.word[at] = hash
      this.suffix1[at] = hashSuffix(key, 1)
      this.suffix2[at] = hashSuffix(key, 2)
      this.suffix3[at] = hashSuffix(key, 3)
      this.suffix4[at] = hashSuffix(key, 4)
      this.prefix[at] = hashPrefix(key, 3)
      this.shape[at] = shapeOf(w?.form ?? '', this.casing, k === 0)
      const known = lexicon.classOf(hash)
      this.known[at] = known
      this.best[at] = lexicon.classes[known]?.best ?? 0
      this.label[at] = 0
    }
  }

  #blank(at: number, mark: number): void {
    this.word[at] = mark
    this.suffix1[at] = mark
    this.suffix2[at] = mark
    this.suffix3[at] = mark
    this.suffix4[at] = mark
    this.prefix[at] = mark
    this.shape[at] = mark
    this.known[at] = mark
    this.best[at] = mark
    this.label[at] = mark
  }
}

/** Looks at the first 60 words at most: a sentence does not change its habit. */
export function casingOf(words: readonly Word[], first: number, end: number): number {
  let capital = 0
  let caps = 0
  let small = 0
  let long = 0
  for (let i = first; i < end && i < first + 60; i++) {
    const form = words[i]?.form ?? ''
    const c = classOf(form.charCodeAt(0))
    if (c === CharClass.upper) {
      if (i > first) capital++
      if (form.length > 1 && classOf(form.charCodeAt(1)) === CharClass.upper) caps++
    } else if (c === CharClass.lower) {
      small++
      if (form.length > 4) long++
    }
  }
  if (small === 0) return caps >= 2 ? Casing.caps : capital >= 2 ? Casing.title : Casing.normal
  if (caps > 3 && caps > small * 4) return Casing.caps
  if (capital >= 3 && long * 3 <= capital && small <= capital) return Casing.title
  if (
    capital === 0 &&
    caps === 0 &&
    small >= 3 &&
    classOf((words[first]?.form ?? 'A').charCodeAt(0)) === CharClass.lower
  )
    return Casing.lower
  return Casing.normal
}

/** Packs capitals, digits, hyphens, dots and length; where a sentence's capitals tell nothing, they are left out. */
function shapeOf(form: string, casing: number, opens: boolean): number {
  let upper = 0
  let lower = 0
  let digit = 0
  let joined = 0
  let dot = 0
  for (let i = 0; i < form.length && i < 24; i++) {
    const unit = form.charCodeAt(i)
    const c = classOf(unit)
    if (c === CharClass.upper) upper++
    else if (c === CharClass.lower) lower++
    else if (c === CharClass.digit) digit++
    else if (unit === 0x2d) joined = 1
    else if (unit === 0x2e) dot = 1
  }
  let capitals = 0
  if (casing === Casing.caps) capitals = 6
  else if (casing === Casing.lower) capitals = 7
  else if (upper > 0) {
    const starts = classOf(form.charCodeAt(0)) === CharClass.upper
    capitals = lower === 0 ? (upper > 1 ? 1 : 2) : starts ? (upper > 1 ? 3 : 4) : 5
  }
  const digits = digit === 0 ? 0 : lower + upper === 0 ? (digit === 4 ? 1 : 2) : 3
  const size = Math.min(form.length, 4)
  return (
    (((((capitals * 4 + digits) * 2 + joined) * 2 + dot) * 5 + size) * 4 + casing) * 2 +
    (opens ? 1 : 0)
  )
}
