/** Profile phrases: what a report says of an unnamed source's access, and of why it is not named. */
import type { PhraseTrie } from '../../lexicon/trie.ts'
import type { AnonymityKind } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

const mostAside = 30
const kinds = ['anonymity', 'access', 'reason'] as const

/**
 * Where the words about the source end: what tells of its access right behind it counts in ("people | familiar with the
 * matter"), and an aside that tells of access or anonymity ("a former aide, | who asked not to be named,").
 */
export function wordsEnd(
  r: Reading,
  source: Range,
  head: number,
  bounds: Range,
  phrases: PhraseTrie<AnonymityKind>,
): number {
  let end = source.end
  while (end > head + 1 && r.isPunct(end - 1)) end--
  if (r.key(end) !== ',') {
    const access = accessAfter(r, { first: source.first, end }, head, bounds, phrases)
    end = Math.max(end, access?.end ?? end)
  }
  const x = r.xpos(end + 1)
  const opens = r.key(end) === ',' && (x === 'WP' || x === 'VBG' || x === 'VBN' || x === 'VBD')
  if (!opens || r.quoteOf(end) !== r.quoteOf(head)) return end
  let last = end + 1
  while (last < bounds.end && last - end < mostAside && !(r.isPunct(last) && r.key(last) !== '-'))
    last++
  const aside = { first: end + 1, end: last }
  return kinds.some((kind) => phraseIn(r, aside, phrases, kind) !== null) ? last : end
}

const lookingBack = new Set(['he', 'she', 'they', 'the', 'both', 'all', 'neither'])

/** The next sentence, where it tells of the same source why it is not named: "The officials spoke on condition ...". */
export function sentenceOnSource(
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
export function accessAfter(
  r: Reading,
  source: Range,
  head: number,
  bounds: Range,
  phrases: PhraseTrie<AnonymityKind>,
): Range | null {
  // "People familiar | with the matter": the phrase may begin inside the source's words.
  for (let i = head + 1; i < source.end; i++)
    if (phraseLength(r, i, bounds.end, phrases, 'access') > 0)
      return phraseRange(r, { first: i, end: bounds.end }, phrases, 'access')
  const at = r.key(source.end) === ',' ? source.end + 1 : source.end
  if (at >= bounds.end || (r.upos(at) === 'VERB' && r.xpos(at) !== 'VBN')) return null
  return phraseLength(r, at, bounds.end, phrases, 'access') > 0
    ? phraseRange(r, { first: at, end: bounds.end }, phrases, 'access')
    : null
}

/** Openers of why somebody is not named; "in" and "by" count with what follows them alone. */
const reasonOpeners = new Set([
  'because',
  'citing',
  'given',
  'due',
  'for',
  'fearing',
  'having',
  'lest',
  'to',
  'as',
  'since',
  'out',
  'owing',
  'so',
])
const inOrder = new Set(['case', 'order', 'view'])
const mostReason = 24

function opensReason(r: Reading, i: number): boolean {
  const key = r.key(i)
  if (reasonOpeners.has(key)) return true
  return (key === 'in' && inOrder.has(r.key(i + 1))) || (key === 'by' && r.key(i + 1) === 'order')
}

/** "spoke on condition of anonymity to discuss private talks": what stands right behind tells why. */
export function reasonBehind(
  r: Reading,
  at: Range,
  phrases: PhraseTrie<AnonymityKind>,
): string | null {
  for (let i = at.first; i < at.end; i++) {
    const length = phraseLength(r, i, at.end, phrases, 'anonymity')
    if (length === 0) continue
    const start = r.key(i + length) === ',' ? i + length + 1 : i + length
    if (start >= at.end || !opensReason(r, start)) continue
    let end = start
    // "because, he joked, he had a pension": an aside right behind the opener.
    const aside = r.key(start + 1) === ',' ? nextComma(r, start + 2, at.end) : -1
    if (aside > 0) end = aside + 1
    while (end < at.end && !(r.isPunct(end) && r.key(end) !== '-') && end - start < mostReason)
      end++
    return r.text.slice(r.from(start), r.to(end - 1))
  }
  return null
}

const mostInserted = 6

function nextComma(r: Reading, first: number, end: number): number {
  for (let i = first; i < end && i < first + mostInserted; i++) if (r.key(i) === ',') return i
  return -1
}

/** The words from a listed phrase on to the end of its clause, or null. */
export function phraseIn(
  r: Reading,
  at: Range,
  phrases: PhraseTrie<AnonymityKind>,
  kind: AnonymityKind,
): string | null {
  const range = phraseRange(r, at, phrases, kind)
  return range && r.text.slice(r.from(range.first), r.to(range.end - 1))
}

function phraseRange(
  r: Reading,
  at: Range,
  phrases: PhraseTrie<AnonymityKind>,
  kind: AnonymityKind,
): Range | null {
  for (let i = at.first; i < at.end; i++) {
    const length = phraseLength(r, i, at.end, phrases, kind)
    if (length === 0) continue
    let end = i + length
    while (end < at.end && !(r.isPunct(end) && r.key(end) !== '-') && end - i < 20) {
      // "who has seen the report said": behind an article even a verb form is a noun.
      const verb = r.upos(end) === 'VERB' && r.upos(end - 1) !== 'DET' && r.upos(end - 1) !== 'ADJ'
      const begun = end > i + length || r.upos(end - 1) === 'NOUN'
      if (kind === 'access' && verb && begun) break
      end++
    }
    while (end > i + length && hanging.has(r.upos(end - 1))) end--
    return { first: i, end }
  }
  return null
}

/** How many words the phrase has that begins here and tells of this kind of thing; 0 for none. */
function phraseLength(
  r: Reading,
  i: number,
  end: number,
  phrases: PhraseTrie<AnonymityKind>,
  kind: AnonymityKind,
): number {
  const found = phrases.longest(i, (k) => (k < end ? r.key(k) : null))
  if (found?.value === kind) return found.length
  if (kind !== 'access' || r.xpos(i) !== 'WP') return 0
  // "who | has | recently | read": whatever its form and helpers, the verb tells.
  let verb = i + 1
  while (verb < end && (r.upos(verb) === 'AUX' || r.xpos(verb) === 'RB')) {
    if (r.key(verb) === 'not' || r.key(verb) === "n't") return 0
    verb++
  }
  if (verb >= end || r.upos(verb) !== 'VERB') return 0
  const knows = phrases.longest(verb, (k) => (k === verb ? r.lemma(k) : null))
  return knows?.value === 'knows' ? verb + 1 - i : 0
}

/** Words that end no phrase: "who were briefed on the intelligence | and". */
const hanging = new Set(['CCONJ', 'SCONJ', 'DET', 'AUX'])
