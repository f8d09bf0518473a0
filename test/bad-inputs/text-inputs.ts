/** Bad bytes and bad Unicode: binaries by other names, lies about the charset, marks without end. */
import { defaultLimits } from '../../src/intake/limits.ts'
import {
  all,
  type BadInput,
  dice,
  has,
  isPartial,
  type Outcome,
  refused,
  utf8,
} from './bad-input.ts'

const said = 'The harbour master said on Friday that two ships had left the port of Lindhaven. '
const curly = '“Two ships have left – at last,” the harbour master’s office said…'

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))),
  )
}

function input(
  family: BadInput['family'],
  name: string,
  file: string,
  bytes: () => Uint8Array,
  more: Partial<BadInput> = {},
): BadInput {
  return { family, name, file, bytes, ...more }
}

/** Windows-1252 bytes of the quotation above. */
const cp1252 = (): Uint8Array =>
  bytesOf(
    [0x93],
    'Two ships have left ',
    [0x96],
    ' at last,',
    [0x94],
    ' the harbour master',
    [0x92],
    's office said',
    [0x85],
    ` ${said.repeat(4)}`,
  )

const unsupported = refused('intake/unsupported-type')
const diagnosed =
  (code: string) =>
  (o: Outcome): string | null =>
    o.diagnostics.some((d) => d.startsWith(code)) ? null : `no remark ${code}`

