/** Chooses labels from left to right: a known word with one label needs no choice, others take the best score (TG1-TG5). */
import type { LinearModel } from '../../lexicon/linear-model.ts'
import { TagLexicon } from '../../lexicon/tag-lexicon.ts'
import { tagFeatureCount, tagFeatures } from './features.ts'
import { pad, type Word, WordColumns } from './words.ts'

/** The tagger's trained part, ready for use. */
export interface TagModel {
  readonly lexicon: TagLexicon
  /** Weight of feature f and label l at `(f & mask) + l`. */
  readonly weights: Int8Array
  readonly mask: number
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
}

/** Reads the sections of a model file of the kind `tag`. */
export function tagModelOf(model: LinearModel): TagModel {
  const labels = model.list('labels').map((l) => l.split(' '))
  return {
    lexicon: TagLexicon.read(model),
    weights: model.int8('weights'),
    mask: 2 ** model.number('bits') - 1,
    upos: labels.map((l) => l[0] ?? 'X'),
    xpos: labels.map((l) => l[1] ?? 'XX'),
  }
}

/** Labels sentences; holds buffers, so one is made per run. */
export class Tagger {
  readonly #model: TagModel
  readonly #words = new WordColumns()
  readonly #features = new Int32Array(tagFeatureCount)
  readonly #scores = new Int32Array(260)

  constructor(model: TagModel) {
    this.#model = model
  }

  /** Writes the label ids of `words[first]` up to `words[end - 1]` to `out`, at the same indices; returns the casing. */
  tag(words: readonly Word[], first: number, end: number, out: Uint8Array): number {
    const columns = this.#words
    const { lexicon } = this.#model
    columns.fill(words, first, end, lexicon)
    for (let k = 0; k < columns.size; k++) {
      const known = lexicon.classes[columns.known[k + pad] ?? 0]
      const candidates = known?.candidates
      let label = known?.best ?? 0
      if (candidates && candidates.length > 1) label = this.#choose(k, candidates)
      columns.label[k + pad] = label
      out[first + k] = label
    }
    return columns.casing
  }

  #choose(index: number, candidates: Uint8Array): number {
    const { weights, mask } = this.#model
    const features = this.#features
    const scores = this.#scores
    const count = candidates.length
    tagFeatures(this.#words, index, features)
    for (let f = 0; f < tagFeatureCount; f++) features[f] = (features[f] ?? 0) & mask
    // Four labels at a time: a feature is read once for all, and its weights lie side by side.
    for (let c = 0; c < count; c += 4) {
      const l0 = candidates[c] ?? 0
      const l1 = c + 1 < count ? (candidates[c + 1] ?? 0) : l0
      const l2 = c + 2 < count ? (candidates[c + 2] ?? 0) : l0
      const l3 = c + 3 < count ? (candidates[c + 3] ?? 0) : l0
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let f = 0; f < tagFeatureCount; f++) {
        const row = features[f] ?? 0
        s0 += weights[row + l0] ?? 0
        s1 += weights[row + l1] ?? 0
        s2 += weights[row + l2] ?? 0
        s3 += weights[row + l3] ?? 0
      }
      scores[c] = s0
      scores[c + 1] = s1
      scores[c + 2] = s2
      scores[c + 3] = s3
    }
    let best = 0
    for (let c = 1; c < count; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
    return candidates[best] ?? 0
  }
}
