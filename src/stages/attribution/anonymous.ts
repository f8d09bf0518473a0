/** Anonymous sources: how many, of which body and country, with what access, and why they are not named. */
import type { PhraseTrie } from '../../lexicon/trie.ts'
import type { AnonymousProfile } from '../../model/source.ts'
import type { AnonymityKind, SourceKind } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

/** Country words ("Ukrainian", "Seoul", "U.S.") by key, to ISO 3166 alpha-3. */
export type CountryWords = PhraseTrie<string>

const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    both: 2,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  }),
)
const nameLinks = new Set(['appos', 'flat', 'flat:name', 'compound'])
const unnamedPronouns = new Set([
  'some',
  'many',
  'others',
  'several',
  'most',
  'few',
  'someone',
  'somebody',
  'one',
  'two',
  'three',
  'both',
  'people',
])

/** The profile of an unnamed source, or null for a named one, a document or a body. */
export function profileOf(
  r: Reading,
  source: Range,
  head: number,
  nouns: ReadonlyMap<string, SourceKind>,
  phrases: PhraseTrie<AnonymityKind>,
  countries: CountryWords,
): AnonymousProfile | null {
  if (!isUnnamed(r, source, head, nouns)) return null
  const bounds = r.sentence(r.sentenceOf(head))
  const words = r.text.slice(r.from(source.first), r.to(source.end - 1))
  const access =
    accessAfter(r, source, head, bounds, phrases) ?? phraseIn(r, source, phrases, 'access')
  const next = sentenceOnSource(r, head, phrases)
  const reason =
    phraseIn(r, source, phrases, 'reason') ??
    reasonBehind(r, bounds, phrases) ??
    (phraseIn(r, bounds, phrases, 'anonymity') ? phraseIn(r, bounds, phrases, 'reason') : null) ??
    (next ? (reasonBehind(r, next, phrases) ?? phraseIn(r, next, phrases, 'reason')) : null)
  return {
    words: words.replace(/[,\s]+$/, ''),
    count: countOf(r, source, head),
    rank: rankOf(r, source, head),
    institution: placed(institutionOf(r, source, head, countries), access),
    country: countryOf(r, source, countries),
    access,
    reason,
  }
}

const lookingBack = new Set(['he', 'she', 'they', 'the', 'both', 'all', 'neither'])

/** The next sentence, where it tells of the same source why it is not named: "The officials spoke on condition ...". */
function sentenceOnSource(
  r: Reading,
  head: number,
  phrases: PhraseTrie<AnonymityKind>,
): Range | null {
  const s = r.sentenceOf(head) + 1
  const at = r.sentence(s)
  if (at.end <= at.first || r.sentences[s]?.paragraph === undefined) return null
  if ((r.sentences[s]?.paragraph ?? 0) - (r.sentences[s - 1]?.paragraph ?? 0) > 1) return null
  if (!lookingBack.has(r.key(at.first))) return null
  if (r.key(at.first) === 'the' && !sameNoun(r, at, head)) return null
  return phraseIn(r, at, phrases, 'anonymity') ? at : null
}

function sameNoun(r: Reading, at: Range, head: number): boolean {
  for (let i = at.first; i < at.end && i < at.first + 5; i++)
    if (r.upos(i) === 'NOUN' && r.lemma(i) === r.lemma(head)) return true
  return false
}

/** "an official, who was briefed on the talks,": access told right after the source. */
function accessAfter(
  r: Reading,
  source: Range,
  head: number,
  bounds: Range,
  phrases: PhraseTrie<AnonymityKind>,
): string | null {
  // "People familiar | with the matter": the phrase may begin inside the source's words.
  for (let i = head + 1; i < source.end; i++) {
    const found = phrases.longest(i, (k) => (k < bounds.end ? r.key(k) : null))
    if (found?.value === 'access')
      return phraseIn(r, { first: i, end: bounds.end }, phrases, 'access')
  }
  const at = r.key(source.end) === ',' ? source.end + 1 : source.end
  if (at >= bounds.end || (r.upos(at) === 'VERB' && r.xpos(at) !== 'VBN')) return null
  const found = phrases.longest(at, (k) => (k < bounds.end ? r.key(k) : null))
  return found?.value === 'access'
    ? phraseIn(r, { first: at, end: bounds.end }, phrases, 'access')
    : null
}

