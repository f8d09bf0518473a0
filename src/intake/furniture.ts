/** Furniture: the parts of a page that are not the report - navigation, comments, teasers, sharing, captions - taken out by role and name. */
import { isCalled } from './element-names.ts'
import { attribute, isElement, prune } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import { isInline, Masses } from './text-mass.ts'

const always = new Set([
  'nav',
  'footer',
  'figcaption',
  'form',
  'menu',
  'input',
  'label',
  'fieldset',
])
const roles = new Set([
  'navigation',
  'menu',
  'menubar',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'alert',
  'alertdialog',
  'toolbar',
  'tablist',
])

/** The most of a page's prose that one piece of furniture may hold; what holds more is not furniture, whatever its name. */
const largestShare = 0.25
/** The most of it inside an element that is named as the body: bodies are cut into parts that are called like furniture. */
const insideShare = 0.04
/** What must be left of a page that has no comments, and of one that has. */
const leastShare = 0.5
const leastLeft = 250

/** Takes furniture out of the tree. */
export function removeFurniture(document: PageDocument): void {
  const masses = new Masses(document)
  const all = masses.of(document).prose
  prune(document, (node) => {
    if (!isElement(node) || !isComments(node)) return true
    const { prose } = masses.of(node)
    return all - prose < leastLeft && prose > 0
  })
  const rest = new Masses(document)
  const whole = rest.of(document).prose
  const by =
    (byName: number) =>
    (e: PageElement): boolean => {
      const { prose, links, text } = rest.of(e)
      if (isRole(e) || isLinkList(e, links, text)) return prose <= whole * largestShare
      if (e.tagName === 'p' && text > longestLine) return false
      return isNamed(e) && prose <= whole * byName
    }
  const left = whole - proseOf(document, rest, by(largestShare))
  const goes = by(left >= whole * leastShare ? largestShare : insideShare)
  prune(document, (node) => !isElement(node) || !goes(node))
}

/** The prose of all elements that would go. */
function proseOf(
  root: PageDocument | PageElement,
  masses: Masses,
  goes: (e: PageElement) => boolean,
): number {
  let sum = 0
  for (const child of root.childNodes) {
    if (!isElement(child)) continue
    sum += goes(child) ? masses.of(child).prose : proseOf(child, masses, goes)
  }
  return sum
}

function isComments(e: PageElement): boolean {
  return canGo(e) && isCalled(e, 'comments')
}

/** What the tag or the role says. */
function isRole(e: PageElement): boolean {
  if (!canGo(e)) return false
  if (always.has(e.tagName) || e.tagName === 'aside') return true
  return roles.has(attribute(e, 'role')?.toLowerCase() ?? '')
}

/** What class and id say. */
function isNamed(e: PageElement): boolean {
  if (!canGo(e) || /article-?body|description/i.test(attribute(e, 'itemprop') ?? '')) return false
  return isCalled(e, 'furniture')
}

/** Lists that are nothing but links lead elsewhere. */
function isLinkList(e: PageElement, links: number, text: number): boolean {
  return (e.tagName === 'ul' || e.tagName === 'ol') && text > 0 && links >= text * 0.85
}

/** Elements that hold the page together stay, and so do words inside a paragraph: a dateline, a date, a name. */
function canGo(e: PageElement): boolean {
  if (holding.has(e.tagName)) return false
  return !(isInline(e.tagName) && e.parentNode?.nodeName === 'p')
}

const holding = new Set(['html', 'body', 'main', 'article', 'h1', 'tbody', 'tr'])

/** A paragraph that is called furniture is, when it is no longer than a line. */
const longestLine = 100
