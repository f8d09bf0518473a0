/** Anonymous sources: how many, of which body and country, with what access, and why they are not named. */
import type { PhraseTrie } from '../../lexicon/trie.ts'
import type { AnonymousProfile } from '../../model/source.ts'
import type { AnonymityKind, SourceKind } from './lexicons.ts'
import { type BodyLexicons, countryOf, institutionOf, placed } from './profile-body.ts'
import {
  accessAfter,
  phraseIn,
  reasonBehind,
  sentenceOnSource,
  wordsEnd,
} from './profile-phrases.ts'
import type { Range, Reading } from './reading.ts'

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

/** What a profile is read with. */
export interface ProfileLexicons extends BodyLexicons {
  readonly sources: ReadonlyMap<string, SourceKind>
  readonly anonymity: PhraseTrie<AnonymityKind>
  readonly offices: ReadonlySet<string>
  /** Roles that the report gives to a name, with the first place where it does. */
  readonly roles?: ReadonlyMap<string, number>
}

/** "schoolteacher Anna Kos", "Anna Kos, a schoolteacher": the nouns for people that stand with a name. */
export function namedRoles(r: Reading): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (let i = 0; i < r.length; i++) {
    if (r.xpos(i) !== 'NN') continue
    const up = r.head(i)
    const apposed = up >= 0 && r.deprel(i) === 'appos' && r.upos(up) === 'PROPN'
    const titled = r.upos(i + 1) === 'PROPN' && r.sentenceOf(i + 1) === r.sentenceOf(i)
    const named = r.child(i, 'appos', 'flat') > i && r.upos(r.child(i, 'appos', 'flat')) === 'PROPN'
    if ((apposed || named || (titled && r.head(i + 1) === i)) && !out.has(r.lemma(i)))
      out.set(r.lemma(i), i)
  }
  return out
}

/** "the schoolteacher": one person, by the role that an earlier name has. */
function isKnownRole(
  r: Reading,
  source: Range,
  head: number,
  roles: ReadonlyMap<string, number> | undefined,
): boolean {
  if (r.xpos(head) !== 'NN' || r.key(source.first) !== 'the' || head > source.first + 1)
    return false
  const first = roles?.get(r.lemma(head)) ?? -1
  return first >= 0 && first < head
}

/** The profile of an unnamed source, or null for a named one, a document or a body. */
export function profileOf(
  r: Reading,
  source: Range,
  head: number,
  lexicons: ProfileLexicons,
): AnonymousProfile | null {
  if (!isUnnamed(r, source, head, lexicons.sources)) return null
  const phrases = lexicons.anonymity
  const bounds = r.sentence(r.sentenceOf(head))
  const about = { first: source.first, end: wordsEnd(r, source, head, bounds, phrases) }
  if (isOffice(r, source, head, lexicons.offices) && !hides(r, about, phrases)) return null
  if (isKnownRole(r, source, head, lexicons.roles) && !hides(r, about, phrases)) return null
  const words = r.text.slice(r.from(about.first), r.to(about.end - 1))
  const behind = accessAfter(r, source, head, bounds, phrases)
  const access = behind
    ? r.text.slice(r.from(behind.first), r.to(behind.end - 1))
    : phraseIn(r, source, phrases, 'access')
  const next = sentenceOnSource(r, head, phrases)
  const reason =
    phraseIn(r, about, phrases, 'reason') ??
    reasonIn(r, { first: source.first, end: bounds.end }, phrases) ??
    (isAside(r, bounds, source) ? reasonIn(r, bounds, phrases) : null) ??
    (next ? (reasonBehind(r, next, phrases) ?? phraseIn(r, next, phrases, 'reason')) : null)
  return {
    words: words.replace(/[,\s]+$/, ''),
    count: countOf(r, source, head),
    rank: rankOf(r, source, head),
    institution: placed(institutionOf(r, source, head, lexicons), access),
    country: countryOf(r, source, head, lexicons.countries),
    access,
    reason,
  }
}

function reasonIn(r: Reading, at: Range, phrases: PhraseTrie<AnonymityKind>): string | null {
  const behind = reasonBehind(r, at, phrases)
  if (behind !== null) return behind
  return phraseIn(r, at, phrases, 'anonymity') && phraseIn(r, at, phrases, 'reason')
}

/** "Speaking on condition of anonymity because ..., the official said": an aside before the source is about it. */
function isAside(r: Reading, bounds: Range, source: Range): boolean {
  const x = r.xpos(bounds.first)
  return source.first > bounds.first && (x === 'VBG' || x === 'VBN')
}

/** "The mayor", "the company's chief executive": one person, known by the office. */
function isOffice(r: Reading, source: Range, head: number, offices: ReadonlySet<string>): boolean {
  if (!offices.has(r.lemma(head)) || r.xpos(head) !== 'NN') return false
  let definite = r.key(source.first) === 'the' || r.xpos(source.first) === 'PRP$'
  for (let i = source.first; i < head; i++) if (r.xpos(i) === 'POS') definite = true
  return definite
}

function hides(r: Reading, at: Range, phrases: PhraseTrie<AnonymityKind>): boolean {
  return (
    phraseIn(r, at, phrases, 'anonymity') !== null || phraseIn(r, at, phrases, 'reason') !== null
  )
}

function isUnnamed(
  r: Reading,
  source: Range,
  head: number,
  nouns: ReadonlyMap<string, SourceKind>,
): boolean {
  const key = r.key(head)
  const u = r.upos(head)
  if (
    u !== 'NOUN' &&
    !((u === 'PRON' || u === 'NUM' || u === 'ADJ' || u === 'DET') && unnamedPronouns.has(key))
  )
    return false
  const kind = nouns.get(r.lemma(head)) ?? nouns.get(key)
  if (kind !== 'anonymous' && !unnamedPronouns.has(key)) return false
  // "The road authority" is a body, "authorities" are people of one.
  if (r.lemma(head) === 'authority' && r.xpos(head) === 'NN') return false
  // "spokesman John Smith", "the minister, Anna Orlova": named after all.
  for (const c of r.tree.childrenOf(head))
    if (c > head && nameLinks.has(r.deprel(c)) && r.upos(c) === 'PROPN') return false
  if (r.upos(head + 1) === 'PROPN' && head + 1 < source.end) return false
  return true
}

function countOf(r: Reading, source: Range, head: number): number | null {
  for (let i = source.first; i < head; i++) {
    if (r.key(i) === 'dozen')
      return r.key(i - 2) === 'half' ? 6 : 12 * (numbers.get(r.key(i - 1)) ?? 1)
    if (r.key(i + 1) === 'dozen') continue
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
  if (counting.has(r.key(head))) return memberOf(r, source, head) ?? apposedRole(r, source, head)
  const bare = anybody.has(r.lemma(head)) || anybody.has(r.key(head))
  if (bare && words.length === 0) return null
  return [...words, r.text.slice(r.from(head), r.to(head))].join(' ')
}

/** "one of them, an adviser": the noun of the apposition. */
function apposedRole(r: Reading, source: Range, head: number): string | null {
  for (let i = head + 1; i + 2 < source.end && i < head + 6; i++) {
    if (r.key(i) !== ',' || (r.key(i + 1) !== 'a' && r.key(i + 1) !== 'an')) continue
    let noun = i + 2
    while (noun + 1 < source.end && (r.upos(noun) === 'ADJ' || r.upos(noun + 1) === 'NOUN')) noun++
    return r.upos(noun) === 'NOUN' ? r.text.slice(r.from(noun), r.to(noun)) : null
  }
  return null
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
