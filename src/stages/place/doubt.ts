/** Doubt: marked names that are no places - buildings, codes, bare directions, everyday words, storms and brands. */
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { type Other, wordsOfPersons } from './beside.ts'
import type { Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Mention, Readings } from './reading.ts'

/** What stands between the names of a list, and between a name and what holds it. */
const listed: ReadonlySet<string> = new Set([',', 'and', 'or', '('])

/** Below this many people a town is not what a short word in capitals means. */
const large = 100_000
/** From so many people on a name is a place whoever else bears it. */
const famous = 1_000_000

/** PL14: what a single mention shows. */
export function isNoPlace(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  piece: Piece,
  known: Readings,
): boolean {
  const { form, key } = tokens.at(piece.first)
  const last = piece.end - 1
  if (form.includes('$')) return true
  const single = piece.end - piece.first === 1
  const next = piece.end < tokens.length ? tokens.at(piece.end).key : ''
  // "the West Nile virus", "Lyme disease", "the Nobel Prize": named for a place, no place.
  if (lexicon.tells.get(next)?.has('disease word') && !isState(lexicon, known)) return true
  // "Maple Street", "Oak and Third streets": an address, not a place.
  if (lexicon.tells.get(next)?.has('street word')) return true
  if (!single && tells(lexicon, tokens, last, 'street word')) return true
  // "City Hall", "State House": a building of wherever the report is.
  if (
    !single &&
    tells(lexicon, tokens, piece.first, 'kind word') &&
    tells(lexicon, tokens, last, 'building word')
  )
    return true
  if (single) {
    if (form.length < 2) return true
    if (tells(lexicon, tokens, piece.first, 'kind word')) return true
    if (tells(lexicon, tokens, piece.first, 'part word') && known.by !== 'region')
      return known.readings.length < 1
    if (key === 'earth' || key === 'world') return true
  }
  const [weightiest] = known.readings
  if (weightiest === undefined) {
    if (tells(lexicon, tokens, last, 'building word')) return true
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
 * PL14: what all mentions of a name show. A name that the gazetteer does not know, an everyday word and a word of a
 * person's name are places where they once stand behind "in", beside a place, or where only a place would; what follows
 * "Hurricane" or "the drug" never is.
 */
export function nonPlaces(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  mentions: readonly Mention[],
  others: readonly Other[],
): ReadonlySet<string> {
  const doubtful = new Set<string>()
  const shown = new Set<string>()
  const barred = new Set<string>()
  const starts = new Set(mentions.map((m) => m.first))
  const ends = new Set(mentions.map((m) => m.end))
  const persons = wordsOfPersons(others)
  for (const m of mentions) {
    const before = m.first - 1
    if (tells(lexicon, tokens, before, 'storm word')) barred.add(m.text)
    if (m.readings.length > 0 && !isHomonym(lexicon, tokens, m, persons)) continue
    doubtful.add(m.text)
    const after = m.end < tokens.length ? tokens.at(m.end).key : ''
    const word = before < 0 ? '' : tokens.at(before).key
    const beside = listed.has(after) && (starts.has(m.end + 1) || starts.has(m.end + 2))
    const behind = listed.has(word) && (ends.has(before) || ends.has(before - 1))
    const spoken = evidence.some((what) => tells(lexicon, tokens, before, what))
    const followed = followers.some((what) => tells(lexicon, tokens, m.end, what))
    if (beside || behind || spoken || followed || isOf(lexicon, tokens, before)) shown.add(m.text)
    else if (m.readings.length === 0 && m.end - m.first > 1) shown.add(m.text)
  }
  for (const text of shown) doubtful.delete(text)
  for (const text of barred) doubtful.add(text)
  return doubtful
}

/** Before a place stands one of these, behind it one of those. */
const evidence = ['locative', 'destination', 'kind word'] as const
const followers = ['kind word', 'nature word', 'resident'] as const

/** "Reading", "Mobile", a "Clinton" of whom the report has a first name: words that are mostly no places. */
function isHomonym(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  m: Mention,
  persons: ReadonlySet<string>,
): boolean {
  const [first] = m.readings
  if (first === undefined || m.end - m.first > 1 || m.found !== 'PL1') return false
  const feature = lexicon.gazetteer.feature(first)
  if (feature.startsWith('PCL') || feature === 'ADM1' || feature === 'PPLC') return false
  if (lexicon.gazetteer.population(first) > famous) return false
  const { form, key } = tokens.at(m.first)
  return persons.has(m.text) || (lexicon.everyday.has(key) && form !== form.toUpperCase())
}

/** "the village of Brenkovo", "the mayor of Reading". */
function isOf(lexicon: PlaceLexicon, tokens: SpanList<Token>, before: number): boolean {
  if (before < 1 || tokens.at(before).key !== 'of') return false
  return (
    tells(lexicon, tokens, before - 1, 'kind word') ||
    tells(lexicon, tokens, before - 1, 'resident')
  )
}

function tells(lexicon: PlaceLexicon, tokens: SpanList<Token>, i: number, what: string): boolean {
  if (i < 0 || i >= tokens.length) return false
  return lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false
}
