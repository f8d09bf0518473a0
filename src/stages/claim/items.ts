/** What claims are made from beside the words: the layers whose items they may hold, and the verbs of reporting. */
import type { Event } from '../../layers/events.ts'
import type { Hedge } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import type { Name } from '../../layers/names.ts'
import type { PlaceItem } from '../../layers/places.ts'
import type { QuantityItem } from '../../layers/quantities.ts'
import type { TimeItem } from '../../layers/times.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { Reporting } from './lexicons.ts'
import type { People } from './speakers.ts'

/** The layers whose items a claim may hold. */
export interface Items {
  readonly published: string | null
  readonly hedges: SpanList<Hedge>
  readonly modalities: SpanList<Modality>
  readonly names: SpanList<Name>
  readonly times: SpanList<TimeItem>
  readonly quantities: SpanList<QuantityItem>
  readonly places: SpanList<PlaceItem>
  readonly events: SpanList<Event>
  readonly people: People
  readonly reporting: Reporting
  /** Infinitives that the reader takes for not done (CE64). */
  readonly unreal: ReadonlySet<number>
}
