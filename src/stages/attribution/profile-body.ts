/** Profile body: which institution and country an unnamed source is of. */
import type { PhraseTrie } from '../../lexicon/trie.ts'
import type { BodyWordKind } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

/** Country words ("Ukrainian", "Seoul", "U.S.") by key, to ISO 3166 alpha-3. */
export type CountryWords = PhraseTrie<string>

/** What tells a body from other words. */
export interface BodyLexicons {
  readonly countries: CountryWords
  readonly bodies: ReadonlyMap<string, BodyWordKind>
}

/** "an officer at the scene": where somebody stood is access, no body. */
export function placed(institution: string | null, access: string | null): string | null {
  return institution !== null && access?.endsWith(institution) ? null : institution
}

const bodiless = new Set([
  'senior',
  'deputy',
  'chief',
  'retired',
  'veteran',
  'former',
  'top',
  'local',
  'unnamed',
  'anonymous',
  'official',
])

const speakers = new Set(['spokesman', 'spokeswoman', 'spokesperson'])
/** Who belongs to what stands behind "of" or "in", also where that has no name. */
const belonging = new Set([
  'member',
  'employee',
  'official',
  'representative',
  'leader',
  'staffer',
  'executive',
])
const joining = new Set(['from', 'at', 'of', 'in', 'with', 'for'])

/** "defence ministry officials", "a military source", "officials from the National Intelligence Service". */
export function institutionOf(
  r: Reading,
  source: Range,
  head: number,
  words: BodyLexicons,
): string | null {
  return bodyBefore(r, source, head, words) ?? bodyBehind(r, source, head, words.countries)
}

function bodyBefore(r: Reading, source: Range, head: number, words: BodyLexicons): string | null {
  let first = head
  while (first > source.first) {
    const u = r.upos(first - 1)
    const kind = words.bodies.get(r.key(first - 1))
    const noun = (u === 'NOUN' || u === 'PROPN') && r.xpos(first - 1) !== 'CD'
    // "White House": an adjective with a capital before a name is of the name.
    const named = u === 'ADJ' && first < head && r.isName(first - 1) && r.upos(first) === 'PROPN'
    const place = words.countries.longest(first - 1, (k) => (k < first ? r.form(k) : null))
    if (
      noun ||
      (named && !place && first - 1 > source.first) ||
      kind === 'body' ||
      (kind === 'part' && first < head)
    )
      first--
    else break
  }
  if (first < head && bodiless.has(r.key(first))) first++
  const country = words.countries.longest(first, (k) => (k < head ? r.form(k) : null))
  if (country) first += country.length
  if (first >= head) return null
  return r.text.slice(r.from(first), r.to(head - 1))
}

function bodyBehind(
  r: Reading,
  source: Range,
  head: number,
  countries: CountryWords,
): string | null {
  for (const c of r.tree.childrenOf(head)) {
    if (c <= head || c >= source.end || r.deprel(c) !== 'nmod') continue
    const mark = r.child(c, 'case')
    const key = mark >= 0 ? r.key(mark) : ''
    if (!joining.has(key) || (r.upos(c) !== 'PROPN' && r.upos(c) !== 'NOUN')) continue
    const named = r.upos(c) === 'PROPN' || key === 'from' || key === 'at'
    const speaks = key === 'for' && speakers.has(r.lemma(head))
    const belongs = (key === 'of' || key === 'in') && belonging.has(r.lemma(head))
    if (!named && !speaks && !belongs) continue
    let first = mark + 1
    if (r.upos(first) === 'DET') first++
    const end = Math.min(nounRunEnd(r, first, source.end), source.end)
    // "diplomats in Nairobi", "officials from China": a place is no body.
    const country = countries.longest(first, (k) => (k < end ? r.form(k) : null))
    if (country && first + country.length >= end) continue
    if (end > first) return r.text.slice(r.from(first), r.to(end - 1))
  }
  return null
}

function nounRunEnd(r: Reading, first: number, limit: number): number {
  let i = first
  while (i < limit) {
    const u = r.upos(i)
    if (
      u === 'PROPN' ||
      u === 'NOUN' ||
      u === 'ADJ' ||
      ((r.key(i) === 'of' || r.key(i) === "'s" || r.key(i) === 'the') && i > first)
    )
      i++
    else break
  }
  while (i > first && (r.key(i - 1) === 'of' || r.key(i - 1) === 'the')) i--
  return i
}

/** Whose place of work is their country: "officials in Kyiv". */
const ruling = new Set([
  'official',
  'authority',
  'minister',
  'lawmaker',
  'legislator',
  'prosecutor',
  'general',
])

/** The country that the noun phrase itself tells; not one that the source knows of or sits in as a guest. */
export function countryOf(
  r: Reading,
  source: Range,
  head: number,
  countries: CountryWords,
): string | null {
  let open = true
  for (let i = source.first; i < source.end; i++) {
    const found = open ? countries.longest(i, (k) => (k < source.end ? r.form(k) : null)) : null
    if (found) return found.value
    if (i < head) continue
    const x = r.xpos(i)
    if (r.key(i) === ',' || x === 'VBN' || x === 'VBG' || x === 'WP' || x === 'JJ') return null
    if (r.upos(i) !== 'ADP') continue
    const key = r.key(i)
    open = key === 'in' ? ruling.has(r.lemma(head)) : joining.has(key)
  }
  return null
}
