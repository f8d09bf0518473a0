/** The article of a page: which part of it is the report, as paragraphs. */
import { paragraphsOf, type TextSource } from './body-text.ts'
import { containerOf } from './container.ts'
import { removeFurniture } from './furniture.ts'
import { elementsOf, lineText } from './page-nodes.ts'
import type { PageDocument } from './page-tree.ts'
import { readable } from './readable.ts'

/** The body of a report. */
export interface Article {
  readonly paragraphs: readonly string[]
  /** Who found it: 'readability', 'container', or 'page' for all that is visible. */
  readonly by: string
}

const charThreshold = 200

/** Finds the article. `simple` skips everything costly: the whole visible text of the page is taken. */
export function articleOf(document: PageDocument, title: string | null, simple: boolean): Article {
  removeFurniture(document)
  const article = simple ? null : found(document)
  const { paragraphs, by } = article ?? { paragraphs: pageText(document), by: 'page' }
  return { paragraphs: withoutTitle(paragraphs, title), by }
}

/** Two ways to find the article; each is right where the other fails in ways that can be seen. */
function found(document: PageDocument): Article | null {
  const container = containerOf(document)
  const own = container ? paragraphsOf(container.element) : []
  const article = readable(document, charThreshold)
  const read = article ? paragraphsOf(article.content, isCaption) : []
  const ownLength = lengthOf(own)
  const readLength = lengthOf(read)
  if (ownLength === 0 && readLength === 0) return null
  const useOwn = container?.named === true || readLength < ownLength * 0.7
  return useOwn ? { paragraphs: own, by: 'container' } : { paragraphs: read, by: 'readability' }
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((n, p) => n + p.length, 0)
}

function isCaption(node: TextSource): boolean {
  return node.nodeName.toLowerCase() === 'figcaption'
}

function pageText(document: PageDocument): string[] {
  for (const e of elementsOf(document)) if (e.tagName === 'body') return paragraphsOf(e)
  return lineText(document) === '' ? [] : paragraphsOf(document)
}

function withoutTitle(paragraphs: readonly string[], title: string | null): string[] {
  if (title === null) return [...paragraphs]
  return paragraphs.filter((p, i) => !(i < 3 && p.toLowerCase() === title.toLowerCase()))
}
