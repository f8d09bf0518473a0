/** Events: predicates with a PLOVER type, their actors, recipients, time and place. */
import { defineLayer } from '../document/layer.ts'
import type { EventType, Sector } from '../model/event.ts'
import type { Span } from '../text/span.ts'

/** One who acts or is acted upon, with what the words tell of them; also who has no entity ("gunmen"). */
export interface EventParty {
  readonly side: 'actor' | 'recipient'
  /** Index into `entities`, or null. */
  readonly entity: number | null
  /** ISO 3166 alpha-3 of the state they belong to. */
  readonly country: string | null
  readonly sector: Sector | null
  /** The words that tell what they are: "soldiers", "finance minister". */
  readonly role: string | null
}

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
  readonly parties: readonly EventParty[]
  /** Index into `times`. */
  readonly time: number | null
  /** Index into `places`. */
  readonly place: number | null
  readonly rule: string
}

export const events = defineLayer<Event>()('events', 1)
