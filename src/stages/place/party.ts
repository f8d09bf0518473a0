/** Party: the state behind the letter of a party, as legislatures are reported: "(R-Texas)", ", D-Calif.". */
import type { Token } from '../../layers/tokens.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isUpper } from '../../text/unicode.ts'
import { foldedOf, type Piece } from './cut.ts'
import type { PlaceLexicon } from './lexicons.ts'
import { type Readings, regionsOf } from './reading.ts'

/** How many words of a state's name are looked at. */
const longest = 2

/** True when the token begins the state: the party's letter and a hyphen stand glued before it, a bracket or comma before them. */
export function isPartyState(tokens: SpanList<Token>, i: number): boolean {
  if (i < 3 || i >= tokens.length) return false
  const hyphen = tokens.at(i - 1)
  if (hyphen.key !== '-' || hyphen.to !== tokens.at(i).from) return false
  const { form, to } = tokens.at(i - 2)
  const opens = tokens.at(i - 3).key
  const letter = form === 'R' || form === 'D' || form === 'I'
  return letter && to === hyphen.from && (opens === '(' || opens === ',')
}

/** PL12: the state or province that begins at a token, never the town of its name. */
export function partyState(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  i: number,
): (Piece & Readings) | null {
  if (!isPartyState(tokens, i)) return null
  const short = lexicon.abbreviations.get(tokens.at(i).form)
  if (short) return { first: i, end: i + 1, readings: regionsOf(lexicon, short), by: 'name' }
  for (let end = Math.min(tokens.length, i + longest); end > i; end--) {
    if (!isUpper(tokens.at(end - 1).form.charCodeAt(0))) continue
    const regions = lexicon.gazetteer
      .findFolded(foldedOf(tokens, { first: i, end }))
      .filter((r) => lexicon.gazetteer.feature(r) === 'ADM1')
    if (regions.length > 0) return { first: i, end, readings: regions, by: 'name' }
  }
  return null
}
