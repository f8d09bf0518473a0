/** Tests of character sets: curly quotes survive, declarations are weighed, any bytes give a text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from './charset.ts'

const words = '“Two ships – at last,” it’s said… 5 €'
const cp1252: Readonly<Record<string, number>> = {
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
  '–': 0x96,
  '…': 0x85,
  '€': 0x80,
}

test('windows-1252 keeps its curly quotes on every Node', () => {
  const bytes = Uint8Array.from([...words], (c) => cp1252[c] ?? c.charCodeAt(0))
  expect(decode(bytes, false, 'windows-1252').text).toBe(words)
  expect(decode(bytes, false, 'iso-8859-1').text).toBe(words)
})

test('any UTF-8 text comes back as it is', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((s) => !s.includes('\0') && !s.startsWith('\ufeff')),
      (s) => {
        expect(decode(new TextEncoder().encode(s), false).text).toBe(s)
      },
    ),
  )
})

test('any bytes give a text without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (bytes, html) => {
      expect(typeof decode(bytes, html).text).toBe('string')
    }),
  )
})

test('an HTTP header comes before a meta, a mark before both, and the conflict is told', () => {
  const page = new TextEncoder().encode('<meta charset=windows-1251><p>x</p>')
  expect(decode(page, true, 'koi8-r').charset).toBe('koi8-r')
  expect(decode(page, true, 'koi8-r').diagnostics.map((d) => d.code)).toEqual(['encoding-conflict'])
  expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...page]), true, 'koi8-r').charset).toBe('utf-8')
})
