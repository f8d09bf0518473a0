/** Tests of text mass and of the container that is found by it. */
import { describe, expect, test } from 'vitest'
import { containerOf } from './container.ts'
import { defaultLimits } from './limits.ts'
import { attribute, elementsOf } from './page-nodes.ts'
import { type PageDocument, type PageElement, pageTree } from './page-tree.ts'
import { isInline, Masses } from './text-mass.ts'

const tree = (html: string): PageDocument => pageTree(html, defaultLimits).document
const byId = (document: PageDocument, id: string): PageElement =>
  [...elementsOf(document)].find((e) => attribute(e, 'id') === id) ?? expect.fail(id)
const sixty = 'x'.repeat(60)
const prose = (n: number): string => `<p>${'word '.repeat(n)}</p>`

describe('mass', () => {
  const massOf = (html: string, id = 'a') => {
    const document = tree(html)
    return new Masses(document).of(byId(document, id))
  }

  test('counts ink, not white space', () => {
    expect(massOf('<div id=a> a b\n\tc&nbsp;</div>').text).toBe(4)
  })

  test('counts what stands in links apart', () => {
    expect(massOf('<div id=a>abc<a>de<b>f</b></a></div>')).toMatchObject({ text: 6, links: 3 })
  })

  test('a paragraph of sixty is prose, one of fifty-nine is none', () => {
    expect(massOf(`<p id=a>${sixty}</p>`).prose).toBe(60)
    expect(massOf(`<p id=a>${sixty.slice(1)}</p>`).prose).toBe(0)
  })

  test('a paragraph that is mostly links is no prose', () => {
    expect(massOf(`<p id=a><a>${sixty}</a>x</p>`).prose).toBe(0)
    expect(massOf(`<p id=a><a>${'x'.repeat(20)}</a>${sixty}</p>`).prose).toBe(80)
  })

  test('inline elements are one line with the text around them', () => {
    expect(massOf(`<p id=a>${'x'.repeat(30)}<b>${'x'.repeat(30)}</b></p>`).prose).toBe(60)
  })

  test('blocks are lines of their own', () => {
    const half = 'x'.repeat(30)
    expect(massOf(`<div id=a><p>${half}</p><p>${half}</p></div>`)).toMatchObject({
      text: 60,
      prose: 0,
    })
  })

  test('prose adds up the tree', () => {
    const html = `<div id=a><div id=b><p>${sixty}</p></div><p>${sixty}</p>short</div>`
    expect(massOf(html, 'a')).toEqual({ text: 125, links: 0, prose: 120 })
    expect(massOf(html, 'b').prose).toBe(60)
  })

  test('what is not in the tree has none', () => {
    const other = byId(tree('<p id=a>abc</p>'), 'a')
    expect(new Masses(tree('<p>x</p>')).of(other)).toEqual({ text: 0, links: 0, prose: 0 })
  })

  test.each([
    ['b', true],
    ['a', true],
    ['span', true],
    ['time', true],
    ['br', true],
    ['p', false],
    ['div', false],
    ['li', false],
  ])('%s stands in a line: %s', (name, wanted) => {
    expect(isInline(name)).toBe(wanted)
  })
})

describe('the container', () => {
  const chosen = (html: string): string | null => {
    const found = containerOf(tree(html))
    return found ? (attribute(found.element, 'id') ?? found.element.tagName) : null
  }

  test('of a page without prose is none', () => {
    expect(chosen('<p>Short.</p><ul><li>One<li>Two</ul>')).toBeNull()
    expect(chosen('')).toBeNull()
  })

  test.each([
    'article-body',
    'articleBody',
    'story-body',
    'story__body',
    'post-content',
    'entry-content',
    'content-body',
    'field-name-body',
  ])('called %s is taken before all around it', (name) => {
    expect(
      chosen(`<main id=m>${prose(30)}<div id=x class="wide ${name}">${prose(100)}</div></main>`),
    ).toBe('x')
  })

  test('by microdata', () => {
    expect(
      chosen(`<main id=m>${prose(30)}<div id=x itemprop=articleBody>${prose(100)}</div></main>`),
    ).toBe('x')
  })

  test('a name that holds next to nothing of the page is not believed', () => {
    expect(
      chosen(`<main id=m>${prose(500)}</main><div id=x class=article-body>${prose(32)}</div>`),
    ).not.toBe('x')
  })

  test('the article is taken where nothing says more', () => {
    expect(chosen(`<div>${prose(20)}</div><article id=x>${prose(100)}</article>`)).toBe('x')
  })

  test('of several articles the one with most prose', () => {
    expect(
      chosen(`<article id=a>${prose(40)}</article><article id=b>${prose(120)}</article>`),
    ).toBe('b')
  })

  test('without any name the deepest element that holds nearly all', () => {
    expect(
      chosen(
        `<div id=a><div id=b><div id=c>${prose(100)}${prose(90)}</div></div>${prose(20)}</div>`,
      ),
    ).toBe('c')
  })

  test('the body is not named by its class', () => {
    expect(chosen(`<body id=b class=article-body><div id=x>${prose(100)}${prose(50)}</div>`)).toBe(
      'x',
    )
  })
})