const byteInputs: readonly BadInput[] = [
  input('bytes', 'empty', 'empty.txt', () => new Uint8Array(0), {
    expect: refused('intake/is-empty'),
  }),
  input('bytes', 'empty-html', 'empty.html', () => new Uint8Array(0), {
    expect: refused('intake/is-empty'),
  }),
  input('bytes', 'blank', 'blank.txt', () => utf8(' \n\t\r\n\u00a0'), {
    expect: refused('intake/is-empty'),
  }),
  input('bytes', 'mark-only', 'mark.txt', () => bytesOf([0xef, 0xbb, 0xbf]), {
    expect: refused('intake/is-empty'),
  }),
  input('bytes', 'pdf', 'report.pdf', () => bytesOf('%PDF-1.7\n', '1 0 obj\n'), {
    expect: unsupported,
  }),
  input(
    'bytes',
    'pdf-as-text',
    'report.txt',
    () => bytesOf('%PDF-1.4\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj'),
    { expect: unsupported },
  ),
  input(
    'bytes',
    'png-as-html',
    'page.html',
    () => bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR'),
    { expect: unsupported },
  ),
  input(
    'bytes',
    'zip-as-md',
    'notes.md',
    () => bytesOf('PK', [3, 4, 20, 0, 0, 0, 8, 0], 'word/document.xml'),
    { expect: unsupported },
  ),
  input(
    'bytes',
    'gzip',
    'page.html.gz',
    () => bytesOf([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]),
    { expect: unsupported },
  ),
  input(
    'bytes',
    'elf',
    'program.txt',
    () => bytesOf([0x7f], 'ELF', [2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    { expect: unsupported },
  ),
  input('bytes', 'rtf', 'report.txt', () => utf8('{\\rtf1\\ansi Two ships have left.}'), {
    expect: unsupported,
  }),
  input('bytes', 'xml', 'feed.txt', () => utf8('<?xml version="1.0"?><rss><channel/></rss>'), {
    expect: unsupported,
  }),
  input('bytes', 'sqlite', 'ledger.txt', () => bytesOf('SQLite format 3', [0], 'x'.repeat(100)), {
    expect: unsupported,
  }),
  input('bytes', 'nuls', 'nuls.txt', () => new Uint8Array(100_000), { expect: unsupported }),
  input('bytes', 'noise', 'noise.txt', () => noise(1, 100_000), { expect: unsupported }),
  input('bytes', 'noise-html', 'noise.html', () => noise(2, 300_000)),
  input('bytes', 'noise-md', 'noise.md', () => noise(3, 4000)),
  input('bytes', 'too-large', 'large.txt', () => Buffer.alloc(64 * 1024 * 1024 + 1, 'x'), {
    slow: true,
    expect: refused('intake/too-large'),
  }),
  input('bytes', 'text-50mb', 'text.txt', () => Buffer.alloc(50_000_000, said), {
    slow: true,
    expect: all(isPartial, (o) =>
      o.text.length === defaultLimits.characters ? null : `${o.text.length} characters`,
    ),
  }),
  input('bytes', 'line-9m', 'line.txt', () => Buffer.alloc(9_000_000, 'abc '), { slow: true }),
  input('bytes', 'cp1252', 'quotes.txt', cp1252, {
    expect: all(has(curly), diagnosed('encoding-guessed')),
  }),
  input(
    'bytes',
    'cp1252-declared',
    'quotes.html',
    () =>
      bytesOf(
        '<html><head><meta charset=windows-1252></head><body><p>',
        [...cp1252()],
        '</p></body></html>',
      ),
    { expect: has(curly) },
  ),
  input(
    'bytes',
    'latin1-declared',
    'quotes1.html',
    () =>
      bytesOf(
        '<html><head><meta charset=iso-8859-1></head><body><p>',
        [...cp1252()],
        '</p></body></html>',
      ),
    { expect: has(curly) },
  ),
  input(
    'bytes',
    'charset-lie',
    'lie.html',
    () =>
      bytesOf(
        '<html><head><meta charset=utf-8></head><body><p>',
        [...cp1252()],
        '</p></body></html>',
      ),
    { expect: all(has('harbour master’s'), diagnosed('encoding-conflict')) },
  ),
  input(
    'bytes',
    'charset-lie-1251',
    'lie1251.html',
    () =>
      utf8(
        `<html><head><meta charset=windows-1251></head><body><p>${curly} ${said.repeat(4)}</p></body></html>`,
      ),
    { expect: all(has(curly), diagnosed('encoding-conflict')) },
  ),
  input(
    'bytes',
    'charset-mark-and-meta',
    'mark.html',
    () =>
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(
          `<html><head><meta charset=windows-1251></head><body><p>${curly} ${said.repeat(4)}</p></body></html>`,
          'utf16le',
        ),
      ]),
    { expect: all(has(curly), diagnosed('encoding-conflict')) },
  ),
  input(
    'bytes',
    'utf16le-mark',
    'wide.txt',
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(curly + said, 'utf16le')]),
    { expect: has(curly) },
  ),
  input(
    'bytes',
    'utf16be-mark',
    'wide-be.txt',
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(curly + said, 'utf16le').swap16()]),
    { expect: has(curly) },
  ),
  input('bytes', 'utf16le-bare', 'wide-bare.txt', () => Buffer.from(said.repeat(5), 'utf16le'), {
    expect: has('two ships'),
  }),
  input(
    'bytes',
    'utf16-odd',
    'odd.txt',
    () =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(said, 'utf16le'), Buffer.from([0x41])]),
    { expect: has('two ships') },
  ),
  input(
    'bytes',
    'utf7',
    'seven.html',
    () =>
      bytesOf(
        `<html><head><meta charset=utf-7></head><body><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- ${said.repeat(4)}</p></body></html>`,
      ),
    { expect: has('+ADw-script') },
  ),
  input(
    'bytes',
    'charset-empty',
    'nothing.html',
    () =>
      utf8(
        `<html><head><meta http-equiv=content-type content="text/html; charset="></head><body><p>${said.repeat(4)}</p></body></html>`,
      ),
    { expect: has('two ships') },
  ),
  input(
    'bytes',
    'charset-unknown',
    'klingon.html',
    () =>
      utf8(
        `<html><head><meta charset=x-klingon></head><body><p>${said.repeat(4)}</p></body></html>`,
      ),
    { expect: has('two ships') },
  ),
  input('bytes', 'utf8-cut', 'cut.txt', () => bytesOf(said.repeat(3), [0xe2, 0x80])),
  input('bytes', 'utf8-overlong', 'overlong.txt', () =>
    bytesOf(said, [0xc0, 0xaf, 0xf8, 0x88, 0x80, 0x80, 0x80]),
  ),
  input('bytes', 'utf8-surrogate', 'cesu.txt', () =>
    bytesOf(said, [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80]),
  ),
]

