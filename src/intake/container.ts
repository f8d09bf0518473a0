/** Finds the element that holds the report, by the names that publishers give it and by where the prose stands. */
import { attribute, elementsOf, namesOf } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import { Masses } from './text-mass.ts'

/** An element and how sure its name makes us. */
export interface Container {
  readonly element: PageElement
  readonly prose: number
  readonly named: boolean
}

/** Names of the element that holds just the body. */
const bodyNames = /(?:^|[\s_-])(?:article-?(?:body|content|text|copy)|articlebody|story-?(?:body|content|text)|storytext|storycontent|post-?(?:body|content|text|entry)|postcontent|entry-?content|entrytext|content-?body|body-?(?:content|copy|text)|news-?(?:body|content|text|detail)|text-?body|field-name-body|rich-?text|wysiwyg|main-?content|single-?content|td-post-content|mw-parser-output|blog-?content|page-?content|article__body|story__body|available-content)(?:$|[\s_-])/

/** The container of the report, or null for a page without prose. */
export function containerOf(document: PageDocument): Container | null {
  const masses = new Masses(document)
  const all = masses.of(document).prose
  if (all === 0) return null
  let best: Container | null = null
  let named: Container | null = null
  for (const e of elementsOf(document)) {
    const { prose } = masses.of(e)
    if (prose === 0) continue
    if (isBodyNamed(e) && prose >= (named === null ? 150 : named.prose * 1.2)) named = { element: e, prose, named: true }
    // The deepest element that still holds most of the prose: its children in turn hold too little.
    if (prose >= all * 0.8) best = { element: e, prose, named: false }
  }
  if (named && named.prose >= all * 0.3) return named
  return best
}

function isBodyNamed(e: PageElement): boolean {
  if (/articlebody|text/i.test(attribute(e, 'itemprop') ?? '')) return true
  if (e.tagName === 'article') return true
  return e.tagName !== 'body' && e.tagName !== 'html' && bodyNames.test(namesOf(e))
}
