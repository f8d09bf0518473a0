/** Tests what is made of a page's tree: its paragraphs, its masses, its furniture, the element that holds the report. */
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from './body-text.ts'
import { containerOf } from './container.ts'
import { removeFurniture } from './furniture.ts'
import { isFurnitureLine } from './furniture-lines.ts'
import { defaultLimits } from './limits.ts'
import { attribute, elementsOf, lineText } from './page-nodes.ts'
import { pageTree } from './page-tree.ts'
import { isInline, Masses } from './text-mass.ts'

const tree = (html: string) => pageTree(`<body>${html}</body>`, defaultLimits).document
const prose =
  'The harbour master closed the port on Monday after a night of heavy wind that tore two ferries from their ropes. '

describe('paragraphsOf', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['inline elements', '<p>One <b>two</b> <i>three</i>.</p>', ['One two three.']],
    ['words split by an inline element', '<p>fer<b>ry</b></p>', ['ferry']],
    ['white space', '<p>  One \n\t two. </p>', ['One two.']],
    ['non-breaking spaces', '<p>One&nbsp;two.</p>', ['One two.']],
    ['soft hyphens', '<p>har&shy;bour</p>', ['harbour']],
    ['one break', '<p>One.<br>Two.</p>', ['One.\nTwo.']],
    ['two breaks', '<p>One.<br><br>Two.</p>', ['One.', 'Two.']],
    ['breaks with blanks between', '<p>One.<br> \n <br>Two.</p>', ['One.', 'Two.']],
    ['a list', '<ul><li>One</li><li>Two</li></ul>', ['One', 'Two']],
    ['a table', '<table><tr><td>One</td><td>Two</td></tr></table>', ['One', 'Two']],
    ['words beside a block', 'One<div>Two</div>Three', ['One', 'Two', 'Three']],
    ['scripts', '<p>One</p><script>x</script><style>y</style>', ['One']],
    ['nothing', '<p> </p><div></div>', []],
    ['entities', '<p>Smith &amp; Sons &lt;b&gt;</p>', ['Smith & Sons <b>']],
  ])('%s', (_, html, paragraphs) => {
    expect(paragraphsOf(tree(html))).toEqual(paragraphs)
  })

  test('elements to leave out', () => {
    expect(paragraphsOf(tree('<p>One</p><h2>Two</h2>'), (n) => n.nodeName === 'h2')).toEqual([
      'One',
    ])
  })
})

describe('Masses', () => {
  test('counts text, links and prose', () => {
    const document = tree(`<p>${prose}</p><p><a href="/">${prose}</a></p><p>Short.</p>`)
    const { text, links, prose: long } = new Masses(document).of(document)
    const n = prose.replace(/\s/g, '').length
    expect({ text, links, prose: long }).toEqual({ text: 2 * n + 6, links: n, prose: n })
  })

  test('what was not measured has none', () => {
    const other = tree('<p>x</p>')
    expect(new Masses(tree('<p>y</p>')).of(other)).toEqual({ text: 0, links: 0, prose: 0 })
  })

  test.each([
    ['span', true],
    ['a', true],
    ['time', true],
    ['p', false],
    ['div', false],
  ])('%s is inline: %s', (name, is) => {
    expect(isInline(name)).toBe(is)
  })
})

describe('removeFurniture', () => {
  const report = `<article><p>${prose.repeat(4)}</p><p>${prose.repeat(4)}</p></article>`
  const left = (html: string): string => {
    const document = tree(html)
    removeFurniture(document)
    return lineText(document)
  }
  const kept = left(report)

  test.each([
    ['navigation', '<nav>Home News Sport</nav>'],
    ['a footer', '<footer>All about us</footer>'],
    ['a form', '<form>Your name</form>'],
    ['a caption', '<figure><figcaption>A ferry.</figcaption></figure>'],
    ['a role', '<div role="navigation">Home News</div>'],
    ['a banner', '<div role="banner">Harbour Wire</div>'],
    ['comments', '<div id="comments"><p>I agree.</p></div>'],
    ['related reports', '<div class="related-posts"><p>More here.</p></div>'],
    ['sharing', '<div class="social-share">Share this</div>'],
    ['a newsletter', '<div class="newsletter">Your mail</div>'],
    ['an advertisement', '<div class="ad-slot">Buy now</div>'],
    ['tags', '<div class="tags">ferry harbour</div>'],
    [
      'a list of links',
      '<ul><li><a href="/a">One report</a></li><li><a href="/b">Two</a></li></ul>',
    ],
  ])('%s goes', (_, html) => {
    expect(left(html + report)).toBe(kept)
  })

  test.each([
    ['a plain block', '<div class="summary"><p>What we know.</p></div>', 'What we know.'],
    ['a list of words', '<ul><li>Wind</li><li>Rain</li></ul>', 'WindRain'],
    ['a class that only contains the word', '<p class="shareholders">Owners.</p>', 'Owners.'],
  ])('%s stays', (_, html, words) => {
    expect(left(html + report)).toContain(words)
  })

  test('a report inside an element with a bad name stays', () => {
    expect(left(`<div class="related">${report}</div>`)).toBe(kept)
  })
})

describe('containerOf', () => {
  const long = `<p>${prose.repeat(5)}</p>`
  const found = (html: string) => containerOf(tree(html))

  test('the element that is named for the body', () => {
    const c = found(`<div><h1>A</h1><div class="article-body">${long}</div><p>Short.</p></div>`)
    expect(c?.named).toBe('body')
    expect(c && attribute(c.element, 'class')).toBe('article-body')
  })
  test('microdata', () => {
    expect(found(`<div itemprop="articleBody">${long}</div>`)?.named).toBe('body')
  })
  test('an article element', () => {
    expect(found(`<article>${long}</article><p>Short.</p>`)?.element.tagName).toBe('article')
  })
  test('the deepest element that holds most of the prose', () => {
    const c = found(`<div id="a"><div id="b">${long}${long}</div></div><p>Short.</p>`)
    expect(c?.named).toBeNull()
    expect(c && attribute(c.element, 'id')).toBe('b')
  })
  test('a named element with little of the prose is passed over', () => {
    const c = found(
      `<div class="article-body"><p>${prose.repeat(2)}</p></div><main>${long.repeat(6)}</main>`,
    )
    expect(c?.named).not.toBe('body')
  })
  test('a page without prose has none', () => {
    expect(found('<p>Short.</p>')).toBeNull()
    expect(found('')).toBeNull()
  })
})

describe('isFurnitureLine', () => {
  test.each([
    'Advertisement',
    'ADVERTISEMENT',
    'Also read: Ferry runs again',
    'All rights reserved.',
    '© 2024 Harbour Wire',
    'You may also like',
    '* * *',
    '',
    '→ Back to top',
    'Читайте также: паром',
  ])('%j is furniture', (line) => {
    expect(isFurnitureLine(line)).toBe(true)
  })

  test.each([
    'The ferry runs again.',
    'Advertisements fell by a tenth last year, the owners said.',
    '“Also read the letter,” he said.',
    'Videos of the storm were shown in court.',
    `Also read ${'a long line that goes on and on '.repeat(10)}`,
    '42',
  ])('%j is none', (line) => {
    expect(isFurnitureLine(line)).toBe(false)
  })
})

test('elementsOf gives elements in the order of the page', () => {
  const names = [...elementsOf(tree('<div><p><b>x</b></p><i>y</i></div><u>z</u>'))].map(
    (e) => e.tagName,
  )
  expect(names.slice(-6)).toEqual(['body', 'div', 'p', 'b', 'i', 'u'])
})
