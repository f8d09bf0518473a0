/** Content span: where the reported words begin and end, from the frame, the tree and the punctuation. */
import type { Frame } from './frame.ts'
import type { Range, Reading } from './reading.ts'

const closing = new Set(['conj', 'advcl', 'parataxis'])

/** The content ranges of a verb cue, in reading order; empty when nothing is left. */
export function contentOf(
  r: Reading,
  verb: number,
  group: Range,
  source: Range | null,
  frame: Frame,
): Range[] {
  switch (frame.kind) {
    case 'none':
      return []
    case 'quote-after':
      return afterQuote(r, frame.at, frame.quotation)
    case 'quote-before':
      return aroundQuote(r, verb, group, source, frame)
    case 'before':
      return aroundClause(r, verb, group, source, frame)
    default: {
      const end = withVerb(r, verb, frame, rightLimit(r, verb, frame))
      return end > frame.at ? [{ first: frame.at, end }] : []
    }
  }
}

/** A clause that the tree cut before its verb ("that a judge presiding over his case | was unfit") goes on to the end. */
function withVerb(r: Reading, verb: number, frame: Frame, end: number): number {
  if (frame.kind !== 'that' && frame.kind !== 'bare') return end
  const bounds = r.sentence(r.sentenceOf(verb))
  if (end >= bounds.end || !finite(r, end) || r.quoteOf(end) !== r.quoteOf(verb)) return end
  for (let i = frame.at; i < end; i++) if (finite(r, i)) return end
  return trimEnd(r, frame.at, bounds.end)
}

function finite(r: Reading, i: number): boolean {
  const x = r.xpos(i)
  return x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD'
}

/** A quotation and the quotations that follow it with nothing between, in the same paragraph. */
function afterQuote(r: Reading, at: number, quotation: number): Range[] {
  return [{ first: at, end: runOn(r, quotation) }]
}

/** The end of a run of quotations that touch. */
export function runOn(r: Reading, quotation: number): number {
  let end = r.quote(quotation).end
  const paragraph = r.sentences[r.sentenceOf(end - 1)]?.paragraph
  for (;;) {
    const q = r.quoteOf(end)
    if (q < 0 || r.quote(q).first !== end) return end
    if (r.sentences[r.sentenceOf(end)]?.paragraph !== paragraph) return end
    end = r.quote(q).end
  }
}

/** `"A," he said. "B."`: what stands before the cue, and quotations right after its clause. */
function aroundQuote(
  r: Reading,
  verb: number,
  group: Range,
  source: Range | null,
  frame: Frame,
): Range[] {
  const quote = r.quote(frame.quotation)
  const sentence = r.sentence(r.sentenceOf(verb))
  let first = quote.first
  const opened = r.sentence(r.sentenceOf(quote.first)).first
  // Words of the same sentence before the quotation belong to what was said: `The plan is "bad," he said`.
  if (opened < first && opened >= sentence.first) first = leadIn(r, opened, quote.first)
  // An earlier quotation of the same paragraph that touches this one is part of the same speech.
  for (;;) {
    const q = first > 0 ? r.quoteOf(first - 1) : -1
    if (q < 0 || r.quote(q).end !== first) break
    if (
      r.sentences[r.sentenceOf(first - 1)]?.paragraph !==
      r.sentences[r.sentenceOf(first)]?.paragraph
    )
      break
    first = r.quote(q).first
  }
  const out: Range[] = [{ first, end: frame.at }]
  const rest = continuation(r, verb, group, source)
  if (rest) out.push(rest)
  return out
}

function leadIn(r: Reading, first: number, quote: number): number {
  let i = first
  if (r.upos(i) === 'CCONJ' && i + 1 === quote) return quote
  while (i < quote && r.isPunct(i)) i++
  return i
}

/** The quotation that takes speech up again after the clause of the cue: `..." he said. "...` */
function continuation(r: Reading, verb: number, group: Range, source: Range | null): Range | null {
  const s = r.sentenceOf(verb)
  const bounds = r.sentence(s)
  const paragraph = r.sentences[s]?.paragraph
  let i = Math.max(group.end, source?.end ?? 0)
  for (; i < bounds.end; i++) {
    const q = r.quoteOf(i)
    if (q >= 0 && r.quote(q).first === i) {
      const before = r.key(i - 1)
      if (before !== ',' && before !== ':' && before !== '.' && !/^[-–—]+$/.test(before))
        return null
      return { first: i, end: runOn(r, q) }
    }
    if (r.upos(i) === 'VERB' && r.tree.headOf(i) === verb && r.deprel(i) !== 'acl') {
      if (r.deprel(i) === 'advcl' || r.deprel(i) === 'conj') return null
    }
  }
  const q = r.quoteOf(i)
  if (q < 0 || r.quote(q).first !== i) return null
  if (r.sentences[r.sentenceOf(i)]?.paragraph !== paragraph) return null
  return { first: i, end: runOn(r, q) }
}

