/** Syntax: one dependency arc per token, at the same index and place; labels as Universal Dependencies has them. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'
import type { SpanList } from '../text/span-list.ts'
import { Tree } from '../text/tree.ts'

export interface Arc extends Span {
  /** Token index of the head in this document, -1 for the root of a sentence. */
  readonly head: number
  /** nsubj, obj, ccomp, advcl, acl:relcl, nmod:poss ... */
  readonly deprel: string
}

export const syntax = defineLayer<Arc>()('syntax', 1)

const trees = new WeakMap<SpanList<Arc>, Tree>()

/** The tree of a document's arcs; built once for all stages that read it. */
export function treeOf(arcs: SpanList<Arc>): Tree {
  const known = trees.get(arcs)
  if (known) return known
  const tree = Tree.of(arcs.map((a) => a.head))
  trees.set(arcs, tree)
  return tree
}
