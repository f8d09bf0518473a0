/** Measures tagger and lemmas on sentences with gold tokens. */
import type { LemmaRules } from '../../src/lexicon/lemma-rules.ts'
import { Tagger, type TagModel } from '../../src/stages/tag/decode.ts'
import { Lemmatiser } from '../../src/stages/tag/lemma.ts'
import { Casing } from '../../src/stages/tag/words.ts'
import type { Sentence } from './corpus.ts'

/** Per cent of words with the right part of speech, Penn tag, and lemma. */
export function scoreTagger(
  model: TagModel,
  rules: LemmaRules,
  sentences: readonly Sentence[],
): Record<string, number> {
  const tagger = new Tagger(model)
  const lemmatiser = new Lemmatiser(rules)
  let words = 0
  const right = { UPOS: 0, XPOS: 0, lemma: 0 }
  for (const s of sentences) {
    const labels = new Uint8Array(s.words.length)
    const casing = tagger.tag(s.words, 0, s.words.length, labels)
    for (const [i, word] of s.words.entries()) {
      const xpos = model.xpos[labels[i]!]!
      const plain = casing !== Casing.normal || i === 0
      words++
      if (model.upos[labels[i]!] === s.upos[i]) right.UPOS++
      if (xpos === s.xpos[i]) right.XPOS++
      if (lemmatiser.lemmaOf(word.form, word.key, xpos, plain) === s.lemmas[i]) right.lemma++
    }
  }
  return Object.fromEntries(
    Object.entries(right).map(([name, n]) => [name, (100 * n) / Math.max(1, words)]),
  )
}
