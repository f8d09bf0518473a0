/** Anonymous sources: how many, of which body and country, with what access, and why they are not named. */
import type { NumberWords } from '../../lexicon/number-words.ts'
import type { PhraseTrie } from '../../lexicon/trie.ts'
import type { AnonymousProfile } from '../../model/source.ts'
import type { AnonymityKind } from './lexicons.ts'
import { countryOf, institutionOf, type NameTypes, placed } from './profile-body.ts'
import type { ProfileLexicons } from './profile-lexicons.ts'
import {
  accessAfter,
  phraseIn,
  reasonBehind,
  sentenceOnSource,
  wordsEnd,
} from './profile-phrases.ts'
import { countOf, joinedHeads, rankOf } from './profile-rank.ts'
import type { Range, Reading } from './reading.ts'

const nameLinks = new Set(['appos', 'flat', 'flat:name', 'compound'])

/** What the report itself tells: roles that it gives to a name, with the first place where it does, and what its names are. */
export interface ReportFacts {
  readonly roles: ReadonlyMap<string, number>
  readonly types: NameTypes
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
  roles: ReadonlyMap<string, number>,
): boolean {
  if (r.xpos(head) !== 'NN' || r.key(source.first) !== 'the' || head > source.first + 1)
    return false
  const first = roles.get(r.lemma(head)) ?? -1
  return first >= 0 && first < head
}

/** The profile of an unnamed source, or null for a named one, a document or a body. */
export function profileOf(
  r: Reading,
  source: Range,
  last: number,
  lexicons: ProfileLexicons & { readonly numbers: NumberWords },
  facts: ReportFacts,
): AnonymousProfile | null {
  const heads = joinedHeads(r, source, last)
  const head = heads[0] ?? last
  if (!isUnnamed(r, source, head, lexicons)) return null
  const phrases = lexicons.anonymity
  const bounds = r.sentence(r.sentenceOf(head))
  const about = { first: source.first, end: wordsEnd(r, source, last, bounds, phrases) }
  const known =
    isOffice(r, source, head, lexicons.offices) || isKnownRole(r, source, head, facts.roles)
  if (known && !hides(r, about, phrases)) return null
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
    count: countOf(r, source, heads, lexicons.numbers),
    rank: rankOf(r, source, head, lexicons.words),
    institution: placed(institutionOf(r, source, head, lexicons, facts.types), access),
    country: countryOf(r, source, head, lexicons),
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

function isUnnamed(r: Reading, source: Range, head: number, lexicons: ProfileLexicons): boolean {
  const key = r.key(head)
  const u = r.upos(head)
  const pronoun = lexicons.words.pronoun.has(key)
  if (u !== 'NOUN' && !((u === 'PRON' || u === 'NUM' || u === 'ADJ' || u === 'DET') && pronoun))
    return false
  const kind = lexicons.sources.get(r.lemma(head)) ?? lexicons.sources.get(key)
  if (kind !== 'anonymous' && !pronoun) return false
  // "The road authority" is a body, "authorities" are people of one.
  if (r.lemma(head) === 'authority' && r.xpos(head) === 'NN') return false
  // "spokesman John Smith", "the minister, Anna Orlova": named after all.
  for (const c of r.tree.childrenOf(head))
    if (c > head && nameLinks.has(r.deprel(c)) && r.upos(c) === 'PROPN') return false
  return !(r.upos(head + 1) === 'PROPN' && head + 1 < source.end)
}
