/** The features by which the parser chooses its next move; the trainer uses the same function (PA5). */
import { FeatureTemplates } from '../../lexicon/feature-templates.ts'
import type { ParseState } from './state.ts'

/** What templates look at; `moveFeatures` writes the values in this order. */
const moveValueNames =
  's0w s0t s1w s1t b0w b0t b1w b1t b2t b2w s2t s2w s1p s0p b0p far near s0lt s0rt b0lt s1lt s1rt s0a s0z s1z s1a b0a s0lw s0ll b3t where'.split(
    ' ',
  )

const moveTemplates = FeatureTemplates.of(moveValueNames, 1, [
  's0w',
  's0t',
  's0w s0t',
  's1w',
  's1t',
  's1w s1t',
  'b0w',
  'b0t',
  'b0w b0t',
  'b1w b1t',
  'b1t',
  'b2t b2w',
  's2t s2w',
  's0w s0t b0w',
  's0w b0w b0t',
  's0w s0t b0t',
  's0t b0w b0t',
  's0w b0w',
  's0t b0t',
  'b0t b1t',
  's1w s0w s0t',
  's1w s1t s0t',
  's1t s0w s0t',
  's1t s0t',
  's1w s1t b0t',
  's1t b0t',
  's1t s0t b0t',
  's0t b0t b1t',
  'b0t b1t b2t',
  's2t s1t s0t',
  's1p s0w b0w',
  's1w s0p b0w',
  's1w s0w b0p',
  's0t far b0t',
  's0w far',
  'b0w far',
  's1t near s0t',
  's1w near',
  's0w near',
  's0t s0lt b0t',
  's0t s0rt b0t',
  's0t b0lt b0t',
  's1t s0lt s0t',
  's1t s0rt s0t',
  's1t s1lt s0t',
  's1t s1rt s0t',
  's0w s0a',
  's0w s0z',
  's0t s0a',
  's0t s0z',
  's1w s1z',
  's1t s1z',
  's1t s1a',
  'b0t b0a',
  'b0w b0a',
  's0p s0lw b0w',
  's1w s1p s0lw',
  's1t s0t s0ll',
  's1w s0p s0ll',
  's0t b0t s0a',
  's0t b0t s0z',
  's1t s0t s1z',
  's1t s1a s0t',
  'b1t b2t b3t',
  's0t b1t b2t',
  's0w b0t b1t',
  's0t b0w b1t',
  's1t s0w b0t',
  's1p s0t b0w',
  's0t s0z b0w',
  's1p s0p where',
  's1t s0t s0lw',
])

/** The values of the state at hand; a buffer, filled anew each time. */
const moveValues = new Int32Array(moveValueNames.length)

/** How many features a state has. */
export const moveFeatureCount = moveTemplates.count

/** Writes the features of the present state into `out`. */
export function moveFeatures(s: ParseState, out: Int32Array): void {
  const s0 = s.at(0)
  const s1 = s.at(1)
  const s2 = s.at(2)
  const b0 = s.ahead(0)
  const b1 = s.ahead(1)
  const b2 = s.ahead(2)
  const s0w = of(s.word, s0)
  const s0t = of(s.tag, s0)
  const s1w = of(s.word, s1)
  const s1t = of(s.tag, s1)
  const s2t = of(s.tag, s2)
  const b0w = of(s.word, b0)
  const b0t = of(s.tag, b0)
  const b1w = of(s.word, b1)
  const b1t = of(s.tag, b1)
  const b2t = of(s.tag, b2)
  const b3t = of(s.tag, s.ahead(3))
  const s0l = of(s.left1, s0)
  const s0r = of(s.right1, s0)
  const s1l = of(s.left1, s1)
  const s1r = of(s.right1, s1)
  const b0l = of(s.left1, b0)
  const s0p = of(s.upos, s0)
  const s1p = of(s.upos, s1)
  const b0p = of(s.upos, b0)
  const far = distance(s0, b0)
  const near = distance(s1, s0)
  const s0a = of(s.leftLabels, s0)
  const s0z = of(s.rightLabels, s0)
  const s1a = of(s.leftLabels, s1)
  const s1z = of(s.rightLabels, s1)
  const b0a = of(s.leftLabels, b0)
  const v = moveValues
  v[0] = s0w
  v[1] = s0t
  v[2] = s1w
  v[3] = s1t
  v[4] = b0w
  v[5] = b0t
  v[6] = b1w
  v[7] = b1t
  v[8] = b2t
  v[9] = of(s.word, b2)
  v[10] = s2t
  v[11] = of(s.word, s2)
  v[12] = s1p
  v[13] = s0p
  v[14] = b0p
  v[15] = far
  v[16] = near
  v[17] = of(s.tag, s0l)
  v[18] = of(s.tag, s0r)
  v[19] = of(s.tag, b0l)
  v[20] = of(s.tag, s1l)
  v[21] = of(s.tag, s1r)
  v[22] = s0a
  v[23] = s0z
  v[24] = s1z
  v[25] = s1a
  v[26] = b0a
  v[27] = of(s.word, s0l)
  v[28] = of(s.label, s0l)
  v[29] = b3t
  v[30] = Math.min(s.depth, 5) * 8 + (s.next === s.size ? 1 : 0)
  moveTemplates.fill(v, out)
}

/** 1 to 4 as they are, then 5-6, 7-10, more; 0 where there is none. */
export function distance(a: number, b: number): number {
  const d = Math.abs(b - a)
  return d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7
}

function of(column: Int32Array, index: number): number {
  return column[index] ?? 0
}
