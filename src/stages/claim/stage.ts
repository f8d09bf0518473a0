/** Assembles claims: one per proposition, with chain, mode, polarity, certainty and what stands in its words. Rules CA1-CA73 stand in SPEC.md. */
import { attributions } from '../../layers/attributions.ts'
import { claims } from '../../layers/claims.ts'
import { clauseIndexOf, clauses } from '../../layers/clauses.ts'
import { entities } from '../../layers/entities.ts'
import { events } from '../../layers/events.ts'
import { hedges } from '../../layers/hedges.ts'
import { modalities } from '../../layers/modalities.ts'
import { names } from '../../layers/names.ts'
import { paragraphs } from '../../layers/paragraphs.ts'
import { places } from '../../layers/places.ts'
import { quantities } from '../../layers/quantities.ts'
import { references } from '../../layers/references.ts'
import { sentences } from '../../layers/sentences.ts'
import { syntax, treeOf } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { assemble } from './assemble.ts'
import { reporting } from './lexicons.ts'
import { peopleOf } from './speakers.ts'
import { coveredBy, type Words } from './words.ts'

export const claim = defineStage({
  name: 'claim',
  version: 6,
  needs: [
    paragraphs,
    sentences,
    tokens,
    tags,
    syntax,
    names,
    times,
    quantities,
    places,
    entities,
    references,
    attributions,
    clauses,
    hedges,
    modalities,
    events,
  ],
  makes: [claims],
  uses: { reporting },
  run(view, lists) {
    const arcs = view.layer(syntax).items
    const tree = treeOf(view.layer(syntax))
    const index = clauseIndexOf(view.layer(clauses), tree)
    const words: Words = {
      text: view.text,
      tokens: view.layer(tokens).items,
      tags: view.layer(tags).items,
      arcs,
      tree,
      sentences: view.layer(sentences).items,
      paragraphs: view.layer(paragraphs).items,
      clauses: view.layer(clauses).items,
      clauseAt: index.at,
      clauseOwner: index.owner,
      attributions: view.layer(attributions).items,
      timed: coveredBy(view.layer(tokens).items, view.layer(times).items),
    }
    const out = assemble(words, {
      published: view.facts.published,
      hedges: view.layer(hedges),
      modalities: view.layer(modalities),
      names: view.layer(names),
      times: view.layer(times),
      quantities: view.layer(quantities),
      places: view.layer(places),
      events: view.layer(events),
      people: peopleOf(
        view.text,
        view.layer(entities).items,
        view.layer(references).items,
        view.layer(names).items,
      ),
      reporting: lists.reporting,
      unreal: new Set(
        view.layer(modalities).items.flatMap((m) => (m.rule === 'CE64' ? [m.on] : [])),
      ),
    })
    return { claims: SpanList.sorted(out.claims), diagnostics: out.diagnostics }
  },
})
