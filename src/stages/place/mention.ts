/** Place mentions: the place names of a report with the words they cover and the readings the gazetteer has for them. */
import type { Name } from '../../layers/names.ts'
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isLower, isUpper } from '../../text/unicode.ts'
import { abbreviationAt } from './abbreviation.ts'
import { cutName, type Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import { embeddedPlace, sharedReadings } from './part.ts'
import { type Readings, readingsOf } from './reading.ts'

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
  readonly found: 'PL1' | 'PL10' | 'PL11' | 'PL12' | 'PL13'
}

/** The place names in order, with the tokens they cover; no two overlap. */
export function findMentions(
  lexicon: PlaceLexicon,
  text: string,
  names: readonly Name[],
  tokens: SpanList<Token>,
): Mention[] {
  const taken = new Uint8Array(tokens.length)
  const out: Mention[] = []
  const add = (piece: Piece, found: Mention['found'], known: Readings, country: string | null) => {
    for (let i = piece.first; i < piece.end; i++) if (taken[i]) return
    taken.fill(1, piece.first, piece.end)
    const { from } = tokens.at(piece.first)
    const { to } = tokens.at(piece.end - 1)
    out.push({ ...known, ...piece, from, to, text: wordsOf(text, from, to), country, found })
  }
  const others: { readonly name: Name; readonly first: number; readonly end: number }[] = []
  let at = 0
  for (const name of names) {
    while (at < tokens.length && tokens.at(at).to <= name.from) at++
    let end = at
    while (end < tokens.length && tokens.at(end).from < name.to) end++
    if (end === at) continue
    if (name.type !== 'LOC') {
      others.push({ name, first: at, end })
      continue
    }
    if (isWordHere(name.name, at, tokens)) continue
    for (const piece of cutName(lexicon, tokens, at, end)) {
      const known =
        sharedReadings(lexicon, tokens, piece) ??
        readingsOf(lexicon, namedBy(name, tokens, piece), tokens, piece.end)
      if (!isNoPlace(lexicon, tokens, piece, known))
        add(piece, piece.end - piece.first === end - at ? 'PL1' : 'PL10', known, name.country)
    }
  }
  for (const { name, first, end } of others) {
    if (name.type !== 'ORG') continue
    const piece = embeddedPlace(lexicon, tokens, first, end)
    if (piece) add(piece, 'PL11', readingsOf(lexicon, wordsAt(tokens, piece), tokens, end), null)
  }
  for (let i = 0; i < tokens.length; i++) {
    const found = taken[i] ? null : abbreviationAt(lexicon, tokens, taken, i)
    if (!found) continue
    if (found.town) add(found.town, 'PL12', found.town, null)
    add({ first: i, end: i + 1 }, 'PL12', { readings: found.regions, by: 'name' }, null)
  }
  addRepeats(lexicon, tokens, out, others, add)
  return out.sort((a, b) => a.from - b.from)
}

type Add = (piece: Piece, found: Mention['found'], known: Readings, country: string | null) => void

/** PL13: a name of another type that the report elsewhere uses as a place of the gazetteer. */
function addRepeats(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  made: readonly Mention[],
  others: readonly { readonly name: Name; readonly first: number; readonly end: number }[],
  add: Add,
): void {
  const known = new Map<string, Mention>()
  for (const m of made) if (m.readings.length > 0 && m.by === 'name') known.set(m.text, m)
  const persons = new Set<string>()
  for (const { name } of others)
    if (name.type === 'PERSON') {
      const words = name.name.split(' ')
      if (words.length > 1 || name.title) for (const w of words) persons.add(w)
    }
  for (const { name, first, end } of others) {
    if (name.type === 'NORP' || name.type === 'EVENT' || name.title) continue
    const same = known.get(name.name)
    if (!same || persons.has(name.name)) continue
    if (lexicon.everyday.has(tokens.at(first).key) && end - first === 1) continue
    add({ first, end }, 'PL13', { readings: same.readings, by: same.by }, same.country)
  }
}

/** A whole name as the entities stage has it ("Kyiv" for "KYIV"), a part of one by its tokens. */
function namedBy(name: Name, tokens: SpanList<Token>, piece: Piece): string {
  const whole = tokens.at(piece.first).from <= name.from && tokens.at(piece.end - 1).to >= name.to
  return whole ? name.name : wordsAt(tokens, piece)
}

function wordsAt(tokens: SpanList<Token>, piece: Piece): string {
  let out = ''
  for (let i = piece.first; i < piece.end; i++) {
    if (i > piece.first && tokens.at(i - 1).to < tokens.at(i).from) out += ' '
    out += tokens.at(i).form
  }
  return out
}

/** The words with every run of blanks as one blank. */
function wordsOf(text: string, from: number, to: number): string {
  return text.slice(from, to).split(/\s+/u).join(' ')
}

/** PL14: buildings, letters, codes and bare directions that the gazetteer does not know are no places. */
function isNoPlace(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  piece: Piece,
  known: Readings,
): boolean {
  const tells = (i: number, what: string): boolean =>
    lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false
  const { form } = tokens.at(piece.first)
  if (piece.end - piece.first === 1) {
    if (form.length < 2) return true
    if (tells(piece.first, 'part word') && known.by !== 'region' && known.readings.length < 1)
      return true
  }
  if (known.readings.length > 0) return false
  if (tells(piece.end - 1, 'building word')) return true
  return piece.end - piece.first === 1 && form.length < 6 && form === form.toUpperCase()
}

/** PL1: "fine china": a name in small letters is a place only where the whole sentence is in small letters. */
function isWordHere(name: string, at: number, tokens: SpanList<Token>): boolean {
  for (let i = 0; i < name.length; i++) if (isUpper(name.charCodeAt(i))) return false
  if (!isLower(name.charCodeAt(0))) return false
  const { sentence } = tokens.at(at)
  let k = at
  while (k > 0 && tokens.at(k - 1).sentence === sentence) k--
  for (; k < tokens.length && tokens.at(k).sentence === sentence; k++)
    if (isUpper(tokens.at(k).form.charCodeAt(0))) return true
  return false
}
