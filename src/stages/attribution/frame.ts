/** Frame: what stands with a verb as its content, found by the tree and, where the tree fails, by the words themselves. */
import type { Range, Reading } from './reading.ts'

export type FrameKind =
  | 'that'
  | 'wh'
  | 'bare'
  | 'to'
  | 'ing'
  | 'quote-after'
  | 'quote-before'
  | 'before'
  | 'as'
  | 'obj'
  | 'prep'
  | 'none'

export interface Frame {
  readonly kind: FrameKind
  /** Head token of the content, or -1. */
  readonly head: number
  /** Where the content begins (or, for `-before`, the token after its end), or -1. */
  readonly at: number
  /** The preposition of `prep` and `as`. */
  readonly prep: string
  /** The quotation of a quoted frame, or -1. */
  readonly quotation: number
}

const none: Frame = { kind: 'none', head: -1, at: -1, prep: '', quotation: -1 }
/** Prepositions that can introduce what is reported; the others introduce place, time and hearer. */
const topical = new Set([
  'of',
  'about',
  'for',
  'against',
  'with',
  'as',
  'on',
  'to',
  'over',
  'like',
  'from',
  'upon',
  'into',
  'between',
])
const asking = new Set(['WRB', 'WP', 'WDT', 'WP$'])
const complement = new Set(['ccomp', 'xcomp', 'parataxis', 'csubj'])

/** The frame of a verb with its group and, where known, the source's tokens. */
export function frameOf(r: Reading, verb: number, group: Range, source: Range | null): Frame {
  const closed = quotedBefore(r, group, source)
  const before = closed !== null && isOver(r, verb, group, closed.at) ? null : closed
  const split = before !== null && r.key(before.at - 2) === ','
  return (
    (split ? before : quotedAfter(r, verb, group, source)) ??
    before ??
    clausal(r, verb, group) ??
    parenthetical(r, verb, group, source) ??
    nominal(r, verb, group) ??
    none
  )
}

/** `said: "..."`, `told reporters on Tuesday, "..."`: a quotation that a comma or colon introduces. */
function quotedAfter(r: Reading, verb: number, group: Range, source: Range | null): Frame | null {
  const s = r.sentenceOf(verb)
  const own = r.quoteOf(verb)
  let i = group.end
  if (source && source.first >= group.end) i = source.end
  for (let steps = 0; steps < 16; steps++, i++) {
    if (i >= r.length) return null
    const q = r.quoteOf(i)
    if (q !== own && q >= 0) {
      if (r.quote(q).first !== i) return null
      if (r.sentenceOf(i) !== s && !opensNext(r, i, s)) return null
      const before = r.key(i - 1)
      const opens = before === ',' || before === ':' || i === group.end || r.sentenceOf(i) !== s
      if (!opens || !isSpeech(r, q, i === group.end && before !== ':')) return null
      return { kind: 'quote-after', head: -1, at: i, prep: '', quotation: q }
    }
    if (q !== own) return null
    if (r.sentenceOf(i) !== s) return null
    if (r.upos(i) === 'VERB' && i > verb && r.xpos(i) !== 'VBG') return null
    if (r.key(i) === 'that') return null
    if (r.isPunct(i) && r.key(i) !== ',' && r.key(i) !== ':') return null
  }
  return null
}

/** `He went on:` and the quotation as a paragraph of its own. */
function opensNext(r: Reading, at: number, sentence: number): boolean {
  if (r.sentence(sentence).end !== at) return false
  if (r.key(at - 1) === ':') return true
  return !r.isPunct(at - 1)
}

/** A quotation is speech, not a word held up with tongs, when it has a verb or some length. */
export function isSpeech(r: Reading, q: number, strict: boolean): boolean {
  const { first, end } = r.quote(q)
  const words = end - first - 2
  if (words >= (strict ? 7 : 4)) return true
  for (let i = first; i < end; i++) if (r.upos(i) === 'VERB' || r.upos(i) === 'AUX') return !strict
  const stop = r.key(end - 2)
  return stop === '.' || stop === '!' || stop === '?'
}

/** A quotation that ended with its own sentence is no content of a cue with a clause of its own ("“....” X said that"). */
function isOver(r: Reading, verb: number, group: Range, end: number): boolean {
  const s = r.sentenceOf(verb)
  const q = r.sentenceOf(end - 1)
  // `"The bridge," Berg said, "was never safe."`: a comma inside of the marks goes on.
  if (q === s && r.key(end - 2) === ',') return false
  if (q === s) return !isSpeech(r, r.quoteOf(end - 1), false) && clausal(r, verb, group) !== null
  if (r.sentences[q]?.paragraph !== r.sentences[s]?.paragraph) return true
  return clausal(r, verb, group) !== null
}

