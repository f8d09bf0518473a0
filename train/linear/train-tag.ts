/** Trains the tagger: an averaged perceptron that reads left to right, on sentences whose capitals are varied. */
import { TagLexicon } from '../../src/lexicon/tag-lexicon.ts'
import type { TagModel } from '../../src/stages/tag/decode.ts'
import { tagFeatureCount, tagFeatures } from '../../src/stages/tag/features.ts'
import { pad, type Word, WordColumns } from '../../src/stages/tag/words.ts'
import type { Sentence } from './corpus.ts'
import { Perceptron, quantise } from './perceptron.ts'
import { Random } from './random.ts'
import { type BuiltLexicon, buildLexicon } from './tag-lexicon.ts'
import { modelBytes } from './write-model.ts'

export interface TagOptions {
  readonly bits: number
  readonly epochs: number
  readonly seed: number
}

/** A trained tagger, ready for use, and the bytes of its file. */
export interface TrainedTagger {
  readonly model: TagModel
  readonly bytes: Uint8Array
}

export function trainTagger(sentences: readonly Sentence[], options: TagOptions): TrainedTagger {
  const built = buildLexicon(sentences)
  const lexicon = TagLexicon.of(built.hashes, built.ids, built.classes)
  const random = new Random(options.seed)
  const net = new Perceptron(options.bits)
  const gold = goldLabels(sentences, built)
  const order = sentences.map((_, i) => i)
  const columns = new WordColumns()
  const features = new Int32Array(tagFeatureCount)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const s of random.shuffle(order)) {
      const words = recased(sentences[s]!.words, random)
      columns.fill(words, 0, words.length, lexicon)
      for (let i = 0; i < words.length; i++) {
        const known = lexicon.classes[columns.known[i + pad]!]!
        const right = gold[s]![i]!
        let label = known.best
        if (known.candidates.length > 1) {
          tagFeatures(columns, i, features)
          net.tick()
          label = choose(net, features, known.candidates)
          if (label !== right && known.candidates.includes(right)) {
            net.add(features, tagFeatureCount, right, 1)
            net.add(features, tagFeatureCount, label, -1)
          }
        }
        columns.label[i + pad] = label
      }
    }
  }
  const weights = quantise(net.average())
  const bytes = modelBytes(
    'tag',
    { labels: built.labels },
    { bits: options.bits },
    { weights, words: built.hashes, 'word-classes': built.ids, classes: built.packed },
  )
  const split = built.labels.map((l) => l.split(' '))
  const model = {
    lexicon,
    weights,
    mask: net.mask,
    upos: split.map((l) => l[0]!),
    xpos: split.map((l) => l[1]!),
  }
  return { model, bytes }
}

function goldLabels(sentences: readonly Sentence[], built: BuiltLexicon): Uint8Array[] {
  const idOf = new Map(built.labels.map((l, i) => [l, i]))
  return sentences.map((s) =>
    Uint8Array.from(s.words, (_, i) => idOf.get(`${s.upos[i]} ${s.xpos[i]}`) ?? 255),
  )
}

function choose(net: Perceptron, features: Int32Array, candidates: Uint8Array): number {
  let best = 0
  let top = Number.NEGATIVE_INFINITY
  for (const c of candidates) {
    let score = 0
    for (let f = 0; f < tagFeatureCount; f++) score += net.weights[(features[f]! & net.mask) + c]!
    if (score > top) {
      top = score
      best = c
    }
  }
  return best
}

/** Some sentences lose their capitals, some get headline capitals, some are all capitals; keys stay as they are. */
export function recased(words: readonly Word[], random: Random): readonly Word[] {
  const dice = random.next()
  if (dice >= 0.14) return words
  if (dice < 0.04) return words.map((w) => ({ form: w.form.toUpperCase(), key: w.key }))
  if (dice < 0.08) return words.map((w) => ({ form: w.form.toLowerCase(), key: w.key }))
  return words.map((w) =>
    w.form.length > 3 || /^[A-Z]/.test(w.form)
      ? { form: w.form.charAt(0).toUpperCase() + w.form.slice(1), key: w.key }
      : w,
  )
}
