/** Walks and questions over a page's tree. */
import type { PageDocument, PageElement, PageNode } from './page-tree.ts'

type Parent = PageDocument | PageElement

export function isElement(node: PageNode | Parent): node is PageElement {
  return 'tagName' in node
}

/** An attribute's value, or null. */
export function attribute(element: PageElement, name: string): string | null {
  for (const a of element.attrs) if (a.name === name) return a.value
  return null
}

/** Class and id as one lower-case string, for patterns. */
export function namesOf(element: PageElement): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.toLowerCase()
}

/** All elements below, in document order; templates are not entered. One step an element, however deep it lies. */
export function* elementsOf(root: Parent): Generator<PageElement> {
  const open: { readonly nodes: readonly PageNode[]; next: number }[] = [
    { nodes: root.childNodes, next: 0 },
  ]
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.nodes[level.next++]
    if (node === undefined) open.pop()
    else if (isElement(node)) {
      yield node
      open.push({ nodes: node.childNodes, next: 0 })
    }
  }
}

/** The words below a node, as they stand. */
export function rawText(node: PageNode | Parent): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('childNodes' in node)) return ''
  let out = ''
  for (const child of node.childNodes) out += rawText(child)
  return out
}

/** The words below a node on one line. */
export function lineText(node: PageNode | Parent): string {
  return oneLine(rawText(node))
}

/** White space of every kind as single spaces, none at the ends. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** Takes a node out of its parent. */
export function removeNode(node: PageNode): void {
  const parent = node.parentNode
  if (!parent) return
  const at = parent.childNodes.indexOf(node)
  if (at >= 0) parent.childNodes.splice(at, 1)
  node.parentNode = null
}

/** Keeps the children for which `keep` says so, all the way down: one pass, linear in the tree. */
export function prune(root: Parent, keep: (node: PageNode) => boolean): void {
  const kept: PageNode[] = []
  for (const child of root.childNodes) {
    if (!keep(child)) {
      child.parentNode = null
      continue
    }
    kept.push(child)
    if (isElement(child)) prune(child, keep)
  }
  root.childNodes = kept
}
