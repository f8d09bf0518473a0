/** The stage `entities` where the trained reader is there: its persons, bodies and places, with what lists and rules add. */
import { type Name, names } from '../../layers/names.ts'
import { readings } from '../../layers/readings.ts'
import { sentences } from '../../layers/sentences.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { gazetteerResource } from '../../lexicon/gazetteer.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { decodeNames, type ReadName } from './bio.ts'
import { joinNames } from './join.ts'
import { nameLexicon } from './lexicons.ts'
import { cutRuns } from './parts.ts'
import { findRuns } from './runs.ts'
import { settle } from './settle.ts'
import { joinForms, Words } from './words.ts'

export const readEntities = defineStage({
  name: 'entities',
  version: 4,
  needs: [sentences, tokens, tags, readings],
  makes: [names],
  uses: { lexicon: nameLexicon, gazetteer: gazetteerResource },
  run: (view, { lexicon, gazetteer }) => {
    const list = view.layer(tokens).items
    const rows = view.layer(readings).items.map((r) => r.names)
    const words = new Words(
      lexicon,
      gazetteer,
      list,
      view.layer(tags).items,
      view.layer(sentences).items,
    )
    const read: ReadName[] = []
    for (let first = 0; first < list.length; ) {
      let end = first + 1
      while (end < list.length && list[end]?.sentence === list[first]?.sentence) end++
      read.push(...decodeNames(rows.slice(first, end), first))
      first = end
    }
    const out: Name[] = []
    for (const n of joinNames(words, read, settle(words, cutRuns(words, findRuns(words))))) {
      const place = (first: number, end: number): { from: number; to: number } => ({
        from: list[first]?.from ?? 0,
        to: list[end - 1]?.to ?? 0,
      })
      out.push({
        ...place(n.first, n.end),
        type: n.type,
        name: joinForms(words, n.first, n.end),
        country: n.known?.country ?? null,
        title: n.title && n.type === 'PERSON' ? place(n.title.first, n.title.end) : null,
        rule: n.rule,
      })
    }
    return { names: SpanList.sorted(out) }
  },
})
