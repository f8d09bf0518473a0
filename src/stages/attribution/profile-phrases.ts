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
  for (let i = head + 1; i < source.end; i++) {
    const found = phrases.longest(i, (k) => (k < bounds.end ? r.key(k) : null))
    if (found?.value === 'access')
      return phraseRange(r, { first: i, end: bounds.end }, phrases, 'access')
  }
  const at = r.key(source.end) === ',' ? source.end + 1 : source.end
  if (at >= bounds.end || (r.upos(at) === 'VERB' && r.xpos(at) !== 'VBN')) return null
  const found = phrases.longest(at, (k) => (k < bounds.end ? r.key(k) : null))
  return found?.value === 'access'
    ? phraseRange(r, { first: at, end: bounds.end }, phrases, 'access')
    : null
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
export function reasonBehind(
  r: Reading,
  at: Range,
  phrases: PhraseTrie<AnonymityKind>,
): string | null {
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
    while (end > i + found.length && hanging.has(r.upos(end - 1))) end--
    return { first: i, end }
  }
  return null
}

/** Words that end no phrase: "who were briefed on the intelligence | and". */
const hanging = new Set(['CCONJ', 'SCONJ', 'DET', 'AUX'])
