/** The stage `tag`: part of speech, Penn tag and lemma of every token. */
import { type Tag, tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { LemmaRules } from '../../lexicon/lemma-rules.ts'
import { LinearModel } from '../../lexicon/linear-model.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { Tagger, type TagModel, tagModelOf } from './decode.ts'
import { Lemmatiser } from './lemma.ts'
import { Casing } from './words.ts'

const empty = new Uint8Array()

const model = defineResource(
  ['en/tag.model'],
  ([bytes]): TagModel => tagModelOf(LinearModel.read(bytes ?? empty, 'en/tag.model', 'tag')),
)

/** The exceptions of lemmas, for both ways to tag. */
export const lemmas = defineResource(
  ['en/lemmas.tsv'],
  ([bytes]): LemmaRules => LemmaRules.read(bytes ?? empty, 'en/lemmas.tsv'),
)

/** One tag per token, at the same index. */
export const tag = defineStage({
  name: 'tag',
  version: 2,
  needs: [tokens],
  makes: [tags],
  uses: { model, lemmas },
  run: (view, { model, lemmas }) => {
    const words = view.layer(tokens).items
    const labels = new Uint8Array(words.length)
    const tagger = new Tagger(model)
    /** 1 where the capitals of a word tell nothing. */
    const plain = new Uint8Array(words.length)
    for (let first = 0; first < words.length; ) {
      const sentence = words[first]?.sentence
      let end = first + 1
      while (end < words.length && words[end]?.sentence === sentence) end++
      const casing = tagger.tag(words, first, end, labels)
      plain.fill(casing === Casing.normal ? 0 : 1, first, end)
      plain[first] = 1
      first = end
    }
    const lemmatiser = new Lemmatiser(lemmas)
    const out: Tag[] = []
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (!word) continue
      const label = labels[i] ?? 0
      const xpos = model.xpos[label] ?? 'XX'
      out.push({
        from: word.from,
        to: word.to,
        upos: model.upos[label] ?? 'X',
        xpos,
        lemma: lemmatiser.lemmaOf(word.form, word.key, xpos, plain[i] === 1),
      })
    }
    return { tags: SpanList.of(out) }
  },
})
