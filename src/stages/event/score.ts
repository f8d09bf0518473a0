/** Grades events against an annotated document: predicates with type, with mode, and pairs of actor and recipient. */
import type { Document } from '../../document/document.ts'
import { events } from '../../layers/events.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'

/** Compares events of the same text; `OTHER` counts for nothing, since PLOVER does not code it. */
export function scoreEvents(made: Document, gold: Document): Score {
  const coded = (doc: Document) => doc.layer(events).filter((e) => e.type !== 'OTHER')
  const types = (doc: Document): string[] => coded(doc).map((e) => `${e.token} ${e.type}`)
  const modes = (doc: Document): string[] =>
    coded(doc)
      .filter((e) => e.mode !== null)
      .map((e) => `${e.token} ${e.type} ${e.mode}`)
  const pairs = (doc: Document): string[] =>
    coded(doc).flatMap((e) =>
      e.actors.flatMap((a) => e.recipients.map((r) => `${e.token} ${a} ${r}`)),
    )
  return {
    'event types': countKeys(types(made), types(gold)),
    'event modes': countKeys(modes(made), modes(gold)),
    'actor pairs': countKeys(pairs(made), pairs(gold)),
  }
}
