/** The article of a page: which part of it is the report, as paragraphs. */
import { paragraphsOf, type TextSource } from './body-text.ts'
import { elementsOf, lineText } from './page-nodes.ts'
import type { PageDocument } from './page-tree.ts'
import { readable } from './readable.ts'

/** The body of a report. */
export interface Article {
  readonly paragraphs: readonly string[]
  /** 'readability', or what stood in for it. */
  readonly by: string
}

const charThreshold = 200

/** Finds the article. `simple` skips everything costly: the whole visible text of the page is taken. */
export function articleOf(document: PageDocument, title: string | null, simple: boolean): Article {
  const found = simple ? null : readable(document, charThreshold)
  const paragraphs = found ? paragraphsOf(found.content, isFurniture) : pageText(document)
  return { paragraphs: withoutTitle(paragraphs, title), by: found ? 'readability' : 'page' }
}

function isFurniture(node: TextSource): boolean {
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
