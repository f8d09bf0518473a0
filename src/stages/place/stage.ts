/** The stage `place`: every place name with its entry in the gazetteer, its role, and why. */
import { names } from '../../layers/names.ts'
import { paragraphs } from '../../layers/paragraphs.ts'
import { type PlaceItem, places } from '../../layers/places.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { gazetteerResource } from '../../lexicon/gazetteer.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { choosePlaces } from './choose.ts'
import { homeOf } from './home.ts'
import { placeLists } from './lexicons.ts'
import { findMentions } from './mention.ts'
import { roleOf } from './role.ts'
import { precisionOf, vagueAt } from './vague.ts'

/** Takes the names that are places, weighs their readings against the report, and says what each does. */
export const place = defineStage({
  name: 'place',
  version: 4,
  needs: [paragraphs, tokens, tags, names],
  makes: [places],
  uses: { lists: placeLists, gazetteer: gazetteerResource },
  run: (view, { lists, gazetteer }) => {
    const lexicon = { ...lists, gazetteer }
    const list = view.layer(tokens)
    const tagList = view.layer(tags)
    const nameItems = view.layer(names).items
    const mentions = findMentions(lexicon, view.text, nameItems, list)
    const choices = choosePlaces(lexicon, mentions, nameItems, list, homeOf(lexicon, view.facts))
    const datelines = view.layer(paragraphs).items.filter((p) => p.dateline !== null)
    const out: PlaceItem[] = mentions.map((m, i) => {
      const choice = choices[i]
      const entry = choice && choice.place >= 0 ? lexicon.gazetteer.place(choice.place) : null
      const feature = m.by === 'facility' ? null : (entry?.feature ?? null)
      const vague = vagueAt(lexicon, list, m)
      const role = roleOf(lexicon, m, feature ?? '', list, tagList, datelines)
      return {
        from: m.from,
        to: m.to,
        name: m.by === 'facility' || m.by === 'part' ? m.text : (entry?.name ?? m.text),
        geonames: m.by === 'facility' ? null : (entry?.geonames ?? null),
        lat: entry?.lat ?? null,
        lon: entry?.lon ?? null,
        country: entry?.country ?? m.country,
        feature,
        role: role.role,
        candidates: (choice?.candidates ?? []).flatMap((c) => lexicon.gazetteer.geonames(c) ?? []),
        precision: precisionOf(
          feature,
          entry ? lexicon.gazetteer.extent(entry.index) : null,
          m,
          vague,
        ),
        modifier: vague ? view.text.slice(vague.from, m.from).trimEnd() : null,
        reason:
          m.by === 'facility' ? 'the town that the facility is named for' : (choice?.reason ?? ''),
        rule: choice?.rule ?? role.rule,
      }
    })
    return { places: SpanList.of(out) }
  },
})
