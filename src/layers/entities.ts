/** Entities: whom or what the names and descriptions of one report stand for; at the place of the first mention. */
import { defineLayer } from '../document/layer.ts'
import type { EntityType } from '../model/entity.ts'
import type { Span } from '../text/span.ts'

export interface Entity extends Span {
  readonly type: EntityType
  /** The fullest name, or for an entity without a name the words of its first mention. */
  readonly name: string
  readonly country: string | null
  /** Roles and titles as written: "Defence Minister", "spokesman". */
  readonly roles: readonly string[]
  /** Indices into `names`; empty for an entity without a name. */
  readonly mentions: readonly number[]
  /** True for an entity known only by a description ("the police", "two officials"). */
  readonly nameless: boolean
}

export const entities = defineLayer<Entity>()('entities', 1)
