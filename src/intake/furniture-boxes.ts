/** Boxes of furniture that no name gives away: what stands under a heading like "Most read" or "About the author". */
import { type BoxKind, boxOf } from './furniture-lines.ts'
import { isElement, lineText, prune } from './page-nodes.ts'
import type { PageDocument, PageElement, PageNode } from './page-tree.ts'
import { isInline, Masses } from './text-mass.ts'

/** The most of a page's prose that a box may hold, by its kind. */
const boxShare: Readonly<Record<BoxKind, number>> = { box: 0.2, comments: 0.7 }
/** The most that may follow a heading of furniture inside the element that holds the report. */
const tailShare: Readonly<Record<BoxKind, number>> = { box: 0.08, comments: 0.7 }
/** What must be left of a page, in letters of prose. */
const leastLeft = 250
const longestTitle = 60
const boxTags = new Set([
  'div',
  'section',
  'aside',
  'ul',
  'ol',
  'table',
  'td',
  'dl',
  'details',
  'center',
])

/** Takes boxes out that open with such a heading, and what follows such a heading up to the next. */
export function removeTitledBoxes(document: PageDocument): void {
  const masses = new Masses(document)
  const whole = masses.of(document).prose
  const fits = (prose: number, share: number): boolean =>
    prose <= whole * share && (prose === 0 ? whole > 0 : whole - prose >= leastLeft)
  prune(document, (node) => {
    if (!isElement(node) || !boxTags.has(node.tagName)) return true
    const { prose } = masses.of(node)
    if (prose > whole * boxShare.comments) return true
    const box = boxOf(firstLine(node))
    return box === null || !fits(prose, boxShare[box])
  })
  removeTails(document, masses, (prose, box) => fits(prose, tailShare[box]))
}

type Fits = (prose: number, box: BoxKind) => boolean

/** What follows a heading of furniture, up to the next heading: only where little of the page does. */
function removeTails(root: PageDocument | PageElement, masses: Masses, fits: Fits): void {
  let tail: { readonly box: BoxKind; readonly nodes: PageNode[]; prose: number } | null = null
  const gone = new Set<PageNode>()
  const close = (): void => {
    if (tail && fits(tail.prose, tail.box)) for (const node of tail.nodes) gone.add(node)
    tail = null
  }
  for (const child of root.childNodes) {
    if (isElement(child) && isHeading(child)) {
      close()
      const box = boxOf(lineText(child))
      if (box) tail = { box, nodes: [child], prose: 0 }
    } else if (tail) {
      tail.nodes.push(child)
      tail.prose += isElement(child) ? masses.of(child).prose : 0
    }
    if (isElement(child)) removeTails(child, masses, fits)
  }
  close()
  if (gone.size > 0) root.childNodes = root.childNodes.filter((node) => !gone.has(node))
}

function isHeading(e: PageElement): boolean {
  return /^h[1-6]$/.test(e.tagName)
}

/** The first line of text of an element, as far as a title goes. */
function firstLine(e: PageElement): string {
  let line = ''
  const visit = (node: PageNode): boolean => {
    if (node.nodeName === '#text' && 'value' in node) {
      line += node.value
      return line.length > longestTitle * 3
    }
    if (!isElement(node)) return false
    const block = !isInline(node.tagName) || node.tagName === 'br'
    if (block && line.trim() !== '') return true
    for (const child of node.childNodes) if (visit(child)) return true
    return block && line.trim() !== ''
  }
  visit(e)
  return line.replace(/\s+/g, ' ').trim()
}
