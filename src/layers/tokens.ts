/** Tokens: words as Universal Dependencies has them ("do" + "n't"), each with its own offsets. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

export type TokenKind = 'word' | 'number' | 'punct' | 'symbol'

export interface Token extends Span {
  /** The words as written: `text.slice(from, to)`. */
  readonly form: string
  /** Lower case, typographic apostrophes made plain: the key for lexicons. */
  readonly key: string
  readonly kind: TokenKind
  /** Index into `sentences`. */
  readonly sentence: number
}

export const tokens = defineLayer<Token>()('tokens', 1)