/** `"...," he said`: a quotation that ends right before the source and cue. */
function quotedBefore(r: Reading, group: Range, source: Range | null): Frame | null {
  let left = group.first
  if (source && source.end <= group.first && source.end >= group.first - 6)
    left = Math.min(left, source.first)
  let i = left - 1
  if (r.key(i) === ',' || isDashKey(r.key(i))) i--
  const q = r.quoteOf(i)
  if (q < 0 || q === r.quoteOf(group.first)) return null
  const at = r.quote(q)
  if (at.end !== i + 1) return null
  const comma = r.key(i - 1)
  const closes =
    comma === ',' || comma === '?' || comma === '!' || comma === '.' || r.key(left - 1) !== r.key(i)
  const inverted = source !== null && source.first >= group.end
  if (!closes && !inverted) return null
  if (source === null && !closes) return null
  return { kind: 'quote-before', head: -1, at: i + 1, prep: '', quotation: q }
}

export function isDashKey(key: string): boolean {
  return key === '-' || key === '–' || key === '—' || key === '--' || key === '―'
}

function clausal(r: Reading, verb: number, group: Range): Frame | null {
  const s = r.sentenceOf(verb)
  // The word "that" right after the cue, whatever the tree says.
  if (r.key(group.end) === 'that' && r.upos(group.end) === 'SCONJ' && r.sentenceOf(group.end) === s)
    return {
      kind: 'that',
      head: clauseAfter(r, verb, group.end),
      at: group.end,
      prep: '',
      quotation: -1,
    }
  // "to" and a verb right after the cue, whatever the tree says.
  if (
    r.key(group.end) === 'to' &&
    r.sentenceOf(group.end) === s &&
    (r.xpos(group.end + 1) === 'VB' || r.key(group.end + 1) === 'comment')
  )
    return { kind: 'to', head: group.end + 1, at: group.end, prep: '', quotation: -1 }
  let best = -1
  for (const c of r.tree.childrenOf(verb)) {
    if (c < group.end || !complement.has(r.deprel(c))) continue
    if (describesNoun(r, c)) continue
    if (
      r.deprel(c) === 'parataxis' &&
      (r.isPunct(r.tree.firstOf(c) - 1) || r.isPunct(r.tree.firstOf(c)))
    )
      continue
    best = c
    break
  }
  if (best < 0) {
    if (asking.has(r.xpos(group.end)) || r.key(group.end) === 'whether')
      return {
        kind: 'wh',
        head: clauseAfter(r, verb, group.end),
        at: group.end,
        prep: '',
        quotation: -1,
      }
    return null
  }
  let at = Math.max(group.end, r.tree.firstOf(best))
  while (at < best && r.isPunct(at) && r.quoteOf(at) < 0) at++
  at = pastNothing(r, verb, group.end, at)
  const mark = r.child(best, 'mark')
  const word = mark >= group.end && mark < best ? r.key(mark) : ''
  if (word === 'that') return { kind: 'that', head: best, at: mark, prep: '', quotation: -1 }
  if (word === 'whether' || word === 'if' || asking.has(r.xpos(at)))
    return { kind: 'wh', head: best, at, prep: '', quotation: -1 }
  if (word === 'to' || (r.deprel(best) === 'xcomp' && r.key(at) === 'to'))
    return {
      kind: 'to',
      head: best,
      at: raisedObject(r, verb, group.end, Math.min(at, word === 'to' ? mark : at)),
      prep: '',
      quotation: -1,
    }
  if (r.deprel(best) === 'xcomp') {
    if (r.xpos(best) === 'VBG') return { kind: 'ing', head: best, at, prep: '', quotation: -1 }
    const obj = r.child(verb, 'obj')
    if (obj >= group.end && obj < best)
      return { kind: 'as', head: obj, at: group.end, prep: '', quotation: -1 }
    return { kind: 'obj', head: best, at, prep: '', quotation: -1 }
  }
  return { kind: 'bare', head: best, at, prep: '', quotation: -1 }
}

/** "said in a statement | carried by state media": the participle tells of the noun and is nothing said. */
function describesNoun(r: Reading, i: number): boolean {
  return r.xpos(i) === 'VBN' && r.tree.firstOf(i) === i && r.upos(i - 1) === 'NOUN'
}

const phraseWords = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON'])
const hearers = new Set(['tell', 'inform', 'remind', 'assure', 'warn', 'advise', 'notify', 'ask'])

