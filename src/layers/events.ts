/** Events: predicates with a PLOVER type, their actors, recipients, time and place. */
import { defineLayer } from '../document/layer.ts'
import type { EventType } from '../model/event.ts'
import type { Span } from '../text/span.ts'

/** At the predicate's head word (verb or event noun). */
export interface Event extends Span {
  /** Token index of the head word. */
  readonly token: number
  readonly type: EventType
  readonly lemma: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** Indices into `entities`. */
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  /** Index into `times`. */
  readonly time: number | null
  /** Index into `places`. */
  readonly place: number | null
  readonly rule: string
}

export const events = defineLayer<Event>()('events', 1)
