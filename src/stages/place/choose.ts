/** Choosing: which of several places of one name a report means, and why. */
import type { Name } from '../../layers/names.ts'
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Mention } from './mention.ts'

export interface Choice {
  /** Gazetteer index, or -1 when the name has no reading. */
  readonly place: number
  readonly candidates: readonly number[]
  readonly reason: string
  readonly rule: string
}

/** Weights in units of a tenfold population. */
const weights = {
  /** "Paris, Texas": the next name contains the reading. */
  contained: 6,
  /** A reading that is a state outweighs towns of the same name. */
  state: 3,
  region: 0.7,
  capital: 1.5,
  seat: 0.4,
  /** The report speaks of the reading's country by name. */
  country: 2.2,
  /** Other places of the report lie in the same country. */
  company: 1.4,
  /** The outlet's home. */
  home: 1.2,
  /** A part of a town is named less often than a town. */
  section: -1,
  /** Written as the gazetteer has it: "St. Louis" is not "Saint-Louis". */
  spelling: 0.6,
} as const

/** How many readings are weighed; further ones are too small to matter. */
const weighed = 24

/** Decides all mentions: first by name and containment, then again with the company that the first pass found. */
export function choosePlaces(
  lexicon: PlaceLexicon,
  mentions: readonly Mention[],
  names: readonly Name[],
  tokens: SpanList<Token>,
  home: string | null,
): Choice[] {
  const named = new Map<string, number>()
  for (const n of names)
    if (n.country && (n.type === 'LOC' || n.type === 'NORP')) bump(named, n.country)
  const first = mentions.map((m, i) =>
    choose(lexicon, m, containerOf(lexicon, mentions, tokens, i), named, new Map(), home),
  )
  const company = new Map<string, number>()
  const settled = new Map<string, number>()
  for (const [i, choice] of first.entries()) {
    const country = choice.place < 0 ? null : lexicon.gazetteer.country(choice.place)
    if (country) bump(company, country)
    // PL4: a name that the report once placed in a region means the same place later.
    if (choice.rule === 'PL3') settled.set(mentions[i]?.text ?? '', choice.place)
  }
  return mentions.map((m, i) => {
    const before = settled.get(m.text)
    const container = containerOf(lexicon, mentions, tokens, i)
    if (before !== undefined && container < 0 && m.readings.includes(before))
      return {
        place: before,
        candidates: m.readings.slice(0, weighed),
        reason: 'named with its region elsewhere in the report',
        rule: 'PL4',
      }
    return choose(lexicon, m, container, named, company, home)
  })
}

function bump(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

/** PL3: the weightiest reading of the name right after a comma or bracket ("Springfield, Illinois"); -1 for none. */
function containerOf(
  lexicon: PlaceLexicon,
  mentions: readonly Mention[],
  tokens: SpanList<Token>,
  i: number,
): number {
  const own = mentions[i]
  const next = mentions[i + 1]
  if (!own || !next || next.first !== own.end + 1) return -1
  const between = tokens.at(own.end).key
  if (between !== ',' && between !== '(' && between !== 'in' && between !== 'of') return -1
  for (const outer of next.readings.slice(0, 4))
    if (own.readings.some((r) => lexicon.gazetteer.isWithin(r, outer))) return outer
  return -1
}

function choose(
  lexicon: PlaceLexicon,
  mention: Mention,
  container: number,
  named: ReadonlyMap<string, number>,
  company: ReadonlyMap<string, number>,
  home: string | null,
): Choice {
  const readings = mention.readings.slice(0, weighed)
  const { gazetteer } = lexicon
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  let plainBest = -1
  let plainScore = Number.NEGATIVE_INFINITY
  for (const [rank, r] of readings.entries()) {
    const spelled = readings.length > 1 && gazetteer.place(r).name === mention.text
    const prior =
      priorOf(gazetteer.feature(r), gazetteer.population(r)) -
      rank * 0.05 +
      (spelled ? weights.spelling : 0)
    const country = gazetteer.country(r)
    let score = prior
    if (container >= 0 && gazetteer.isWithin(r, container)) score += weights.contained
    if (country) {
      const times = named.get(country) ?? 0
      if (times > 0 && !gazetteer.feature(r).startsWith('PCL'))
        score += weights.country * Math.min(1, 0.5 + times / 4)
      const others = (company.get(country) ?? 0) - (best < 0 ? 0 : 0)
      if (others > 1) score += weights.company * Math.min(1, others / 4)
      if (country === home) score += weights.home
    }
    if (prior > plainScore) {
      plainScore = prior
      plainBest = r
    }
    if (score > bestScore) {
      bestScore = score
      best = r
    }
  }
  const contained = container >= 0 && best >= 0 && gazetteer.isWithin(best, container)
  return {
    place: best,
    candidates: readings,
    reason: reasonOf(
      lexicon,
      mention,
      readings.length,
      best,
      plainBest,
      contained ? container : -1,
    ),
    rule: contained ? 'PL3' : best === plainBest ? 'PL2' : 'PL5',
  }
}

function priorOf(feature: string, population: number): number {
  let score = Math.log10(population + 10)
  if (feature.startsWith('PCL')) score += weights.state
  else if (feature === 'ADM1') score += weights.region - 0.9
  else if (feature === 'ADM2') score -= 1.2
  else if (feature === 'PPLC') score += weights.capital
  else if (feature === 'PPLA') score += weights.seat
  else if (feature === 'PPLX') score += weights.section
  return score
}

function reasonOf(
  lexicon: PlaceLexicon,
  mention: Mention,
  count: number,
  best: number,
  plainBest: number,
  container: number,
): string {
  if (best < 0) return 'not in the gazetteer'
  if (container >= 0) return `contained in ${lexicon.gazetteer.place(container).name}`
  if (count === 1) return 'the only place of the name'
  if (mention.by === 'region') return 'named as a region'
  return best === plainBest ? 'population' : 'the other places of the report'
}
