/** Finds how sure a statement is and how it is put: hedges, negations, modes. Rules CE1-CE65 stand in SPEC.md. */
import { hedges } from '../../layers/hedges.ts'
import { modalities } from '../../layers/modalities.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { cuesOf, lists, read, wordsOf } from './find.ts'

export const certainty = defineStage({
  name: 'certainty',
  version: 5,
  needs: read,
  makes: [hedges, modalities],
  uses: lists,
  run(view, lexicons) {
    const found = cuesOf(wordsOf(view), lexicons)
    return {
      hedges: SpanList.sorted(found.hedges),
      modalities: SpanList.sorted(found.modalities),
    }
  },
})
