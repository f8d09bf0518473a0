/** Beside: names taken for persons or bodies that the report uses as places, elsewhere or in one list with places. */
import type { Name } from '../../layers/names.ts'
import type { Token } from '../../layers/tokens.ts'
import { foldName } from '../../lexicon/gazetteer-key.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import { pluralReadings } from './part.ts'
import type { Mention, Readings } from './reading.ts'

/** A name of another type than LOC, with the tokens it covers. */
export interface Other extends Piece {
  readonly name: Name
}

export type Add = (
  piece: Piece,
  found: Mention['found'],
  known: Readings,
  country: string | null,
) => void

/** PL13: a name of another type that the report elsewhere uses as a place of the gazetteer. */
export function addRepeats(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  made: readonly Mention[],
  others: readonly Other[],
  add: Add,
): void {
  const known = new Map<string, Mention>()
  for (const m of made) if (m.readings.length > 0 && m.by === 'name') known.set(m.text, m)
  const persons = wordsOfPersons(others)
  for (const { name, first, end } of others) {
    if (name.type === 'NORP' || name.type === 'EVENT' || name.title) continue
    const same = known.get(name.name)
    if (!same || persons.has(name.name)) continue
    if (lexicon.everyday.has(tokens.at(first).key) && end - first === 1) continue
    add({ first, end }, 'PL13', { readings: same.readings, by: same.by }, same.country)
  }
}

/** How many readings of a name and of its neighbour are compared. */
const compared = 12

/** PL16: "Statham and Winder", "Bucks County": a town of the region of the place beside it, or a county by its name. */
export function addBeside(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  made: readonly Mention[],
  others: readonly Other[],
  add: Add,
): void {
  const { gazetteer } = lexicon
  const starts = new Map(made.map((m) => [m.first, m]))
  const ends = new Map(made.map((m) => [m.end, m]))
  const persons = wordsOfPersons(others)
  const joins = (i: number): boolean => {
    const key = i >= 0 && i < tokens.length ? tokens.at(i).key : ''
    return key === 'and' || key === 'or' || key === ','
  }
  for (const { name, first, end } of others) {
    if (name.title || persons.has(name.name)) continue
    const single = end - first === 1
    if (name.type === 'NORP' || name.type === 'EVENT') continue
    const plural = pluralReadings(lexicon, tokens, { first, end })
    if (plural) {
      add({ first, end }, 'PL16', plural, null)
      continue
    }
    const readings = gazetteer.findFolded(foldName(name.name))
    if (readings.length === 0) continue
    if (!single && tokens.at(end - 1).key === 'county') {
      add({ first, end }, 'PL16', { readings, by: 'name' }, null)
      continue
    }
    if (single && lexicon.everyday.has(tokens.at(first).key)) continue
    const follows = end < tokens.length ? tokens.at(end).key : ''
    if (name.type !== 'PERSON' && lexicon.tells.get(follows)?.has('person')) {
      add({ first, end }, 'PL16', { readings, by: 'name' }, null)
      continue
    }
    const neighbour =
      (joins(first - 1) ? ends.get(first - 1) : undefined) ??
      (joins(end) ? starts.get(end + 1) : undefined)
    if (!neighbour) continue
    const regions = new Set(
      neighbour.readings.slice(0, compared).map((r) => gazetteer.firstRegion(r)),
    )
    regions.delete(-1)
    const near = readings.filter((r) => regions.has(gazetteer.firstRegion(r)))
    if (near.length > 0) add({ first, end }, 'PL16', { readings, by: 'name' }, null)
  }
}

/** Words of full names and of names with a title: alone they are these persons. */
export function wordsOfPersons(others: readonly Other[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const { name } of others) {
    if (name.type !== 'PERSON') continue
    const words = name.name.split(' ')
    if (words.length > 1 || name.title) for (const w of words) out.add(w)
  }
  return out
}
