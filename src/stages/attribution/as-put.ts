/** As put: "as a memo put it", where "it" is the clause that the words stand in or beside (AT46). */
import { trimEnd } from './content-span.ts'
import type { Draft } from './draft.ts'
import { headOf } from './inserted.ts'
import type { Range, Reading } from './reading.ts'

const nominal = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM'])
const between = new Set(['once', 'later', 'recently', 'also', 'has', 'had', 'have'])
const mostWords = 12

/** All of them, in reading order. */
export function asPut(r: Reading): Draft[] {
  const out: Draft[] = []
  for (let i = 0; i < r.length; i++) {
    const draft = r.key(i) === 'as' ? putAt(r, i) : null
    if (draft) out.push(draft)
  }
  return out
}

function putAt(r: Reading, as: number): Draft | null {
  const s = r.sentenceOf(as)
  let verb = as + 1
  while (verb < as + mostWords && r.sentenceOf(verb) === s && r.lemma(verb) !== 'put') verb++
  if (r.lemma(verb) !== 'put' || r.key(verb + 1) !== 'it' || r.sentenceOf(verb) !== s) return null
  let end = verb
  while (end > as + 1 && between.has(r.key(end - 1))) end--
  const source = { first: as + 1, end }
  if (!isPhrase(r, source)) return null
  const cue: Range = { first: end, end: verb + 2 }
  const content = beside(r, { first: as, end: pastWhen(r, verb + 2, s) })
  if (content.length === 0) return null
  return {
    cue: [cue],
    source: [source],
    sourceHead: headOf(r, source),
    content,
    anchor: verb,
    stance: 'asserts',
    class: 'say',
    rule: 'AT46',
  }
}

/** The clause on both sides of the words, within its sentence, its quotation and its semicolons. */
function beside(r: Reading, words: Range): Range[] {
  const bounds = r.sentence(r.sentenceOf(words.first))
  const q = r.quoteOf(words.first)
  const within = (i: number): boolean => q < 0 || (r.quoteOf(i) === q && i + 1 < r.quote(q).end)
  let first = words.first
  while (first > bounds.first && r.key(first - 1) !== ';' && within(first - 1)) first--
  if (q >= 0 && first === r.quote(q).first) first++
  while (
    first < words.first &&
    (r.upos(first) === 'CCONJ' || (r.isPunct(first) && r.quoteOf(first) === q))
  )
    first++
  const out: Range[] = []
  const left = trimEnd(r, first, words.first)
  if (left > first) out.push({ first, end: left })
  if (r.key(words.end) !== ',') return out
  let end = words.end + 1
  const right = end
  while (end < bounds.end && r.key(end) !== ';' && within(end)) end++
  end = trimEnd(r, right, end)
  if (end > right) out.push({ first: right, end })
  return out
}

/** A noun phrase with what hangs on it ("the head of the union", "Lee, a baker,"); no verb stands in it. */
function isPhrase(r: Reading, at: Range): boolean {
  if (at.end <= at.first || !nominal.has(r.upos(at.first))) return false
  for (let i = at.first; i < at.end; i++) {
    if (r.upos(i) === 'VERB' || r.upos(i) === 'AUX') return false
    if (r.quoteOf(i) !== r.quoteOf(at.first)) return false
  }
  return true
}

/** "as he put it | in a speech on Monday |,": when and where it was put, up to the comma or the end. */
function pastWhen(r: Reading, from: number, s: number): number {
  let end = from
  while (end < from + mostWords && r.sentenceOf(end) === s && !r.isPunct(end)) {
    if (r.upos(end) === 'VERB' || r.upos(end) === 'AUX') return from
    end++
  }
  return end
}
