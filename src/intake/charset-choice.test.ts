/** Tests of the choice of a character set: every declaration, every encoding that news comes in, and every lie that pages tell. */
import { describe, expect, test } from 'vitest'
import { decode } from './charset.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))),
  )
const utf8 = (text: string): Uint8Array => Buffer.from(text)
const codes = (d: { readonly diagnostics: readonly { readonly code: string }[] }): string[] =>
  d.diagnostics.map((x) => x.code)

describe('what is declared is believed', () => {
  test.each<[string, readonly number[], string]>([
    ['windows-1250', [0x8a, 0x9e], 'Šž'],
    ['windows-1251', [0xc4, 0xe0], 'Да'],
    ['windows-1252', [0x93, 0x94], '“”'],
    ['windows-1253', [0xcd, 0xe1, 0xe9], 'Ναι'],
    ['windows-1254', [0xd0, 0xfd], 'Ğı'],
    ['windows-1255', [0xeb, 0xef], 'כן'],
    ['windows-1256', [0xe4, 0xda, 0xe3], 'نعم'],
    ['iso-8859-2', [0xb9, 0xbe], 'šž'],
    ['iso-8859-15', [0xa4], '€'],
    ['koi8-r', [0xe4, 0xc1], 'Да'],
    ['koi8-u', [0xa6, 0xa7], 'ії'],
    ['shift_jis', [0x8d, 0x60], '港'],
    ['euc-jp', [0xb9, 0xc1], '港'],
    ['gb18030', [0xb8, 0xdb], '港'],
    ['big5', [0xb4, 0xe4], '港'],
    ['euc-kr', [0xc7, 0xd7], '항'],
    ['macintosh', [0xd2, 0xd3], '“”'],
  ])('%s, by a header and by the page', (charset, high, words) => {
    const outside = decode(bytes('x ', high), false, charset)
    expect([outside.text, outside.charset]).toEqual([`x ${words}`, charset])
    expect(codes(outside)).toEqual([])
    const inside = decode(bytes(`<meta charset="${charset}"><p>`, high), true)
    expect(inside.text.endsWith(words)).toBe(true)
    expect(inside.charset).toBe(charset)
  })

  test.each([
    '<meta charset=koi8-r>',
    "<meta charset='koi8-r'>",
    '<META CHARSET="KOI8-R">',
    '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
    '<meta content="text/html;charset=KOI8-R" http-equiv=content-type>',
    '<!-- <meta charset=utf-8> --><meta charset=koi8-r>',
    '<title>x</title>\n\n<meta charset = "koi8-r" />',
  ])('%s', (head) => {
    expect(decode(bytes(head, [0xe4, 0xc1]), true).charset).toBe('koi8-r')
  })

  test.each([
    ['LATIN1', 'windows-1252'],
    ['iso-8859-1', 'windows-1252'],
    ['us-ascii', 'windows-1252'],
    ['cp1251', 'windows-1251'],
    ['GB2312', 'gbk'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['x-sjis', 'shift_jis'],
    ['utf8', 'utf-8'],
  ])('%s is another name of %s', (label, name) => {
    expect(decode(utf8('plain'), false, label).charset).toBe(name)
  })

  test.each(['utf-7', 'x-klingon', '', 'none', 'constructor', '__proto__', 'utf-32'])(
    '%j is no character set: the bytes decide',
    (label) => {
      const found = decode(utf8('“yes”'), false, label)
      expect([found.text, found.charset]).toEqual(['“yes”', 'utf-8'])
    },
  )

  test('a meta in plain text is words', () => {
    expect(decode(utf8('<meta charset=koi8-r> “yes”'), false).charset).toBe('utf-8')
  })

  test('a meta beyond the first kilobyte is not looked for', () => {
    const late = `${' '.repeat(2000)}<meta charset=koi8-r>“yes”`
    expect(decode(utf8(late), true).charset).toBe('utf-8')
  })
})

describe('marks come before all', () => {
  test('UTF-8, and the mark is no text', () => {
    const found = decode(bytes([0xef, 0xbb, 0xbf], 'yes'), true, 'koi8-r')
    expect(found.charset).toBe('utf-8')
    expect(found.text.replace('\ufeff', '')).toBe('yes')
    expect(codes(found)).toEqual(['encoding-conflict'])
  })

  test.each([
    ['utf-16le', [0xff, 0xfe], (t: string) => Buffer.from(t, 'utf16le')],
    ['utf-16be', [0xfe, 0xff], (t: string) => Buffer.from(t, 'utf16le').swap16()],
  ] as const)('%s', (charset, mark, encode) => {
    const found = decode(Buffer.concat([Buffer.from(mark), encode('“港” 😀')]), false)
    expect(found.charset).toBe(charset)
    expect(found.text.replace('\ufeff', '')).toBe('“港” 😀')
  })
})

describe('lies are seen', () => {
  test('a page that says UTF-8 and is not keeps its quotes', () => {
    const found = decode(bytes('<meta charset=utf-8>', [0x93], 'yes', [0x94]), true)
    expect(found.text).toContain('“yes”')
    expect(codes(found)).toEqual(['encoding-conflict'])
  })

  test('a page that says windows-1252 and is UTF-8 keeps its quotes', () => {
    const found = decode(utf8('<meta charset=windows-1252>“yes” – 港'), true)
    expect(found.text).toContain('“yes” – 港')
    expect(found.charset).toBe('utf-8')
    expect(codes(found)).toEqual(['encoding-conflict'])
  })

  test('header and page that differ are told, the header wins', () => {
    const found = decode(bytes('<meta charset=koi8-r>', [0xc4, 0xe0]), true, 'windows-1251')
    expect(found.text).toContain('Да')
    expect(codes(found)).toEqual(['encoding-conflict'])
  })

  test('two that say the same are no conflict', () => {
    const found = decode(utf8('<meta charset=UTF8>“yes”'), true, 'utf-8')
    expect(codes(found)).toEqual([])
  })

  test('plain letters fit every declaration', () => {
    const found = decode(utf8('<meta charset=windows-1252>yes'), true)
    expect([found.charset, codes(found)]).toEqual(['windows-1252', []])
  })
})

describe('nothing declared', () => {
  test.each(['plain', 'café “yes” 港 😀', '', ' '])('%j is UTF-8 without a doubt', (text) => {
    const found = decode(utf8(text), false)
    expect([found.text, found.charset, codes(found)]).toEqual([text, 'utf-8', []])
  })

  test('curly quotes of an old editor are guessed and told', () => {
    const found = decode(
      bytes('It', [0x92], 's a ', [0x93], 'yes', [0x94], ' to all of it.'),
      false,
    )
    expect(found.text).toBe('It’s a “yes” to all of it.')
    expect(codes(found)).toEqual(['encoding-guessed'])
  })

  test('Russian of an old system is guessed', () => {
    const words = 'Порт Линдхафена откроется в понедельник, сообщил начальник порта в пятницу.'
    const cp1251 = Uint8Array.from(words, (c) => {
      const point = c.codePointAt(0) ?? 0
      return point >= 0x410 && point <= 0x44f ? point - 0x410 + 0xc0 : point
    })
    expect(decode(cp1251, false).text).toBe(words)
  })

  test('UTF-16 without a mark is seen by its zeros', () => {
    const words = 'The port of Lindhaven will reopen on Monday.'
    const little = Buffer.from(words, 'utf16le')
    expect(decode(little, false)).toMatchObject({ text: words, charset: 'utf-16le' })
    expect(decode(Buffer.from(little).swap16(), false)).toMatchObject({
      text: words,
      charset: 'utf-16be',
    })
  })

  test('half a character at the end is one sign, and the rest stays', () => {
    const cut = utf8('“yes” 港').subarray(0, -1)
    const found = decode(cut, false, 'utf-8')
    expect(found.text.length).toBeGreaterThan(4)
    expect(found.text).toContain('yes')
  })
})
