/** Place mentions: the place names of a report with their neighbours and the readings the gazetteer has for them. */
import type { Name } from '../../layers/names.ts'
import type { Token } from '../../layers/tokens.ts'
import { foldName } from '../../lexicon/gazetteer-key.ts'
import type { SpanList } from '../../text/span-list.ts'
import { isLower, isUpper } from '../../text/unicode.ts'
import type { PlaceLexicon } from './lexicons.ts'

/** One place name, not yet decided. */
export interface Mention {
  readonly name: Name
  /** Tokens of the name: `first` up to, not with, `end`. */
  readonly first: number
  readonly end: number
  /** Gazetteer indices, weightiest first. */
  readonly readings: readonly number[]
  /** How the readings were found. */
  readonly by: 'name' | 'region' | 'facility' | 'part'
}

/** The place names in order, with the tokens they cover. */
export function findMentions(
  lexicon: PlaceLexicon,
  names: readonly Name[],
  tokens: SpanList<Token>,
): Mention[] {
  const out: Mention[] = []
  let at = 0
  for (const name of names) {
    if (name.type !== 'LOC') continue
    while (at < tokens.length && tokens.at(at).to <= name.from) at++
    let end = at
    while (end < tokens.length && tokens.at(end).from < name.to) end++
    if (isWordHere(name.name, at, tokens)) continue
    out.push({ name, first: at, end, ...readingsOf(lexicon, name.name, tokens, end) })
  }
  return out
}

/** PL1: the name as it stands; as a region when a word for regions follows; without its facility or direction word. */
function readingsOf(
  lexicon: PlaceLexicon,
  name: string,
  tokens: SpanList<Token>,
  end: number,
): Pick<Mention, 'readings' | 'by'> {
  const { gazetteer } = lexicon
  const folded = foldName(name)
  const last = folded.slice(folded.lastIndexOf(' ') + 1)
  const next = end < tokens.length ? tokens.at(end).key : ''
  const tells = (word: string, what: string): boolean => lexicon.tells.get(word)?.has(what) ?? false
  if (tells(next, 'region word')) {
    const regions = gazetteer.findFolded(`${folded} region`)
    if (regions.length > 0) return { readings: regions, by: 'region' }
  }
  const own = gazetteer.findFolded(folded)
  if (own.length > 0) return { readings: own, by: 'name' }
  if (last !== folded) {
    const rest = folded.slice(0, folded.length - last.length - 1)
    if (tells(last, 'region word')) {
      const regions = gazetteer.findFolded(`${rest} region`)
      if (regions.length > 0) return { readings: regions, by: 'region' }
      const plain = gazetteer.findFolded(rest)
      if (plain.length > 0) return { readings: plain, by: 'region' }
    }
    if (last === 'city') {
      const town = gazetteer.findFolded(rest)
      if (town.length > 0) return { readings: town, by: 'name' }
    }
    const first = folded.slice(0, folded.indexOf(' '))
    const tail = folded.slice(first.length + 1)
    if (tells(first, 'part word')) {
      const whole = gazetteer.findFolded(tail)
      if (whole.length > 0) return { readings: whole, by: 'part' }
    }
    if (tells(last, 'facility word')) {
      const town = gazetteer.findFolded(rest)
      if (town.length > 0) return { readings: town, by: 'facility' }
    }
  }
  return { readings: [], by: 'name' }
}

/** PL1: "fine china": a name in small letters is a place only where the whole sentence is in small letters. */
function isWordHere(name: string, at: number, tokens: SpanList<Token>): boolean {
  if (!isLower(name.charCodeAt(0))) return false
  const { sentence } = tokens.at(at)
  let k = at
  while (k > 0 && tokens.at(k - 1).sentence === sentence) k--
  for (; k < tokens.length && tokens.at(k).sentence === sentence; k++)
    if (isUpper(tokens.at(k).form.charCodeAt(0))) return true
  return false
}
