/** Choosing: which of several places of one name a report means, and why. */
import type { Name } from '../../layers/names.ts'
import type { Token } from '../../layers/tokens.ts'
import { foldName } from '../../lexicon/gazetteer-key.ts'
import type { SpanList } from '../../text/span-list.ts'
import { type Anchor, type Company, companyOf, maxAnchors } from './company.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Mention } from './reading.ts'

export interface Choice {
  /** Gazetteer index, or -1 when the name has no reading. */
  readonly place: number
  readonly candidates: readonly number[]
  readonly reason: string
  readonly rule: string
  /** How far the choice is from the next best reading, in tenfold populations. */
  readonly margin: number
}

/** Weights in units of a tenfold population. */
const weights = {
  /** "Paris, Texas": the next name contains the reading; "Texas" there contains the last one. */
  contained: 6,
  /** A reading that is a state outweighs towns of the same name. */
  state: 2.6,
  region: -0.2,
  /** A first-level region that has a large town of its own name: the name alone is the town's. */
  namesake: -1.2,
  /** A capital that bears its state's name, too, is not what the name alone means. */
  stateNamesake: -3,
  district: -1.2,
  /** Shires and other districts of many people are named like towns. */
  largeDistrict: -0.3,
  capital: 1.5,
  seat: 0.4,
  /** The report speaks of the reading's country by name. */
  country: 2.2,
  /** The outlet's home. */
  home: 1.2,
  /** A part of a town is named less often than a town. */
  section: -1,
  /** Written as the gazetteer has it: "St. Louis" is not "Saint-Louis". */
  spelling: 0.6,
  /** Known by another name first. */
  alias: -0.6,
} as const

/** How many readings are weighed; further ones are too small to matter. */
const weighed = 24

