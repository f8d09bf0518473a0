/** Place mentions: the place names of a report with the words they cover and the readings the gazetteer has for them. */
import type { Name } from '../../layers/names.ts'
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isLower, isUpper } from '../../text/unicode.ts'
import { abbreviationAt, shortAt, townBefore } from './abbreviation.ts'
import { type Add, addBeside, addRepeats, type Other } from './beside.ts'
import { cutName, isKnown, type Piece } from './cut.ts'
import { isNoPlace, nonPlaces } from './doubt.ts'
import type { PlaceLexicon } from './lexicons.ts'
import { embeddedPlace, sharedReadings } from './part.ts'
import { isPartyState, partyState } from './party.ts'
import { type Mention, readingsOf } from './reading.ts'
import { unseenAt, widened } from './unseen.ts'

/** The place names in order, with the tokens they cover; no two overlap. */
export function findMentions(
  lexicon: PlaceLexicon,
  text: string,
  names: readonly Name[],
  tokens: SpanList<Token>,
): Mention[] {
  const taken = new Uint8Array(tokens.length)
  const named = new Uint8Array(tokens.length)
  const out: Mention[] = []
  const add: Add = (piece, found, known, country) => {
    for (let i = piece.first; i < piece.end; i++) if (taken[i]) return
    taken.fill(1, piece.first, piece.end)
    const { from } = tokens.at(piece.first)
    const { to } = tokens.at(piece.end - 1)
    out.push({ ...known, ...piece, from, to, text: wordsOf(text, from, to), country, found })
  }
  const others: Other[] = []
  let at = 0
  for (const name of names) {
    while (at < tokens.length && tokens.at(at).to <= name.from) at++
    let end = at
    while (end < tokens.length && tokens.at(end).from < name.to) end++
    if (end === at) continue
    if (name.type !== 'MISC') named.fill(1, at, end)
    if (name.type !== 'LOC') {
      others.push({ name, first: at, end })
      continue
    }
    if (isWordHere(name.name, at, tokens)) continue
    for (const cut of cutName(lexicon, tokens, at, end)) {
      // The pass over the bare tokens reads it, whatever it is marked as.
      if (isPartyState(tokens, cut.first)) continue
      const last = out.at(-1)
      const joined = last && isPair(lexicon, tokens, last, cut) ? out.pop() : undefined
      if (joined) taken.fill(0, joined.first, joined.end)
      const piece = joined
        ? { first: joined.first, end: cut.end }
        : widened(lexicon, tokens, taken, cut)
      const short = shortAt(lexicon, tokens, piece)
      const known =
        short ??
        sharedReadings(lexicon, tokens, piece) ??
        readingsOf(lexicon, namedBy(name, tokens, piece), tokens, piece.end)
      if (!isNoPlace(lexicon, tokens, piece, known))
        add(
          piece,
          short ? 'PL12' : piece.end - piece.first === end - at ? 'PL1' : 'PL10',
          known,
          name.country,
        )
    }
  }
  for (const { name, first, end } of others) {
    if (name.type !== 'ORG' && name.type !== 'PERSON') continue
    const piece = embeddedPlace(lexicon, tokens, first, end)
    if (piece && (name.type === 'ORG' || tokens.at(piece.end - 1).key === 'county'))
      add(piece, 'PL11', readingsOf(lexicon, wordsAt(tokens, piece), tokens, end), null)
  }
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue
    const party = partyState(lexicon, tokens, i)
    if (party) {
      add(party, 'PL12', party, null)
      continue
    }
    const short = abbreviationAt(lexicon, tokens, taken, i)
    if (short) {
      if (short.town) add(short.town, 'PL12', short.town, null)
      add({ first: i, end: i + 1 }, 'PL12', { readings: short.regions, by: 'name' }, null)
      continue
    }
    const unseen = named[i] ? null : unseenAt(lexicon, tokens, named, i)
    if (!unseen) continue
    add(unseen, 'PL15', unseen, null)
    i = unseen.end - 1
  }
  addTowns(lexicon, tokens, taken, out, others, add)
  const free = others.filter((o) => !taken[o.first])
  addBeside(lexicon, tokens, out, free, add)
  addRepeats(lexicon, tokens, out, free, add)
  const doubtful = nonPlaces(lexicon, tokens, out, others)
  return out.filter((m) => !doubtful.has(m.text)).sort((a, b) => a.from - b.from)
}

/** "Jammu and Kashmir", marked as two names, is one where the gazetteer has it as one. */
function isPair(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  left: Piece,
  right: Piece,
): boolean {
  return (
    right.first === left.end + 1 &&
    tokens.at(left.end).key === 'and' &&
    isKnown(lexicon, tokens, { first: left.first, end: right.end })
  )
}

/** PL12: "Hammond, Indiana": before a comma and a state, whatever the name was taken for, stands a town that lies in it. */
function addTowns(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  taken: Uint8Array,
  made: readonly Mention[],
  others: readonly Other[],
  add: Add,
): void {
  const starts = new Map(others.map((o) => [o.end, o.first]))
  for (const m of [...made]) {
    const comma = m.first - 1
    if (comma < 1 || tokens.at(comma).key !== ',' || taken[comma - 1]) continue
    const town = townBefore(lexicon, tokens, comma, m.readings.slice(0, 4))
    // "Loretta Lynch, U.S. attorney": the end of a person's name is no town.
    if (town && town.first <= (starts.get(comma) ?? town.first)) add(town, 'PL12', town, null)
  }
}

/** A whole name as the entities stage has it ("Kyiv" for "KYIV"), a part of one or more than it by the tokens. */
function namedBy(name: Name, tokens: SpanList<Token>, piece: Piece): string {
  const opening = tokens.at(piece.first)
  const closing = tokens.at(piece.end - 1)
  const opens = opening.from <= name.from && name.from < opening.to
  const closes = closing.from < name.to && name.to <= closing.to
  return opens && closes ? name.name : wordsAt(tokens, piece)
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
