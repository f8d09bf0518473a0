/** Profile body: which institution and country an unnamed source is of. */
import type { ProfileLexicons } from './profile-lexicons.ts'
import type { Range, Reading } from './reading.ts'

/** What the names of the report say of a token: the type of the name that it is in, or null. */
export type NameTypes = (token: number) => string | null

/** "an officer at the scene": where somebody stood is access, no body. */
export function placed(institution: string | null, access: string | null): string | null {
  return institution !== null && access?.endsWith(institution) ? null : institution
}

const joining = new Set(['from', 'at', 'of', 'in', 'on', 'with', 'for'])

/** "defence ministry officials", "a military source", "officials from the National Intelligence Service". */
export function institutionOf(
  r: Reading,
  source: Range,
  head: number,
  words: ProfileLexicons,
  types: NameTypes,
): string | null {
  return bodyBefore(r, source, head, words, types) ?? bodyBehind(r, source, head, words, types)
}

function bodyBefore(
  r: Reading,
  source: Range,
  head: number,
  words: ProfileLexicons,
  types: NameTypes,
): string | null {
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
  while (first < head && words.words.bodiless.has(r.key(first))) first++
  const country = words.countries.longest(first, (k) => (k < head ? r.form(k) : null))
  if (country) first += country.length
  // "crew members", "a trade official": what they do is no body.
  if (first >= head || !isBody(r, { first, end: head }, words, types)) return null
  return r.text.slice(r.from(first), r.to(head - 1))
}

/** A name that is of no person and no place, or words that close with a noun for a body. */
function isBody(r: Reading, at: Range, words: ProfileLexicons, types: NameTypes): boolean {
  const last = at.end - 1
  if (isBodyNoun(r, last, words)) return true
  if (!r.isName(last)) return false
  const type = types(last)
  // "Furious holidaymakers": a capital at the head of a sentence makes no name.
  if (type === null) return r.upos(last) === 'PROPN' && r.sentence(r.sentenceOf(last)).first < last
  return type !== 'PERSON' && type !== 'LOC' && type !== 'NORP'
}

function isBodyNoun(r: Reading, i: number, words: ProfileLexicons): boolean {
  if (words.bodies.get(r.key(i)) === 'body') return true
  return [r.lemma(i), r.key(i)].some(
    (word) => words.sources.get(word) === 'group' || words.bodyNouns.has(word),
  )
}

function bodyBehind(
  r: Reading,
  source: Range,
  head: number,
  words: ProfileLexicons,
  types: NameTypes,
): string | null {
  const { belonging, speaking } = words.words
  for (const c of r.tree.childrenOf(head)) {
    if (c <= head || c >= source.end || r.deprel(c) !== 'nmod') continue
    const mark = r.child(c, 'case')
    const key = mark >= 0 ? r.key(mark) : ''
    if (!joining.has(key) || (r.upos(c) !== 'PROPN' && r.upos(c) !== 'NOUN')) continue
    if (key === 'for' && !speaking.has(r.lemma(head))) continue
    if ((key === 'of' || key === 'in') && !belonging.has(r.lemma(head))) continue
    if (key === 'on' && !isBodyNoun(r, c, words)) continue
    let first = mark + 1
    while (r.upos(first) === 'DET' || r.xpos(first) === 'PRP$') first++
    const end = Math.min(nounRunEnd(r, first, source.end), source.end)
    // "diplomats in Nairobi", "officials from China": a place is no body.
    const country = words.countries.longest(first, (k) => (k < end ? r.form(k) : null))
    if (country && first + country.length >= end) continue
    if (end > first && endsBody(r, { first, end }, c, words, types))
      return r.text.slice(r.from(first), r.to(end - 1))
  }
  return null
}

/** "the ministry of finance" and "Norden Bank" are bodies; "the victims" and "Sderot" are none. */
function endsBody(
  r: Reading,
  at: Range,
  head: number,
  words: ProfileLexicons,
  types: NameTypes,
): boolean {
  return isBodyNoun(r, head, words) || isBody(r, at, words, types)
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

/** The country that the noun phrase itself tells; not one that the source knows of or sits in as a guest. */
export function countryOf(
  r: Reading,
  source: Range,
  head: number,
  { countries, words }: Pick<ProfileLexicons, 'countries' | 'words'>,
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
    open = key === 'in' ? words.ruling.has(r.lemma(head)) : key !== 'on' && joining.has(key)
  }
  return null
}
