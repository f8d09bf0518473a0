/** Tests what a page says about itself: title, byline, outlet, address, language. */
import { describe, expect, test } from 'vitest'
import { linkedArticle } from './json-ld.ts'
import { defaultLimits } from './limits.ts'
import { metasOf, pageMetadata } from './page-metadata.ts'
import { pageTree } from './page-tree.ts'

function read(html: string) {
  const { document } = pageTree(html, defaultLimits)
  return pageMetadata(document, metasOf(document), linkedArticle(document))
}
const metas = (html: string) => metasOf(pageTree(html, defaultLimits).document)
const meta = (name: string, content: string): string =>
  `<meta property="${name}" content="${content}">`

describe('metasOf', () => {
  test('names are small, words are on one line, the first of a name wins', () => {
    const found = metas(
      '<meta name="OG:Title" content=" A \n b "><meta name="og:title" content="C"><meta name="x" content="">',
    )
    expect(found.get('og:title')).toBe('A b')
    expect(found.has('x')).toBe(false)
  })

  test('links, language and title are kept among them', () => {
    const found = metas(
      '<html lang="en-GB"><link rel="canonical" href="https://a.example/"><title>A</title><svg><title>B</title></svg>',
    )
    expect(found.get('html:lang')).toBe('en-GB')
    expect(found.get('link:canonical')).toBe('https://a.example/')
    expect(found.get('title')).toBe('A')
  })

  test('one tag may have several names', () => {
    const found = metas('<meta name="a" property="b" itemprop="c" content="d">')
    expect([found.get('a'), found.get('b'), found.get('c')]).toEqual(['d', 'd', 'd'])
  })
})

describe('title', () => {
  test.each([
    ['the title tag', '<title>Ferry runs again</title>', 'Ferry runs again'],
    [
      'the outlet behind a bar goes',
      '<title>Ferry runs again | Harbour Wire</title>',
      'Ferry runs again',
    ],
    [
      'the known outlet behind a dash goes',
      `${meta('og:site_name', 'Harbour Wire')}<title>Ferry runs again - Harbour Wire</title>`,
      'Ferry runs again',
    ],
    [
      'words behind a dash stay where the outlet is not known',
      '<title>Ferry runs again - at last</title>',
      'Ferry runs again - at last',
    ],
    [
      'the meta before the tag',
      `${meta('og:title', 'Ferry runs again')}<title>Another title</title>`,
      'Ferry runs again',
    ],
    [
      'a heading that the head contains',
      '<title>Ferry runs again: latest from Harbour</title><h1>Ferry runs again</h1>',
      'Ferry runs again',
    ],
    ['the only heading', '<h1>Ferry runs again</h1>', 'Ferry runs again'],
    ['two headings tell nothing', '<h1>Ferry</h1><h1>Harbour</h1>', null],
    ['nothing', '<p>Words.</p>', null],
  ])('%s', (_, html, title) => {
    expect(read(html).title).toBe(title)
  })
})

describe('byline', () => {
  test.each([
    ['a meta', meta('author', 'Jane Doe'), 'Jane Doe'],
    ['its "By" goes', meta('author', 'By Jane Doe'), 'Jane Doe'],
    ['an address is no name', meta('article:author', 'https://a.example/jane'), null],
    ['a handle is no name', meta('author', '@jane'), null],
    ['a number is no name', meta('author', '17'), null],
    ['a class', '<p class="byline">By Jane Doe</p>', 'Jane Doe'],
    ['a relation', '<a rel="author" href="/j">Jane Doe</a>', 'Jane Doe'],
    ['microdata', '<span itemprop="author">Jane Doe</span>', 'Jane Doe'],
    ['"Written by"', '<p class="author-name">Written by: Jane Doe</p>', 'Jane Doe'],
    ['too long for a name', `<p class="byline">${'word '.repeat(40)}</p>`, null],
    ['another class', '<p class="authority">Jane Doe</p>', null],
    [
      'JSON-LD before all',
      `<script type="application/ld+json">{"@type":"Article","author":"John Roe"}</script>${meta('author', 'Jane Doe')}`,
      'John Roe',
    ],
  ])('%s', (_, html, byline) => {
    expect(read(html).byline).toBe(byline)
  })
})

describe('outlet, address, language', () => {
  test.each([
    ['og:site_name', 'Harbour Wire'],
    ['application-name', 'Harbour Wire'],
    ['dc.publisher', 'Harbour Wire'],
    ['publisher', 'Harbour Wire'],
  ])('%s', (name, outlet) => {
    expect(read(meta(name, outlet)).outlet).toBe(outlet)
  })

  test.each([
    ['<link rel="canonical" href="https://a.example/x">', 'https://a.example/x'],
    [meta('og:url', 'https://a.example/x'), 'https://a.example/x'],
    ['<link rel="canonical" href="/x">', null],
    [
      `<link rel="canonical" href="/x">${meta('og:url', 'https://a.example/y')}`,
      'https://a.example/y',
    ],
    ['<link rel="canonical" href="javascript:x()">', null],
    ['<p>Words.</p>', null],
  ])('%s', (html, url) => {
    expect(read(html).url).toBe(url)
  })

  test.each([
    ['<html lang="uk">', 'uk'],
    [meta('og:locale', 'en_GB'), 'en_GB'],
    ['<meta http-equiv="Content-Language" content="de">', 'de'],
    [`<html lang="uk">${meta('og:locale', 'en_GB')}`, 'uk'],
    ['<p>Words.</p>', null],
  ])('%s', (html, language) => {
    expect(read(html).language).toBe(language)
  })
})

describe('a byline that stands on the page', () => {
  test.each([
    ['By Jon Vale', 'Jon Vale'],
    ['Jon Vale | The Lantern', 'Jon Vale'],
    ['By Jon Vale, Friday, October 18, 2024', 'Jon Vale'],
    ['Anna Oda 2 November 2023 • 9:10am', 'Anna Oda'],
    ['Max MusterSa 13 Jul 2019', 'Max Muster'],
    ['Von Max Muster, 23.10.2024', 'Max Muster'],
    ['Posted by Jon Vale on 3 May 2024', 'Jon Vale'],
    ['Par Luc Mardi le 3 mai 2024', 'Luc Mardi'],
    ['By Anna Madison', 'Anna Madison'],
    ['By Sam Sato and Bo Sun', 'Sam Sato and Bo Sun'],
    ['Photo by N. Oda', null],
    ['Image: N. Oda', null],
  ])('%s: %s', (words, name) => {
    const { document } = pageTree(`<h1>Ferry</h1><p class="byline">${words}</p>`, defaultLimits)
    expect(pageMetadata(document, metasOf(document), null).byline).toBe(name)
  })
})
