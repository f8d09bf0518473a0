/** Tests character classes and word keys over scripts, marks and halves of pairs. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CharClass,
  classAt,
  classOf,
  isApostrophe,
  isBlank,
  isDash,
  isDigit,
  isHyphen,
  isLetter,
  isLower,
  isUpper,
  keyOf,
  kindOf,
} from './unicode.ts'

describe('classOf', () => {
  test.each([
    ['a space', ' ', 'blank'],
    ['a tab', '\t', 'blank'],
    ['a line end', '\n', 'blank'],
    ['NUL', '\u0000', 'blank'],
    ['a no-break space', '\u00a0', 'blank'],
    ['a thin space', '\u2009', 'blank'],
    ['an ideographic space', '\u3000', 'blank'],
    ['a zero-width space', '\u200b', 'blank'],
    ['a byte order mark', '\ufeff', 'blank'],
    ['A', 'A', 'upper'],
    ['É', 'É', 'upper'],
    ['Ж', 'Ж', 'upper'],
    ['a title-case digraph', 'ǅ', 'upper'],
    ['z', 'z', 'lower'],
    ['ß', 'ß', 'lower'],
    ['ω', 'ω', 'lower'],
    ['an Arabic letter', 'ع', 'letter'],
    ['a Hebrew letter', 'א', 'letter'],
    ['a Hangul syllable', '한', 'letter'],
    ['a Thai letter', 'ก', 'letter'],
    ['a Han character', '国', 'ideograph'],
    ['Hiragana', 'の', 'ideograph'],
    ['Katakana', 'ア', 'ideograph'],
    ['7', '7', 'digit'],
    ['an Arabic-Indic digit', '٣', 'digit'],
    ['½', '½', 'digit'],
    ['a combining acute', '\u0301', 'mark'],
    ['a soft hyphen', '\u00ad', 'hidden'],
    ['a zero-width joiner', '\u200d', 'hidden'],
    ['a direction mark', '\u200e', 'hidden'],
    ['a variation selector', '\ufe0f', 'hidden'],
    ['a comma', ',', 'punct'],
    ['a curly quote', '“', 'punct'],
    ['an em dash', '—', 'punct'],
    ['an ideographic stop', '。', 'punct'],
    ['%', '%', 'symbol'],
    ['#', '#', 'symbol'],
    ['@', '@', 'symbol'],
    ['&', '&', 'symbol'],
    ['§', '§', 'symbol'],
    ['$', '$', 'symbol'],
    ['€', '€', 'symbol'],
    ['+', '+', 'symbol'],
    ['half a pair', '\ud83d', 'surrogate'],
  ] as const)('%s', (_, c, name) => {
    expect(classOf(c.charCodeAt(0))).toBe(CharClass[name])
  })

  test('is the same when asked again', () => {
    for (let unit = 0; unit < 0x3000; unit += 7) expect(classOf(unit)).toBe(classOf(unit))
  })

  test('each code unit has exactly one class, and the questions agree with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (unit) => {
        const c = classOf(unit)
        expect(Object.values(CharClass)).toContain(c)
        expect(isDigit(unit)).toBe(c === CharClass.digit)
        expect(isUpper(unit)).toBe(c === CharClass.upper)
        expect(isLower(unit)).toBe(c === CharClass.lower)
        if (isUpper(unit) || isLower(unit)) expect(isLetter(unit)).toBe(true)
        if (unit < 0x7f) expect(isBlank(unit)).toBe(unit <= 0x20)
        else expect(isBlank(unit)).toBe(c === CharClass.blank)
      }),
    )
  })
})

describe('classAt', () => {
  test('looks at whole code points', () => {
    expect(classAt('😀', 0)).toBe(CharClass.symbol)
    expect(classAt('𝐀', 0)).toBe(CharClass.upper)
    expect(classAt('𠀀', 0)).toBe(CharClass.ideograph)
  })

  test('a lone half is a symbol', () => {
    expect(classAt('\ud83d', 0)).toBe(CharClass.symbol)
    expect(classAt('a\ude00b', 1)).toBe(CharClass.symbol)
    expect(classAt('\ud83dx', 0)).toBe(CharClass.symbol)
  })
})

describe('joining marks', () => {
  test.each(["'", '’', '‘', '\u02bc', '\u2032'])('%s is an apostrophe', (c) => {
    expect(isApostrophe(c.charCodeAt(0))).toBe(true)
  })
  test.each(['-', '\u2010', '\u2011'])('%s is a hyphen and no dash', (c) => {
    expect(isHyphen(c.charCodeAt(0))).toBe(true)
    expect(isDash(c.charCodeAt(0))).toBe(false)
  })
  test.each(['\u2012', '–', '—', '\u2015'])('%s is a dash and no hyphen', (c) => {
    expect(isDash(c.charCodeAt(0))).toBe(true)
    expect(isHyphen(c.charCodeAt(0))).toBe(false)
  })
  test('quotation marks are no apostrophes', () => {
    for (const c of ['"', '“', '”', '`', '«']) expect(isApostrophe(c.charCodeAt(0))).toBe(false)
  })
})

describe('keyOf', () => {
  test.each([
    ['minister', 'minister'],
    ['Minister', 'minister'],
    ['NATO', 'nato'],
    ['U.S.', 'u.s.'],
    ['don’t', "don't"],
    ['O‘Neill', "o'neill"],
    ['well\u2010known', 'well-known'],
    ['well\u2011known', 'well-known'],
    ['co\u00adoperate', 'cooperate'],
    ['ÉTAT', 'état'],
    ['Київ', 'київ'],
    ['\u200eKyiv', 'kyiv'],
    ['❤\ufe0f', '❤'],
    ['1,200', '1,200'],
    ["o'clock", "o'clock"],
    ['', ''],
  ])('%s: %s', (form, key) => {
    expect(keyOf(form)).toBe(key)
  })

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (form) => {
        const key = keyOf(form)
        // Lower case itself is not stable for a few letters (the dotted capital I).
        fc.pre(key.toLowerCase() === key)
        expect(keyOf(key)).toBe(key)
      }),
    )
  })
})

describe('kindOf', () => {
  test.each([
    ['minister', 'word'],
    ['F-16', 'word'],
    ['5km', 'word'],
    ['国', 'word'],
    ['𝐀', 'word'],
    ['1,200.5', 'number'],
    ['2024-10-23', 'number'],
    ['½', 'number'],
    ['$5', 'number'],
    ['$', 'symbol'],
    ['%', 'symbol'],
    ['😀', 'symbol'],
    ['\ud83d', 'symbol'],
    [':)', 'punct'],
    ['...', 'punct'],
    ['—', 'punct'],
    ['', 'punct'],
  ])('%s is a %s', (form, kind) => {
    expect(kindOf(form)).toBe(kind)
  })
})
