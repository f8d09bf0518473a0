/** The stage `coreference`: entities from names and descriptions, and what pronouns and descriptions refer to. */
import { type Entity, entities } from '../../layers/entities.ts'
import { type Name, names } from '../../layers/names.ts'
import { quotations } from '../../layers/quotations.ts'
import { type Reference, references } from '../../layers/references.ts'
import { syntax } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { defineStage, type View } from '../../pipeline/stage.ts'
import { compareSpans } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { noteKinds } from './bodies.ts'
import { clusterNames } from './cluster.ts'
import { Drafts } from './entity-draft.ts'
import { firstPerson } from './first-person.ts'
import { referenceLexicon } from './lexicons.ts'
import { draftsByToken, linkRest } from './link.ts'
import { pronounWeights } from './pronoun-weights.ts'
import type { Knowledge } from './pronouns.ts'
import { Reading } from './reading.ts'
import { refer } from './refer.ts'
import { nameStates } from './states.ts'

/** The layers that are read with the trained reader and without. */
export const read = [quotations, tokens, tags, syntax, names] as const

/** Clusters the names, then reads once from left to right and resolves what refers back. */
export function resolved(
  view: View<(typeof read)[number]>,
  knowledge: Knowledge,
): { readonly entities: SpanList<Entity>; readonly references: SpanList<Reference> } {
  const { lexicon, hints } = knowledge
  const nameItems: readonly Name[] = view.layer(names).items
  const r = new Reading(
    view.text,
    view.layer(tokens).items,
    view.layer(tags).items,
    view.layer(syntax).items,
    nameItems,
    view.layer(quotations).items,
  )
  const drafts = new Drafts()
  const ofName = clusterNames(lexicon, nameItems, view.text, drafts)
  nameStates(lexicon, r, nameItems, ofName, drafts.all)
  noteKinds(lexicon, r, nameItems, ofName)
  const found = refer(knowledge, r, nameItems, ofName, drafts)
  found.push(...firstPerson(r, draftsByToken(r, nameItems, ofName, found)))
  if (hints) found.push(...linkRest(r, hints, nameItems, ofName, found, drafts))
  nameStates(lexicon, r, nameItems, ofName, drafts.all)
  const order = [...drafts.all].sort((a, b) => compareSpans(a.at, b.at) || a.id - b.id)
  const place = new Map(order.map((d, i) => [d.id, i]))
  return {
    entities: SpanList.of(
      order.map(
        (d): Entity => ({
          from: d.at.from,
          to: d.at.to,
          type: d.type,
          name: d.name,
          country: d.country,
          roles: d.roles,
          mentions: d.mentions,
          nameless: d.nameless,
        }),
      ),
    ),
    references: SpanList.sorted(
      found.map(
        (f): Reference => ({
          from: f.from,
          to: f.to,
          entity: place.get(f.draft.id) ?? 0,
          kind: f.kind,
          rule: f.rule,
        }),
      ),
    ),
  }
}

export const coreference = defineStage({
  name: 'coreference',
  version: 7,
  needs: [...read],
  makes: [entities, references],
  uses: { lexicon: referenceLexicon, weights: pronounWeights },
  run: (view, { lexicon, weights }) => resolved(view, { lexicon, weights, hints: null }),
})
