/** Character classes: what a UTF-16 code unit is to a reader of news, and the lexicon key of a word. */

/** Classes of code units; a constant object, because classes are compared in inner loops. */
export const CharClass = {
  /** White space of every kind, and control characters, which mean nothing. */
  blank: 1,
  /** Upper-case and title-case letters. */
  upper: 2,
  lower: 3,
  /** Letters of scripts without case that put spaces between words (Arabic, Hebrew, Hangul, Thai ...). */
  letter: 4,
  /** Han, Hiragana and Katakana: written without spaces, one token each. */
  ideograph: 5,
  digit: 6,
  /** Combining marks: part of what stands before them. */
  mark: 7,
  /** Format characters that show nothing (soft hyphen, joiners, bidi controls). */
  hidden: 8,
  punct: 9,
  /** Signs that are read aloud, "%", "#", "@", "&" and "§" among them. */
  symbol: 10,
  /** One half of a surrogate pair, or a lone one: look at the code point. */
  surrogate: 11,
} as const

export type CharClass = (typeof CharClass)[keyof typeof CharClass]

/** Asked once per code unit and kept: 0 means not asked yet. */
const known = new Uint8Array(0x10000)
/** The same for the plane of emoji and old scripts, whose code points take two code units. */
const knownAbove = new Uint8Array(0x10000)

/** The class of a code unit. */
export function classOf(unit: number): CharClass {
  const cached = known[unit]!
  return (cached === 0 ? learn(unit) : cached) as CharClass
}

/** The class of the code point at `pos`; a lone surrogate is a symbol. */
export function classAt(text: string, pos: number): CharClass {
  const own = classOf(text.charCodeAt(pos))
  if (own !== CharClass.surrogate) return own
  const point = text.codePointAt(pos) ?? 0
  if (point <= 0xffff) return CharClass.symbol
  if (point > 0x1ffff) return classify(point)
  const cached = knownAbove[point - 0x10000]!
  if (cached !== 0) return cached as CharClass
  const found = classify(point)
  knownAbove[point - 0x10000] = found
  return found
}

function learn(unit: number): CharClass {
  const found = classify(unit)
  known[unit] = found
  return found
}

const hiddenPoint =
  /^(?:\p{Cf}|[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]|[\u180b-\u180f]|[\ufe00-\ufe0f])$/u
const ideographPoint = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

function classify(point: number): CharClass {
  if (point >= 0xd800 && point <= 0xdfff) return CharClass.surrogate
  const c = String.fromCodePoint(point)
  if (/^[\s\p{Cc}\u200b\ufeff]$/u.test(c)) return CharClass.blank
  if (hiddenPoint.test(c)) return CharClass.hidden
  if (/^\p{M}$/u.test(c)) return CharClass.mark
  if (/^[\p{Lu}\p{Lt}]$/u.test(c)) return CharClass.upper
  if (/^\p{Ll}$/u.test(c)) return CharClass.lower
  if (/^\p{L}$/u.test(c)) return ideographPoint.test(c) ? CharClass.ideograph : CharClass.letter
  if (/^\p{N}$/u.test(c)) return CharClass.digit
  if (/^[\p{P}]$/u.test(c)) return '%‰#@&§'.includes(c) ? CharClass.symbol : CharClass.punct
  return CharClass.symbol
}

/** True for white space of every kind and for control characters. */
export function isBlank(unit: number): boolean {
  if (unit < 0x7f) return unit <= 0x20
  return classOf(unit) === CharClass.blank
}

export function isDigit(unit: number): boolean {
  return classOf(unit) === CharClass.digit
}

/** True for letters of every script. */
export function isLetter(unit: number): boolean {
  const c = classOf(unit)
  return c >= CharClass.upper && c <= CharClass.ideograph
}

export function isUpper(unit: number): boolean {
  return classOf(unit) === CharClass.upper
}

export function isLower(unit: number): boolean {
  return classOf(unit) === CharClass.lower
}

/** Straight, curly, modifier and prime marks that stand for an apostrophe inside a word. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc || unit === 0x2032
}

/** Hyphens that join the parts of a word: hyphen-minus, hyphen, non-breaking hyphen. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

/** Figure dash, en dash, em dash, bar. */
export function isDash(unit: number): boolean {
  return unit >= 0x2012 && unit <= 0x2015
}

const plainWord = /^[\x21-\x26\x28-\x40\x5b-\x7e']*$/
const typographicApostrophe = /[\u2018\u2019\u02bc\u2032]/g
const typographicHyphen = /[\u2010\u2011]/g
const hiddenAnywhere = /\p{Cf}|[\ufe00-\ufe0f]/gu

/** The lexicon key of a word: lower case, apostrophes and hyphens made plain, hidden characters left out. */
export function keyOf(form: string): string {
  if (plainWord.test(form)) return form
  const lower = form.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .replace(typographicApostrophe, "'")
    .replace(typographicHyphen, '-')
    .replace(hiddenAnywhere, '')
}

function isAscii(form: string): boolean {
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) > 0x7e) return false
  return true
}

/** What a token is by its characters: a word has a letter, a number has digits and no letters. */
export function kindOf(form: string): 'word' | 'number' | 'punct' | 'symbol' {
  let digits = false
  let symbols = false
  for (let i = 0; i < form.length; i++) {
    let c = classOf(form.charCodeAt(i))
    if (c === CharClass.surrogate) {
      c = classAt(form, i)
      if (form.charCodeAt(i) < 0xdc00 && i + 1 < form.length) i++
    }
    if (c >= CharClass.upper && c <= CharClass.ideograph) return 'word'
    if (c === CharClass.digit) digits = true
    else if (c === CharClass.symbol) symbols = true
  }
  return digits ? 'number' : symbols ? 'symbol' : 'punct'
}
