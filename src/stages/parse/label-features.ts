/** The features by which a new arc gets its label; the trainer uses the same function (PA6). */
import { one, three, two } from '../../lexicon/feature-hash.ts'
import { distance } from './move-features.ts'
import type { ParseState } from './state.ts'

/** How many features an arc has. */
export const labelFeatureCount = 36

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
  let n = 0
  out[n++] = two(101, hw, side)
  out[n++] = one(102, ht)
  out[n++] = two(103, dw, side)
  out[n++] = two(104, dt, side)
  out[n++] = three(105, ht, dt, far)
  out[n++] = two(106, ht, dt)
  out[n++] = three(107, hw, dt, side)
  out[n++] = two(108, ht, dw)
  out[n++] = three(109, hw, dw, side)
  out[n++] = three(110, ht, dt, firstWord)
  out[n++] = three(111, hw, dp, firstWord)
  out[n++] = three(112, dw, firstWord, side)
  out[n++] = three(113, ht, dt, left)
  out[n++] = three(114, ht, dt, right)
  out[n++] = three(115, ht, dt, own)
  out[n++] = three(116, ht, dt, other)
  out[n++] = two(117, left, hp)
  out[n++] = two(118, right, hp)
  out[n++] = two(119, dt, own)
  out[n++] = two(120, dp, other)
  out[n++] = three(121, ht, dt, before)
  out[n++] = three(122, ht, dt, after)
  out[n++] = three(123, ht, dt, beforeHead)
  out[n++] = three(124, ht, dt, afterHead)
  out[n++] = three(125, dt, before, after)
  out[n++] = two(126, dt, far)
  out[n++] = three(127, ht, of(s.tag, first), dt)
  out[n++] = three(128, ht, of(s.tag, last), dt)
  out[n++] = three(129, hp, dp, of(s.word, last))
  out[n++] = three(130, dt, of(s.word, of(s.left2, dependent)), firstWord)
  out[n++] = three(131, hw, own, dp)
  out[n++] = three(132, dw, own, hp)
  out[n++] = three(133, dw, of(s.tag, s.next), side)
  out[n++] = three(134, hp, dp, dependent > 0 ? of(s.word, dependent - 1) : 1)
  out[n++] = three(135, hp, dp, of(s.word, dependent + 1))
  out[n] = three(136, hw, left, dp)
}

function of(column: Int32Array, index: number): number {
  return column[index] ?? 0
}
