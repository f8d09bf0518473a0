/** Readings: a place name of the report, which places of the gazetteer it may mean, and how its words led there. */
import type { Token } from '../../layers/tokens.ts'
import { foldName } from '../../lexicon/gazetteer-key.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { Abbreviation, PlaceLexicon } from './lexicons.ts'

export interface Readings {
  /** Gazetteer indices, weightiest first. */
  readonly readings: readonly number[]
  /** How they were found: as named, as a region, as the town a facility is named for, or as what a part is of. */
  readonly by: 'name' | 'region' | 'facility' | 'part'
}

/** One place name, not yet decided. */
export interface Mention extends Readings {
  readonly from: number
  readonly to: number
  readonly text: string
  /** ISO 3166 alpha-3 as far as the name itself tells. */
  readonly country: string | null
  /** Tokens of the name: `first` up to, not with, `end`. */
  readonly first: number
  readonly end: number
  /** The rule that found it. */
  readonly found: 'PL1' | 'PL10' | 'PL11' | 'PL12' | 'PL13' | 'PL15' | 'PL16'
}

/** PL1: the name as it stands; as a region when a word for regions follows; without its facility or direction word. */
export function readingsOf(
  lexicon: PlaceLexicon,
  name: string,
  tokens: SpanList<Token>,
  end: number,
): Readings {
  const { gazetteer } = lexicon
  const folded = foldName(name)
  const last = folded.slice(folded.lastIndexOf(' ') + 1)
  const next = end < tokens.length ? tokens.at(end).key : ''
  const tells = (word: string, what: string): boolean => lexicon.tells.get(word)?.has(what) ?? false
  if (tells(next, 'region word')) {
    const regions = gazetteer.findFolded(`${folded} region`)
    if (regions.length > 0) return { readings: regions, by: 'region' }
    if (next === 'county') {
      const counties = gazetteer.findFolded(`${folded} county`)
      if (counties.length > 0) return { readings: counties, by: 'region' }
    }
  }
  const short = lexicon.abbreviations.get(name)
  if (short?.anywhere) return { readings: regionsOf(lexicon, short), by: 'name' }
  const own = gazetteer.findFolded(folded)
  if (own.length > 0) return { readings: own, by: 'name' }
  if (last !== folded) {
    const rest = folded.slice(0, folded.length - last.length - 1)
    if (tells(last, 'region word')) {
      const regions = gazetteer.findFolded(`${rest} region`)
      if (regions.length > 0) return { readings: regions, by: 'region' }
      const plain = gazetteer.findFolded(rest)
      if (plain.length > 0) return { readings: plain, by: 'region' }
    }
    if (last === 'city' || last === 'town' || last === 'village' || last === 'township') {
      const town = gazetteer.findFolded(rest)
      if (town.length > 0) return { readings: town, by: 'name' }
    }
    const first = folded.slice(0, folded.indexOf(' '))
    const tail = folded.slice(first.length + 1)
    if (tells(first, 'part word')) {
      const whole = gazetteer.findFolded(tail)
      if (whole.length > 0) return { readings: whole, by: 'part' }
    }
    if (tells(first, 'kind word')) {
      const bare = tail.startsWith('of ') ? tail.slice(3) : tail
      const named = gazetteer.findFolded(`${bare} ${first}`)
      const plain = named.length > 0 ? named : gazetteer.findFolded(bare)
      if (plain.length > 0) return { readings: plain, by: 'name' }
    }
    if (tells(last, 'facility word')) {
      const town = gazetteer.findFolded(rest)
      if (town.length > 0) return { readings: town, by: 'facility' }
      const widest = lastTown(lexicon, rest)
      if (widest.length > 0) return { readings: widest, by: 'facility' }
    }
  }
  return { readings: [], by: 'name' }
}

/** "Frankfurt Main international": the longest opening of a facility's name that is a town's. */
function lastTown(lexicon: PlaceLexicon, rest: string): readonly number[] {
  for (let cut = rest.lastIndexOf(' '); cut > 2; cut = rest.lastIndexOf(' ', cut - 1)) {
    const towns = lexicon.gazetteer.findFolded(rest.slice(0, cut))
    const [town] = towns
    if (town !== undefined && lexicon.gazetteer.population(town) > 50_000) return towns
  }
  return []
}

/** The regions that a short form may stand for, as gazetteer indices. */
export function regionsOf(lexicon: PlaceLexicon, short: Abbreviation): number[] {
  return short.regions.map((id) => lexicon.gazetteer.indexOf(id)).filter((i) => i >= 0)
}
