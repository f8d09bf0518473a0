/** Tests of file types: bytes come before names, binaries are refused whatever they are called, text in any encoding is text. */
import { describe, expect, test } from 'vitest'
import { extensionOf, isReadableName, sniff } from './sniff.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

describe('the extension of a name', () => {
  test.each([
    ['report.txt', 'txt'],
    ['REPORT.HTML', 'html'],
    ['a/b.c/report', ''],
    ['a\\b.c\\report', ''],
    ['.hidden', ''],
    ['folder/.hidden', ''],
    ['archive.tar.gz', 'gz'],
    ['report.', ''],
    ['', ''],
    ['two ships.md', 'md'],
    ['--output=x.txt', 'txt'],
  ])('%j is %j', (name, wanted) => {
    expect(extensionOf(name)).toBe(wanted)
  })

  test.each([
    ['a.txt', true],
    ['a.TEXT', true],
    ['a.md', true],
    ['a.markdown', true],
    ['a.html', true],
    ['a.htm', true],
    ['a.xhtml', true],
    ['a.pdf', false],
    ['a.docx', false],
    ['a', false],
    ['txt', false],
    ['a.constructor', false],
    ['a.toString', false],
  ])('a folder walk takes %s: %s', (name, wanted) => {
    expect(isReadableName(name)).toBe(wanted)
  })
})

describe('what a file is', () => {
  test.each<[string, string, string, string]>([
    ['plain text by name', 'a.txt', 'Two ships left.', 'text/plain'],
    ['plain text without a name', 'standard input', 'Two ships left.', 'text/plain'],
    ['Markdown by name', 'a.md', '# Ships', 'text/markdown'],
    ['Markdown by its front matter', 'standard input', '---\ntitle: x\n---\n', 'text/markdown'],
    ['a page by its doctype, whatever its name', 'a.txt', '<!DOCTYPE html><p>x', 'text/html'],
    ['a page by its first tag', 'standard input', '<html lang=en>', 'text/html'],
    ['a page in capitals', 'standard input', '<HTML><BODY>', 'text/html'],
    ['a fragment that opens with a paragraph', 'standard input', '<p>Two ships', 'text/html'],
    ['a page after blanks', 'standard input', '\n\n  <!doctype html>', 'text/html'],
    ['a page as XML', 'a.xml', '<?xml version="1.0"?><html xmlns="x">', 'text/html'],
    ['a page by name alone', 'a.html', 'Two ships left.', 'text/html'],
    ['a page by a body further on', 'x', '<!-- saved --> <body>', 'text/html'],
    ['text that speaks of tags', 'a.txt', 'The <p> tag is short.', 'text/plain'],
    ['Markdown that speaks of tags', 'a.md', 'Write <body> once.', 'text/markdown'],
    ['a quotation mark first', 'standard input', '"Two ships"', 'text/plain'],
    ['text with a little of a terminal', 'a.txt', '\u001b[31mred\u001b[0m', 'text/plain'],
  ])('%s', async (_, name, text, wanted) => {
    expect(await sniff(name, bytes(text))).toBe(wanted)
  })

  test('a page in UTF-16 is seen with and without a mark', async () => {
    const page = '<!doctype html><p>Two ships left the port of Lindhaven.'
    expect(await sniff('x', utf16(page))).toBe('text/html')
    expect(await sniff('x', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(page)]))).toBe(
      'text/html',
    )
  })

  test('a page with a UTF-8 mark is seen', async () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('<html><body>')])
    expect(await sniff('x', marked)).toBe('text/html')
  })

  test('text in old encodings is text', async () => {
    const cyrillic = Uint8Array.from({ length: 300 }, (_, i) =>
      i % 7 === 6 ? 32 : 0xe0 + (i % 25),
    )
    expect(await sniff('a.txt', cyrillic)).toBe('text/plain')
  })
})

describe('what Hearsay cannot read is refused in words', () => {
  test.each<[string, string, string, string]>([
    ['PDF', 'a.txt', '%PDF-1.7\n', 'PDF'],
    ['RTF', 'a.txt', '{\\rtf1 Two ships', 'RTF'],
    ['RTF after blanks', 'a.txt', '\n {\\rtf1', 'RTF'],
    ['XML that is no page', 'a.xml', '<?xml version="1.0"?><rss>', 'XML'],
    [
      'a ZIP archive by another name',
      'a.md',
      'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000',
      '',
    ],
    ['a gzip archive', 'a.html', '\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000', ''],
    ['a program', 'a.txt', '\u007fELF\u0002\u0001\u0001\u0000', ''],
  ])('%s', async (_, name, text, called) => {
    await expect(sniff(name, bytes(text))).rejects.toMatchObject({
      code: 'intake/unsupported-type',
      data: { path: name },
      message: expect.stringContaining(called),
    })
  })

  test('noise is binary data', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 32)
    await expect(sniff('a.txt', noise)).rejects.toMatchObject({
      data: { path: 'a.txt', type: 'binary data' },
    })
  })

  test('zeros are binary data', async () => {
    await expect(sniff('a.txt', new Uint8Array(1000))).rejects.toMatchObject({
      code: 'intake/unsupported-type',
    })
  })

  test('a few odd bytes in a long text are no binary', async () => {
    const text = `${'Two ships left the port. '.repeat(100)}\u0001\u0002\u0003`
    expect(await sniff('a.txt', bytes(text))).toBe('text/plain')
  })
})
