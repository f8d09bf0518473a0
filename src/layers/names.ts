/** Names: proper-name mentions, each with its type and, through `entity`, whom it stands for. */
import { defineLayer } from '../document/layer.ts'
import type { EntityType } from '../model/entity.ts'
import type { Span } from '../text/span.ts'

/** The name alone: titles stand in `title`. */
export interface Name extends Span {
  readonly type: EntityType
  /** Canonical words of this mention, possessive 's left off. */
  readonly name: string
  /** ISO 3166 alpha-3 where the name itself tells (states, demonyms, capitals). */
  readonly country: string | null
  /** "Defence Minister" before a name, "president of Russia" after it. */
  readonly title: Span | null
  /** The rule that made it: "EN3". */
  readonly rule: string
}

export const names = defineLayer<Name>()('names', 1)
