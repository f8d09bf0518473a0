/** Tests of the page's tree: the spec's own tree for ordinary pages, and lids on depth, size and count that are told. */
import { describe, expect, test } from 'vitest'
import { defaultLimits, type Limits } from './limits.ts'
import {
  attribute,
  elementsOf,
  isElement,
  lineText,
  namesOf,
  oneLine,
  prune,
  rawText,
  removeNode,
} from './page-nodes.ts'
import { type PageDocument, pageTree } from './page-tree.ts'

const tree = (html: string, limits: Partial<Limits> = {}) =>
  pageTree(html, { ...defaultLimits, ...limits })
const names = (document: PageDocument): string[] => [...elementsOf(document)].map((e) => e.tagName)

/** How many elements stand around the deepest one. */
function depthOf(document: PageDocument): number {
  let deepest = 0
  for (const e of elementsOf(document)) {
    let depth = 0
    for (let at = e.parentNode; at; at = 'parentNode' in at ? at.parentNode : null) depth++
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

describe('the tree', () => {
  test('is that of the specification, missing tags put in', () => {
    const { document, cuts, elements } = tree('<p>One<p>Two')
    expect(names(document)).toEqual(['html', 'head', 'body', 'p', 'p'])
    expect(lineText(document)).toBe('OneTwo')
    expect(cuts).toEqual([])
    expect(elements).toBe(5)
  })

  test.each([
    ['', ''],
    ['Two ships', 'Two ships'],
    ['<<<>>>', '<<<>>>'],
    ['</p></div>', ''],
    ['<p', ''],
    ['a &amp; b &lt;c&gt; &eacute; &#x263a;', 'a & b <c> é ☺'],
    ['<p>One</b>Two</p>', 'OneTwo'],
    ['<!-- never ends <p>One', ''],
  ])('of %j has the words %j', (html, words) => {
    expect(lineText(tree(html).document)).toBe(words)
  })

  test('scripts are data, never run and never read as markup', () => {
    const { document } = tree('<script>document.write("<p>no</p>")</script><p>yes</p>')
    expect(names(document).filter((n) => n === 'p')).toEqual(['p'])
  })
})

describe('the lids', () => {
  test('on depth: the words stay, the nesting ends, and that is told', () => {
    const html = `${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}`
    const { document, cuts } = tree(html, { depth: 50 })
    expect(depthOf(document)).toBeLessThanOrEqual(53)
    expect(lineText(document)).toBe('deep')
    expect(cuts).toEqual([{ what: 'tags', why: 'nested more than 50 deep' }])
  })

  test('on depth: what is within it is untouched', () => {
    const html = `${'<div>'.repeat(20)}deep${'</div>'.repeat(20)}`
    expect(tree(html, { depth: 50 }).cuts).toEqual([])
  })

  test('on nodes: the first ones are kept, and that is told', () => {
    const html = Array.from({ length: 500 }, (_, i) => `<p>${i}</p>`).join('')
    const { document, cuts, elements } = tree(html, { nodes: 101 })
    expect(lineText(document).startsWith('012345')).toBe(true)
    expect(elements).toBeLessThanOrEqual(101)
    expect(cuts).toEqual([{ what: 'the end of the page', why: 'more than 101 nodes' }])
  })

  test('formatting tags that the specification repeats for ever are held', () => {
    const html = `${'<a><b><i>'.repeat(3000)}${'<p>x'.repeat(3000)}`
    const { document } = tree(html, { nodes: 20_000 })
    expect(names(document).length).toBeLessThanOrEqual(20_000)
  })

  test('a hundred thousand closings without an opening are nothing', () => {
    expect(lineText(tree(`${'</div>'.repeat(100_000)}x`).document)).toBe('x')
  })
})

describe('questions over a tree', () => {
  const { document } = tree(
    '<div id=Main class="Story Body" data-x="1" data-x="2"><p>One <b>two</b></p><p>three</p></div>',
  )
  const div = [...elementsOf(document)].find((e) => e.tagName === 'div') ?? expect.fail()

  test('an attribute is its first value, or null', () => {
    expect(attribute(div, 'data-x')).toBe('1')
    expect(attribute(div, 'id')).toBe('Main')
    expect(attribute(div, 'none')).toBeNull()
  })

  test('names are class and id in small letters', () => {
    expect(namesOf(div)).toBe('story body main')
  })

  test('words come raw or on one line', () => {
    expect(rawText(div)).toBe('One twothree')
    expect(oneLine(' a\n\t b\u00a0c ')).toBe('a b c')
  })

  test('elements come in document order', () => {
    expect([...elementsOf(div)].map((e) => e.tagName)).toEqual(['p', 'b', 'p'])
  })

  test('a node taken out is gone from both sides', () => {
    const own = tree('<p>One</p><p>Two</p>').document
    const [first] = [...elementsOf(own)].filter((e) => e.tagName === 'p')
    if (!first) return expect.fail()
    removeNode(first)
    expect(lineText(own)).toBe('Two')
    expect(first.parentNode).toBeNull()
    removeNode(first)
    expect(lineText(own)).toBe('Two')
  })

  test('pruning takes whole branches', () => {
    const own = tree('<div><p>One<b>two</b></p><b>three</b></div>').document
    prune(own, (node) => !isElement(node) || node.tagName !== 'b')
    expect(lineText(own)).toBe('One')
  })
})
