/** The tagger's features: what the choice of a word's label looks at; the trainer uses the same function (TG4). */
import { FeatureTemplates } from '../../lexicon/feature-templates.ts'
import { pad, type WordColumns } from './words.ts'

/** What templates look at; `tagFeatures` writes the values in this order. */
const tagValueNames =
  'word shape suffix1 suffix2 suffix3 suffix4 prefix label1 label2 before before2 after after2 next next2 nextSuffix3 known nextSuffix2 nextShape lastShape nextKnown'.split(
    ' ',
  )

const tagTemplates = FeatureTemplates.of(tagValueNames, 1, [
  'word',
  'word shape',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'prefix',
  'shape',
  'shape suffix2',
  'label1',
  'label1 label2',
  'label1 word',
  'label1 suffix3',
  'label1 shape',
  'before',
  'before2',
  'after',
  'after2',
  'before word',
  'word after',
  'before after',
  'next',
  'label1 next',
  'next next2',
  'label2 label1 next',
  'word next',
  'nextSuffix3 known',
  'nextSuffix2 label1',
  'nextShape shape',
  'lastShape shape',
  'known label1',
  'known label1 next',
  'label1 suffix2 next',
  'known nextKnown label1',
])

/** The values of the state at hand; a buffer, filled anew each time. */
const tagValues = new Int32Array(tagValueNames.length)

/** How many features a word has. */
export const tagFeatureCount = tagTemplates.count

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
  const v = tagValues
  v[0] = word
  v[1] = shape
  v[2] = at(w.suffix1, i)
  v[3] = suffix2
  v[4] = suffix3
  v[5] = at(w.suffix4, i)
  v[6] = at(w.prefix, i)
  v[7] = label1
  v[8] = label2
  v[9] = before
  v[10] = at(w.word, i - 2)
  v[11] = after
  v[12] = at(w.word, i + 2)
  v[13] = next
  v[14] = next2
  v[15] = at(w.suffix3, i + 1)
  v[16] = known
  v[17] = at(w.suffix2, i + 1)
  v[18] = at(w.shape, i + 1)
  v[19] = at(w.shape, i - 1)
  v[20] = nextKnown
  tagTemplates.fill(v, out)
}

function at(column: Int32Array, index: number): number {
  return column[index] ?? 0
}
