/** Parts: places that open the name of a public body, and the name that two directions share. */
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isUpper } from '../../text/unicode.ts'
import { foldedOf, isKnown, type Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Readings } from './reading.ts'

/** Below this many people a town that opens a name must stand before "City", "County" or the like. */
const known = 5000

/** PL11: the place whose body it is: "U.S. Food and Drug Administration", "Leeds City Council", "Canada's Broadcasting ...". */
export function embeddedPlace(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  from: number,
  end: number,
): Piece | null {
  let first = from
  if (tokens.at(first).key === 'the') first++
  const last = tokens.at(end - 1).key
  if (last === 'university' || last === 'college' || last === 'post' || last === 'times')
    return null
  for (let stop = Math.min(end - 1, first + 4); stop > first; stop--) {
    if (!isUpper(tokens.at(first).form.charCodeAt(0))) return null
    const next = tokens.at(stop)
    const owned = next.key === "'s"
    if (!owned && !lexicon.tells.get(next.key)?.has('authority')) continue
    const [place] = lexicon.gazetteer.findFolded(foldedOf(tokens, { first, end: stop }))
    if (place === undefined) continue
    // "Kansas City Chiefs": the longer name is a town's, and it opens no public body.
    if (!owned && next.key === 'city' && isKnown(lexicon, tokens, { first, end: stop + 1 }))
      return null
    const { key, form } = tokens.at(first)
    if (lexicon.tells.get(key)?.has('never')) continue
    if (stop - first === 1 && lexicon.everyday.has(key) && form !== form.toUpperCase()) continue
    if (lexicon.gazetteer.population(place) < known) continue
    // "the U.N. Security Council": letters are a state's or nobody's.
    if (form.length <= 4 && form === form.toUpperCase() && stop - first === 1)
      if (!isState(lexicon, place) && !lexicon.abbreviations.get(form)?.anywhere) continue
    return { first, end: stop }
  }
  return stateOf(lexicon, tokens, from, end)
}

/** "Health Ministry of Uganda", "Government of Kenya": the state or region at the end of the name of a public body. */
function stateOf(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  from: number,
  end: number,
): Piece | null {
  let official = false
  for (let i = from; i < end; i++) {
    const { key } = tokens.at(i)
    official ||= lexicon.tells.get(key)?.has('authority') ?? false
    if (key !== 'of' || !official) continue
    if (i + 1 >= end) return null
    const first = tokens.at(i + 1).key === 'the' ? i + 2 : i + 1
    if (first >= end) return null
    const [place] = lexicon.gazetteer.findFolded(foldedOf(tokens, { first, end }))
    if (place === undefined) continue
    if (isState(lexicon, place)) return { first, end }
  }
  return null
}

function isState(lexicon: PlaceLexicon, place: number): boolean {
  const feature = lexicon.gazetteer.feature(place)
  return feature.startsWith('PCL') || feature === 'ADM1'
}

const plurals: ReadonlyMap<string, string> = new Map([
  ['counties', 'county'],
  ['provinces', 'region'],
  ['regions', 'region'],
  ['oblasts', 'region'],
  ['states', 'region'],
])

/** PL10: "Gregg and Smith counties", "Kharkiv, Sumy and Kursk regions": a plural says what each name of the list is. */
export function pluralReadings(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  piece: Piece,
): Readings | null {
  const { sentence } = tokens.at(piece.first)
  for (let i = piece.end; i < Math.min(tokens.length, piece.end + 12); i++) {
    const token = tokens.at(i)
    if (token.sentence !== sentence) return null
    const one = plurals.get(token.key)
    if (one !== undefined) {
      const readings = lexicon.gazetteer.findFolded(`${foldedOf(tokens, piece)} ${one}`)
      return readings.length > 0 ? { readings, by: 'region' } : null
    }
    const goesOn = token.key === ',' || token.key === 'and' || isUpper(token.form.charCodeAt(0))
    if (!goesOn) return null
  }
  return null
}

/** PL10: "North and South Kivu": a direction before "and" has the name that the other direction has. */
export function sharedReadings(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  piece: Piece,
): Readings | null {
  const plural = pluralReadings(lexicon, tokens, piece)
  if (plural || piece.end - piece.first !== 1) return plural
  const own = tokens.at(piece.first)
  if (!lexicon.tells.get(own.key)?.has('part word')) return null
  const and = piece.end < tokens.length ? tokens.at(piece.end).key : ''
  if (and !== 'and' && and !== 'or') return null
  const other = piece.end + 1
  if (other >= tokens.length || !lexicon.tells.get(tokens.at(other).key)?.has('part word'))
    return null
  for (let end = Math.min(tokens.length, other + 4); end > other + 1; end--) {
    const rest = foldedOf(tokens, { first: other + 1, end })
    const readings = lexicon.gazetteer.findFolded(`${own.key} ${rest}`)
    if (readings.length > 0 && lexicon.gazetteer.has(`${tokens.at(other).key} ${rest}`))
      return { readings, by: 'name' }
  }
  return null
}
