/** Phrase cues: "according to X", "in the view of X", "for X, ...", and adverbs that hide a source ("reportedly"). */
import type { PhraseTrie } from '../../lexicon/trie.ts'
import { trimEnd } from './content-span.ts'
import type { Draft } from './draft.ts'
import { isDashKey } from './frame.ts'
import type { PhraseEntry } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'X', 'SYM'])
/** Clauses of their own: a phrase inside one reports that clause, not the whole sentence. */
const clauseRelations = new Set(['acl:relcl', 'advcl', 'ccomp', 'parataxis'])

/** All phrase cues of the report, in reading order. */
export function phraseCues(r: Reading, phrases: PhraseTrie<PhraseEntry>): Draft[] {
  const out: Draft[] = []
  for (let i = 0; i < r.length; i++) {
    const found = phrases.longest(i, (k) => (r.sentenceOf(k) === r.sentenceOf(i) ? r.key(k) : null))
    if (!found || found.value.shape === 'never') continue
    const cue = { first: i, end: i + found.length }
    const draft =
      found.value.shape === 'before'
        ? before(r, cue, found.value)
        : found.value.shape === 'owned'
          ? owned(r, i, found.value)
          : found.length === 1 && r.upos(i) !== 'ADV' && r.upos(i) !== 'ADJ'
            ? null
            : hidden(r, cue, found.value)
    if (draft) out.push(draft)
    i += found.length - 1
  }
  return out
}

function before(r: Reading, cue: Range, entry: PhraseEntry): Draft | null {
  const source = nounPhraseAt(r, cue.end)
  if (!source) return null
  let range = withApposition(r, source.range, source.head)
  let content = contentRound(r, cue, range)
  const cut = r.xpos(range.end)
  const runsOn = cut === 'VBD' || cut === 'VBZ' || cut === 'VBP' || cut === 'MD'
  if (content.length === 0 || (runsOn && cue.first === r.sentence(r.sentenceOf(cue.first)).first)) {
    // The tree swallowed the sentence: the source ends at its first comma.
    const bounds = r.sentence(r.sentenceOf(cue.first))
    for (let i = cue.end + 1; i < bounds.end; i++) {
      if (r.key(i) !== ',') continue
      const end = trimEnd(r, i + 1, bounds.end)
      if (end > i + 1) {
        range = { first: range.first, end: i }
        content = [{ first: i + 1, end }]
      }
      break
    }
  }
  if (content.length === 0) return null
  return {
    cue: [cue],
    source: [range],
    sourceHead: source.head < range.end ? source.head : range.end - 1,
    content,
    anchor: cue.first,
    stance: entry.stance,
    class: 'say',
    rule: 'AT8',
  }
}

const ownVoice = new Set(['my', 'our', 'your', 'one', 'its'])

/** "In Marin's view, ...", "in her estimate ...": who owns the view speaks. */
function owned(r: Reading, noun: number, entry: PhraseEntry): Draft | null {
  const bounds = r.sentence(r.sentenceOf(noun))
  const x = r.xpos(noun - 1)
  if ((x !== 'PRP$' && x !== 'POS') || ownVoice.has(r.key(noun - 1))) return null
  let open = noun - 1
  while (open > bounds.first && noun - open < 8 && r.key(open) !== 'in') {
    if (r.isPunct(open)) return null
    open--
  }
  if (r.key(open) !== 'in' || open + 1 >= noun) return null
  const source = { first: open + 1, end: noun }
  const cue = { first: open, end: noun + 1 }
  const content = contentRound(r, cue, { first: noun, end: noun + 1 })
  if (content.length === 0) return null
  const head = x === 'POS' ? noun - 2 : noun - 1
  return {
    cue: [
      { first: open, end: open + 1 },
      { first: noun, end: noun + 1 },
    ],
    source: [source],
    sourceHead: head,
    content,
    anchor: noun,
    stance: entry.stance,
    class: 'say',
    rule: 'AT8',
  }
}

/** "the prosecutor, Mark Tedeschi, ...": the name that closes with a comma of its own belongs to the source. */
function withApposition(r: Reading, range: Range, head: number): Range {
  if (r.upos(head) !== 'NOUN' || r.key(range.end) !== ',') return range
  let end = range.end + 1
  while (r.upos(end) === 'PROPN' && r.sentenceOf(end) === r.sentenceOf(head)) end++
  const closes = r.key(end) === ',' || r.key(end) === '.'
  return closes && end - range.end >= 3 ? { first: range.first, end } : range
}

function hidden(r: Reading, cue: Range, entry: PhraseEntry): Draft | null {
  const bounds = clauseRound(r, cue.first)
  const content: Range[] = []
  let first = bounds.first
  while (
    first < cue.first &&
    (r.isPunct(first) || r.upos(first) === 'CCONJ') &&
    r.quoteOf(first) < 0
  )
    first++
  const left = trimEnd(r, first, cue.first)
  if (left > first) content.push({ first, end: left })
  let right = cue.end
  while (right < bounds.end && r.isPunct(right) && r.quoteOf(right) < 0) right++
  const end = trimEnd(r, right, bounds.end)
  if (end > right) content.push({ first: right, end })
  if (content.length === 0) return null
  return {
    cue: [cue],
    source: [],
    sourceHead: -1,
    content,
    anchor: cue.first,
    stance: entry.stance,
    class: 'hearsay',
    rule: 'AT9',
  }
}

