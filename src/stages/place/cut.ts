/** Cutting: one span marked as a place name into the names in it, without the words that only say what or where it is. */
import type { Token } from '../../layers/tokens.ts'
import { foldName } from '../../lexicon/gazetteer-key.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isLower, isUpper } from '../../text/unicode.ts'
import type { PlaceLexicon } from './lexicons.ts'

/** A range of tokens. */
export interface Piece {
  readonly first: number
  readonly end: number
}

/** PL10: splits at brackets, commas, possessives, "and" and words for kinds of places; trims what is no name. */
export function cutName(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  first: number,
  end: number,
): Piece[] {
  const bare = !isSmall(tokens, first) && (end - first < 2 || !isSmall(tokens, end - 1))
  if (bare && isKnown(lexicon, tokens, { first, end })) {
    const whole = { first: withoutArticle(lexicon, tokens, first, end), end }
    return [whole]
  }
  const out: Piece[] = []
  let start = first
  for (let i = first; i <= end; i++) {
    if (i < end && !breaksAt(lexicon, tokens, start, i, end)) continue
    const piece = trim(lexicon, tokens, start, i)
    if (piece) out.push(piece)
    start = i + 1
  }
  return out
}

/** "The Independence, Missouri, plant": the article is no part of the name, but it is of "The Hague". */
function withoutArticle(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  first: number,
  end: number,
): number {
  if (tokens.at(first).key !== 'the' || end - first < 2) return first
  const [place = -1] = lexicon.gazetteer.findFolded(foldedOf(tokens, { first, end }))
  return lexicon.gazetteer.name(place).startsWith('The ') ? first : first + 1
}

/** True when the gazetteer has the words of a range as one name. */
export function isKnown(lexicon: PlaceLexicon, tokens: SpanList<Token>, piece: Piece): boolean {
  if (piece.end <= piece.first || piece.end - piece.first > 6) return false
  return lexicon.gazetteer.has(foldedOf(tokens, piece))
}

export function foldedOf(tokens: SpanList<Token>, { first, end }: Piece): string {
  let out = ''
  for (let i = first; i < end; i++) {
    const { form, from } = tokens.at(i)
    out += i > first && tokens.at(i - 1).to < from ? ` ${form}` : form
  }
  return foldName(out)
}

function breaksAt(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  start: number,
  i: number,
  end: number,
): boolean {
  const { key } = tokens.at(i)
  if (key === '(' || key === ')' || key === ',' || key === ';' || key === '/') return true
  if (key === "'s") return i + 1 < end && isKnown(lexicon, tokens, { first: start, end: i })
  if (key === 'and' || key === '&' || key === 'or')
    return (
      isKnown(lexicon, tokens, { first: i + 1, end }) ||
      isKnown(lexicon, tokens, { first: start, end: i })
    )
  // "Nairobi slum Kibera", "US state of Texas": between two names a small word for a kind of place.
  if (key === 'of')
    return (
      isKnown(lexicon, tokens, { first: start, end: i }) &&
      isKnown(lexicon, tokens, { first: i + 1, end })
    )
  return i > start && i + 1 < end && tells(lexicon, tokens, i, 'kind word') && isSmall(tokens, i)
}

function trim(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  start: number,
  stop: number,
): Piece | null {
  let first = start
  let end = stop
  while (first < end && isOpening(lexicon, tokens, first)) first++
  // "R-Texas" marked whole.
  if (first + 2 < end && tokens.at(first + 1).key === '-' && tokens.at(first).form.length === 1)
    first += 2
  while (end > first && isClosing(lexicon, tokens, first, end)) end--
  // "Eastern China" is no name of its own; "Eastern Europe" is, and so is "the West Wing".
  while (
    end - first > 1 &&
    tells(lexicon, tokens, first, 'part word') &&
    !isKnown(lexicon, tokens, { first, end }) &&
    isKnown(lexicon, tokens, { first: first + 1, end }) &&
    !(end - first === 2 && lexicon.everyday.has(tokens.at(end - 1).key))
  )
    first++
  return end > first ? { first, end } : null
}

function isOpening(lexicon: PlaceLexicon, tokens: SpanList<Token>, i: number): boolean {
  const { key, kind } = tokens.at(i)
  if (kind === 'punct' || kind === 'symbol' || key === 'of') return true
  return (
    isSmall(tokens, i) &&
    (key === 'the' ||
      key === 'in' ||
      tells(lexicon, tokens, i, 'part word') ||
      tells(lexicon, tokens, i, 'small part word') ||
      tells(lexicon, tokens, i, 'kind word') ||
      tells(lexicon, tokens, i, 'nature word'))
  )
}

function isClosing(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  first: number,
  end: number,
): boolean {
  const i = end - 1
  const { kind, key } = tokens.at(i)
  // "TX 75024": the number is the post's.
  if (kind === 'number' && end - first > 1) return true
  if (kind === 'punct' || kind === 'symbol' || key === "'s") return true
  if (!isSmall(tokens, i) || end - first < 2) return false
  if (tells(lexicon, tokens, i, 'nature word')) return false
  if (tells(lexicon, tokens, i, 'facility word') || tells(lexicon, tokens, i, 'building word'))
    return isKnown(lexicon, tokens, { first, end: i })
  return true
}

/** Without a capital anywhere: "d'Ivoire" has one. */
function isSmall(tokens: SpanList<Token>, i: number): boolean {
  const { form } = tokens.at(i)
  if (!isLower(form.charCodeAt(0))) return false
  for (let k = 1; k < form.length; k++) if (isUpper(form.charCodeAt(k))) return false
  return true
}

function tells(lexicon: PlaceLexicon, tokens: SpanList<Token>, i: number, what: string): boolean {
  return lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false
}
