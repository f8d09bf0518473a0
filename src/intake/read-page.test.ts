/** Tests of pages: the body alone, the facts beside it, the limits. */
import { describe, expect, test } from 'vitest'
import { isFurnitureLine } from './furniture-lines.ts'
import { defaultLimits } from './limits.ts'
import { scanMarkup } from './markup-scan.ts'
import { readPage } from './read-page.ts'

const story = Array.from(
  { length: 5 },
  (_, i) =>
    `<p>Paragraph ${i}: the harbour master said on Friday that two ships had left the port before the storm came in.</p>`,
).join('')
const read = (body: string, head = '', url: string | null = null) =>
  readPage(
    `<html lang="en-GB"><head>${head}</head><body>${body}</body></html>`,
    { url, simple: false },
    defaultLimits,
  )

describe('the body', () => {
  test.each([
    ['navigation', '<nav><ul><li><a href=/>Home news</a></li></ul></nav>', 'Home news'],
    [
      'footer',
      '<footer><p>Harbour Post is a newspaper that everybody reads every day.</p></footer>',
      'everybody reads',
    ],
    [
      'comments',
      '<div id="comments"><p>I was there myself and saw nothing of the kind, believe me.</p></div>',
      'believe me',
    ],
    [
      'related',
      '<div class="related-stories"><p>Ten things that you did not know about our port</p></div>',
      'Ten things',
    ],
    [
      'caption',
      '<figure><img src=x><figcaption>A ship in the port of Lindhaven.</figcaption></figure>',
      'A ship in',
    ],
    ['call', '<p>Sign up for our daily newsletter</p>', 'newsletter'],
    ['title', '<h1>Ships leave Lindhaven</h1>', 'Ships leave'],
    ['byline', '<p class="byline">By Ada Berg</p>', 'Ada Berg'],
  ])('keeps %s out', (_, furniture, words) => {
    const page = read(
      `<article>${furniture}${story}</article>${furniture.startsWith('<h1') ? '' : furniture}`,
      '<meta property=og:title content="Ships leave Lindhaven">',
    )
    expect(page.text).not.toContain(words)
    expect(page.text.split('\n\n')).toHaveLength(5)
  })

  test('keeps a dateline in a span', () => {
    expect(
      read(
        `<article><p><span class="dateline">LINDHAVEN</span> — Two ships left the port early on Friday, the office said.</p>${story}</article>`,
      ).text,
    ).toMatch(/^LINDHAVEN — Two/)
  })
})

describe('the date', () => {
  const ld = (date: string) =>
    `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"${date}"}]}</script>`
  test.each([
    ['JSON-LD before meta', ld('2024-10-23'), '', null, '2024-10-23', 'json-ld'],
    [
      'meta',
      '<meta property="article:published_time" content="2024-10-22T08:00:00+02:00">',
      '',
      null,
      '2024-10-22',
      'meta',
    ],
    ['time', '', '<time datetime="2024-10-21">Monday</time>', null, '2024-10-21', 'time'],
    ['address', '', '', 'https://post.example/2024/10/20/ships', '2024-10-20', 'url'],
    ['words', '', '<h1>Ships leave</h1><div>20 October 2024</div>', null, '2024-10-20', 'text'],
    [
      'a UTC stamp of the evening before',
      ld('2024-10-24T02:00:00Z'),
      '',
      'https://post.example/2024/10/23/ships',
      '2024-10-23',
      'url',
    ],
    ['nothing', '', '', null, null, null],
    [
      'only other reports',
      '',
      '<div class="related"><time datetime="2024-10-01">1 October</time></div>',
      null,
      null,
      null,
    ],
  ])('from %s', (_, head, body, url, published, from) => {
    const page = read(
      `${body}<article>${story}</article>`,
      head + (head.startsWith('<script') ? '<meta name=date content="2024-01-01">' : ''),
      url,
    )
    expect([page.published, page.publishedFrom]).toEqual([published, from])
  })
})

describe('the limits', () => {
  test('depth, nodes and attributes are told as cuts', () => {
    const small = { ...defaultLimits, nodes: 50 }
    expect(readPage(`<p>x</p>`.repeat(100), { url: null, simple: false }, small).cuts).toHaveLength(
      1,
    )
    expect(read(`${'<div>'.repeat(300)}${story}`).cuts.map((c) => c.what)).toEqual(['tags'])
  })

  test.each([20_000, 40_000])('the scan of %i open tags is linear', (n) => {
    const started = performance.now()
    scanMarkup('<a b="c" '.repeat(n), defaultLimits)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

test.each([
  ['Read more: Ships return', true],
  ['Advertisement', true],
  ['© 2024 Harbour Post', true],
  ['Lesen Sie auch: Schiffe kehren zurück', true],
  ['“Read more books,” the minister said.', false],
  ['She entered the building without permission, police said.', false],
  ['Copyright law is unclear, the court said.', false],
])('%s is furniture: %s', (line, yes) => {
  expect(isFurnitureLine(line)).toBe(yes)
})
