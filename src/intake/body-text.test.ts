/** Tests of running text: paragraphs, line breaks, white space, what is passed over, and how deep and long it may get. */
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { paragraphsOf, type TextSource } from './body-text.ts'

const of = (html: string, leave?: (node: TextSource) => boolean): string[] =>
  paragraphsOf(parse(html), leave)

describe('paragraphs', () => {
  test.each<[string, string, string[]]>([
    [
      'each p is one',
      '<p>Two ships left.</p><p>One stayed.</p>',
      ['Two ships left.', 'One stayed.'],
    ],
    ['text between blocks is one', 'Before<p>Inside</p>After', ['Before', 'Inside', 'After']],
    ['nested blocks are not joined', '<div>A<div>B</div>C</div>', ['A', 'B', 'C']],
    ['headings stand alone', '<h2>Why it matters</h2>It does.', ['Why it matters', 'It does.']],
    ['list items stand alone', '<ul><li>One</li><li>Two</li></ul>', ['One', 'Two']],
    ['cells stand alone', '<table><tr><td>1</td><td>2</td></tr></table>', ['1', '2']],
    ['quotations are paragraphs', '<blockquote><p>We left.</p></blockquote>', ['We left.']],
    ['empty ones are none', '<p></p><p> \n </p><p>&nbsp;</p><p>Text</p>', ['Text']],
    [
      'inline elements stay in the line',
      '<p>Two <b>ships</b> <a href=x>left</a>.</p>',
      ['Two ships left.'],
    ],
    ['a rule parts', 'One<hr>Two', ['One', 'Two']],
    ['definitions stand alone', '<dl><dt>Ship<dd>A boat</dl>', ['Ship', 'A boat']],
  ])('%s', (_, html, wanted) => {
    expect(of(html)).toEqual(wanted)
  })
})

describe('line breaks', () => {
  test.each<[string, string, string[]]>([
    ['one stays in the paragraph', '<p>One<br>Two</p>', ['One\nTwo']],
    ['two part it', '<p>One<br><br>Two</p>', ['One', 'Two']],
    ['two with blanks between part it', '<p>One<br> &nbsp; <br>Two</p>', ['One', 'Two']],
    ['many part it once', '<p>One<br><br><br><br>Two</p>', ['One', 'Two']],
    ['at the ends are nothing', '<p><br>One<br></p>', ['One']],
    ['white space beside one goes', '<p>One  <br>  Two</p>', ['One\nTwo']],
    ['alone make no paragraph', '<p><br></p><p>One</p>', ['One']],
    ['a line end in the source is a space', '<p>One\nTwo\r\nThree</p>', ['One Two Three']],
  ])('%s', (_, html, wanted) => {
    expect(of(html)).toEqual(wanted)
  })
})

describe('white space', () => {
  test.each<[string, string, string]>([
    ['runs are one space', 'Two \t  ships', 'Two ships'],
    ['ends are trimmed', '  Two ships  ', 'Two ships'],
    ['hard spaces are spaces', 'Two&nbsp;&nbsp;ships', 'Two ships'],
    ['soft hyphens go', 'har&shy;bour', 'harbour'],
    ['zero-width spaces go', 'har\u200bbour', 'harbour'],
    ['byte order marks go', '\ufeffharbour', 'harbour'],
    ['no space is made where there was none', '<b>har</b>bour', 'harbour'],
    [
      'other characters stay',
      'caf\u00e9 \u2014 \u201cyes\u201d',
      'caf\u00e9 \u2014 \u201cyes\u201d',
    ],
  ])('%s', (_, html, wanted) => {
    expect(of(`<p>${html}</p>`)).toEqual([wanted])
  })
})

describe('what is no text', () => {
  test.each(['script', 'style', 'noscript', 'template', 'title', 'button', 'textarea', 'iframe'])(
    'the words of %s',
    (name) => {
      expect(of(`<p>Seen</p><${name}>never seen</${name}>`)).toEqual(['Seen'])
    },
  )

  test('options of a form', () => {
    expect(of('<select><option>A</option></select><p>Seen</p>')).toEqual(['Seen'])
  })

  test('labels of a drawing', () => {
    expect(of('<svg><text>A</text></svg><p>Seen</p>')).toEqual(['Seen'])
  })

  test('comments', () => {
    expect(of('<p>Seen<!-- never seen --></p>')).toEqual(['Seen'])
  })

  test('what the caller leaves out', () => {
    const html = '<figure><figcaption>A ship</figcaption></figure><p>Seen</p>'
    expect(of(html)).toEqual(['A ship', 'Seen'])
    expect(of(html, (node) => node.nodeName === 'figcaption')).toEqual(['Seen'])
  })
})

test('the little of the DOM that is asked for is enough', () => {
  const text = (nodeValue: string): TextSource => ({ nodeName: '#text', nodeValue })
  const node: TextSource = {
    nodeName: 'DIV',
    childNodes: [
      { nodeName: 'P', childNodes: [text('One'), { nodeName: 'BR' }, text('Two')] },
      { nodeName: 'SCRIPT', childNodes: [text('no')] },
      { nodeName: '#text', value: 'Three', nodeValue: 'other' },
      { nodeName: '#text' },
    ],
  }
  expect(paragraphsOf(node)).toEqual(['One\nTwo', 'Three'])
})

test('a hundred thousand paragraphs come in their order', () => {
  const n = 100_000
  const childNodes = Array.from({ length: n }, (_, i) => ({
    nodeName: 'p',
    childNodes: [{ nodeName: '#text', value: String(i) }],
  }))
  const all = paragraphsOf({ nodeName: 'body', childNodes })
  expect(all.length).toBe(n)
  expect(all[n - 1]).toBe(String(n - 1))
})
