/** Tags: part of speech and lemma, one item per token, at the same index and place. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

/** Universal part of speech: ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X. */
export interface Tag extends Span {
  readonly upos: string
  /** Penn Treebank tag (VBD, VBN, MD, NNS, NNP...): carries tense, number and verb form. */
  readonly xpos: string
  readonly lemma: string
}

export const tags = defineLayer<Tag>()('tags', 1)
