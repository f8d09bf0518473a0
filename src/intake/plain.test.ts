/** Tests of plain text and Markdown: words unchanged, offsets right, heads read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frontMatter } from './front-matter.ts'
import { matchesName } from './glob.ts'
import { markdownBody } from './markdown.ts'
import { canonical, plainHead } from './plain.ts'

describe('plain text', () => {
  test('only the mark and the CR of CRLF go', () => {
    expect(canonical('\ufeffa\r\nb\rc\n').text).toBe('a\nb\rc\n')
  })

  test('every offset of the text leads to the same unit of the source', () => {
    const piece = fc.constantFrom('a', 'é', '😀', '\r', '\n', '\r\n', ' ', '\ufeff')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = pieces.join('')
        const { text, map } = canonical(source)
        for (let i = 0; i < text.length; i++) {
          const at = map.runs.find((r) => i >= r.at && i < r.at + r.length)
          expect(at && source[at.source + i - at.at]).toBe(text[i])
        }
      }),
    )
  })

  test.each([
    [
      'Ships leave port\n\nHarbour Post | 18 October 2024\n\nTwo ships left.',
      'Ships leave port',
      'Harbour Post',
      '2024-10-18',
      null,
    ],
    [
      'Ships leave port\n\nBy Ada Berg\n\nOctober 18, 2024\n\nTwo ships left.',
      'Ships leave port',
      null,
      '2024-10-18',
      'Ada Berg',
    ],
    ['Two ships left the port on 18 October 2024, the office said.', null, null, null, null],
    ['Two ships left the port.\n\nNobody saw them.', null, null, null, null],
    ['', null, null, null, null],
  ])('the head of %j', (text, title, outlet, date, byline) => {
    const head = plainHead(text)
    expect([head.title, head.outlet, head.date?.edtf ?? null, head.byline]).toEqual([
      title,
      outlet,
      date,
      byline,
    ])
  })
})

describe('Markdown', () => {
  test('marks go, words stay, blocks are set apart', () => {
    const { text, title } = markdownBody(
      '# Ships leave\n\nTwo *ships* [left](x) &amp; more.\n\n> Quoted\n> words\n\n- one\n- two\n',
      0,
    )
    expect(title).toBe('Ships leave')
    expect(text).toBe('Two ships left & more.\n\nQuoted\nwords\n\none\n\ntwo')
  })

  test('every copied run stands in the source as it is', () => {
    const piece = fc.constantFrom(
      'word',
      '*em*',
      '**st**',
      '\\*',
      '&amp;',
      '&#65;',
      '`code`',
      '[l](u)',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      ' ',
      '<b>',
      '![a](b)',
      '😀',
      '  \n',
      '    ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('')
        const { text, map } = markdownBody(source, 0)
        for (const r of map.runs)
          expect(source.slice(r.source, r.source + r.length)).toBe(
            text.slice(r.at, r.at + r.length),
          )
      }),
    )
  })

  test('front matter is flat lines and no more', () => {
    const found = frontMatter(
      '---\ntitle: "Ships \\"leave\\""\ndate: 2024-10-23\nnested:\n  title: no\n---\nBody',
    )
    expect([found.title, found.date, found.end]).toEqual(['Ships "leave"', '2024-10-23', 70])
    expect(frontMatter('--- \ntitle: x').end).toBe(0)
  })
})

test.each([
  ['a.txt', '*.txt', true],
  ['.a.txt', '*.txt', false],
  ['abcabc', 'a*c', true],
  ['abcab', 'a*c', false],
  ['ab', 'a?', true],
  ['a', 'a?', false],
  [`${'a'.repeat(5000)}b`, `${'*a'.repeat(50)}*c`, false],
])('%s matches %s: %s', (name, pattern, yes) => {
  expect(matchesName(name, pattern)).toBe(yes)
})
