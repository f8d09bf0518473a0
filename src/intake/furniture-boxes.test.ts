/** Tests of boxes that only their heading gives away, and of reports that stay whole beside them. */
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from './body-text.ts'
import { removeTitledBoxes } from './furniture-boxes.ts'
import { defaultLimits } from './limits.ts'
import { pageTree } from './page-tree.ts'

const sentence = (n: number): string =>
  `The harbour master said on Friday that ship number ${n} had left the port of Lindhaven before the storm came in.`
const story = Array.from({ length: 12 }, (_, i) => `<p>${sentence(i + 1)}</p>`).join('')
const whole = Array.from({ length: 12 }, (_, i) => sentence(i + 1))

function left(body: string): string[] {
  const { document } = pageTree(body, defaultLimits)
  removeTitledBoxes(document)
  return paragraphsOf(document)
}

describe('a box without a name goes', () => {
  test.each([
    [
      'a heading and links',
      '<div><h3>Most read</h3><p><a href="/a">Storm shuts roads</a></p></div>',
    ],
    ['a heading in bold', '<div><b>Newsletter</b><p>Our editors write to you each day.</p></div>'],
    [
      'a heading with a mark',
      '<section><h2>About the author:</h2><p>Jon Vale has two cats.</p></section>',
    ],
    [
      'a German one',
      '<div><h3>Das könnte Sie auch interessieren</h3><p>Brücke bleibt zu.</p></div>',
    ],
    ['a French one', '<div><h3>À lire aussi</h3><p>Le pont reste fermé.</p></div>'],
    ['a Japanese one', '<div><h3>関連記事</h3><p>橋は閉鎖されたまま。</p></div>'],
    [
      'a wrapped one',
      '<div><div><div><span>Sponsored</span></div><p>Tyres for all.</p></div></div>',
    ],
  ])('%s', (_, box) => {
    expect(left(`<main>${story}${box}</main>`)).toEqual(whole)
    expect(left(`<main>${box}${story}</main>`)).toEqual(whole)
  })

  test('comments with a count, even long ones', () => {
    const comments = `<div><h2>Comments (7)</h2>${`<p>${sentence(99)}</p>`.repeat(10)}</div>`
    expect(left(`<main>${story}${comments}</main>`)).toEqual(whole)
  })

  test('what follows a heading of furniture at the end of a report', () => {
    const tail = '<h4>About the author</h4><p>Jon Vale writes about ships and has two cats.</p>'
    expect(left(`<main>${story}${tail}</main>`)).toEqual(whole)
  })
})

describe('a report stays', () => {
  test('in an element that opens with a word of furniture', () => {
    expect(left(`<div><p>Advertisement</p>${story}</div>`)).toEqual(['Advertisement', ...whole])
  })

  test('with its own headings', () => {
    const body = `<div><h2>Why ships leave</h2>${story}</div>`
    expect(left(body)).toEqual(['Why ships leave', ...whole])
  })

  test('after a heading of furniture in its middle', () => {
    const body = `<div>${story}<h3>Related stories</h3>${story.replaceAll('Friday', 'Monday')}</div>`
    expect(left(body)).toHaveLength(25)
  })

  test('when a page holds little else', () => {
    expect(
      left(
        '<div><h2>Newsletter</h2><p>We send one letter each week to all who ask for it, says the editor.</p></div>',
      ),
    ).toHaveLength(2)
  })
})
