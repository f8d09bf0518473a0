/** Text mass: how much running text, and how much of it in links, stands below each element of a page. */
import { inked } from './body-text.ts'
import { isElement } from './page-nodes.ts'
import type { PageDocument, PageElement, PageNode } from './page-tree.ts'

/** Letters and signs below an element, white space not counted. */
export interface Mass {
  /** All text. */
  readonly text: number
  /** Text in links. */
  readonly links: number
  /** Text in blocks that look like paragraphs: long, and not mostly links. */
  readonly prose: number
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'br',
  'wbr',
])
const shortestProse = 60
const none: Mass = { text: 0, links: 0, prose: 0 }

/** True for elements that stand in a line of text. */
export function isInline(name: string): boolean {
  return inline.has(name)
}

/** Masses of all elements of a tree, computed once from the leaves up. */
export class Masses {
  readonly #of = new Map<PageNode | PageDocument, Mass>()

  constructor(root: PageDocument | PageElement) {
    this.#measure(root, false)
  }

  of(element: PageElement | PageDocument): Mass {
    return this.#of.get(element) ?? none
  }

  /** Returns mass and the text that is not yet part of a block. */
  #measure(
    node: PageNode | PageDocument,
    inLink: boolean,
  ): { mass: Mass; open: number; openLinks: number } {
    if (node.nodeName === '#text' && 'value' in node) {
      const n = inked(node.value)
      return {
        mass: { text: n, links: inLink ? n : 0, prose: 0 },
        open: n,
        openLinks: inLink ? n : 0,
      }
    }
    if (!('childNodes' in node)) return { mass: none, open: 0, openLinks: 0 }
    const link = inLink || node.nodeName === 'a'
    let text = 0
    let links = 0
    let prose = 0
    let open = 0
    let openLinks = 0
    for (const child of node.childNodes) {
      const part = this.#measure(child, link)
      text += part.mass.text
      links += part.mass.links
      prose += part.mass.prose
      open += part.open
      openLinks += part.openLinks
    }
    const block = !isElement(node as PageNode) || !inline.has(node.nodeName)
    if (block && open >= shortestProse && openLinks < open * 0.4) prose += open
    const mass = { text, links, prose }
    this.#of.set(node, mass)
    return block ? { mass, open: 0, openLinks: 0 } : { mass, open, openLinks }
  }
}
