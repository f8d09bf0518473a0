/** Find: turns numbers into quantities: ranges joined, measured, bounded, with what they count and in what role. */
import { type Diagnostic, diagnostic } from '../../fault/diagnostic.ts'
import type { QuantityItem } from '../../layers/quantities.ts'
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { boundOf, endsOf } from './bounds.ts'
import type { Draft } from './draft.ts'
import { exclusionOf } from './exclusions.ts'
import { isNegative, type Measure, measureOf, rateAt } from './measures.ts'
import { normalOf } from './normal.ts'
import { nounFrom, nounOf } from './nouns.ts'
import { readRange, readTolerance, sharedUnit, tidy } from './ranges.ts'
import { key, type Reader, TimeMark } from './reader.ts'
import { type Askers, askersOf, roleOf } from './roles.ts'
import { readAge, readPart, readShare } from './shapes.ts'
import { isIncluded, standingOf } from './shares.ts'

/** All quantities of a document, in order, and the numbers that are too large to be kept. */
export function findQuantities(r: Reader): { items: QuantityItem[]; diagnostics: Diagnostic[] } {
  const items: QuantityItem[] = []
  const drafts: Draft[] = []
  const diagnostics: Diagnostic[] = []
  const { spans } = r.numbers
  const askers = askersOf(r)
  for (let s = 0; s < spans.length; s++) {
    const n = spans[s]
    if (!n) continue
    if (!Number.isFinite(n.value)) {
      const at = { from: r.atoms.from[n.first] ?? 0, to: r.atoms.to[n.end - 1] ?? 0 }
      diagnostics.push(diagnostic('number-out-of-range', 'quantity', at))
      continue
    }
    if (exclusionOf(r, n) !== null) continue
    const draft = withUnitOf(r, n, drafts[drafts.length - 1], readOne(r, n, spans[s + 1]))
    while (s + 1 < spans.length && (spans[s + 1]?.first ?? 0) < draft.end) s++
    drafts.push(draft)
    items.push(itemOf(r, askers, drafts, items))
  }
  return { items, diagnostics }
}

/** "fell to 310 million euros from 342 million": a bare sum behind "from" is of the money before it. */
function withUnitOf(r: Reader, n: NumberSpan, last: Draft | undefined, draft: Draft): Draft {
  if (!last || !n.scaled || draft.unit !== null || draft.noun !== null) return draft
  if (key(r, draft.first - 1) !== 'from' || last.end !== draft.first - 1) return draft
  const money =
    last.unit !== null && last.unit.length === 3 && last.unit === last.unit.toUpperCase()
  return money ? { ...draft, unit: last.unit } : draft
}

/** The quantity that begins with a number; it may take the next one in. */
function readOne(r: Reader, n: NumberSpan, next: NumberSpan | undefined): Draft {
  const share = readShare(r, n)
  if (share) return { ...share, noun: nounFrom(r, share.end) }
  const own = readAge(r, n) ?? readPart(r, n)
  if (own) return own
  const joined = next ? (readTolerance(r, n, next) ?? readRange(r, n, next)) : null
  return joined ?? readSingle(r, n, sharedUnit(r, n, next))
}

function readSingle(r: Reader, n: NumberSpan, shared: string | null): Draft {
  const measure = vagueMeasureOf(r, n) ?? measureOf(r, n, n.scaled)
  const negative = isNegative(r, n, measure.first)
  const rough = n.value * measure.factor * (negative ? -1 : 1)
  const value = n.kind === 'fraction' ? Number(rough.toFixed(6)) : tidy(rough)
  const start = negative ? measure.first - 1 : measure.first
  const { bound, first, end } = boundOf(r, start, measure.end, measure.unit)
  const unit = measure.unit ?? (n.kind === 'fraction' ? 'fraction' : shared)
  const noun = nounOf(r, unit, end)
  const rate = unit === null ? rateAt(r, noun?.end ?? end) : null
  const ends =
    n.kind === 'vague'
      ? { low: value, best: null, high: null, bound: 'at least' as const }
      : { ...endsOf(value, bound), bound }
  return {
    first,
    end,
    ...ends,
    unit: rate ? `per ${rate.unit}` : unit,
    noun,
    role: null,
    rule: n.kind === 'vague' ? 'QU11' : n.kind === 'fraction' ? 'QU12' : 'QU10',
  }
}

/** "billions of dollars", "hundreds of tonnes": the measure stands behind "of". */
function vagueMeasureOf(r: Reader, n: NumberSpan): Measure | null {
  if (n.kind !== 'vague' || key(r, n.end) !== 'of') return null
  const measure = measureOf(r, { first: n.first, end: n.end + 1 }, true)
  return measure.unit === null || measure.end <= n.end + 1 ? null : measure
}

function itemOf(
  r: Reader,
  askers: Askers,
  drafts: readonly Draft[],
  items: readonly QuantityItem[],
): QuantityItem {
  const d = drafts[drafts.length - 1] as Draft
  const at = { from: r.atoms.from[d.first] ?? 0, to: r.atoms.to[d.end - 1] ?? 0 }
  const nounAt = d.noun
    ? { from: r.atoms.from[d.noun.first] ?? 0, to: r.atoms.to[d.noun.end - 1] ?? 0 }
    : null
  const noun = nounAt ? r.atoms.text.slice(nounAt.from, nounAt.to) : null
  const standing = standingOf(r, drafts, items, noun)
  const ends = { low: d.low, best: d.best, high: d.high }
  return {
    ...at,
    ...ends,
    bound: d.bound,
    unit: d.unit,
    noun,
    role: roleIn(r, askers, drafts, items),
    nounAt,
    asOf: r.asOf(d.first),
    normal: normalOf(r.words.scales, d.unit, ends),
    share: standing.share,
    shareOf: standing.of,
    rule: d.rule,
  }
}

/** The role; what is included in something has its role ("the 40 dead included 11 children"). */
function roleIn(
  r: Reader,
  askers: Askers,
  drafts: readonly Draft[],
  items: readonly QuantityItem[],
): string | null {
  const d = drafts[drafts.length - 1] as Draft
  if (d.role !== null) return d.role
  const last = drafts[drafts.length - 2]
  if (last && isIncluded(r, last, d)) return items[items.length - 1]?.role ?? null
  const end = Math.max(d.end, d.noun?.end ?? 0)
  const role = roleOf(askers, { first: d.first, end, head: d.noun?.head ?? -1, unit: d.unit })
  // A length of time has the role of none of the verbs round it, but that of what lasts.
  return isLength(r, d) && role !== 'lasted' ? null : role
}

function isLength(r: Reader, d: Draft): boolean {
  return r.marks[d.end - 1] === TimeMark.duration && d.noun === null
}
