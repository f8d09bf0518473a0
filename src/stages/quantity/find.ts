/** Find: turns numbers into quantities: ranges joined, measured, bounded, with what they count and in what role. */
import { type Diagnostic, diagnostic } from '../../fault/diagnostic.ts'
import type { QuantityItem } from '../../layers/quantities.ts'
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { boundOf, endsOf } from './bounds.ts'
import type { Draft } from './draft.ts'
import { exclusionOf } from './exclusions.ts'
import { isNegative, type Measure, measureOf, rateAt } from './measures.ts'
import { type Noun, nounFrom } from './nouns.ts'
import { glued, key, lemma, type Reader, TimeMark, together } from './reader.ts'
import { roleOf } from './roles.ts'
import { readAge, readShare } from './shapes.ts'

/** All quantities of a document, in order, and the numbers that are too large to be kept. */
export function findQuantities(r: Reader): { items: QuantityItem[]; diagnostics: Diagnostic[] } {
  const items: QuantityItem[] = []
  const diagnostics: Diagnostic[] = []
  const { spans } = r.numbers
  for (let s = 0; s < spans.length; s++) {
    const n = spans[s]
    if (!n) continue
    if (!Number.isFinite(n.value)) {
      const at = { from: r.atoms.from[n.first] ?? 0, to: r.atoms.to[n.end - 1] ?? 0 }
      diagnostics.push(diagnostic('number-out-of-range', 'quantity', at))
      continue
    }
    if (exclusionOf(r, n) !== null) continue
    const share = readShare(r, n)
    if (share) {
      items.push(itemOf(r, { ...share, noun: nounFrom(r, share.end) }))
      while (s + 1 < spans.length && (spans[s + 1]?.first ?? 0) < share.end) s++
      continue
    }
    const age = readAge(r, n)
    if (age) {
      items.push(itemOf(r, age))
      continue
    }
    const next = spans[s + 1]
    const range = next ? readRange(r, n, next) : null
    if (range) s++
    const draft = range ?? readSingle(r, n)
    items.push(itemOf(r, draft))
  }
  return { items, diagnostics }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

function readSingle(r: Reader, n: NumberSpan): Draft {
  const measure = vagueMeasureOf(r, n) ?? measureOf(r, n, n.scaled)
  const negative = isNegative(r, n, measure.first)
  const rough = n.value * measure.factor * (negative ? -1 : 1)
  const value = n.kind === 'fraction' ? Number(rough.toFixed(6)) : tidy(rough)
  const start = negative ? measure.first - 1 : measure.first
  const { bound, first, end } = boundOf(r, start, measure.end, measure.unit)
  const unit = measure.unit ?? (n.kind === 'fraction' ? 'fraction' : null)
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

/** Counts take the noun behind them; shares and measures take the one behind "of". */
function nounOf(r: Reader, unit: string | null, end: number): Noun | null {
  if (unit === null) {
    const hyphen = key(r, end) === '-' && glued(r, end) && glued(r, end + 1)
    if (hyphen && r.words.compounds.has(key(r, end + 1))) return null
    return nounFrom(r, hyphen ? end + 1 : end)
  }
  if (key(r, end) !== 'of') return null
  return nounFrom(r, end)
}

const changes = new Set([
  'rise',
  'fall',
  'increase',
  'decrease',
  'grow',
  'drop',
  'decline',
  'climb',
  'cut',
  'raise',
  'reduce',
  'up',
  'down',
  'jump',
  'lower',
  'go',
  'expand',
  'shrink',
  'slip',
  'advance',
  'lift',
  'double',
])

/** "10,000-12,000", "between 5 and 10", "$10 million to $12 million", "two or three". */
function readRange(r: Reader, a: NumberSpan, b: NumberSpan): Draft | null {
  if (a.kind !== 'cardinal' || b.kind !== 'cardinal' || !together(r, a.first, b.first)) return null
  if (b.first - a.end > 6 || exclusionOf(r, b) !== null) return null
  const left = measureOf(r, a, a.scaled)
  const right = measureOf(r, b, b.scaled)
  const joint = left.end
  const word = key(r, joint)
  if (right.first - joint !== 1) return null
  const before = key(r, left.first - 1)
  const between = word === 'and' && before === 'between'
  if (word !== '-' && word !== 'to' && word !== 'or' && !between) return null
  // "between $50 and $60 a barrel": the rate stands once
  const rated = right.unit?.startsWith(`${left.unit ?? ''}/`)
  if (left.unit !== null && right.unit !== null && left.unit !== right.unit && !rated) return null
  if (word === 'to' && before === 'from' && isChange(r, left.first - 1)) return null
  let low = a.value * left.factor
  const high = tidy(b.value * right.factor)
  const scale = b.scaled && !a.scaled ? scaleOf(r, b) : 1
  if (scale > 1 && low * scale <= high && low < 1000) low *= scale
  low = tidy(low)
  if (!(low < high)) return null
  // "two or three", not "2 or 4,000"
  if (word === 'or' && high > low * 3) return null
  const taken = between || (word === 'to' && before === 'from') ? left.first - 1 : left.first
  const around = boundOf(r, taken, right.end, right.unit)
  const unit = right.unit ?? left.unit
  return {
    first: around.first,
    end: around.end,
    low,
    best: null,
    high,
    bound: 'between',
    unit,
    noun: nounOf(r, unit, around.end),
    role: null,
    rule: 'QU13',
  }
}

/** "rose from 5 to 12": two figures, not a range. */
function isChange(r: Reader, at: number): boolean {
  for (let k = at; k >= at - 8 && together(r, k, at); k--) if (changes.has(lemma(r, k))) return true
  return false
}

/** What the scale words of a number multiply its figures by. */
function scaleOf(r: Reader, n: NumberSpan): number {
  const figures = Number(key(r, n.first).replaceAll(',', ''))
  const bare = Number.isFinite(figures) && figures > 0 ? figures : null
  return bare === null ? 1 : Math.round(n.value / bare)
}

function itemOf(r: Reader, d: Draft): QuantityItem {
  const at = { from: r.atoms.from[d.first] ?? 0, to: r.atoms.to[d.end - 1] ?? 0 }
  const nounAt = d.noun
    ? { from: r.atoms.from[d.noun.first] ?? 0, to: r.atoms.to[d.noun.end - 1] ?? 0 }
    : null
  const end = Math.max(d.end, d.noun?.end ?? 0)
  return {
    ...at,
    low: d.low,
    best: d.best,
    high: d.high,
    bound: d.bound,
    unit: d.unit,
    noun: nounAt ? r.atoms.text.slice(nounAt.from, nounAt.to) : null,
    role:
      d.role ??
      (isLength(r, d)
        ? null
        : roleOf(r, { first: d.first, end, head: d.noun?.head ?? -1, unit: d.unit })),
    nounAt,
    asOf: r.asOf(d.first),
    rule: d.rule,
  }
}

/** A length of time has the role of none of the verbs round it. */
function isLength(r: Reader, d: Draft): boolean {
  return r.marks[d.end - 1] === TimeMark.duration && d.noun === null
}
