/** Bridges a page's tree to Mozilla's Readability, which wants a DOM. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { serialize } from 'parse5'
import type { TextSource } from './body-text.ts'
import { elementsOf } from './page-nodes.ts'
import type { PageDocument } from './page-tree.ts'
import { isInline } from './text-mass.ts'

/** What Readability took for the article. */
export interface Readable {
  readonly content: TextSource
  readonly length: number
}

/** Runs Readability over a copy of the tree; null when it finds no article. */
export function readable(document: PageDocument, charThreshold: number): Readable | null {
  unnameWords(document)
  const dom = parseHTML(serialize(document)).document
  const article = new Readability<TextSource>(
    dom as unknown as ConstructorParameters<typeof Readability>[0],
    {
      charThreshold,
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node as unknown as TextSource,
    },
  ).parse()
  if (!article?.content) return null
  return { content: article.content, length: article.length ?? 0 }
}

/** Readability drops words in a paragraph that are called a dateline or author; without names they stay. */
function unnameWords(document: PageDocument): void {
  for (const e of elementsOf(document))
    if (e.parentNode?.nodeName === 'p' && isInline(e.tagName))
      e.attrs = e.attrs.filter((a) => a.name === 'href')
}
