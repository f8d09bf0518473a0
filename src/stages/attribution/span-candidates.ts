/** Span candidates: the ranges that a cue, its source or its content may have, from the rule's and the reader's (AT36). */
import { trimEnd } from './content-span.ts'
import type { Outlook } from './outlook.ts'
import type { Range, Reading } from './reading.ts'
import { without } from './verb-cues.ts'

/** How many of the reader's likeliest edges are tried beside those of rule and reader. */
const mostEdges = 4
/** How many subtrees round the end of a span are tried. */
const mostSubtrees = 6

/**
 * All choices, the rule's own first; none twice. `holes` are the words that a content cannot have: those of its cue and
 * source.
 */
export function candidatesOf(
  r: Reading,
  outlook: Outlook,
  bases: readonly (readonly Range[])[],
  holes: readonly Range[],
): (readonly Range[])[] {
  const starts = new Set(outlook.likeliestStarts(mostEdges))
  const ends = new Set(outlook.likeliestEnds(mostEdges))
  for (const base of bases) {
    const first = base[0]
    const last = base.at(-1)
    if (!first || !last) continue
    for (const start of naturalStarts(r, first)) if (outlook.holds(start)) starts.add(start)
    for (const end of naturalEnds(r, last)) if (outlook.holds(end - 1)) ends.add(end)
  }
  const seen = new Set<string>()
  const out: (readonly Range[])[] = []
  const add = (whole: readonly Range[]): void => {
    let ranges = whole
    for (const hole of holes) ranges = without(r, ranges, hole)
    if (ranges.length === 0 && whole.length > 0) return
    const key = ranges.map((x) => `${x.first}-${x.end}`).join(' ')
    if (seen.has(key)) return
    seen.add(key)
    out.push(ranges)
  }
  for (const base of bases) add(base)
  if (outlook.role === 'source') add([])
  for (const base of bases) {
    const last = base.length - 1
    if (last < 0) continue
    for (const x of base) add([x])
    for (const start of starts) {
      if (start >= (base[0]?.end ?? 0)) continue
      for (const end of ends) {
        if (end <= (base[last]?.first ?? 0) || end <= start) continue
        add(moved(base, start, end))
      }
    }
  }
  return out
}

/** The ranges with another beginning and end. */
function moved(base: readonly Range[], start: number, end: number): Range[] {
  return base.map((x, i) => ({
    first: i === 0 ? start : x.first,
    end: i === base.length - 1 ? end : x.end,
  }))
}

/** Where a range may begin: a word earlier or later, at its subtree, at its quotation. */
function naturalStarts(r: Reading, range: Range): number[] {
  const s = r.sentenceOf(range.first)
  const out = [range.first, range.first + 1]
  if (r.sentenceOf(range.first - 1) === s) out.push(range.first - 1)
  out.push(r.tree.firstOf(headIn(r, range)))
  const q = r.quoteOf(range.first)
  if (q >= 0) out.push(r.quote(q).first, r.quote(q).first + 1)
  out.push(r.sentence(s).first)
  return out
}

/** Where a range may end by its form: its sentence, its quotation, a subtree, its words without a closing mark. */
function naturalEnds(r: Reading, range: Range): number[] {
  const last = range.end - 1
  const sentence = r.sentence(r.sentenceOf(last))
  const first = Math.max(range.first, sentence.first)
  const out = [range.end, trimEnd(r, range.first, range.end)]
  out.push(trimEnd(r, range.first, sentence.end))
  const q = r.quoteOf(last)
  if (q >= 0) out.push(r.quote(q).end, r.quote(q).end - 1)
  if (r.quoteOf(range.end) >= 0) out.push(r.quote(r.quoteOf(range.end)).end)
  // Larger: what the last word hangs from, with all that hangs there.
  let up = last
  for (let step = 0; step < mostSubtrees && up >= 0; step++) {
    out.push(trimEnd(r, range.first, r.tree.lastOf(up) + 1))
    up = r.head(up)
  }
  // Smaller: without what hangs on behind.
  let cut = 0
  for (let i = last; i > first && cut < mostSubtrees; i--) {
    const head = r.head(i)
    if (head < 0 || head >= i || r.tree.lastOf(i) < last) continue
    const at = r.tree.firstOf(i)
    if (at <= first) continue
    out.push(trimEnd(r, range.first, at))
    cut++
  }
  for (let i = last; i > first && cut < 2 * mostSubtrees; i--) {
    const key = r.key(i)
    if (key !== ',' && key !== ';' && r.upos(i) !== 'SCONJ') continue
    out.push(trimEnd(r, range.first, i))
    cut++
  }
  return out
}

/** The word of a range that hangs from outside it. */
export function headIn(r: Reading, range: Range): number {
  for (let i = range.first; i < range.end; i++) {
    const up = r.head(i)
    if ((up < range.first || up >= range.end) && !r.isPunct(i)) return i
  }
  return range.end - 1
}
