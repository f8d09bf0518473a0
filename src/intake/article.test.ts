/** Tests of the article: the report of a page without what stands around it, whatever the page calls its parts. */
import { describe, expect, test } from 'vitest'
import { type Article, type ArticleHints, articleOf } from './article.ts'
import { removeHidden } from './hidden.ts'
import { defaultLimits } from './limits.ts'
import { pageTree } from './page-tree.ts'

const body = [
  'The port of Lindhaven will reopen on Monday, the harbour master said on Friday, after a storm that kept it shut for nine days.',
  '“We expect about 1,200 containers a day by December,” the harbour master, Ana Pereira, told reporters at the quay in the morning.',
  'The dockers’ union denied that its members had agreed to work at night, and its leader said that nothing had been signed so far.',
  'Two officials briefed on the repairs said that they may take longer than planned, since parts are missing and the crane is old.',
]
const prose = body.map((p) => `<p>${p}</p>`).join('\n')
const none: ArticleHints = { title: null, byline: null, outlet: null, linkedBody: null }

function article(html: string, hints: Partial<ArticleHints> = {}, simple = false): Article {
  const { document } = pageTree(html, defaultLimits)
  removeHidden(document)
  return articleOf(document, { ...none, ...hints }, simple)
}

const textOf = (html: string, hints: Partial<ArticleHints> = {}): readonly string[] =>
  article(html, hints).paragraphs

const page = (inside: string): string =>
  `<html><head><title>x</title></head><body>${inside}</body></html>`

describe('the report alone', () => {
  test.each<[string, string]>([
    ['a bare page', prose],
    ['an article', `<article>${prose}</article>`],
    ['a main', `<main>${prose}</main>`],
    ['a named body', `<div class="article-body">${prose}</div>`],
    ['a body by microdata', `<div itemprop="articleBody">${prose}</div>`],
    [
      'nested wrappers',
      `<div><div><section><div class="story__body">${prose}</div></section></div></div>`,
    ],
    ['a table for a frame', `<table><tr><td>${prose}</td></tr></table>`],
    ['divs for paragraphs', body.map((p) => `<div>${p}</div>`).join('')],
    ['breaks for paragraphs', `<div>${body.join('<br><br>')}</div>`],
    ['sections for paragraphs', body.map((p) => `<section><p>${p}</p></section>`).join('')],
  ])('in %s', (_, inside) => {
    expect(textOf(page(inside))).toEqual(body)
  })
})

describe('what stands around it goes', () => {
  const words = 'Words that are not of the report.'
  test.each<[string, string]>([
    ['navigation', `<nav><ul><li><a href=/>${words}</a></li></ul></nav>`],
    ['a header of the site', `<header class="site-header"><p>${words}</p></header>`],
    ['a footer', `<footer><p>${words}</p></footer>`],
    ['an aside', `<aside><p>${words}</p></aside>`],
    ['a form', `<form><p>${words}</p><input></form>`],
    ['a caption', `<figure><img><figcaption>${words}</figcaption></figure>`],
    ['links to share', `<div class="share-buttons"><a href=x>${words}</a></div>`],
    ['related stories', `<div class="related-articles"><p>${words}</p></div>`],
    ['a newsletter box', `<div class="newsletter"><p>${words}</p></div>`],
    ['a cookie banner', `<div id="cookie-banner"><p>${words}</p></div>`],
    ['an advertisement', `<div class="ad-container"><p>${words}</p></div>`],
    ['breadcrumbs', `<ol class="breadcrumb"><li><a href=/>${words}</a></li></ol>`],
    ['tags', `<div class="tags"><a href=x>${words}</a></div>`],
    ['the author’s box', `<div class="author-bio"><p>${words}</p></div>`],
    ['comments', `<section id="comments"><h2>Comments</h2><p>${words}</p></section>`],
    ['a role', `<div role="navigation"><p>${words}</p></div>`],
    ['a list of links', `<ul><li><a href=1>${words}</a></li><li><a href=2>${words}</a></li></ul>`],
    ['what is hidden', `<div style="display:none"><p>${words}</p></div>`],
    ['a script', `<script>var s = "${words}"</script>`],
  ])('%s, before, after and between', (_, furniture) => {
    const [first = '', ...rest] = body.map((p) => `<p>${p}</p>`)
    for (const html of [
      page(`${furniture}<article>${prose}</article>`),
      page(`<article>${prose}</article>${furniture}`),
      page(`<article>${first}${furniture}${rest.join('')}</article>`),
    ]) {
      const text = textOf(html)
      expect(text.join('\n')).not.toContain('not of the report')
      for (const p of body) expect(text).toContain(p)
    }
  })

  test('many comments longer than the report do not take its place', () => {
    const comment =
      '<div class="comment"><p>I have read this report and I do not believe a single word of what the harbour master says here.</p></div>'
    const text = textOf(
      page(`<article>${prose}</article><div id="comments">${comment.repeat(60)}</div>`),
    )
    expect(text).toEqual(body)
  })

  test.each([
    'Advertisement',
    'All rights reserved',
    'Read more:',
    'Subscribe to our newsletter to get the news every morning.',
  ])('a line like "%s" goes', (line) => {
    expect(textOf(page(`<article>${prose}<p>${line}</p></article>`))).toEqual(body)
  })
})

