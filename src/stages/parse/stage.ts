/** The stage `parse`: a tree for every sentence, with the labels of Universal Dependencies. */
import { type Arc, syntax } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { LinearModel } from '../../lexicon/linear-model.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { type ParseModel, Parser, parseModelOf } from './decode.ts'

const empty = new Uint8Array()

const model = defineResource(
  ['en/parse.model'],
  ([bytes]): ParseModel =>
    parseModelOf(LinearModel.read(bytes ?? empty, 'en/parse.model', 'parse')),
)

/** One arc per token, at the same index; every sentence has one root and no circle. */
export const parse = defineStage({
  name: 'parse',
  version: 1,
  needs: [tokens, tags],
  makes: [syntax],
  uses: { model },
  run: (view, { model }) => {
    const words = view.layer(tokens).items
    const tagged = view.layer(tags).items
    const parser = new Parser(model)
    const { state, hasher } = parser
    const out: Arc[] = []
    for (let first = 0; first < words.length; ) {
      const sentence = words[first]?.sentence
      let end = first + 1
      while (end < words.length && words[end]?.sentence === sentence) end++
      const size = end - first
      state.reset(size)
      for (let i = 0; i < size; i++) {
        const t = tagged[first + i]
        hasher.set(state, i, words[first + i]?.key ?? '', t?.upos ?? 'X', t?.xpos ?? 'XX')
      }
      parser.parse()
      for (let i = 0; i < size; i++) {
        const word = words[first + i]
        if (!word) continue
        const head = state.head[i] ?? size
        out.push({
          from: word.from,
          to: word.to,
          head: head === size ? -1 : first + head,
          deprel: model.labels[(state.label[i] ?? 1) - 1] ?? 'dep',
        })
      }
      first = end
    }
    return { syntax: SpanList.of(out) }
  },
})
