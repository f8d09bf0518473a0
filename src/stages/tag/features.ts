/** The tagger's features: what the choice of a word's label looks at; the trainer uses the same function (TG4). */
import { one, three, two } from '../../lexicon/feature-hash.ts'
import { pad, type WordColumns } from './words.ts'

/** How many features a word has. */
export const tagFeatureCount = 34

/** Writes the features of word `index` into `out`. Labels to its left are chosen already. */
export function tagFeatures(w: WordColumns, index: number, out: Int32Array): void {
  const i = index + pad
  const word = at(w.word, i)
  const before = at(w.word, i - 1)
  const after = at(w.word, i + 1)
  const label1 = at(w.label, i - 1)
  const label2 = at(w.label, i - 2)
  const next = at(w.best, i + 1)
  const next2 = at(w.best, i + 2)
  const shape = at(w.shape, i)
  const suffix2 = at(w.suffix2, i)
  const suffix3 = at(w.suffix3, i)
  const known = at(w.known, i)
  const nextKnown = at(w.known, i + 1)
  let n = 0
  out[n++] = one(1, word)
  out[n++] = two(2, word, shape)
  out[n++] = one(3, at(w.suffix1, i))
  out[n++] = one(4, suffix2)
  out[n++] = one(5, suffix3)
  out[n++] = one(6, at(w.suffix4, i))
  out[n++] = one(7, at(w.prefix, i))
  out[n++] = one(8, shape)
  out[n++] = two(9, shape, suffix2)
  out[n++] = one(10, label1)
  out[n++] = two(11, label1, label2)
  out[n++] = two(12, label1, word)
  out[n++] = two(13, label1, suffix3)
  out[n++] = two(14, label1, shape)
  out[n++] = one(15, before)
  out[n++] = one(16, at(w.word, i - 2))
  out[n++] = one(17, after)
  out[n++] = one(18, at(w.word, i + 2))
  out[n++] = two(19, before, word)
  out[n++] = two(20, word, after)
  out[n++] = two(21, before, after)
  out[n++] = one(22, next)
  out[n++] = two(23, label1, next)
  out[n++] = two(24, next, next2)
  out[n++] = three(25, label2, label1, next)
  out[n++] = two(26, word, next)
  out[n++] = two(27, at(w.suffix3, i + 1), known)
  out[n++] = two(28, at(w.suffix2, i + 1), label1)
  out[n++] = two(29, at(w.shape, i + 1), shape)
  out[n++] = two(30, at(w.shape, i - 1), shape)
  out[n++] = two(31, known, label1)
  out[n++] = three(32, known, label1, next)
  out[n++] = three(33, label1, suffix2, next)
  out[n] = three(34, known, nextKnown, label1)
}

function at(column: Int32Array, index: number): number {
  return column[index] ?? 0
}
