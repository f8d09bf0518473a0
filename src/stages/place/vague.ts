/** Vagueness: the words before a name that make a part, a side or the surroundings of its place, and how exact that is. */
import type { Token } from '../../layers/tokens.ts'
import type { Precision } from '../../model/place.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Mention } from './reading.ts'

/** What the words before a name say: `from` is where they begin in the text. */
export interface Vague {
  readonly from: number
  readonly kind: 'part' | 'around'
}

/** How many words before a name can belong to it: "some 30 km to the north of". */
const longest = 7

/** PL17: "eastern Ukraine", "the outskirts of Goma", "near Kupiansk", "30 km north of Kupiansk"; null where nothing is said. */
export function vagueAt(
  lexicon: PlaceLexicon,
  tokens: SpanList<Token>,
  { first }: Mention,
): Vague | null {
  const { sentence } = tokens.at(first)
  const tells = (i: number, what: string): boolean =>
    i >= 0 &&
    tokens.at(i).sentence === sentence &&
    (lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false)
  const key = (i: number): string =>
    i >= 0 && tokens.at(i).sentence === sentence ? tokens.at(i).key : ''
  let kind: Vague['kind'] | null = null
  let start = first
  for (let i = first - 1; i >= 0 && first - i <= longest; i--) {
    const side = tells(i, 'part word') || tells(i, 'side word')
    if (key(i) === 'the') {
      // "the" alone is no modifier; inside one it is passed over.
      if (i === first - 1 && !tells(i - 1, 'around word') && !tells(i - 1, 'part word')) break
      continue
    }
    if (key(i) === 'of' || key(i) === 'from' || key(i) === 'with') {
      if (
        !tells(i - 1, 'side word') &&
        !tells(i - 1, 'part word') &&
        !tells(i - 1, 'unit of length')
      )
        break
      continue
    }
    if (side) {
      kind = kind ?? (key(i + 1) === 'of' && !tells(i, 'side word') ? 'around' : 'part')
      start = i
    } else if (tells(i, 'around word')) {
      kind = 'around'
      start = i
    } else if (tells(i, 'unit of length') && tokens.at(Math.max(0, i - 1)).kind === 'number') {
      kind = 'around'
      start = i - 1
      i--
    } else if (key(i) !== 'to') break
  }
  return kind === null ? null : { from: tokens.at(start).from, kind }
}

/** UCDP's where_prec: 1 a town, 2 near it, 3 and 4 second and first level regions, 5 a wider area or a part of a state, 6 a state, 7 a sea. */
export function precisionOf(
  feature: string | null,
  extent: number | null,
  mention: Mention,
  vague: Vague | null,
): Precision | null {
  if (mention.readings.length === 0) return null
  if (mention.by === 'facility') return 2
  const plain = plainPrecision(feature ?? '', extent)
  if (mention.by === 'part' || vague?.kind === 'part')
    return plain === 6 ? 5 : plain === 1 ? 2 : plain
  if (vague?.kind === 'around') return plain === 1 ? 2 : plain === 6 || plain === 7 ? plain : 5
  return plain
}

const waters: ReadonlySet<string> = new Set(['SEA', 'OCN', 'GULF', 'STRT', 'CHN', 'BAY', 'SD'])

function plainPrecision(feature: string, extent: number | null): Precision {
  if (feature.startsWith('PCL')) return 6
  if (feature === 'ADM1') return 4
  if (feature === 'ADM2') return 3
  if (extent === null) return 1
  if (waters.has(feature)) return 7
  return extent <= 20 ? 1 : extent <= 60 ? 2 : extent <= 150 ? 3 : 5
}