describe('furniture by name that holds the report stays', () => {
  test.each(['related', 'promo', 'widget', 'share', 'sidebar', 'print', 'author'])(
    'a wrapper called %s',
    (name) => {
      expect(textOf(page(`<div class="${name}">${prose}</div>`)).join(' ')).toContain(body[1])
    },
  )

  test('a dateline inside a paragraph', () => {
    const text = textOf(
      page(
        `<article><p><span class="dateline">LINDHAVEN</span> - ${body[0]}</p>${prose}</article>`,
      ),
    )
    expect(text[0]).toBe(`LINDHAVEN - ${body[0]}`)
  })
})

describe('title, byline and date are fields', () => {
  test('at the head they are taken out of the text', () => {
    const head = '<h1>Port to reopen</h1><p>By Mia Okafor</p><p>23 October 2024</p>'
    expect(
      textOf(page(`<article>${head}${prose}</article>`), {
        title: 'Port to reopen',
        byline: 'Mia Okafor',
      }),
    ).toEqual(body)
  })

  test('whatever the case and the marks of the title', () => {
    const text = textOf(page(`<article><h1>PORT TO REOPEN!</h1>${prose}</article>`), {
      title: 'Port to reopen',
    })
    expect(text).toEqual(body)
  })

  test('so is a rubric, but no short line that tells something', () => {
    const text = (first: string): readonly string[] =>
      textOf(page(`<article><p>${first}</p>${prose}</article>`))
    expect(text('On the road')).toEqual(body)
    expect(text('two ships had left')).toEqual(['two ships had left', ...body])
  })

  test('further down they are words of the report', () => {
    const last = '<p>By Mia Okafor</p>'
    const text = textOf(page(`<article>${prose}${last}</article>`), { byline: 'Mia Okafor' })
    expect(text.slice(0, body.length)).toEqual(body)
  })

  test('a paragraph that only begins like the title stays', () => {
    const first = `Port to reopen: ${body[0]}`
    const text = textOf(page(`<article><p>${first}</p>${prose}</article>`), {
      title: 'Port to reopen',
    })
    expect(text[0]).toBe(first)
  })
})

describe('a page that builds itself in the browser', () => {
  const linkedBody = body.join('\n')

  test('has its text in the structured data', () => {
    const { paragraphs, by } = article(page('<div id=root></div>'), { linkedBody })
    expect(paragraphs).toEqual(body)
    expect(by).toBe('json-ld')
  })

  test('is not asked where the page shows the text', () => {
    expect(
      article(page(`<article>${prose}</article>`), { linkedBody: 'x '.repeat(400) }).by,
    ).not.toBe('json-ld')
  })

  test('is not believed when that is markup', () => {
    const { paragraphs } = article(page('<div id=root></div>'), {
      linkedBody: `<p>${linkedBody}</p>`,
    })
    expect(paragraphs).toEqual([])
  })
})

describe('the simple way', () => {
  test('takes all that is visible and looks for nothing', () => {
    const { paragraphs, by } = article(page(`<p>Short.</p>${prose}`), {}, true)
    expect(by).toBe('page')
    expect(paragraphs).toEqual(['Short.', ...body])
  })

  test('of a page without words is nothing', () => {
    for (const html of ['', '<html>', page(''), page('<script>x</script>')])
      expect(article(html, {}, true).paragraphs).toEqual([])
  })
})

test('a page without prose gives what it has', () => {
  expect(textOf(page('<p>Two ships left.</p>'))).toEqual(['Two ships left.'])
})
