/** Hidden text: what a page carries and its reader does not see. */
import { attribute, isElement, lineText, namesOf, prune } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'

const neverShown = new Set([
  'template',
  'script',
  'style',
  'noscript',
  'datalist',
  'object',
  'applet',
  'audio',
  'video',
  'canvas',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'iframe',
  'dialog',
])
const screenReaders =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|element-invisible|a11y-hidden)(?:$|[\s])/
const noDisplay =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:0(?:px|em|rem|%|pt)?(?:;|$)|opacity:0(?:\.0+)?(?:;|$)|(?:max-)?height:0(?:px)?(?:;|$)|(?:max-)?width:0(?:px)?(?:;|$)|text-indent:-\d{3,}|(?:left|top):-\d{4,})/
const longestStyle = 4000

/** Why an element is not seen, or null when it is. `head` and the like are no text and count as seen. */
export function hiddenBy(element: PageElement): string | null {
  const name = element.tagName
  if (name === 'html' || name === 'body') return null
  if (attribute(element, 'hidden') !== null && attribute(element, 'hidden') !== 'until-found')
    return 'hidden'
  if (attribute(element, 'aria-hidden')?.toLowerCase() === 'true') return 'aria-hidden'
  const style = attribute(element, 'style')
  if (style && noDisplay.test(style.slice(0, longestStyle).toLowerCase().replace(/\s+/g, '')))
    return 'style'
  if (screenReaders.test(namesOf(element))) return 'screen readers only'
  return null
}

/** Takes head, scripts and hidden elements out; returns how many of the hidden had words, by reason. Read metadata before. */
export function removeHidden(document: PageDocument): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  prune(document, (node) => {
    if (!isElement(node)) return node.nodeName === '#text' || node.nodeName === '#documentType'
    if (node.tagName === 'head') return false
    if (neverShown.has(node.tagName)) return false
    const why = hiddenBy(node)
    if (why === null) return true
    if (/\p{L}{2}/u.test(lineText(node))) found.set(why, (found.get(why) ?? 0) + 1)
    return false
  })
  return found
}
