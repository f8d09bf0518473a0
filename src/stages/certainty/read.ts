/** The stage `certainty` where the trained reader is there: the rules, weighed by how real it takes each predicate (CE61, CE62). */
import { hedges } from '../../layers/hedges.ts'
import { modalities } from '../../layers/modalities.ts'
import { readings } from '../../layers/readings.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { cuesOf, lists, read, wordsOf } from './find.ts'
import { weighed } from './weigh.ts'

export const readCertainty = defineStage({
  name: 'certainty',
  version: 6,
  needs: [...read, readings],
  makes: [hedges, modalities],
  uses: lists,
  run(view, lexicons) {
    const words = wordsOf(view)
    const found = weighed(
      words,
      cuesOf(words, lexicons),
      view.layer(readings).map((r) => r.factuality),
    )
    return {
      hedges: SpanList.sorted(found.hedges),
      modalities: SpanList.sorted(found.modalities),
    }
  },
})