/** The noun phrase that begins at a token: its range and head. */
export function nounPhraseAt(r: Reading, at: number): { range: Range; head: number } | null {
  const s = r.sentenceOf(at)
  const bounds = r.sentence(s)
  if (at >= bounds.end || (r.isPunct(at) && r.quoteOf(at) < 0)) return null
  let head = at
  for (let steps = 0; steps < 12; steps++) {
    const up = r.head(head)
    if (up < at || up >= bounds.end || !nominal.has(r.upos(up))) break
    if (r.tree.firstOf(up) < at - 4 || commaBetween(r, head, up)) break
    head = up
  }
  if (!nominal.has(r.upos(head))) return null
  let end = Math.min(r.tree.lastOf(head) + 1, bounds.end)
  // A lone clause after a comma that the tree hung on the phrase is the sentence, not the source.
  for (let i = head + 1, steps = 0; i < end && steps < 60; i++, steps++) {
    if (r.key(i) === ':' || r.key(i) === ';' || isDashKey(r.key(i))) {
      end = i
      break
    }
    if (r.key(i) === ',' && finiteClauseFollows(r, i + 1, end, head)) {
      end = i
      break
    }
  }
  const opened = r.quoteOf(at)
  if (opened >= 0 && r.quote(opened).first < at) end = Math.min(end, r.quote(opened).end - 1)
  let last = trimEnd(r, Math.min(head + 1, end), end)
  if (last <= at) return null
  // "two officials briefed on the matter, ...": the participle belongs to the source, up to the comma.
  const opens = at - bounds.first <= 3 && r.xpos(last) === 'VBD'
  if (opens || r.xpos(last) === 'VBN' || r.xpos(last) === 'WP')
    for (let i = last; i < bounds.end && i < last + 16; i++)
      if (r.key(i) === ',' || i === bounds.end - 1) {
        last = i
        break
      }
  return { range: { first: at, end: last }, head: Math.min(head, last - 1) }
}

/** "According to Le Monde, the minister ...": a name does not modify what stands behind a comma. */
function commaBetween(r: Reading, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (r.key(i) === ',') return true
  return false
}

function finiteClauseFollows(r: Reading, from: number, end: number, head: number): boolean {
  if (r.quoteOf(from) >= 0 && r.quoteOf(from) !== r.quoteOf(head)) return true
  for (let i = from; i < end && i < from + 8; i++) {
    const d = r.deprel(i)
    if ((d === 'nsubj' || d === 'nsubj:pass') && r.head(i) > i && r.upos(from) !== 'PRON')
      return true
    if (r.upos(i) === 'VERB' || r.key(i) === ',') return false
  }
  return false
}

/** What a phrase with its source reports: the rest of its clause. */
export function contentRound(r: Reading, cue: Range, source: Range): Range[] {
  const bounds = clauseRound(r, cue.first, source)
  const end = Math.max(cue.end, source.end)
  const out: Range[] = []
  let first = bounds.first
  while (
    first < cue.first &&
    ((r.isPunct(first) && r.quoteOf(first) < 0) || r.upos(first) === 'CCONJ')
  )
    first++
  if (r.upos(first) === 'SCONJ' && r.key(first) === 'that') first++
  const left = trimEnd(r, first, cue.first)
  // "reports that, according to X, ...": the clause begins after "that".
  const opens = left - first <= 0 || (r.key(left - 1) === 'that' && r.upos(left - 1) === 'SCONJ')
  if (!opens) out.push({ first, end: left })
  let right = end
  const mark = r.key(right)
  if (opens || mark === ',') {
    while (
      right < bounds.end &&
      r.isPunct(right) &&
      (r.quoteOf(right) < 0 || r.quoteOf(right) === r.quoteOf(cue.first))
    )
      right++
    const last = trimEnd(r, right, bounds.end)
    const word = r.key(right)
    const leavesOff =
      !opens &&
      (r.xpos(right) === 'WDT' ||
        r.xpos(right) === 'WP' ||
        word === 'which' ||
        r.upos(right) === 'CCONJ')
    if (last > right && !leavesOff) out.push({ first: right, end: last })
  }
  return out
}

/** The clause that holds a token: its sentence, its quotation, or the subordinate clause it modifies. */
function clauseRound(r: Reading, token: number, source?: Range): Range {
  const bounds = r.sentence(r.sentenceOf(token))
  let { first, end } = bounds
  const q = r.quoteOf(token)
  if (q >= 0) {
    first = Math.max(first, r.quote(q).first + 1)
    end = Math.min(end, r.quote(q).end - 1)
  }
  for (let i = token + 1, steps = 0; i < end && steps < 200; i++, steps++)
    if (r.key(i) === ';' && r.quoteOf(i) === q) {
      end = i
      break
    }
  for (let i = token - 1, steps = 0; i >= first && steps < 200; i--, steps++)
    if (r.key(i) === ';' && r.quoteOf(i) === q) {
      first = i + 1
      break
    }
  let up = r.head(token)
  for (let steps = 0; steps < 6 && up >= 0; steps++) {
    const d = r.deprel(up)
    if (source && up >= source.first && up < source.end) {
      up = r.head(up)
      continue
    }
    if (clauseRelations.has(d) || (d === 'conj' && r.child(up, 'nsubj', 'nsubj:pass') >= 0)) {
      const left = r.tree.firstOf(up)
      const right = r.tree.lastOf(up) + 1
      if (left > first && left <= token) first = left
      if (right < end && right > token && d !== 'conj') end = right
      break
    }
    up = r.head(up)
  }
  return { first, end }
}