function isUnnamed(
  r: Reading,
  source: Range,
  head: number,
  nouns: ReadonlyMap<string, SourceKind>,
): boolean {
  const u = r.upos(head)
  const key = r.key(head)
  if (
    u !== 'NOUN' &&
    !((u === 'PRON' || u === 'NUM' || u === 'ADJ' || u === 'DET') && unnamedPronouns.has(key))
  )
    return false
  const kind = nouns.get(r.lemma(head)) ?? nouns.get(key)
  if (kind !== 'anonymous' && !unnamedPronouns.has(key)) return false
  // "spokesman John Smith", "the minister, Anna Orlova": named after all.
  for (const c of r.tree.childrenOf(head))
    if (c > head && nameLinks.has(r.deprel(c)) && r.upos(c) === 'PROPN') return false
  if (r.upos(head + 1) === 'PROPN' && head + 1 < source.end) return false
  return true
}

function countOf(r: Reading, source: Range, head: number): number | null {
  for (let i = source.first; i < head; i++) {
    if (r.upos(i) === 'NUM' || i === source.first) {
      const word = numbers.get(r.key(i))
      if (word !== undefined && (word > 1 || r.xpos(head) !== 'NNS')) return word
      if (r.upos(i) === 'NUM' && /^[0-9]{1,6}$/.test(r.key(i))) return Number(r.key(i))
    }
  }
  if (counting.has(r.key(head))) return numbers.get(r.key(head)) ?? null
  return null
}

const ranks = new Set([
  'senior',
  'top',
  'former',
  'retired',
  'high-ranking',
  'high-level',
  'top-level',
  'mid-level',
  'low-level',
  'junior',
  'deputy',
  'leading',
  'chief',
  'serving',
  'veteran',
  'ex',
])

/** "high-ranking", "mid-level" in three tokens. */
const standing = new Set(['ranking', 'level'])

/** Numbers that head a source: "one of the doctors". */
const counting = new Set(['one', 'two', 'three', 'both', 'some', 'several', 'many', 'most', 'few'])

/** Words for anybody at all: they tell no role. */
const anybody = new Set([
  'people',
  'person',
  'source',
  'someone',
  'somebody',
  'some',
  'many',
  'others',
  'several',
  'most',
  'few',
  'one',
  'two',
  'three',
  'both',
  'man',
  'woman',
  'individual',
  'figure',
  'insider',
])

/** "a senior American official": the words of rank and the noun, "senior official"; null for "people", "a source". */
function rankOf(r: Reading, source: Range, head: number): string | null {
  const words: string[] = []
  for (let i = source.first; i < head; i++)
    if (ranks.has(r.key(i))) words.push(r.text.slice(r.from(i), r.to(i)))
    else if (standing.has(r.key(i)) && r.key(i - 1) === '-' && i - 2 >= source.first)
      words.push(r.text.slice(r.from(i - 2), r.to(i)))
  if (counting.has(r.key(head))) return memberOf(r, source, head)
  const bare = anybody.has(r.lemma(head)) || anybody.has(r.key(head))
  if (bare && words.length === 0) return null
  return [...words, r.text.slice(r.from(head), r.to(head))].join(' ')
}

/** "one of the doctors": the noun behind "of". */
function memberOf(r: Reading, source: Range, head: number): string | null {
  for (const c of r.tree.childrenOf(head)) {
    if (c <= head || c >= source.end || r.upos(c) !== 'NOUN') continue
    const mark = r.child(c, 'case')
    if (mark >= 0 && r.key(mark) === 'of' && !anybody.has(r.lemma(c)))
      return r.text.slice(r.from(c), r.to(c))
  }
  return null
}