const unicode = (name: string, words: () => string, expect?: BadInput['expect']): BadInput =>
  input('unicode', name, `${name}.txt`, () => utf8(words()), expect ? { expect } : {})

const unicodeInputs: readonly BadInput[] = [
  unicode(
    'nfc',
    () => 'Präsident Müller said that José had left the café in Zürich.',
    has('Präsident'),
  ),
  unicode(
    'nfd',
    () => 'Pra\u0308sident Mu\u0308ller said that Jose\u0301 had left the cafe\u0301.',
    has('Pra\u0308sident'),
  ),
  unicode('zalgo', () => `${said}e${'\u0301'.repeat(10_000)} left.`, has('two ships')),
  unicode('bidi-name', () => `${said}\u202eyrabruoh\u202c said so.`, has('\u202eyrabruoh')),
  unicode(
    'zero-width',
    () => `The minister sa\u200bid that two ships had left.`,
    has('sa\u200bid'),
  ),
  unicode('homoglyph', () => `${said}Рeter Рan said so.`, has('Рeter')),
  unicode('nfkc-18', () => `${said}\ufdfa said so.`, has('\ufdfa')),
  unicode('turkish-i', () => `İSTANBUL — ${said}`, has('İSTANBUL')),
  unicode('c1-controls', () => `${said}\u0085\u0093quoted\u0094 text`, has('two ships')),
  unicode('c0-controls', () => `${said}\u0007\u0008\u001b[31mred\u001b[0m`, has('two ships')),
  unicode('line-separators', () => `${said}\u2028next\u2029next`, has('\u2028')),
  unicode('noncharacters', () => `${said}\ufffe\uffff\u{1ffff}`, has('two ships')),
  unicode('astral', () => `${said}${'𝕏😀👨‍👩‍👧'.repeat(1000)}`, has('👨‍👩‍👧')),
  unicode(
    'tags',
    () =>
      `${said}${[...'ignore'].map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join('')}`,
    has('two ships'),
  ),
  unicode('private-use', () => `${said}\ue000\uf8ff\u{10fffd}`, has('\ue000')),
  unicode('marks-inside', () => `${said}\ufeff\ufeffand more`, has('and more')),
  unicode('spaces', () => `${said}\u00a0\u1680\u2000\u202f\u205f\u3000end`, has('end')),
  unicode('soft-hyphens', () => said.replaceAll('a', 'a\u00ad'), has('H'.toLowerCase())),
  unicode('hangul-jamo', () => `${said}${'ᄒ'.repeat(5000)}`, has('two ships')),
  unicode('arabic-ligatures', () => `${said}${'ﷺ'.repeat(5000)}`, has('two ships')),
  unicode('combining-first', () => `\u0301\u0301${said}`, has('two ships')),
  unicode('title-rtl', () => `\u202eسعر\u202c ship leaves\n\n${said}`, has('two ships')),
  unicode('cr-only', () => said.repeat(3).replaceAll('. ', '.\r'), has('two ships')),
  unicode('crlf-mixed', () => `${said}\r\n\n\r${said}\r\r\n`, has('two ships')),
  unicode('form-feeds', () => `${said}\f\v${said}`, has('two ships')),
]

export const textInputs: readonly BadInput[] = [...byteInputs, ...unicodeInputs]

function noise(seed: number, n: number): Uint8Array {
  const roll = dice(seed)
  return Uint8Array.from({ length: n }, () => roll(256))
}
