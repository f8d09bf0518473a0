/** Unseen: places of the gazetteer that no stage before marked as names, and words before a name that belong to it. */
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isUpper } from '../../text/unicode.ts'
import { foldedOf, isKnown, type Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Readings } from './reading.ts'

const longest = 4
/** A name of so many people is a place also without a preposition that says so. */
const famous = 5_000_000
/** Behind "in", towns from this size on. */
const small = 1000

/** PL15: the longest name of the gazetteer at an unmarked capital: a state or large region, or a town behind "in". */
export function unseenAt(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  named: Uint8Array,
  first: number,
): (Piece & Readings) | null {
  const { form, key, sentence } = tokens.at(first)
  if (!isUpper(form.charCodeAt(0)) || form.length < 2 || key === 'the') return null
  if (form.includes('$') || lexicon.tells.get(key)?.has('never')) return null
  const before = first > 0 && tokens.at(first - 1).sentence === sentence ? first - 1 : -1
  if (before >= 0 && isUpper(tokens.at(before).form.charCodeAt(0)) && named[before]) return null
  let stop = first + 1
  while (
    stop < tokens.length &&
    stop - first < longest + 2 &&
    !named[stop] &&
    tokens.at(stop).sentence === sentence
  )
    stop++
  for (let end = stop; end > first; end--) {
    const last = tokens.at(end - 1)
    // "Ivoire" in "d'Ivoire" has a capital, too.
    if (last.form === last.form.toLowerCase()) continue
    const readings = lexicon.gazetteer.findFolded(foldedOf(tokens, { first, end }))
    const [best] = readings
    if (best === undefined) continue
    const single = end - first === 1
    const everyday = single && lexicon.everyday.has(key)
    if (everyday && form !== form.toUpperCase()) return null
    const feature = lexicon.gazetteer.feature(best)
    const population = lexicon.gazetteer.population(best)
    const follows = end < tokens.length ? tokens.at(end) : null
    const runs =
      follows !== null &&
      !named[end] &&
      isUpper(follows.form.charCodeAt(0)) &&
      follows.sentence === sentence
    const state = feature === 'PCLI' || (feature === 'ADM1' && population > famous)
    if (state && !everyday && (population > famous / 5 || !single))
      return { first, end, readings, by: 'name' }
    if (state && everyday && form.length < 3 && before >= 0 && tokens.at(before).key === 'the')
      return { first, end, readings, by: 'name' }
    const locative =
      before >= 0 && (lexicon.tells.get(tokens.at(before).key)?.has('surely locative') ?? false)
    if (locative && !runs && !everyday && population >= small)
      return { first, end, readings, by: 'name' }
    return null
  }
  return null
}

/** PL10: "West Kasai" marked as "Kasai": a capital before the name belongs to it where the gazetteer has both as one. */
export function widened(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  taken: Uint8Array,
  piece: Piece,
): Piece {
  // "Bosnia and Herzegovina", "United States of America" of which only the first word was marked.
  const link = piece.end < tokens.length ? tokens.at(piece.end).key : ''
  if ((link === 'and' || link === 'of') && piece.end + 1 < tokens.length) {
    const longer = { first: piece.first, end: piece.end + 2 }
    if (isUpper(tokens.at(piece.end + 1).form.charCodeAt(0)) && isKnown(lexicon, tokens, longer))
      return longer
  }
  // "Kansas City" marked as "Kansas".
  if (piece.end < tokens.length && !taken[piece.end]) {
    const next = tokens.at(piece.end)
    const longer = { first: piece.first, end: piece.end + 1 }
    const same = next.sentence === tokens.at(piece.first).sentence
    if (same && isUpper(next.form.charCodeAt(0)) && isKnown(lexicon, tokens, longer)) return longer
  }
  const first = piece.first - 1
  if (first < 0 || taken[first]) return piece
  const token = tokens.at(first)
  if (token.key === 'the' || lexicon.tells.get(token.key)?.has('never')) return piece
  if (!isUpper(token.form.charCodeAt(0)) || token.sentence !== tokens.at(piece.first).sentence)
    return piece
  const wider = { first, end: piece.end }
  return isKnown(lexicon, tokens, wider) ? wider : piece
}