/** `A, he said, B`: the clause round the cue, without the cue's own words. */
function aroundClause(
  r: Reading,
  verb: number,
  group: Range,
  source: Range | null,
  frame: Frame,
): Range[] {
  const s = r.sentenceOf(verb)
  const bounds = r.sentence(s)
  const left = Math.min(
    group.first,
    source && source.end <= group.first ? source.first : group.first,
  )
  const right = Math.max(group.end, source?.end ?? 0)
  let first = bounds.first
  if (frame.head >= 0 && r.head(frame.head) >= 0)
    first = Math.max(first, r.tree.firstOf(frame.head))
  const own = r.quoteOf(verb)
  if (own >= 0) first = Math.max(first, r.quote(own).first + 1)
  while (
    first < left &&
    ((r.isPunct(first) && r.quoteOf(first) === own) || r.upos(first) === 'CCONJ')
  )
    first++
  let end = left
  while (end > first && r.isPunct(end - 1) && r.quoteOf(end - 1) === own) end--
  if (end <= first) return []
  const out: Range[] = [{ first, end }]
  // The rest of the clause, when the cue stands between two commas inside it.
  if (r.key(right) === ',' && frame.head >= 0) {
    let resumes = right + 1
    while (resumes < bounds.end && r.isPunct(resumes) && r.quoteOf(resumes) < 0) resumes++
    let last = trimEnd(r, bounds.first, bounds.end)
    if (own >= 0) last = Math.min(last, r.quote(own).end - 1)
    if (resumes < last && belongsTo(r, resumes, verb, frame.head))
      out.push({ first: resumes, end: last })
  } else {
    const rest = continuation(r, verb, group, source)
    if (rest) out.push(rest)
  }
  return out
}

/** True when a token after the cue hangs on the content's clause, not on the cue's own. */
function belongsTo(r: Reading, token: number, verb: number, head: number): boolean {
  let i = token
  for (let steps = 0; steps < 24 && i >= 0; steps++) {
    if (i === verb) return false
    if (i === head) return true
    i = r.head(i)
  }
  return true
}

/** Where content that begins after the cue ends: the clause's own end, cut where the cue's clause goes on. */
export function rightLimit(r: Reading, verb: number, frame: Frame): number {
  const bounds = r.sentence(r.sentenceOf(verb))
  let end = bounds.end
  const own = r.quoteOf(verb)
  if (own >= 0) end = Math.min(end, r.quote(own).end - 1)
  const nominal = frame.kind === 'obj' || frame.kind === 'as' || frame.kind === 'prep'
  const up = r.head(verb)
  if (up >= 0) {
    const last = r.tree.lastOf(verb) + 1
    if (last > frame.head) end = Math.min(end, last)
  }
  end = Math.min(end, nextReport(r, verb, frame.at, end))
  if (nominal) end = Math.min(end, nominalEnd(r, verb, frame))
  for (const c of r.tree.childrenOf(verb)) {
    if (c <= frame.head || c < frame.at) continue
    const left = r.tree.firstOf(c)
    if (left <= frame.head || left <= frame.at) continue
    const d = r.deprel(c)
    const comma = r.key(left - 1) === ',' || r.key(left) === ',' || isDash(r.key(left - 1))
    if ((closing.has(d) && (comma || d === 'conj')) || ((d === 'obl' || d === 'advmod') && comma)) {
      end = Math.min(end, left)
      break
    }
  }
  // `called the report about soldiers "fake news"`: quoted words that close the phrase belong to it.
  const q = nominal && end > frame.at ? r.quoteOf(end) : -1
  if (q >= 0 && q !== own && r.quote(q).first === end) end = r.quote(q).end
  else if (frame.kind === 'obj' && calling.has(r.lemma(verb))) end = calledEnd(r, end, bounds.end)
  return trimEnd(r, frame.at, end)
}

const calling = new Set(['call', 'label', 'brand', 'dub', 'deem'])
const opensCalled = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADV'])

/** "called climate change | a hoax": what something is called belongs to the content. */
function calledEnd(r: Reading, end: number, limit: number): number {
  if (end >= limit || !opensCalled.has(r.upos(end))) return end
  let i = end
  while (i < limit && !r.isPunct(i) && r.upos(i) !== 'CCONJ' && r.upos(i) !== 'SCONJ') i++
  return i
}

const furtherCues = new Set([
  'add',
  'say',
  'note',
  'cite',
  'warn',
  'quote',
  'explain',
  'stress',
  'insist',
])

/** Where ", adding ..." or "and added ..." takes up the report again, whatever the tree says. */
function nextReport(r: Reading, verb: number, at: number, end: number): number {
  if (r.xpos(verb) === 'VBG') return end
  const q = r.quoteOf(verb)
  for (let i = at + 2; i < end - 1; i++) {
    if (r.quoteOf(i) !== q || !furtherCues.has(r.lemma(i))) continue
    if (r.xpos(i) === 'VBG' && r.key(i - 1) === ',') return i - 1
    if (r.lemma(i) === 'add' && r.xpos(i) === 'VBD' && r.upos(i - 1) === 'CCONJ') return i - 1
  }
  return end
}

function nominalEnd(r: Reading, verb: number, frame: Frame): number {
  let last = r.tree.lastOf(frame.head)
  for (const c of r.tree.childrenOf(verb)) {
    if (c <= frame.head) continue
    const d = r.deprel(c)
    const left = r.tree.firstOf(c)
    if (r.isPunct(left) && left === c) continue
    if (left > last + 1) break
    if (
      d === 'obl' ||
      d === 'xcomp' ||
      d === 'advmod' ||
      d === 'obl:tmod' ||
      d === 'ccomp' ||
      d === 'advcl' ||
      d === 'nmod'
    )
      last = Math.max(last, r.tree.lastOf(c))
    else break
  }
  return last + 1
}

function isDash(key: string): boolean {
  return key === '-' || key === '–' || key === '—' || key === '--'
}

const stops = new Set(['.', '!', '?', ',', ';', ':', '...', '…', '-', '–', '—', '--'])

/** Drops closing punctuation; a stop inside a quotation that closes with it stays. */
export function trimEnd(r: Reading, first: number, end: number): number {
  let i = end
  if (i - first > 2 && r.key(i - 1) === 'however' && r.key(i - 2) === ',') i -= 2
  while (i > first && stops.has(r.key(i - 1))) {
    const q = r.quoteOf(i - 1)
    if (q >= 0 && r.quote(q).first >= first) break
    i--
  }
  return i
}
