/** Windows: a report cut into stretches of whole sentences that fit the reader, each with some of what stands before it. */

/** The limits that the reader was trained with. */
export interface WindowLimits {
  /** Words of a window of several sentences, context included. */
  readonly words: number
  /** Words of a window that is a part of one very long sentence. */
  readonly longest: number
  /** Word pieces of a window, the two special marks included. */
  readonly pieces: number
}

/** Token ranges: the window reads `from` to `to`; what it says of tokens before `own` is thrown away. */
export interface Window {
  readonly from: number
  readonly own: number
  readonly to: number
}

/** Words of context that are read again from the window before. */
export const contextWords = 32

/**
 * Cuts a report by its sentences alone, so that a window never depends on what else is read.
 * `ends[s]` is the token after the last of sentence s; `pieces[t]` the word pieces of token t.
 * A sentence that no window holds is cut into parts.
 */
export function windowsOf(
  ends: readonly number[],
  pieces: readonly number[],
  limits: WindowLimits,
): Window[] {
  const out: Window[] = []
  const room = limits.pieces - 2
  const costOf = (from: number, to: number): number => {
    let sum = 0
    for (let t = from; t < to; t++) sum += pieces[t] ?? 0
    return sum
  }
  let s = 0
  let own = 0
  while (s < ends.length) {
    const first = ends[s] ?? own
    if (first - own > limits.longest || costOf(own, first) > room) {
      out.push(...parts(own, first, pieces, limits))
      own = first
      s++
      continue
    }
    let from = own
    for (let back = s - 1; back >= 0; back--) {
      const start = back === 0 ? 0 : (ends[back - 1] ?? 0)
      if (own - start > contextWords || first - start > limits.words) break
      if (costOf(start, first) > room) break
      from = start
    }
    let to = first
    let cost = costOf(from, to)
    for (s++; s < ends.length; s++) {
      const end = ends[s] ?? to
      const more = costOf(to, end)
      if (end - from > limits.words || cost + more > room) break
      cost += more
      to = end
    }
    if (to > own) out.push({ from, own, to })
    own = to
  }
  return out
}

function parts(
  from: number,
  to: number,
  pieces: readonly number[],
  limits: WindowLimits,
): Window[] {
  const out: Window[] = []
  let start = from
  let cost = 0
  for (let t = from; t < to; t++) {
    const more = pieces[t] ?? 0
    if (t - start >= limits.longest || cost + more > limits.pieces - 2) {
      out.push({ from: start, own: start, to: t })
      start = t
      cost = 0
    }
    cost += more
  }
  out.push({ from: start, own: start, to })
  return out
}
