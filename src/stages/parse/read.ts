/** The stage `parse` where the trained reader is there: its trees, which are whole already (PA20). */
import { readings } from '../../layers/readings.ts'
import { syntax } from '../../layers/syntax.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'

/** One arc per token, at the same index; every sentence has one root and no circle. */
export const readParse = defineStage({
  name: 'parse',
  version: 2,
  needs: [readings],
  makes: [syntax],
  uses: {},
  run: (view) => ({
    syntax: SpanList.of(
      view.layer(readings).items.map(({ from, to, head, deprel }) => ({ from, to, head, deprel })),
    ),
  }),
})
