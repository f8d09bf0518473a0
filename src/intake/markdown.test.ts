/** Tests Markdown: the words without the marks, and where each of them stands in the file. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownBody } from './markdown.ts'

const text = (source: string): string => markdownBody(source, 0).text

describe('words', () => {
  test.each([
    ['a paragraph', 'The ferry runs.', 'The ferry runs.'],
    ['emphasis', 'The *ferry* **runs** __again__.', 'The ferry runs again.'],
    ['a link', 'The [ferry](https://a.example "x") runs.', 'The ferry runs.'],
    ['a reference link', 'The [ferry][1] runs.\n\n[1]: https://a.example', 'The ferry runs.'],
    ['inline code', 'Run `ls` now.', 'Run ls now.'],
    ['two paragraphs', 'One.\n\nTwo.', 'One.\n\nTwo.'],
    ['many blank lines', 'One.\n\n\n\n\nTwo.', 'One.\n\nTwo.'],
    ['a wrapped paragraph', 'One\ntwo.', 'One\ntwo.'],
    ['a hard break', 'One  \ntwo.', 'One\ntwo.'],
    ['a lower heading', '## Harbour\n\nOne.', 'Harbour\n\nOne.'],
    ['a list', '- One\n- Two', 'One\n\nTwo'],
    ['a numbered list', '1. One\n2. Two', 'One\n\nTwo'],
    ['a quotation', '> One\n> two', 'One\ntwo'],
    ['a nested quotation', '> > One', 'One'],
    ['a rule', 'One.\n\n***\n\nTwo.', 'One.\n\nTwo.'],
    ['a code block', 'One.\n\n```js\nlet x\n```\n\nTwo.', 'One.\n\nTwo.'],
    ['HTML', 'One.\n\n<div>x</div>\n\nTwo.', 'One.\n\nTwo.'],
    ['an image', 'One. ![a boat](b.png)', 'One. '],
    ['an escape', '5\\* hotel', '5* hotel'],
    ['an entity', 'Smith &amp; Sons', 'Smith & Sons'],
    ['a number entity', 'It&#39;s on', "It's on"],
    ['no words', '   \n\n', ''],
    ['nothing', '', ''],
  ])('%s', (_, source, words) => {
    expect(text(source)).toBe(words)
  })
})

describe('title', () => {
  test.each([
    ['# Ferry runs\n\nOne.', 'Ferry runs', 'One.'],
    ['Ferry runs\n===\n\nOne.', 'Ferry runs', 'One.'],
    ['# The *ferry* runs\n\nOne.', 'The ferry runs', 'One.'],
    ['## Ferry runs\n\nOne.', null, 'Ferry runs\n\nOne.'],
    ['One.\n\n# Ferry runs', null, 'One.\n\nFerry runs'],
    ['# \n\nOne.', null, 'One.'],
    ['# One\n\n# Two', 'One', 'Two'],
  ])('%j', (source, title, words) => {
    const body = markdownBody(source, 0)
    expect(body.title).toBe(title)
    expect(body.text).toBe(words)
  })
})

describe('the map', () => {
  function check(source: string, from: number): void {
    const { text, map } = markdownBody(source, from)
    let end = 0
    for (const run of map.runs) {
      expect(run.at).toBeGreaterThanOrEqual(end)
      expect(run.source).toBeGreaterThanOrEqual(from)
      expect(source.slice(run.source, run.source + run.length)).toBe(
        text.slice(run.at, run.at + run.length),
      )
      end = run.at + run.length
    }
    expect(end).toBeLessThanOrEqual(text.length)
  }

  test('leads each word to its place in the file', () => {
    const source = '---\nx: y\n---\n# Head\n\nThe *ferry* runs [again](https://a.example).'
    const { text, map } = markdownBody(source, 13)
    expect(text).toBe('The ferry runs again.')
    for (const word of ['The', 'ferry', 'runs', 'again'])
      expect(map.sourceOf(text.indexOf(word))).toBe(source.indexOf(word))
  })

  test('passes over quote marks and indents between lines', () => {
    const source = '> The ferry\n> runs.\n\n- One\n  two'
    const { text, map } = markdownBody(source, 0)
    expect(text).toBe('The ferry\nruns.\n\nOne\ntwo')
    for (const word of ['ferry', 'runs', 'One', 'two'])
      expect(map.sourceOf(text.indexOf(word))).toBe(source.indexOf(word))
  })

  test('words behind an entity or escape keep their place', () => {
    const source = 'Smith &amp; Sons \\* Brothers'
    const { text, map } = markdownBody(source, 0)
    expect(text).toBe('Smith & Sons * Brothers')
    expect(map.sourceOf(text.indexOf('Sons'))).toBe(source.indexOf('Sons'))
    expect(map.sourceOf(text.indexOf('Brothers'))).toBe(source.indexOf('Brothers'))
  })

  test.each([
    ['Smith &amp; Sons ferry', 'Smith & Sons ferry'],
    ['&amp;amp; ferry', '&amp; ferry'],
    ['&#38;amp; ferry', '&amp; ferry'],
    ['&nosuch; ferry', '&nosuch; ferry'],
    ['A & B; ferry', 'A & B; ferry'],
    ['&#128512;&#128512; ferry', '😀😀 ferry'],
    ['&lt;b&gt; \\& &quot;ferry&quot;', '<b> & "ferry"'],
  ])('%s', (source, words) => {
    const { text, map } = markdownBody(source, 0)
    expect(text).toBe(words)
    expect(map.sourceOf(text.indexOf('ferry'))).toBe(source.indexOf('ferry'))
  })

  test('the same word twice leads to two places', () => {
    const source = 'ferry *ferry* `ferry`'
    const { text, map } = markdownBody(source, 0)
    expect(text).toBe('ferry ferry ferry')
    expect([0, 6, 12].map((at) => map.sourceOf(at))).toEqual([0, 7, 15])
  })

  test('holds for any marks', () => {
    const parts = [
      'ferry',
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '# ',
      '> ',
      '- ',
      '1. ',
      '\\',
      '&amp;',
      '&',
      ';',
      '[',
      '](a)',
      '![',
      '<b>',
      '<',
      '|',
      '    ',
      '~',
      '.',
      'é',
      '😀',
      '\t',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (list) => {
        check(list.join(''), 0)
      }),
      { numRuns: 400 },
    )
  })
})
