/** Finds events: verbs and event nouns with PLOVER type, mode, contexts, actors, recipients, time and place. Rules EV1-EV23 stand in SPEC.md. */
import { attributions } from '../../layers/attributions.ts'
import { clauseIndexOf, clauses } from '../../layers/clauses.ts'
import { entities } from '../../layers/entities.ts'
import { type Event, events } from '../../layers/events.ts'
import { names } from '../../layers/names.ts'
import { places } from '../../layers/places.ts'
import { references } from '../../layers/references.ts'
import { syntax, treeOf } from '../../layers/syntax.ts'
import { type Tag, tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { type Token, tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import type { Span } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { circumstancesOf, clauseCircumstances } from './circumstances.ts'
import { contextsByClause, type Reading, readingOf } from './classify.ts'
import { contexts, predicates } from './lexicons.ts'
import { participantsOf } from './participants.ts'
import { mark, type Words } from './words.ts'

export const event = defineStage({
  name: 'event',
  version: 2,
  needs: [tokens, tags, syntax, clauses, names, entities, references, times, places, attributions],
  makes: [events],
  uses: { predicates, contexts },
  run(view, lists) {
    const arcs = view.layer(syntax).items
    const words = view.layer(tokens).items
    const made = view.layer(clauses).items
    const tree = treeOf(view.layer(syntax))
    const index = clauseIndexOf(view.layer(clauses), tree)
    const named = view.layer(names)
    const known = view.layer(entities).items
    const mentions = known.flatMap((e, value) =>
      e.mentions.map((m) => ({ at: named.at(m), value })),
    )
    const referring = view.layer(references).items.map((r) => ({ at: r, value: r.entity }))
    const entity = marked(words, [...mentions, ...referring])
    const cues = view.layer(attributions).items.flatMap((a) => a.cue)
    const cue = marked(
      words,
      cues.map((at) => ({ at, value: 1 })),
    )
    const w: Words = {
      tokens: words,
      tags: view.layer(tags).items,
      arcs,
      tree,
      clauses: made,
      clauseAt: index.at,
      owner: index.owner,
      entity,
      person: Uint8Array.from(entity, (e) => (e >= 0 && known[e]?.type === 'PERSON' ? 1 : 0)),
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

type Senses = Map<string, Reading>

/** EV7: a noun that nothing beside it decides has the sense that its lemma had before in the report ("a missile strike ... the strike"). */
function inReport(senses: Senses, tag: Tag, reading: Reading | null): Reading | null {
  if (reading === null || reading.type === 'OTHER') return reading
  const before = senses.get(tag.lemma)
  if (reading.rule !== 'EV3') senses.set(tag.lemma, reading)
  else if (before) return { ...before, rule: 'EV7' }
  return reading
}

/** The events of a document; a cue of speech is one only where the list gives it a type ("accused", "threatened"). */
export function eventsOf(w: Words, lists: Parameters<typeof readingOf>[2]): Event[] {
  const circumstances = clauseCircumstances(w)
  const contextOf = contextsByClause(w, lists.contexts)
  const out: Event[] = []
  const senses: Senses = new Map()
  for (const [token, tag] of w.tags.entries()) {
    if (tag.upos !== 'VERB' && tag.upos !== 'NOUN') continue
    const reading = inReport(senses, tag, readingOf(w, token, lists))
    if (!reading || (reading.type === 'OTHER' && w.cue[token] === 1)) continue
    const at = w.tokens[token]
    if (!at) continue
    out.push({
      from: at.from,
      to: at.to,
      token,
      type: reading.type,
      lemma: tag.lemma,
      mode: reading.mode,
      contexts: contextOf.get(w.owner[token] ?? -1) ?? [],
      ...participantsOf(w, token, reading.type),
      ...circumstancesOf(w, token, circumstances),
      rule: reading.rule,
    })
  }
  return out
}
