/** Abbreviations: short forms of states and provinces, alone or behind a town's name and a comma. */
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isUpper } from '../../text/unicode.ts'
import { foldedOf, type Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import { type Readings, regionsOf } from './reading.ts'

export interface Abbreviated {
  readonly regions: readonly number[]
  /** The town before the comma where no other rule has found it. */
  readonly town: (Piece & Readings) | null
}

/** How many words of a town's name are looked at. */
const longest = 3

/** PL12: "N.Y." anywhere; "Pa." or "PA" only in "Erie, Pa.", where Pennsylvania has an Erie. */
export function abbreviationAt(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  taken: Uint8Array,
  i: number,
): Abbreviated | null {
  const { form, sentence } = tokens.at(i)
  const short = lexicon.abbreviations.get(form)
  if (!short) return null
  const regions = regionsOf(lexicon, short)
  const comma = i > 1 && tokens.at(i - 1).key === ',' && tokens.at(i - 2).sentence === sentence
  if (!comma) return short.anywhere ? { regions, town: null } : null
  if (taken[i - 2]) return { regions, town: null }
  const town = townBefore(lexicon, tokens, i - 1, regions)
  return town || short.anywhere ? { regions, town } : null
}

/** The readings of a name that is a short form and stands where one may: "Ga." in "Athens, Ga.". */
export function shortAt(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  { first, end }: Piece,
): Readings | null {
  if (end - first !== 1) return null
  const short = lexicon.abbreviations.get(tokens.at(first).form)
  if (!short) return null
  const comma = first > 0 && tokens.at(first - 1).key === ','
  return comma || short.anywhere ? { readings: regionsOf(lexicon, short), by: 'name' } : null
}

/** The town whose name ends right before a comma and that lies in one of the regions. */
export function townBefore(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  comma: number,
  regions: readonly number[],
): (Piece & Readings) | null {
  const { gazetteer } = lexicon
  const { sentence } = tokens.at(comma)
  for (let first = Math.max(0, comma - longest); first < comma; first++) {
    const token = tokens.at(first)
    if (!isUpper(token.form.charCodeAt(0)) || token.sentence !== sentence) continue
    const readings = gazetteer
      .findFolded(foldedOf(tokens, { first, end: comma }))
      .filter((r) => regions.some((region) => gazetteer.isWithin(r, region)))
    // "The Independence, Missouri, plant" has no name with an article; "The Dalles, Ore." has.
    if (token.key === 'the' && !gazetteer.name(readings[0] ?? -1).startsWith('The ')) continue
    if (readings.length > 0) return { first, end: comma, readings, by: 'name' }
  }
  return null
}
