/** Profile rank: how many an unnamed source is, and which rank or role its own words give it. */
import type { NumberWords } from '../../lexicon/number-words.ts'
import type { SourceWords } from './profile-lexicons.ts'
import type { Range, Reading } from './reading.ts'

const articles = new Set(['a', 'an', 'another'])
const whole = new Set(['of', 'are', 'were', 'have', 'had'])

/** The nouns of a source that are joined ("two officials and a diplomat"), each with its own words, in order. */
export function joinedHeads(r: Reading, source: Range, head: number): number[] {
  const lead = leadOf(r, source, head)
  const joined = r.tree
    .childrenOf(lead)
    .filter((c) => c > lead && c < source.end && r.upos(c) === 'NOUN' && r.deprel(c) === 'conj')
  return joined.some((c) => r.child(c, 'cc') >= 0) ? [lead, ...joined] : [lead]
}

/** The first of the nouns that are joined with this one. */
export function leadOf(r: Reading, source: Range, head: number): number {
  const up = r.head(head)
  const joined = r.deprel(head) === 'conj' && up >= source.first && up < head
  return joined && (r.upos(up) === 'NOUN' || r.upos(up) === 'PROPN') ? up : head
}

/** How many the words say that they are; of joined nouns the sum, where each has a number. */
export function countOf(
  r: Reading,
  source: Range,
  heads: readonly number[],
  numbers: NumberWords,
): number | null {
  const told = toldBehind(r, source, heads[0] ?? source.first)
  if (told !== null) return told
  let sum = 0
  let first = source.first
  for (const head of heads) {
    const count = countAt(r, { first, end: head }, head, numbers)
    if (count === null) return null
    sum += count
    first = head + 1
  }
  return sum
}

function countAt(r: Reading, before: Range, head: number, numbers: NumberWords): number | null {
  for (let i = before.first; i < head; i++) {
    const key = r.key(i)
    if (key === 'dozen')
      return r.key(i - 2) === 'half' ? 6 : 12 * (amountOf(r.key(i - 1), numbers) ?? 1)
    if (r.key(i + 1) === 'dozen') continue
    if (key === 'both') return 2
    if (articles.has(key) && i <= before.first + 1 && r.xpos(head) !== 'NNS') return 1
    if (r.upos(i) !== 'NUM' && i > before.first) continue
    const word = amountOf(key, numbers)
    if (word !== null) return word
    if (/^[0-9]{1,6}$/.test(key)) return Number(key)
  }
  return r.upos(head) === 'NOUN' ? null : amountOf(r.key(head), numbers)
}

function amountOf(key: string, numbers: NumberWords): number | null {
  if (key === 'both') return 2
  if (articles.has(key)) return 1
  const senses = numbers.get(key)
  return senses?.unit ?? senses?.teen ?? senses?.ten ?? null
}

/** "The officials, both of whom ...", "the women, both nurses": the number behind the comma. */
function toldBehind(r: Reading, source: Range, head: number): number | null {
  for (let i = head + 1; i + 1 < source.end; i++) {
    if (r.key(i) !== ',' || r.key(i + 1) !== 'both') continue
    return whole.has(r.key(i + 2)) || r.upos(i + 2) === 'NOUN' ? 2 : null
  }
  return null
}

/** "high-ranking", "mid-level" in three tokens. */
const standing = new Set(['ranking', 'level'])

/** "a senior American official": the words of rank and the noun, "senior official"; null for "people", "a source". */
export function rankOf(r: Reading, source: Range, head: number, words: SourceWords): string | null {
  if (words.counting.has(r.key(head)))
    return memberOf(r, source, head, words) ?? apposedRole(r, source, head, words)
  // "Its main witness, a former driver": what somebody is, behind what somebody does here.
  const apposed = r.xpos(head) === 'NN' ? apposedRole(r, source, head, words) : null
  if (apposed !== null) return apposed
  const before = ranksBefore(r, source.first, head, words)
  const bare = words.anybody.has(r.lemma(head)) || words.anybody.has(r.key(head))
  if (bare && before.length === 0) return null
  return [...before, r.text.slice(r.from(head), r.to(head))].join(' ')
}

function ranksBefore(r: Reading, first: number, head: number, words: SourceWords): string[] {
  const out: string[] = []
  for (let i = first; i < head; i++)
    if (words.rank.has(r.key(i))) out.push(r.text.slice(r.from(i), r.to(i)))
    else if (standing.has(r.key(i)) && r.key(i - 1) === '-' && i - 2 >= first)
      out.push(r.text.slice(r.from(i - 2), r.to(i)))
  return out
}

/** "one of them, an adviser": the noun of the apposition, with its words of rank. */
function apposedRole(r: Reading, source: Range, head: number, words: SourceWords): string | null {
  for (let i = head + 1; i + 2 < source.end && i < head + 6; i++) {
    if (r.key(i) !== ',' || (r.key(i + 1) !== 'a' && r.key(i + 1) !== 'an')) continue
    let noun = i + 2
    while (noun + 1 < source.end && (r.upos(noun) === 'ADJ' || r.upos(noun + 1) === 'NOUN')) noun++
    if (r.upos(noun) !== 'NOUN') return null
    return [...ranksBefore(r, i + 2, noun, words), r.text.slice(r.from(noun), r.to(noun))].join(' ')
  }
  return null
}

/** "one of the doctors": the noun behind "of". */
function memberOf(r: Reading, source: Range, head: number, words: SourceWords): string | null {
  for (const c of r.tree.childrenOf(head)) {
    if (c <= head || c >= source.end || r.upos(c) !== 'NOUN') continue
    const mark = r.child(c, 'case')
    if (mark >= 0 && r.key(mark) === 'of' && !words.anybody.has(r.lemma(c)))
      return r.text.slice(r.from(c), r.to(c))
  }
  return null
}
