/** The features by which a new arc gets its label; the trainer uses the same function (PA6). */
import { FeatureTemplates } from '../../lexicon/feature-templates.ts'
import { distance } from './move-features.ts'
import type { ParseState } from './state.ts'

/** What templates look at; `labelFeatures` writes the values in this order. */
const labelValueNames =
  'hw side ht dw dt far firstWord dp left right own other hp before after beforeHead afterHead firstTag lastTag lastWord secondWord nextTag beforeWord afterWord'.split(
    ' ',
  )

const labelTemplates = FeatureTemplates.of(labelValueNames, 101, [
  'hw side',
  'ht',
  'dw side',
  'dt side',
  'ht dt far',
  'ht dt',
  'hw dt side',
  'ht dw',
  'hw dw side',
  'ht dt firstWord',
  'hw dp firstWord',
  'dw firstWord side',
  'ht dt left',
  'ht dt right',
  'ht dt own',
  'ht dt other',
  'left hp',
  'right hp',
  'dt own',
  'dp other',
  'ht dt before',
  'ht dt after',
  'ht dt beforeHead',
  'ht dt afterHead',
  'dt before after',
  'dt far',
  'ht firstTag dt',
  'ht lastTag dt',
  'hp dp lastWord',
  'dt secondWord firstWord',
  'hw own dp',
  'dw own hp',
  'dw nextTag side',
  'hp dp beforeWord',
  'hp dp afterWord',
  'hw left dp',
])

/** The values of the state at hand; a buffer, filled anew each time. */
const labelValues = new Int32Array(labelValueNames.length)

/** How many features an arc has. */
export const labelFeatureCount = labelTemplates.count

/** Writes the features of an arc into `out`. The dependent has all its children, the head those made before. */
export function labelFeatures(
  s: ParseState,
  head: number,
  dependent: number,
  out: Int32Array,
): void {
  const side = head < dependent ? 1 : 2
  const hw = of(s.word, head)
  const ht = of(s.tag, head) + side
  const hp = of(s.upos, head) * 2 + side
  const dw = of(s.word, dependent)
  const dt = of(s.tag, dependent)
  const dp = of(s.upos, dependent)
  const first = of(s.left1, dependent)
  const last = of(s.right1, dependent)
  const firstWord = of(s.word, first)
  const own = side === 1 ? of(s.rightLabels, head) : of(s.leftLabels, head)
  const other = side === 1 ? of(s.leftLabels, head) : of(s.rightLabels, head)
  const left = of(s.leftLabels, dependent)
  const right = of(s.rightLabels, dependent)
  const before = dependent > 0 ? of(s.tag, dependent - 1) : 1
  const after = of(s.tag, dependent + 1)
  const beforeHead = head > 0 ? of(s.tag, head - 1) : 1
  const afterHead = head < s.size ? of(s.tag, head + 1) : 1
  const far = distance(head, dependent)
  const v = labelValues
  v[0] = hw
  v[1] = side
  v[2] = ht
  v[3] = dw
  v[4] = dt
  v[5] = far
  v[6] = firstWord
  v[7] = dp
  v[8] = left
  v[9] = right
  v[10] = own
  v[11] = other
  v[12] = hp
  v[13] = before
  v[14] = after
  v[15] = beforeHead
  v[16] = afterHead
  v[17] = of(s.tag, first)
  v[18] = of(s.tag, last)
  v[19] = of(s.word, last)
  v[20] = of(s.word, of(s.left2, dependent))
  v[21] = of(s.tag, s.next)
  v[22] = dependent > 0 ? of(s.word, dependent - 1) : 1
  v[23] = of(s.word, dependent + 1)
  labelTemplates.fill(v, out)
}

function of(column: Int32Array, index: number): number {
  return column[index] ?? 0
}