/** A clause begins with its subject ("urged | workers to stay"), also where the tree hung that elsewhere; hearers stay out. */
function pastNothing(r: Reading, verb: number, start: number, at: number): number {
  if (hearers.has(r.lemma(verb)) || at - start > 8) return at
  for (let i = start; i < at; i++) {
    // "said | last month | it would close": when it was said.
    const when = r.head(i) === verb && r.deprel(i).startsWith('obl')
    if (when || !phraseWords.has(r.upos(i))) return at
  }
  return Math.min(at, start)
}

/** "expects | a first group of 2,600 to be sent": the object that the infinitive is said of opens the content. */
function raisedObject(r: Reading, verb: number, start: number, at: number): number {
  const obj = r.child(verb, 'obj')
  return obj >= start && obj < at && !hearers.has(r.lemma(verb)) && at - start <= 10 ? start : at
}

/** The head of the clause that "that" opens: the verb's complement, or the next verb. */
export function clauseAfter(r: Reading, verb: number, at: number): number {
  const up = r.head(at)
  if (up > at && r.sentenceOf(up) === r.sentenceOf(at)) return up
  for (const c of r.tree.childrenOf(verb)) if (c > at && complement.has(r.deprel(c))) return c
  return at
}

/** "..., X said" and "..., X said, ...": the clause that holds the cue is its content. */
function parenthetical(r: Reading, verb: number, group: Range, source: Range | null): Frame | null {
  let left = group.first
  if (source && source.end <= group.first) left = Math.min(left, source.first)
  let right = group.end
  if (source && source.first >= group.end) right = source.end
  const before = r.key(left - 1)
  const opened = before === ',' || isDashKey(before) || r.quoteOf(left - 1) !== r.quoteOf(left)
  if (!opened || r.sentenceOf(left - 1) !== r.sentenceOf(verb)) return null
  if (source === null) return null
  if (describesNoun(r, right)) right = r.tree.lastOf(right) + 1
  const after = r.key(right)
  const ends = right >= r.length || r.sentenceOf(right) !== r.sentenceOf(verb) || r.isPunct(right)
  const adjunct = r.upos(right) === 'ADP' || r.xpos(right) === 'NNP' || r.upos(right) === 'ADV'
  if (!ends && !adjunct) return null
  const up = r.head(verb)
  if (r.deprel(verb) === 'parataxis' && up >= 0 && up < verb)
    return { kind: 'before', head: up, at: left - 1, prep: '', quotation: -1 }
  const c = r.child(verb, 'ccomp', 'parataxis')
  if (c >= 0 && c < left) return { kind: 'before', head: c, at: left - 1, prep: '', quotation: -1 }
  if (ends && after !== ',' && (up < 0 || r.deprel(verb) === 'conj' || r.deprel(verb) === 'root'))
    return { kind: 'before', head: -1, at: left - 1, prep: '', quotation: -1 }
  return null
}

function nominal(r: Reading, verb: number, group: Range): Frame | null {
  let obj = -1
  let obl = -1
  for (const c of r.tree.childrenOf(verb)) {
    if (c < group.end) continue
    const d = r.deprel(c)
    if (d === 'obj' && obj < 0) obj = c
    if ((d === 'obl' || d === 'nmod' || d === 'advcl') && obl < 0) obl = c
  }
  // "called for | an inquiry": the preposition is in the group already.
  if (obj < 0 && obl >= group.end && group.end > verb + 1 && r.upos(group.end - 1) === 'ADP')
    return { kind: 'obj', head: obl, at: group.end, prep: '', quotation: -1 }
  if (obj >= 0) {
    for (let i = obj + 1; i < r.tree.lastOf(verb) + 1; i++)
      if (r.key(i) === 'as' && r.sentenceOf(i) === r.sentenceOf(verb))
        return {
          kind: 'as',
          head: obj,
          at: Math.max(group.end, r.tree.firstOf(obj)),
          prep: 'as',
          quotation: -1,
        }
    return {
      kind: 'obj',
      head: obj,
      at: Math.max(group.end, r.tree.firstOf(obj)),
      prep: '',
      quotation: -1,
    }
  }
  // "told us | about this": behind the hearer.
  const heard = hearers.has(r.lemma(verb)) && r.upos(group.end) === 'PRON' ? group.end + 1 : -1
  if (heard > 0 && (r.key(heard) === 'about' || r.key(heard) === 'of') && obl > heard)
    return { kind: 'prep', head: obl, at: heard, prep: r.key(heard), quotation: -1 }
  if (r.upos(group.end) === 'ADP' && obl >= group.end && topical.has(r.key(group.end)))
    return { kind: 'prep', head: obl, at: group.end, prep: r.key(group.end), quotation: -1 }
  return null
}
