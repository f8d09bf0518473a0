/** Begin, inside, outside: the likeliest names of a sentence from the reader's label probabilities (EN20). */
import type { EntityType } from '../../model/entity.ts'

/** One name: tokens `first` up to, not with, `end`, and how sure: the least log probability of its words' labels. */
export interface ReadName {
  readonly first: number
  readonly end: number
  readonly type: EntityType
  readonly weight: number
}

/** The order of the reader's labels. */
const types: readonly EntityType[] = ['PERSON', 'ORG', 'LOC']
const count = 1 + 2 * types.length

const begins = (label: number): boolean => label % 2 === 1
/** "Inside" follows its own beginning or inside; everything else may follow anything. */
const follows = (label: number, before: number): boolean =>
  label === 0 || begins(label) || before === label || before === label - 1

/**
 * The likeliest sequence of labels in which no name goes on that has not begun (Viterbi 1967). `rows[i]` are the log
 * probabilities of token `first + i`: O, then begin and inside of person, organisation and place.
 */
export function decodeNames(rows: readonly Float32Array[], first: number): ReadName[] {
  const n = rows.length
  const back = new Uint8Array(n * count)
  let sums = new Float64Array(count)
  for (let i = 0; i < n; i++) {
    const next = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
    for (let label = 0; label < count; label++) {
      const own = rows[i]?.[label] ?? 0
      for (let before = 0; before < count; before++) {
        if (i === 0 && before > 0) break
        if (!follows(label, before)) continue
        const sum = (sums[before] ?? 0) + own
        if (sum > (next[label] ?? 0)) {
          next[label] = sum
          back[i * count + label] = before
        }
      }
    }
    sums = next
  }
  const labels = new Uint8Array(n)
  let label = 0
  for (let k = 1; k < count; k++) if ((sums[k] ?? 0) > (sums[label] ?? 0)) label = k
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = label
    label = back[i * count + label] ?? 0
  }
  const out: ReadName[] = []
  for (let i = 0; i < n; i++) {
    const at = labels[i] ?? 0
    if (!begins(at)) continue
    let weight = rows[i]?.[at] ?? 0
    let end = i + 1
    for (; labels[end] === at + 1; end++) weight = Math.min(weight, rows[end]?.[at + 1] ?? 0)
    out.push({ first: first + i, end: first + end, type: types[(at - 1) / 2] ?? 'PERSON', weight })
  }
  return out
}
