/** Finds the element that holds the report, by the names that publishers give it and by where the prose stands. */
import { isCalled } from './element-names.ts'
import { attribute, elementsOf } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import { Masses } from './text-mass.ts'

/** An element and how sure its name makes us. */
export interface Container {
  readonly element: PageElement
  readonly prose: number
  /** Its name says that it holds the body; 'body' when it says that it holds nothing else. */
  readonly named: 'body' | 'article' | null
}

/** The container of the report, or null for a page without prose. */
export function containerOf(document: PageDocument): Container | null {
  const masses = new Masses(document)
  const all = masses.of(document).prose
  if (all === 0) return null
  let best: Container | null = null
  let wide: Container | null = null
  let body: Container | null = null
  for (const e of elementsOf(document)) {
    const { prose } = masses.of(e)
    if (prose === 0) continue
    const name = nameOf(e)
    if (name === 'body' && prose >= (body === null ? 150 : body.prose * 1.2))
      body = { element: e, prose, named: name }
    if (name === 'article' && prose >= (wide === null ? 150 : wide.prose * 1.2))
      wide = { element: e, prose, named: name }
    // The deepest element that still holds most of the prose: its children in turn hold too little.
    if (prose >= all * 0.8) best = { element: e, prose, named: null }
  }
  if (body && body.prose >= all * 0.4) return body
  if (wide && wide.prose >= all * 0.3) return wide
  return body && body.prose >= all * 0.3 ? body : best
}

function nameOf(e: PageElement): Container['named'] {
  if (e.tagName === 'body' || e.tagName === 'html') return null
  if (/articlebody/i.test(attribute(e, 'itemprop') ?? '')) return 'body'
  if (isCalled(e, 'body')) return 'body'
  return e.tagName === 'article' || isCalled(e, 'wide') ? 'article' : null
}
