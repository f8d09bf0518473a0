/** The stage `tag` where the trained reader is there: its tags, with lemmas by rule (TG20). */
import { readings } from '../../layers/readings.ts'
import { type Tag, tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { Lemmatiser } from './lemma.ts'
import { lemmas } from './stage.ts'
import { Casing, casingOf } from './words.ts'

/** One tag per token, at the same index. */
export const readTag = defineStage({
  name: 'tag',
  version: 3,
  needs: [tokens, readings],
  makes: [tags],
  uses: { lemmas },
  run: (view, { lemmas }) => {
    const words = view.layer(tokens).items
    const read = view.layer(readings).items
    const lemmatiser = new Lemmatiser(lemmas)
    const out: Tag[] = []
    for (let first = 0; first < words.length; ) {
      const sentence = words[first]?.sentence
      let end = first + 1
      while (end < words.length && words[end]?.sentence === sentence) end++
      const normal = casingOf(words, first, end) === Casing.normal
      for (let i = first; i < end; i++) {
        const word = words[i]
        if (!word) continue
        const xpos = read[i]?.xpos ?? 'XX'
        const lemma = lemmatiser.lemmaOf(word.form, word.key, xpos, !normal || i === first)
        out.push({ from: word.from, to: word.to, upos: read[i]?.upos ?? 'X', xpos, lemma })
      }
      first = end
    }
    return { tags: SpanList.of(out) }
  },
})
