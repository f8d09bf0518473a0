/** Ranges: cuts a text once at every boundary of overlapping spans, as an editor cuts marks. */
import type { Span } from '../../../src/text/span.ts'

/** A run of text and the indices of the spans that cover it, the longest first. */
export interface Piece extends Span {
  readonly covered: readonly number[]
}

/**
 * Pieces of `from`..`to` of a text: they join without gap or overlap, and none crosses a boundary of a span.
 * Spans may nest and overlap in any way; empty ones cover nothing. O(n log n) in the spans plus the pieces' covers.
 */
export function pieces(spans: readonly Span[], from: number, to: number): Piece[] {
  const starts: [number, number][] = []
  const ends: [number, number][] = []
  for (const [i, s] of spans.entries()) {
    const a = Math.max(from, s.from)
    const b = Math.min(to, s.to)
    if (a < b) {
      starts.push([a, i])
      ends.push([b, i])
    }
  }
  starts.sort((x, y) => x[0] - y[0])
  ends.sort((x, y) => x[0] - y[0])
  const open = new Set<number>()
  const out: Piece[] = []
  let at = from
  let s = 0
  let e = 0
  while (at < to) {
    while (e < ends.length && (ends[e]?.[0] ?? 0) <= at) open.delete(ends[e++]?.[1] ?? -1)
    while (s < starts.length && (starts[s]?.[0] ?? 0) <= at) open.add(starts[s++]?.[1] ?? -1)
    const next = Math.min(to, starts[s]?.[0] ?? to, ends[e]?.[0] ?? to)
    out.push({
      from: at,
      to: next,
      covered: [...open].sort((x, y) => lengthOf(spans, y) - lengthOf(spans, x) || x - y),
    })
    at = next
  }
  return out
}

function lengthOf(spans: readonly Span[], i: number): number {
  const s = spans[i]
  return s ? s.to - s.from : 0
}

/** The blocks of a text: runs between blank lines, each without its line breaks at the ends. */
export function blocks(text: string): Span[] {
  const out: Span[] = []
  let from = 0
  while (from < text.length) {
    const gap = text.indexOf('\n\n', from)
    const end = gap < 0 ? text.length : gap
    if (text.slice(from, end).trim() !== '') out.push({ from, to: end })
    from = end
    while (text[from] === '\n') from++
    if (from === end) break
  }
  return out
}