interface Context {
  readonly lexicon: PlaceLexicon
  readonly home: string | null
  /** How often the report names each country, by the words it does it with. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Decides all mentions: first by name and containment, then twice again with the company that the passes found. */
export function choosePlaces(
  lexicon: PlaceLexicon,
  mentions: readonly Mention[],
  names: readonly Name[],
  tokens: SpanList<Token>,
  home: string | null,
): Choice[] {
  const named = new Map<string, Map<string, number>>()
  for (const n of names)
    if (n.country && (n.type === 'LOC' || n.type === 'NORP')) {
      const words = named.get(n.country) ?? new Map<string, number>()
      words.set(n.name, (words.get(n.name) ?? 0) + 1)
      named.set(n.country, words)
    }
  const context: Context = { lexicon, home, named }
  const containers = mentions.map((_, i) => containerOf(lexicon, mentions, tokens, i))
  let choices = mentions.map((m, i) => choose(context, m, containers[i] ?? nothing, []))
  for (let pass = 0; pass < 2; pass++) {
    const anchors = anchorsOf(lexicon, mentions, choices)
    const known = new Map<string, Choice>()
    choices = mentions.map((m, i) => {
      const container = containers[i] ?? nothing
      if (container.outer >= 0 || container.inner.length > 0)
        return choose(context, m, container, anchors)
      const key = `${m.by} ${m.readings[0] ?? -1} ${m.text}`
      const choice = known.get(key) ?? choose(context, m, container, anchors)
      known.set(key, choice)
      return choice
    })
  }
  return settle(mentions, choices)
}

/** PL4: a name that the report once placed in a region means the same place later. */
function settle(mentions: readonly Mention[], choices: readonly Choice[]): Choice[] {
  const settled = new Map<string, number>()
  for (const [i, choice] of choices.entries())
    if (choice.rule === 'PL3' && !settled.has(mentions[i]?.text ?? ''))
      settled.set(mentions[i]?.text ?? '', choice.place)
  return choices.map((choice, i) => {
    const before = settled.get(mentions[i]?.text ?? '')
    if (before === undefined || choice.rule === 'PL3') return choice
    if (!mentions[i]?.readings.includes(before)) return choice
    const reason = 'named with its region elsewhere in the report'
    return { ...choice, place: before, reason, rule: 'PL4' }
  })
}

/** What the names beside a mention say: `outer` holds it (-1: none), `inner` are readings of a name that it holds. */
interface Container {
  readonly outer: number
  readonly inner: readonly number[]
}
const nothing: Container = { outer: -1, inner: [] }

/** PL3: the weightiest reading of the name right after a comma or bracket ("Springfield, Illinois"), and the other way round. */
function containerOf(
  lexicon: PlaceLexicon,
  mentions: readonly Mention[],
  tokens: SpanList<Token>,
  i: number,
): Container {
  const own = mentions[i]
  if (!own) return nothing
  const next = mentions[i + 1]
  let outer = -1
  if (next && joins(tokens, own, next) && !isList(lexicon, own, next))
    outer =
      next.readings
        .slice(0, 8)
        .find((o) => own.readings.some((r) => lexicon.gazetteer.isWithin(r, o))) ?? -1
  const last = mentions[i - 1]
  const inner =
    last && joins(tokens, last, own) && !isList(lexicon, last, own)
      ? last.readings.slice(0, weighed)
      : []
  return { outer, inner }
}

/** "Niger, Nigeria", "Oregon, Washington": two states or two regions side by side are a list, whatever town has the name. */
function isList(lexicon: PlaceLexicon, own: Mention, next: Mention): boolean {
  const rank = (m: Mention): number => {
    const [first] = m.readings
    const feature = first === undefined ? '' : lexicon.gazetteer.feature(first)
    return feature.startsWith('PCL') ? 2 : feature === 'ADM1' ? 1 : 0
  }
  const inner = rank(own)
  return inner > 0 && inner === rank(next) && next.found !== 'PL12'
}

function joins(tokens: SpanList<Token>, own: Mention, next: Mention): boolean {
  let at = own.end
  if (at >= tokens.length) return false
  const { key } = tokens.at(at)
  if (key !== ',' && key !== '(' && key !== 'in' && key !== 'of') return false
  at++
  // "Paris in the north of Texas", "Goma, in eastern Congo": small words may stand between.
  for (let k = 0; k < 3 && at < next.first && (key === ',' || key === 'in'); k++) {
    const word = tokens.at(at).key
    if (word !== 'in' && word !== 'the' && word !== "'s" && !word.endsWith('ern')) break
    at++
  }
  return at === next.first
}

function anchorsOf(
  lexicon: PlaceLexicon,
  mentions: readonly Mention[],
  choices: readonly Choice[],
): Anchor[] {
  const { gazetteer } = lexicon
  const byText = new Map<string, { place: number; weight: number; times: number }>()
  for (const [i, choice] of choices.entries()) {
    const m = mentions[i]
    if (!m || choice.place < 0) continue
    const sure = choice.rule === 'PL3' ? 1.5 : Math.min(1, 0.25 + choice.margin / 2)
    const before = byText.get(m.text)
    if (before) {
      before.times++
      if (sure > before.weight) {
        before.weight = sure
        before.place = choice.place
      }
    } else byText.set(m.text, { place: choice.place, weight: sure, times: 1 })
  }
  return [...byText]
    .map(([text, a]): Anchor => {
      return {
        text,
        place: a.place,
        country: gazetteer.country(a.place),
        region: gazetteer.firstRegion(a.place),
        whole: gazetteer.feature(a.place).startsWith('PCL') || gazetteer.extent(a.place) !== null,
        isRegion: gazetteer.feature(a.place) === 'ADM1',
        lat: gazetteer.latitude(a.place),
        lon: gazetteer.longitude(a.place),
        weight: a.weight * (1 + Math.log2(a.times) / 4),
      }
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, maxAnchors)
}

function choose(
  context: Context,
  mention: Mention,
  { outer, inner }: Container,
  anchors: readonly Anchor[],
): Choice {
  const { lexicon, home } = context
  const { gazetteer } = lexicon
  const readings = mention.readings.slice(0, weighed)
  const folded = foldName(mention.text)
  const alone = readings.length < 2
  const company = alone ? null : companyOf(gazetteer, anchors, mention.text)
  let best = -1
  let second = Number.NEGATIVE_INFINITY
  let bestScore = Number.NEGATIVE_INFINITY
  let plainBest = -1
  let plainScore = Number.NEGATIVE_INFINITY
  for (const [rank, r] of readings.entries()) {
    const prior = alone ? 0 : priorOf(lexicon, mention, r, folded) - rank * 0.03
    const score = prior + contextOf(context, mention, r, outer, inner, company, home)
    if (prior > plainScore) {
      plainScore = prior
      plainBest = r
    }
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = r
    } else if (score > second) second = score
  }
  const contained = outer >= 0 && best >= 0 && gazetteer.isWithin(best, outer)
  return {
    place: best,
    candidates: readings,
    reason: reasonOf(lexicon, mention, best, plainBest, contained ? outer : -1),
    rule: contained ? 'PL3' : best === plainBest ? 'PL2' : 'PL5',
    margin: alone ? 2 : bestScore - second,
  }
}

/** PL2: how weighty a reading is before anything else of the report is known. */
function priorOf(lexicon: PlaceLexicon, mention: Mention, r: number, folded: string): number {
  const { gazetteer } = lexicon
  const feature = gazetteer.feature(r)
  const population = gazetteer.population(r)
  let score = Math.log10(population + 10)
  if (feature.startsWith('PCL')) return score + weights.state
  const name = gazetteer.name(r)
  if (name === mention.text) score += weights.spelling
  else {
    const known = foldName(name)
    if (known !== folded && known !== `${folded} city`) score += weights.alias
  }
  if (feature === 'ADM1') {
    score += weights.region
    if (mention.by === 'name' && hasNamesake(lexicon, mention, r, folded)) score += weights.namesake
  } else if (feature === 'ADM2')
    score +=
      population > 300_000 && !folded.endsWith('county') ? weights.largeDistrict : weights.district
  else if (feature === 'PPLC') {
    score += weights.capital
    const [first = -1] = mention.readings
    if (
      gazetteer.feature(first).startsWith('PCL') &&
      gazetteer.country(first) === gazetteer.country(r)
    )
      score += weights.stateNamesake
  } else if (feature === 'PPLA') score += weights.seat
  else if (feature === 'PPLX') score += weights.section
  return score
}

/** True when a large town of the same name lies in the region. */
function hasNamesake(
  lexicon: PlaceLexicon,
  mention: Mention,
  region: number,
  folded: string,
): boolean {
  const { gazetteer } = lexicon
  return mention.readings
    .slice(0, 6)
    .some(
      (r) =>
        gazetteer.feature(r).startsWith('PPL') &&
        gazetteer.population(r) > 300_000 &&
        (gazetteer.population(r) > 5_000_000 || foldName(gazetteer.name(r)) === folded) &&
        gazetteer.isWithin(r, region),
    )
}

/** PL3, PL5: what the names beside it, the countries named, the report's other places and the outlet say for a reading. */
function contextOf(
  { lexicon, named }: Context,
  mention: Mention,
  r: number,
  outer: number,
  inner: readonly number[],
  company: Company | null,
  home: string | null,
): number {
  const { gazetteer } = lexicon
  let score = 0
  if (outer >= 0 && gazetteer.isWithin(r, outer)) score += weights.contained
  if (inner.some((i) => gazetteer.isWithin(i, r))) score += weights.contained
  const country = gazetteer.country(r)
  if (country) {
    const state = gazetteer.feature(r).startsWith('PCL')
    let times = 0
    for (const [words, n] of named.get(country) ?? []) if (words !== mention.text) times += n
    if (times > 0) score += (state ? 0.5 : 1) * weights.country * Math.min(1, 0.5 + times / 4)
    if (country === home) score += weights.home
  }
  return company ? score + company.of(r) : score
}

function reasonOf(
  lexicon: PlaceLexicon,
  mention: Mention,
  best: number,
  plainBest: number,
  container: number,
): string {
  if (best < 0) return 'not in the gazetteer'
  if (container >= 0) return `contained in ${lexicon.gazetteer.name(container)}`
  if (mention.readings.length === 1) return 'the only place of the name'
  if (mention.by === 'region') return 'named as a region'
  return best === plainBest ? 'population' : 'the other places of the report'
}
