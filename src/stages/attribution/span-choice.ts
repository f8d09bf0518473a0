/** Span choice: of all spans that a cue, its source or its content may have, the one whose features weigh most (AT36). */
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'
import type { Draft } from './draft.ts'
import { type Evidence, likeliest } from './evidence.ts'
import { Outlook, type SpanRole } from './outlook.ts'
import type { Range, Reading } from './reading.ts'
import { candidatesOf } from './span-candidates.ts'
import { featureStems, type SpanSetting, tellFeatures } from './span-features.ts'

/** Feature to weight. */
export type SpanWeights = ReadonlyMap<string, number>

export const spanWeights = defineResource(
  ['en/span-weights.tsv'],
  (bytes): SpanWeights =>
    new Map(
      readTsv(bytes[0] ?? new Uint8Array(), 'en/span-weights.tsv', [
        'feature',
        'weight',
      ] as const).map((row) => [row.feature, Number(row.weight)]),
    ),
)

/** One choice to be made. */
export interface SpanQuestion {
  readonly setting: SpanSetting
  readonly candidates: readonly (readonly Range[])[]
}

/** Words from these log-odds on are tried as contents of their own. */
const leastOdds = [-2, 1.5]

/** What there is to choose from for one role of a draft; null where the reader has not seen its cue. */
export function questionOf(
  r: Reading,
  d: Draft,
  role: SpanRole,
  evidence: Evidence,
): SpanQuestion | null {
  const cue = evidence.cueIn(d.cue)
  if (!cue) return null
  const rule = d[role]
  const outlook =
    role === 'cue'
      ? Outlook.ofCues((i) => evidence.chanceOf(i), r.sentence(r.sentenceOf(d.anchor)))
      : Outlook.ofTags(cue, role)
  const read = role === 'cue' ? rangesOf(cue.cue) : likeliest(cue, role)
  const bases = [rule, read]
  if (role === 'content') {
    for (const least of leastOdds) bases.push(outlook.above(least))
  }
  const holes = role === 'content' ? [...d.cue, ...d.source] : []
  const candidates = candidatesOf(r, outlook, bases, holes)
  let best = Number.NEGATIVE_INFINITY
  for (const c of candidates) best = Math.max(best, outlook.of(c))
  const setting = {
    r,
    outlook,
    rule,
    by: d.rule,
    read,
    best,
    anchor: d.anchor,
    cue: d.cue,
    class: d.class,
  }
  return { setting, candidates }
}

/** Spans that the reader finds less likely by this are not weighed, except the rule's: they never win. */
const hopelesslyBehind = 16

/** The candidate that weighs most; of equals the earliest, and the rule's comes first. */
export function choose(question: SpanQuestion, weights: SpanWeights): readonly Range[] {
  let best: readonly Range[] = question.setting.rule
  let most = Number.NEGATIVE_INFINITY
  const { setting } = question
  const of = byStem(weights)
  for (const c of question.candidates) {
    const hopeless = setting.outlook.of(c) < setting.best - hopelesslyBehind
    if (hopeless && c !== question.candidates[0]) continue
    let sum = 0
    tellFeatures(setting, c, (stem, word, value) => {
      const weight = of.get(stem)?.get(word)
      if (weight !== undefined) sum += value * weight
    })
    if (sum > most) {
      most = sum
      best = c
    }
  }
  return best
}

const split = new WeakMap<SpanWeights, ReadonlyMap<string, ReadonlyMap<string, number>>>()

/** The weights by stem and word, so that no name need be put together; made once for each table. */
function byStem(weights: SpanWeights): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const known = split.get(weights)
  if (known) return known
  const out = new Map<string, Map<string, number>>(featureStems.map((s) => [s, new Map()]))
  for (const [name, weight] of weights)
    for (const [stem, words] of out)
      if (name.startsWith(stem)) words.set(name.slice(stem.length), weight)
  split.set(weights, out)
  return out
}

export function rangesOf(tokens: readonly number[]): Range[] {
  const out: Range[] = []
  for (const i of tokens) {
    const last = out.at(-1)
    if (last?.end === i) out[out.length - 1] = { first: last.first, end: i + 1 }
    else out.push({ first: i, end: i + 1 })
  }
  return out
}
