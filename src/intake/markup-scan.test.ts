/** Tests the first pass over markup: what is dropped, what is cut, and that any markup is safe to scan. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from './limits.ts'
import { scanMarkup } from './markup-scan.ts'
import { extensionOf, isReadableName, sniff } from './sniff.ts'

const scan = (source: string): string => scanMarkup(source, defaultLimits).html

describe('scanMarkup', () => {
  test.each([
    ['plain markup', '<p>One</p>', '<p>One</p>'],
    ['names become small', '<P>One</P>', '<p>One</p>'],
    ['a comment', '<p>One<!-- two -->three</p>', '<p>Onethree</p>'],
    ['an empty comment', '<p>One<!-->two</p>', '<p>Onetwo</p>'],
    ['an open comment', '<p>One<!-- two</p>', '<p>One'],
    ['a script', '<p>One</p><script>if (a<b) {}</script><p>Two</p>', '<p>One</p><p>Two</p>'],
    ['a style', '<style>p{}</style><p>One</p>', '<p>One</p>'],
    ['a section of characters', '<p>One<![CDATA[two]]>three</p>', '<p>Onethree</p>'],
    ['an instruction', '<?xml version="1.0"?><p>One</p>', '<p>One</p>'],
    ['a doctype', '<!doctype html public "x"><p>One</p>', '<!DOCTYPE html><p>One</p>'],
    ['a lone sign', 'a < b', 'a < b'],
    ['a title', '<title>A <b></title>', '<title>A <b></title>'],
    ['nothing', '', ''],
  ])('%s', (_, source, html) => {
    expect(scan(source)).toBe(html)
  })

  test('JSON-LD stays', () => {
    const source = '<script type="application/ld+json">{"a":"<p>"}</script>'
    expect(scan(source)).toContain('{"a":"<p>"}')
  })

  test.each([
    ['text', { textRun: 10 }, 'x'.repeat(50), 'a run of text'],
    ['markup', { markup: 20 }, '<p>x</p>'.repeat(50), 'the end of the page'],
  ])('a flood of %s is cut and told', (_, limits, source, what) => {
    const { html, cuts } = scanMarkup(source, { ...defaultLimits, ...limits })
    expect(html.length).toBeLessThan(source.length)
    expect(cuts.map((c) => c.what)).toContain(what)
  })

  test('floods of attributes are cut and told', () => {
    const many = Array.from({ length: 50 }, (_, i) => `a${i}="x"`).join(' ')
    const { html, cuts } = scanMarkup(`<p ${many}>One</p>`, { ...defaultLimits, attributes: 5 })
    expect(html).toContain('a0')
    expect(html).not.toContain('a40')
    expect(cuts).toHaveLength(1)
  })

  test('never throws and never grows by much', () => {
    const parts = [
      '<',
      '>',
      '/',
      '!',
      '--',
      'p',
      'script',
      ' ',
      '"',
      "'",
      '=',
      'x',
      '<!--',
      ']]>',
      '?',
      'title',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (list) => {
        const source = list.join('')
        expect(scan(source).length).toBeLessThanOrEqual(source.length * 2 + 40)
      }),
    )
  })

  test.each(['<', '<!--', '<script>', '<p a=', '<p "', '</', '<![CDATA[', '<?', '<title>'])(
    'a flood of %s takes linear time',
    (part) => {
      const start = performance.now()
      scan(part.repeat(100_000))
      expect(performance.now() - start).toBeLessThan(3000)
    },
  )
})

describe('names and types', () => {
  test.each([
    ['a.txt', 'txt', true],
    ['a.TXT', 'txt', true],
    ['b/a.md', 'md', true],
    ['b.d/a', '', false],
    ['b\\a.html', 'html', true],
    ['.txt', '', false],
    ['a.tar.gz', 'gz', false],
    ['a.', '', false],
    ['a', '', false],
    ['', '', false],
  ])('%s', (name, extension, readable) => {
    expect(extensionOf(name)).toBe(extension)
    expect(isReadableName(name)).toBe(readable)
  })

  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  test.each([
    ['a.txt', 'Words.', 'text/plain'],
    ['a.md', 'Words.', 'text/markdown'],
    ['a.html', 'Words.', 'text/html'],
    ['a', '<!DOCTYPE html><p>Words.', 'text/html'],
    ['a.txt', '<html><body>Words.', 'text/html'],
    ['a', '---\ntitle: A\n---\nWords.', 'text/markdown'],
    ['a', 'Words.', 'text/plain'],
    ['a.txt', 'a < b and c > d', 'text/plain'],
  ])('%s, %j', async (name, text, type) => {
    expect(await sniff(name, bytes(text))).toBe(type)
  })

  test.each([
    ['PDF', '%PDF-1.7 words'],
    ['RTF', '{\\rtf1 words}'],
    ['XML', '<?xml version="1.0"?><rss></rss>'],
    ['binary data', '\u0001\u0002\u0003\u0004'.repeat(20)],
  ])('%s is refused by its name', async (called, text) => {
    await expect(sniff('a.txt', bytes(text))).rejects.toThrow(called)
  })
})
