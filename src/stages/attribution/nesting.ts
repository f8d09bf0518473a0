/** Nesting: which attribution's content holds another one, found in one sweep. */
import type { Draft } from './draft.ts'

/** Deeper reports of reports are not told apart. */
export const maxDepth = 8
const maxActive = 24

interface Open {
  readonly draft: number
  readonly end: number
  readonly size: number
}

/** For every draft the one whose content holds its cue, innermost first, or -1. Drafts are sorted by anchor. */
export function parentsOf(drafts: readonly Draft[]): number[] {
  const ranges = drafts
    .flatMap((d, draft) =>
      d.content.map((c) => ({ draft, first: c.first, end: c.end, size: c.end - c.first })),
    )
    .sort((a, b) => a.first - b.first || b.end - a.end || a.draft - b.draft)
  const parents: number[] = []
  const byAnchor = new Map(drafts.map((d, i) => [d.anchor, i]))
  const depth: number[] = []
  let active: Open[] = []
  let next = 0
  for (const [d, draft] of drafts.entries()) {
    for (; next < ranges.length; next++) {
      const range = ranges[next]
      if (!range || range.first > draft.anchor) break
      if (active.length < maxActive) active.push(range)
    }
    active = active.filter((a) => a.end > draft.anchor)
    const under = draft.under === undefined ? undefined : byAnchor.get(draft.under)
    if (under !== undefined && under !== d && !reaches(parents, under, d)) {
      parents.push(under)
      depth.push((depth[under] ?? 0) + 1)
      continue
    }
    let best = -1
    let size = Number.POSITIVE_INFINITY
    for (const a of active) {
      // Of two with the same words the one that the other cites is nearer.
      const deeper = a.size === size && drafts[a.draft]?.under !== undefined
      if (a.draft === d || (a.size >= size && !deeper)) continue
      if (reaches(parents, a.draft, d)) continue
      if (holdsAnchor(draft, drafts[a.draft]) && a.size < sizeOf(draft)) continue
      best = a.draft
      size = a.size
    }
    parents.push(best)
    depth.push(best < 0 ? 0 : (depth[best] ?? 0) + 1)
  }
  return parents
}

function sizeOf(draft: Draft): number {
  let size = 0
  for (const c of draft.content) size += c.end - c.first
  return size
}

/** True when the first draft's content holds the other's cue: of two that hold each other the larger is the parent. */
function holdsAnchor(draft: Draft, other: Draft | undefined): boolean {
  if (!other) return false
  for (const c of draft.content) if (c.first <= other.anchor && other.anchor < c.end) return true
  return false
}

/** True when `from` has `target` above it, so that making it a parent would close a circle. */
function reaches(parents: readonly number[], from: number, target: number): boolean {
  let i = from
  for (let steps = 0; steps <= maxDepth && i >= 0; steps++) {
    if (i === target) return true
    i = parents[i] ?? -1
  }
  return false
}
