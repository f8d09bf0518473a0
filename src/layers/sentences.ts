/** Sentences: non-overlapping, each inside one paragraph. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

export interface Sentence extends Span {
  /** Index into `paragraphs`. */
  readonly paragraph: number
}

export const sentences = defineLayer<Sentence>()('sentences', 1)