const reasonOpeners = new Set([
  'because',
  'citing',
  'given',
  'due',
  'for',
  'fearing',
  'to',
  'as',
  'since',
  'out',
  'so',
])

/** "spoke on condition of anonymity to discuss private talks": what stands right behind tells why. */
function reasonBehind(r: Reading, at: Range, phrases: PhraseTrie<AnonymityKind>): string | null {
  for (let i = at.first; i < at.end; i++) {
    const found = phrases.longest(i, (k) => (k < at.end ? r.key(k) : null))
    if (found?.value !== 'anonymity') continue
    const start = r.key(i + found.length) === ',' ? i + found.length + 1 : i + found.length
    if (start >= at.end || !reasonOpeners.has(r.key(start))) continue
    let end = start
    while (end < at.end && !(r.isPunct(end) && r.key(end) !== '-') && end - start < 24) end++
    return r.text.slice(r.from(start), r.to(end - 1))
  }
  return null
}

/** "an officer at the scene": where somebody stood is access, no body. */
function placed(institution: string | null, access: string | null): string | null {
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

/** "defence ministry officials", "officials from the National Intelligence Service". */
function institutionOf(
  r: Reading,
  source: Range,
  head: number,
  countries: CountryWords,
): string | null {
  for (const c of r.tree.childrenOf(head)) {
    if (c <= head || c >= source.end || r.deprel(c) !== 'nmod') continue
    const mark = r.child(c, 'case')
    const key = mark >= 0 ? r.key(mark) : ''
    if (
      key !== 'from' &&
      key !== 'at' &&
      key !== 'of' &&
      key !== 'in' &&
      key !== 'with' &&
      key !== 'for'
    )
      continue
    if (r.upos(c) !== 'PROPN' && r.upos(c) !== 'NOUN') continue
    const speaks = key === 'for' && speakers.has(r.lemma(head))
    if (!speaks && (key === 'in' || key === 'of' || key === 'with' || key === 'for'))
      if (r.upos(c) !== 'PROPN') continue
    let first = mark + 1
    if (r.upos(first) === 'DET') first++
    const end = Math.min(nounRunEnd(r, first, source.end), source.end)
    if (end > first) return r.text.slice(r.from(first), r.to(end - 1))
  }
  let first = head
  while (first > source.first) {
    const u = r.upos(first - 1)
    if ((u === 'NOUN' || u === 'PROPN') && !numbers.has(r.key(first - 1))) first--
    else break
  }
  if (first < head && bodiless.has(r.key(first))) first++
  const country = countries.longest(first, (k) => (k < head ? r.form(k) : null))
  if (country) first += country.length
  if (first >= head) return null
  return r.text.slice(r.from(first), r.to(head - 1))
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

function countryOf(r: Reading, source: Range, countries: CountryWords): string | null {
  for (let i = source.first; i < source.end; i++) {
    const found = countries.longest(i, (k) => (k < source.end ? r.form(k) : null))
    if (found) return found.value
  }
  return null
}

/** The words from a listed phrase on to the end of its clause, or null. */
function phraseIn(
  r: Reading,
  at: Range,
  phrases: PhraseTrie<AnonymityKind>,
  kind: AnonymityKind,
): string | null {
  for (let i = at.first; i < at.end; i++) {
    const found = phrases.longest(i, (k) => (k < at.end ? r.key(k) : null))
    if (found?.value !== kind) continue
    let end = i + found.length
    while (end < at.end && !(r.isPunct(end) && r.key(end) !== '-') && end - i < 20) {
      // "who has seen the report said": behind an article even a verb form is a noun.
      const verb = r.upos(end) === 'VERB' && r.upos(end - 1) !== 'DET' && r.upos(end - 1) !== 'ADJ'
      const begun = end > i + found.length || r.upos(end - 1) === 'NOUN'
      if (kind === 'access' && verb && begun) break
      end++
    }
    return r.text.slice(r.from(i), r.to(end - 1))
  }
  return null
}
