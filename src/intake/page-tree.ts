/** The document tree of a page, built by the spec's own algorithm with a lid on its depth and size. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type Token } from 'parse5'
import type { Cut } from '../model/report.ts'
import type { Limits } from './limits.ts'
import { scanMarkup } from './markup-scan.ts'

export type PageDocument = DefaultTreeAdapterTypes.Document
export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode

/** A tree and what was left out of it. */
export interface PageTree {
  readonly document: PageDocument
  readonly cuts: readonly Cut[]
  /** Elements in the tree. */
  readonly elements: number
}

/** Thrown by the adapter to stop the tree builder where it stands; never leaves this file. */
class TreeFull extends Error {}

/** Drops start tags that would go too deep; their words stay where they are. */
class LidParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  deepest = Number.POSITIVE_INFINITY
  tooDeep = false

  override onStartTag(token: Token.TagToken): void {
    if (this.openElements.stackTop >= this.deepest) {
      this.tooDeep = true
      return
    }
    super.onStartTag(token)
  }
}

/** Builds the tree. Time and memory are linear in the markup, whatever it holds. */
export function pageTree(source: string, limits: Limits): PageTree {
  const scanned = scanMarkup(source, limits)
  const cuts = [...scanned.cuts]
  let nodes = 0
  let elements = 0
  const count = (): void => {
    if (++nodes > limits.nodes) throw new TreeFull()
  }
  const parser = new LidParser({
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, space, attributes) {
        count()
        elements++
        return defaultTreeAdapter.createElement(name, space, attributes)
      },
      insertText(parent, words) {
        if (parent.childNodes.at(-1)?.nodeName !== '#text') count()
        defaultTreeAdapter.insertText(parent, words)
      },
    },
  })
  parser.deepest = limits.depth
  try {
    parser.tokenizer.write(scanned.html, true)
  } catch (thrown) {
    if (!(thrown instanceof TreeFull)) throw thrown
    cuts.push({ what: 'the end of the page', why: `more than ${limits.nodes} nodes` })
  }
  if (parser.tooDeep) cuts.push({ what: 'tags', why: `nested more than ${limits.depth} deep` })
  return { document: parser.document, cuts, elements }
}
