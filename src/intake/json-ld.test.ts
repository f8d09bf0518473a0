/** Tests JSON-LD: articles in graphs, lists and careless JSON, and what is no article. */
import { describe, expect, test } from 'vitest'
import { linkedArticle } from './json-ld.ts'
import { defaultLimits } from './limits.ts'
import { pageTree } from './page-tree.ts'

const page = (...sources: string[]) =>
  linkedArticle(
    pageTree(
      sources.map((s) => `<script type="application/ld+json">${s}</script>`).join(''),
      defaultLimits,
    ).document,
  )
const read = (...things: unknown[]) => page(...things.map((t) => JSON.stringify(t)))

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Ferry  runs again',
  datePublished: '2024-10-23T08:00:00Z',
  dateModified: '2024-10-24',
  author: { '@type': 'Person', name: 'Jane Doe' },
  publisher: { '@type': 'Organization', name: 'Harbour Wire' },
  url: 'https://a.example/ferry',
  inLanguage: 'en',
  articleBody: 'One.\n\nTwo.',
}

describe('an article', () => {
  test('all fields', () => {
    expect(read(article)).toEqual({
      title: 'Ferry runs again',
      byline: 'Jane Doe',
      outlet: 'Harbour Wire',
      url: 'https://a.example/ferry',
      published: '2024-10-23T08:00:00Z',
      created: null,
      modified: '2024-10-24',
      language: 'en',
      body: 'One.\n\nTwo.',
    })
  })

  test.each([
    'Article',
    'NewsArticle',
    'ReportageNewsArticle',
    'BlogPosting',
    'LiveBlogPosting',
    'https://schema.org/NewsArticle',
    'schema:NewsArticle',
  ])('of the type %s', (type) => {
    expect(read({ ...article, '@type': type })?.title).toBe('Ferry runs again')
  })

  test('of several types', () => {
    expect(read({ ...article, '@type': ['Thing', 'NewsArticle'] })?.title).toBe('Ferry runs again')
  })

  test.each([
    ['in a list', [[{ '@type': 'Organization', name: 'X' }, article]]],
    ['in a graph', [{ '@graph': [{ '@type': 'WebSite' }, article] }]],
    ['as main entity', [{ '@type': 'WebPage', mainEntity: article }]],
    ['in a list of items', [{ '@type': 'ItemList', itemListElement: [{ item: article }] }]],
    ['in a later script', [{ '@type': 'Organization' }, article]],
  ])('%s', (_, things) => {
    expect(read(...things)?.title).toBe('Ferry runs again')
  })

  test('one with a date wins over one without', () => {
    const bare = { '@type': 'Article', headline: 'Another' }
    expect(read(bare, article)?.title).toBe('Ferry runs again')
    expect(read(bare)?.title).toBe('Another')
  })

  test('an article wins over a page, and takes the date of the page where it has none', () => {
    const web = { '@type': 'WebPage', name: 'Page', datePublished: '2024-01-01' }
    const { datePublished: _, ...undated } = article
    expect(read(web, undated)).toMatchObject({ title: 'Ferry runs again', published: '2024-01-01' })
    expect(read(web, article)?.published).toBe('2024-10-23T08:00:00Z')
  })

  test('a page alone gives its date and no title', () => {
    expect(read({ '@type': 'WebPage', name: 'Page', datePublished: '2024-01-01' })).toMatchObject({
      title: null,
      published: '2024-01-01',
    })
  })
})

describe('names', () => {
  test.each([
    ['a string', 'Jane Doe', 'Jane Doe'],
    ['a list', [{ name: 'Jane Doe' }, { name: 'John Roe' }], 'Jane Doe, John Roe'],
    ['the same twice', [{ name: 'Jane Doe' }, { name: 'Jane Doe' }], 'Jane Doe'],
    ['blanks', { name: ' Jane \n Doe ' }, 'Jane Doe'],
    ['a list of names', { name: ['Jane Doe'] }, 'Jane Doe'],
    ['an address', 'https://a.example/jane', null],
    ['nothing', null, null],
    ['an empty list', [], null],
    ['a number', 7, null],
    ['an unknown reference', { '@id': '#nobody' }, null],
  ])('%s', (_, author, byline) => {
    expect(read({ ...article, author })?.byline).toBe(byline)
  })

  test('a reference is followed', () => {
    const person = { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' }
    expect(read(person, { ...article, author: { '@id': '#jane' } })?.byline).toBe('Jane Doe')
  })

  test('a creator stands in for the author', () => {
    const { author: _, ...rest } = article
    expect(read({ ...rest, creator: 'John Roe' })?.byline).toBe('John Roe')
  })
})

describe('values', () => {
  test('a number of milliseconds is a date', () => {
    expect(read({ ...article, datePublished: 1729641600000 })?.published).toBe(
      '2024-10-23T00:00:00.000Z',
    )
  })
  test('a typed value is its value', () => {
    expect(read({ ...article, datePublished: { '@value': '2024-10-23' } })?.published).toBe(
      '2024-10-23',
    )
  })
  test('the address may stand in the main entity', () => {
    const { url: _, ...rest } = article
    expect(read({ ...rest, mainEntityOfPage: { '@id': 'https://b.example/' } })?.url).toBe(
      'https://b.example/',
    )
    expect(read({ ...rest, mainEntityOfPage: 'https://c.example/' })?.url).toBe(
      'https://c.example/',
    )
  })
})

describe('careless JSON', () => {
  const source = JSON.stringify(article)
  test.each([
    ['a comment round it', `<!--${source}-->`],
    ['a CDATA section', `//<![CDATA[\n${source}\n//]]>`],
    ['a CDATA section in comments', `/*<![CDATA[*/${source}/*]]>*/`],
    ['a semicolon', `${source};`],
    ['a line end inside a string', source.replace('Ferry  runs', 'Ferry\n runs')],
    ['a comma too many', source.replace(/\}$/, ',}')],
  ])('%s', (_, words) => {
    expect(page(words)?.title).toBe('Ferry runs again')
  })

  test.each([
    ['no JSON', 'headline: Ferry'],
    ['cut JSON', source.slice(0, 80)],
    ['nothing', ''],
    ['a number', '5'],
    ['null', 'null'],
  ])('%s is none', (_, words) => {
    expect(page(words)).toBeNull()
    expect(page(words, source)?.title).toBe('Ferry runs again')
  })

  test.each(['Organization', 'Person', 'BreadcrumbList', 'NewsMediaOrganization'])(
    '%s is no article',
    (type) => {
      expect(read({ ...article, '@type': type })).toBeNull()
    },
  )

  test('what lies too deep is not looked for', () => {
    let nested: unknown = article
    for (let i = 0; i < 50; i++) nested = { '@graph': [nested] }
    expect(read(nested)).toBeNull()
  })
})
