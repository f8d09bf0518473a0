/** Grades attributions against our annotation, nested ones included: who speaks, in what stance, inside of what, and how unnamed sources are described. */
import type { Attribution } from '../../src/layers/attributions.ts'
import { stances } from '../../src/model/claim.ts'
import type { Counts, Score } from '../../src/pipeline/score.ts'
import { overlaps, type Span } from '../../src/text/span.ts'
import { alike } from './alike.ts'
import { classCounts, shareRight } from './counts.ts'

/** A gold attribution and what was made of it. */
interface Pair {
  readonly gold: Attribution
  readonly made: Attribution | null
}

/** Counts by measure; those of a class are named "measure/class". */
export function scoreVoices(
  made: readonly Attribution[],
  gold: readonly Attribution[],
  text: string,
): Score {
  const pairs = gold.map((g): Pair => ({ gold: g, made: counterpart(made, g) }))
  const met = pairs.flatMap((p) => (p.made ? [{ gold: p.gold, made: p.made }] : []))
  const nested = pairs.filter((p) => p.gold.parent !== null)
  const quoted = pairs.filter((p) => p.gold.kind === 'direct' && p.gold.sourceName !== null)
  return {
    'attribution: found, nested too': shareRight(pairs, (p) => p.made !== null),
    'attribution: nested': shareRight(nested, (p) => p.made !== null && p.made.parent !== null),
    'attribution: parent': parents(pairs, made),
    'attribution: speaker': shareRight(met, (p) => alike(p.made.sourceName, p.gold.sourceName)),
    'attribution: speaker of a quotation': shareRight(
      quoted,
      (p) => p.made !== null && alike(p.made.sourceName, p.gold.sourceName),
    ),
    'attribution: stance': shareRight(met, (p) => p.made.stance === p.gold.stance),
    ...classCounts('attribution: stance', stances, met, (a) => a.stance),
    ...profiles(pairs, made, text),
  }
}

/**
 * The made attribution whose content meets the gold one's most, among those whose cue meets its cue; where the
 * annotation has no cue, a quotation that carries on, the content alone decides.
 */
function counterpart(made: readonly Attribution[], gold: Attribution): Attribution | null {
  let best: { item: Attribution; shared: number } | null = null
  for (const item of made) {
    if (gold.cue.length > 0 && !meet(item.cue, gold.cue)) continue
    const shared = sharedLength(item.content, gold.content)
    if (shared > 0 && shared > (best?.shared ?? 0)) best = { item, shared }
  }
  return best?.item ?? null
}

/** Right: the made parent is what was made of the gold one. */
function parents(pairs: readonly Pair[], made: readonly Attribution[]): Counts {
  let [hasMade, hasGold, right] = [0, 0, 0]
  for (const { gold, made: m } of pairs) {
    if (m && m.parent !== null) hasMade++
    if (gold.parent === null) continue
    hasGold++
    const theirs = pairs[gold.parent]?.made
    if (theirs && m && m.parent !== null && made[m.parent] === theirs) right++
  }
  return { made: hasMade, gold: hasGold, right }
}

const pronouns = new Set([
  'who',
  'whom',
  'which',
  'that',
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'you',
])

/** The guide describes what stands behind a pronoun where it is named or described, and leaves the pronoun open. */
function isOpen(pair: Pair, text: string): boolean {
  const words = pair.gold.source.map((s) => text.slice(s.from, s.to).toLowerCase())
  return words.length === 1 && pronouns.has(words[0] ?? '')
}

const fields = ['count', 'rank', 'institution', 'country', 'access', 'reason'] as const

/** Unnamed sources: found at all, and of the found ones each field that either side states. */
function profiles(pairs: readonly Pair[], made: readonly Attribution[], text: string): Score {
  const open = new Set(pairs.filter((p) => isOpen(p, text)).map((p) => p.made))
  const unnamed = pairs.filter((p) => p.gold.anonymous !== null)
  const found = unnamed.flatMap(({ gold, made: m }) =>
    gold.anonymous && m?.anonymous ? [{ gold: gold.anonymous, made: m.anonymous }] : [],
  )
  const out: Record<string, Counts> = {
    'anonymous: found': {
      made: made.filter((a) => a.anonymous !== null && !open.has(a)).length,
      gold: unnamed.length,
      right: found.length,
    },
  }
  for (const field of fields) {
    out[`anonymous: ${field}`] = {
      made: found.filter((p) => p.made[field] !== null).length,
      gold: found.filter((p) => p.gold[field] !== null).length,
      right: found.filter((p) => {
        const [ours, theirs] = [p.made[field], p.gold[field]]
        return ours !== null && (ours === theirs || (field !== 'country' && worded(ours, theirs)))
      }).length,
    }
  }
  return out
}

/** The same words but for articles, or one all words of the other. */
function worded(ours: string | number, theirs: string | number | null): boolean {
  return typeof ours === 'string' && typeof theirs === 'string' && alike(ours, theirs)
}

function meet(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x, y)))
}

function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const x of a)
    for (const y of b) sum += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from))
  return sum
}
