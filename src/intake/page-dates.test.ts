/** Tests publication dates: where a page tells them, which place is trusted most, and pages that list others. */
import { describe, expect, test } from 'vitest'
import { linkedArticle } from './json-ld.ts'
import { defaultLimits } from './limits.ts'
import { chooseDate, monthFirstOf, pageDates, urlDate } from './page-dates.ts'
import { metasOf } from './page-metadata.ts'
import { pageTree } from './page-tree.ts'

function choose(html: string, url: string | null = null, language: string | null = 'en') {
  const { document } = pageTree(html, defaultLimits)
  const linked = linkedArticle(document)
  return chooseDate(pageDates(document, metasOf(document), linked, url, language))
}
const meta = (name: string, day: string): string => `<meta property="${name}" content="${day}">`
const linked = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`

describe('urlDate', () => {
  test.each([
    ['https://a.example/2024/10/23/ferry', '2024-10-23'],
    ['https://a.example/2024/1/3/ferry', '2024-01-03'],
    ['https://a.example/news/2024-10-23-ferry', '2024-10-23'],
    ['https://a.example/news/2024_10_23.html', '2024-10-23'],
    ['https://a.example/20241023/ferry', '2024-10-23'],
    ['https://a.example/ferry-20241023.html', '2024-10-23'],
    ['https://a.example/2024/10/23', '2024-10-23'],
    ['https://a.example/2024/10/ferry', null],
    ['https://a.example/2024/13/23/ferry', null],
    ['https://a.example/2023/02/29/ferry', null],
    ['https://a.example/20241399/', null],
    ['https://a.example/id-12345678', null],
    ['https://a.example/', null],
    [null, null],
  ])('%s: %s', (url, day) => {
    expect(urlDate(url)).toBe(day)
  })
})

describe('monthFirstOf', () => {
  test.each([
    ['en-US', null, true],
    ['en', null, true],
    [null, null, true],
    ['en-GB', null, false],
    ['en_GB', null, false],
    ['en-AU', null, false],
    ['de', null, false],
    ['fr-CA', null, false],
    ['en', 'https://www.a.co.uk/x', false],
    ['en', 'https://a.ie', false],
    ['en', 'https://a.com/uk/x', true],
    [null, 'https://a.de/x', false],
  ])('%s, %s: %s', (language, url, first) => {
    expect(monthFirstOf(language, url)).toBe(first)
  })
})

describe('one place', () => {
  test.each([
    ['JSON-LD', linked({ datePublished: '2024-10-23' }), 'json-ld'],
    ['JSON-LD, created', linked({ dateCreated: '2024-10-23' }), 'json-ld'],
    ['a meta', meta('article:published_time', '2024-10-23T08:00:00+02:00'), 'meta'],
    ['another meta', meta('pubdate', '20241023'), 'meta'],
    ['a plain meta', meta('date', '2024-10-23'), 'meta'],
    ['microdata', '<span itemprop="datePublished" content="2024-10-23">x</span>', 'meta'],
    ['a time element', '<time datetime="2024-10-23T08:00">yesterday</time>', 'time'],
    ['a time element with words', '<time>23 October 2024</time>', 'time'],
    ['a block named for a date', '<p class="post-date">October 23, 2024</p>', 'text'],
    ['a line below the title', '<h1>Ferry runs</h1><p>23 October 2024</p><p>Words.</p>', 'text'],
  ])('%s', (_, html, from) => {
    expect(choose(html)).toMatchObject({ published: '2024-10-23', from })
  })

  test('the address', () => {
    expect(choose('<p>Words.</p>', 'https://a.example/2024/10/23/x')).toMatchObject({
      published: '2024-10-23',
      from: 'url',
    })
  })

  test.each([
    ['no date', '<p>Words.</p>'],
    ['a date that is none', meta('article:published_time', 'soon')],
    ['a day that does not exist', meta('article:published_time', '2023-02-30')],
    ['a year before the web', meta('article:published_time', '1970-01-01')],
    ['a year alone', meta('article:published_time', '2024')],
    ['a date in a comment', '<div class="comments"><time datetime="2024-10-23">x</time></div>'],
    ['a date of a related report', '<ul class="related"><time datetime="2024-10-23">x</time></ul>'],
  ])('%s gives none', (_, html) => {
    expect(choose(html)).toMatchObject({ published: null, from: null })
  })
})

describe('several places', () => {
  test('JSON-LD before meta before time before text', () => {
    const places = [
      linked({ datePublished: '2024-10-20' }),
      meta('article:published_time', '2024-10-21'),
      '<time datetime="2024-10-22">x</time>',
      '<p class="post-date">October 23, 2024</p>',
    ]
    for (let i = 0; i < places.length; i++)
      expect(choose(places.slice(i).join('')).published).toBe(`2024-10-2${i}`)
  })

  test('a date of change stands in only when there is no other', () => {
    const changed = meta('article:modified_time', '2024-10-30')
    expect(choose(changed).published).toBe('2024-10-30')
    expect(choose(`${changed}<time datetime="2024-10-23">x</time>`).published).toBe('2024-10-23')
  })

  test('a time element called updated comes last', () => {
    const html =
      '<time class="updated" datetime="2024-10-30">x</time><time class="entry-date" datetime="2024-10-23">x</time>'
    expect(choose(html).published).toBe('2024-10-23')
  })

  test('a footer comes after the page', () => {
    const html =
      '<footer><time datetime="2024-10-30">x</time></footer><article><time datetime="2024-10-23">x</time></article>'
    expect(choose(html).published).toBe('2024-10-23')
  })

  test('a time in UTC gives way to the day that the page shows beside it', () => {
    const late = linked({ datePublished: '2024-10-24T02:30:00Z' })
    expect(choose(`${late}<time datetime="2024-10-23">x</time>`)).toMatchObject({
      published: '2024-10-23',
      from: 'time',
    })
    expect(choose(`${late}<time datetime="2024-10-20">x</time>`).published).toBe('2024-10-24')
    const noon = linked({ datePublished: '2024-10-24T23:30:00Z' })
    expect(choose(`${noon}<time datetime="2024-10-25">x</time>`).published).toBe('2024-10-25')
  })

  test('the reason tells how many agree and differ', () => {
    const html =
      linked({ datePublished: '2024-10-23' }) +
      meta('article:published_time', '2024-10-23') +
      '<time datetime="2024-10-20">x</time>'
    const { reason } = choose(html)
    expect(reason).toContain('2 places agree')
    expect(reason).toContain('1 differ')
  })
})

describe('lists', () => {
  const list = (days: number): string =>
    Array.from(
      { length: days },
      (_, i) => `<p><time datetime="2024-10-${String(i + 1).padStart(2, '0')}">x</time></p>`,
    ).join('')

  test('a page with many dates of one kind has none of its own', () => {
    expect(choose(list(12))).toMatchObject({ published: null })
    expect(choose(list(12)).reason).toContain('many dates')
    expect(choose(list(3)).published).toBe('2024-10-01')
  })

  test('but what its head says counts', () => {
    expect(choose(meta('article:published_time', '2024-11-05') + list(12)).published).toBe(
      '2024-11-05',
    )
  })
})

test('the order of day and month goes by language', () => {
  const html = '<p class="post-date">03/04/2024</p>'
  expect(choose(html, null, 'en-US').published).toBe('2024-03-04')
  expect(choose(html, null, 'en-GB').published).toBe('2024-04-03')
  expect(choose(html, null, 'fr').published).toBe('2024-04-03')
})
