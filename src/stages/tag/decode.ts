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
  readonly #scores = new Int32Array(256)

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
    for (let c = 0; c < count; c++) scores[c] = 0
    for (let f = 0; f < tagFeatureCount; f++) {
      const base = (features[f] ?? 0) & mask
      for (let c = 0; c < count; c++)
        scores[c] = (scores[c] ?? 0) + (weights[base + (candidates[c] ?? 0)] ?? 0)
    }
    let best = 0
    for (let c = 1; c < count; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
    return candidates[best] ?? 0
  }
}
