/** Tests of element names: words of class and id, however they are joined, and what only stands beside. */
import { describe, expect, test } from 'vitest'
import { isCalled, type PartKind } from './element-names.ts'
import { defaultLimits } from './limits.ts'
import { elementsOf } from './page-nodes.ts'
import { pageTree } from './page-tree.ts'

function called(attributes: string, kind: PartKind): boolean {
  const { document } = pageTree(`<div ${attributes}>x</div>`, defaultLimits)
  const div = [...elementsOf(document)].find((e) => e.tagName === 'div')
  return div !== undefined && isCalled(div, kind)
}

describe('furniture', () => {
  test.each([
    'related',
    'related-articles',
    'relatedArticles',
    'RelatedArticles__list--3xYz',
    'c_related_c',
    'box newsletter-signup',
    'NewsletterSignup',
    'share-bar',
    'read-more',
    'readmore',
    'read_more',
    'author-bio',
    'werbung',
    'anzeige',
    'lire-aussi',
    'noticias-relacionadas',
    'leggi-anche',
    'czytaj-takze',
    'ilgili-haberler',
    'mest-lest',
  ])('class %j', (name) => {
    expect(called(`class="${name}"`, 'furniture')).toBe(true)
    expect(called(`id="${name}"`, 'furniture')).toBe(true)
  })

  test.each([
    'text',
    'article-body',
    'has-sidebar',
    'with-newsletter',
    'no-share',
    'correlated',
    'shared-ness-x'.replace('shared-ness', 'sharedness'),
    'header-image',
    'paragraph',
    'leadtext',
    'c-7f3a9b',
    '',
  ])('class %j is none', (name) => {
    expect(called(`class="${name}"`, 'furniture')).toBe(false)
  })
})

test.each([
  ['comments', 'comments', true],
  ['CommentList', 'comments', true],
  ['kommentare', 'comments', true],
  ['commentary', 'comments', false],
  ['comments', 'furniture', false],
  ['article-body', 'body', true],
  ['articleBody', 'body', true],
  ['Article_body__x1', 'body', true],
  ['artikel-text', 'body', true],
  ['cuerpo-noticia', 'body', true],
  ['body', 'body', false],
  ['entry', 'wide', true],
  ['main-content', 'wide', true],
] as const)('%s as %s: %s', (name, kind, is) => {
  expect(called(`class="${name}"`, kind)).toBe(is)
})

test('a name of any length is read in time', () => {
  const started = performance.now()
  expect(called(`class="${'a-'.repeat(30_000)}"`, 'furniture')).toBe(false)
  expect(performance.now() - started).toBeLessThan(2000)
})
