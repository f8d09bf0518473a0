/** The grounding gate (CA40): a claim whose names, numbers or dates do not stand in its words is not written. */
import type { Span } from '../../text/span.ts'
import type { SpanList } from '../../text/span-list.ts'

/** What must not be cut: names, times, quantities, each a list in text order. */
export interface Solid {
  readonly lists: readonly SpanList<Span>[]
}

/**
 * CA40: moves the ends of a span outward to the ends of a name, number or date that they would cut, as long as they stay
 * inside `limit`; null when they cannot.
 */
export function whole(at: Span, solid: Solid, limit: Span): Span | null {
  let { from, to } = at
  for (let round = 0; round < 3; round++) {
    let grown = false
    for (const list of solid.lists) {
      for (const edge of [from, to - 1]) {
        const item = itemAt(list, edge)
        if (!item) continue
        if (item.from < from && item.to > from) {
          from = item.from
          grown = true
        }
        if (item.to > to && item.from < to) {
          to = item.to
          grown = true
        }
      }
    }
    if (!grown) return from >= limit.from && to <= limit.to ? { from, to } : null
  }
  return null
}

function itemAt<T extends Span>(list: SpanList<T>, pos: number): T | null {
  const index = list.indexAt(pos)
  return index < 0 ? null : list.at(index)
}
