/** Gives training sentences the tags that a tagger which has not seen them would give (jackknife). */
import { Tagger, type TagModel } from '../../src/stages/tag/decode.ts'
import type { Sentence } from './corpus.ts'
import type { TaggedSentence } from './train-parse.ts'
import { type TagOptions, trainTagger } from './train-tag.ts'

/** Tags sentences with a model. */
export function tagAll(model: TagModel, sentences: readonly Sentence[]): TaggedSentence[] {
  const tagger = new Tagger(model)
  return sentences.map((sentence) => {
    const labels = new Uint8Array(sentence.words.length)
    tagger.tag(sentence.words, 0, sentence.words.length, labels)
    return {
      sentence,
      upos: Array.from(labels, (l) => model.upos[l]!),
      xpos: Array.from(labels, (l) => model.xpos[l]!),
    }
  })
}

/** In each of `folds` rounds the tagger learns from the others and tags its own; blocks, because documents are blocks. */
export function jackknife(
  sentences: readonly Sentence[],
  folds: number,
  options: TagOptions,
): TaggedSentence[] {
  const out: TaggedSentence[] = []
  const size = Math.ceil(sentences.length / folds)
  for (let first = 0; first < sentences.length; first += size) {
    const own = sentences.slice(first, first + size)
    const others = [...sentences.slice(0, first), ...sentences.slice(first + size)]
    out.push(...tagAll(trainTagger(others, options).model, own))
  }
  return out
}
