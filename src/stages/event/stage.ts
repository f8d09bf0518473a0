/** Finds events: verbs and event nouns with PLOVER type, mode, contexts, actors, recipients, time and place. Rules EV1-EV42 stand in SPEC.md. */
import { attributions } from '../../layers/attributions.ts'
import { clauseIndexOf, clauses } from '../../layers/clauses.ts'
import { entities } from '../../layers/entities.ts'
import { type Event, events } from '../../layers/events.ts'
import { names } from '../../layers/names.ts'
import { places } from '../../layers/places.ts'
import { references } from '../../layers/references.ts'
import { syntax, treeOf } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { type Token, tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import type { Span } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { circumstancesOf, clauseCircumstances } from './circumstances.ts'
import { contextsByClause } from './contexts-of.ts'
import { classes, contexts, type Lists, manners, predicates } from './lexicons.ts'
import { participantsOf, type TypeAt } from './participants.ts'
import type { Party } from './parties.ts'
import { partiesOf, sectors } from './sectors.ts'
import { firstReadings, settledEvents } from './settle.ts'
import { mark, type Words } from './words.ts'

export const event = defineStage({
  name: 'event',
  version: 5,
  needs: [tokens, tags, syntax, clauses, names, entities, references, times, places, attributions],
  makes: [events],
  uses: { predicates, contexts, classes, manners, sectors },
  run(view, lists) {
    const words = view.layer(tokens).items
    const tagged = view.layer(tags).items
    const tree = treeOf(view.layer(syntax))
    const index = clauseIndexOf(view.layer(clauses), tree)
    const named = view.layer(names)
    const known = view.layer(entities).items
    const mentions = known.flatMap((e, value) =>
      e.mentions.map((m) => ({ at: named.at(m), value })),
    )
    const referring = view.layer(references).items.map((r) => ({ at: r, value: r.entity }))
    // A name inside of a reference keeps its own entity: "the Turkish ambassador".
    const entity = marked(words, mentions)
    mark(entity, words, referring)
    const cues = view.layer(attributions).items.flatMap((a) => a.cue)
    const cue = marked(
      words,
      cues.map((at) => ({ at, value: 1 })),
    )
    const w: Words = {
      tokens: words,
      tags: tagged,
      lemmas: tagged.map((t) => t.lemma.toLowerCase()),
      arcs: view.layer(syntax).items,
      tree,
      clauses: view.layer(clauses).items,
      clauseAt: index.at,
      owner: index.owner,
      entities: known,
      entity,
      time: marked(words, spansOf(view.layer(times).items)),
      place: marked(words, spansOf(view.layer(places).items)),
      cue: Uint8Array.from(cue, (c) => (c === 1 ? 1 : 0)),
      times: view.layer(times).items,
      places: view.layer(places).items,
    }
    return { events: SpanList.sorted(eventsOf(w, lists)) }
  },
})

function marked(
  words: readonly Token[],
  spans: readonly { readonly at: Span; readonly value: number }[],
): Int32Array {
  const out = new Int32Array(words.length).fill(-1)
  mark(out, words, spans)
  return out
}

function spansOf(items: readonly Span[]): { at: Span; value: number }[] {
  return items.map((at, value) => ({ at, value }))
}

/** The events of a document; a cue of speech is one only where the list gives it a type ("accused", "threatened"). */
export function eventsOf(w: Words, lists: Lists): Event[] {
  const circumstances = clauseCircumstances(w)
  const contextOf = contextsByClause(w, lists.contexts)
  const readings = firstReadings(w, lists)
  const typeAt: TypeAt = (token) => readings[token]?.type ?? null
  return settledEvents(w, lists, readings).flatMap((e): Event[] => {
    const at = w.tokens[e.token]
    if (!at) return []
    const who = participantsOf(w, e, typeAt)
    return [
      {
        from: at.from,
        to: at.to,
        token: e.token,
        type: e.type,
        lemma: w.tags[e.token]?.lemma ?? '',
        mode: e.mode,
        contexts: contextOf.get(w.owner[e.token] ?? -1) ?? [],
        actors: entitiesOf(who.actors),
        recipients: entitiesOf(who.recipients),
        parties: partiesOf(w, lists.sectors, who),
        ...circumstancesOf(w, e.token, circumstances),
        rule: e.rule,
      },
    ]
  })
}

function entitiesOf(parties: readonly Party[]): number[] {
  return parties.flatMap((p) => (p.entity < 0 ? [] : p.entity))
}
