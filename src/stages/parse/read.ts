/** The stage `parse` where the trained reader is there: its trees, which are whole already (PA20), with marks in their places (PA21-PA23). */
import { readings } from '../../layers/readings.ts'
import { syntax } from '../../layers/syntax.ts'
import { tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { placeMarks } from './marks.ts'

/** One arc per token, at the same index; every sentence has one root and no circle. */
export const readParse = defineStage({
  name: 'parse',
  version: 3,
  needs: [tokens, readings],
  makes: [syntax],
  uses: {},
  run: (view) => {
    const words = view.layer(tokens).items
    const read = view.layer(readings).items
    const tree = read.map(({ upos, head }, i) => ({ form: words[i]?.form ?? '', upos, head }))
    const heads: number[] = []
    for (let first = 0; first < words.length; ) {
      let end = first + 1
      while (end < words.length && words[end]?.sentence === words[first]?.sentence) end++
      for (const head of placeMarks(tree, first, end)) heads.push(head)
      first = end
    }
    return {
      syntax: SpanList.of(
        read.map(({ from, to, deprel }, i) => ({ from, to, head: heads[i] ?? -1, deprel })),
      ),
    }
  },
})
