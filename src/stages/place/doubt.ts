/** Doubt: marked names that are no places - buildings, codes, bare directions, everyday words, storms and brands. */
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Mention, Readings } from './reading.ts'

/** What stands between the names of a list, and between a name and what holds it. */
const listed: ReadonlySet<string> = new Set([',', 'and', 'or', '('])

/** Below this many people a town is not what a short word in capitals means. */
const large = 100_000

/** PL14: what a single mention shows. */
export function isNoPlace(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  piece: Piece,
  known: Readings,
): boolean {
  const tells = (i: number, what: string): boolean =>
    i >= 0 && (lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false)
  const { form, key } = tokens.at(piece.first)
  if (form.includes('$')) return true
  const single = piece.end - piece.first === 1
  const next = piece.end < tokens.length ? tokens.at(piece.end).key : ''
  // "the West Nile virus", "Lyme disease", "the Nobel Prize": named for a place, no place.
  if (lexicon.tells.get(next)?.has('disease word') && !isState(lexicon, known)) return true
  if (single) {
    if (form.length < 2) return true
    if (tells(piece.first, 'kind word')) return true
    if (tells(piece.first, 'part word') && known.by !== 'region') return known.readings.length < 1
    if (key === 'earth' || key === 'world') return true
  }
  const [weightiest] = known.readings
  if (weightiest === undefined) {
    if (tells(piece.end - 1, 'building word')) return true
    return single && form.length < 6 && form === form.toUpperCase()
  }
  if (!single || form.length > 4 || form !== form.toUpperCase()) return false
  if (lexicon.abbreviations.get(form)?.anywhere) return false
  const { gazetteer } = lexicon
  if (!gazetteer.feature(weightiest).startsWith('PPL')) return false
  return form.length < 4 || gazetteer.population(weightiest) < large
}

function isState(lexicon: PlaceLexicon, { readings: [first] }: Readings): boolean {
  return first !== undefined && lexicon.gazetteer.feature(first).startsWith('PCL')
}

/**
 * PL14: what all mentions of a name show: a name that the gazetteer does not know is a place where it once stands behind
 * "in" or before the name of what holds it; one that follows "Hurricane" or "the drug" never is.
 */
export function nonPlaces(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  mentions: readonly Mention[],
): ReadonlySet<string> {
  const doubtful = new Set<string>()
  const shown = new Set<string>()
  const barred = new Set<string>()
  const starts = new Set(mentions.map((m) => m.first))
  const ends = new Set(mentions.map((m) => m.end))
  for (const m of mentions) {
    const before = m.first - 1
    const word = before < 0 ? undefined : tokens.at(before)
    const tells = (what: string): boolean =>
      word !== undefined && (lexicon.tells.get(word.key)?.has(what) ?? false)
    if (tells('storm word')) barred.add(m.text)
    if (m.readings.length > 0) continue
    doubtful.add(m.text)
    const after = m.end < tokens.length ? tokens.at(m.end).key : ''
    const says = (i: number, what: string): boolean =>
      i < tokens.length && (lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false)
    const beside = listed.has(after) && (starts.has(m.end + 1) || starts.has(m.end + 2))
    const behind =
      word !== undefined && listed.has(word.key) && (ends.has(before) || ends.has(before - 1))
    if (
      m.end - m.first > 1 ||
      beside ||
      behind ||
      tells('locative') ||
      tells('kind word') ||
      says(m.end, 'kind word') ||
      says(m.end, 'nature word') ||
      isOfKind(lexicon, tokens, before)
    )
      shown.add(m.text)
  }
  for (const text of shown) doubtful.delete(text)
  for (const text of barred) doubtful.add(text)
  return doubtful
}

/** "the village of Brenkovo". */
function isOfKind(lexicon: PlaceLexicon, tokens: SpanList<Token>, before: number): boolean {
  if (before < 1 || tokens.at(before).key !== 'of') return false
  return lexicon.tells.get(tokens.at(before - 1).key)?.has('kind word') ?? false
}
