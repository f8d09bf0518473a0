/** The stage `entities`: proper names with their types and titles. */
import { type Name, names } from '../../layers/names.ts'
import { sentences } from '../../layers/sentences.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { gazetteerResource } from '../../lexicon/gazetteer.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { nameLexicon } from './lexicons.ts'
import { cutRuns } from './parts.ts'
import { findRuns } from './runs.ts'
import { settle } from './settle.ts'
import { joinForms, Words } from './words.ts'

/** Finds runs of capitals, cuts them into names and settles one type for each name of the report. */
export const entities = defineStage({
  name: 'entities',
  version: 2,
  needs: [sentences, tokens, tags],
  makes: [names],
  uses: { lexicon: nameLexicon, gazetteer: gazetteerResource },
  run: (view, { lexicon, gazetteer }) => {
    const list = view.layer(tokens).items
    const words = new Words(
      lexicon,
      gazetteer,
      list,
      view.layer(tags).items,
      view.layer(sentences).items,
    )
    const out: Name[] = []
    for (const { candidate, type, rule } of settle(words, cutRuns(words, findRuns(words)))) {
      const from = list[candidate.first]?.from ?? 0
      const to = list[candidate.end - 1]?.to ?? from
      const title = candidate.title
      out.push({
        from,
        to,
        type,
        name: joinForms(words, candidate.first, candidate.end),
        country: candidate.known?.country ?? null,
        title:
          title && type === 'PERSON'
            ? { from: list[title.first]?.from ?? 0, to: list[title.end - 1]?.to ?? 0 }
            : null,
        rule,
      })
    }
    return { names: SpanList.sorted(out) }
  },
})
