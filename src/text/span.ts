/** Spans: half-open ranges `from`..`to` of UTF-16 code units in one immutable text. */

/** A place in a text. `text.slice(span.from, span.to)` is its evidence, always. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A value at a place: what it is (`T`) and where it stands (`Span`). */
export type Ranged<T> = Readonly<T> & Span

/** Makes a span; throws a RangeError when `from` lies after `to` or below zero. */
export function span(from: number, to: number): Span {
  if (from < 0 || to < from) throw new RangeError(`Not a span: ${from}..${to}`)
  return { from, to }
}

/** The words of a span. */
export function words(text: string, at: Span): string {
  return text.slice(at.from, at.to)
}

/** The length of a span in UTF-16 code units. */
export function lengthOf(at: Span): number {
  return at.to - at.from
}

/** True when the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** True when `inner` lies wholly inside `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** The order of every span list: by start, and of two that start together the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to
}

/** The smallest span over all of them, or null for none. */
export function cover(spans: readonly Span[]): Span | null {
  let from = Number.POSITIVE_INFINITY
  let to = -1
  for (const s of spans) {
    if (s.from < from) from = s.from
    if (s.to > to) to = s.to
  }
  return to < 0 ? null : { from, to }
}

/** Shrinks a span past white space at both ends; an all-blank span becomes empty at its start. */
export function trim(text: string, at: Span): Span {
  let { from, to } = at
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return { from, to }
}

function isBlank(unit: number): boolean {
  return (
    (unit <= 32 && unit >= 9) ||
    unit === 0xa0 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x3000
  )
}

/** Joins spans that touch or overlap, sorted; used for split sources and contents. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const out: { from: number; to: number }[] = []
  for (const s of [...spans].sort(compareSpans)) {
    const last = out.at(-1)
    if (last && s.from <= last.to) last.to = Math.max(last.to, s.to)
    else out.push({ from: s.from, to: s.to })
  }
  return out
}
