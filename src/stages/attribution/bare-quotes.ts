/** Bare quotations: speech with no cue of its own goes to who spoke right before it. */
import { trimEnd } from './content-span.ts'
import type { Draft } from './draft.ts'
import { isSpeech } from './frame.ts'
import type { Range, Reading } from './reading.ts'

const speaking = new Set([
  'say',
  'write',
  'voice',
  'ask',
  'criticise',
  'praise',
  'agree',
  'deny',
  'doubt',
  'think',
  'expect',
])
/** A bare quotation is speech only from this many words on. */
const fewestWords = 5

/** The drafts with bare quotations added: as further content of the last speaker, or as drafts of their own. */
export function withBareQuotes(r: Reading, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  const claimed = new Uint8Array(r.quotations.length)
  for (const d of out)
    for (const c of [...d.content, ...d.cue])
      for (let i = c.first; i < c.end; ) {
        const q = r.quoteOf(i)
        if (q < 0) i++
        else {
          claimed[q] = 1
          i = Math.max(i + 1, r.quote(q).end)
        }
      }
  const lastIn = lastSpeakers(r, out)
  const say = (draft: Draft, at: Range): void => {
    out.push(draft)
    lastIn.set(r.sentenceOf(at.end - 1), out.length - 1)
  }
  for (let q = 0; q < r.quotations.length; q++) {
    const at = r.quote(q)
    if (claimed[q] === 1 || !isSpeech(r, q, false)) continue
    const s = r.sentenceOf(at.first)
    if (r.sentence(s).first !== at.first) continue
    const alone = isParagraph(r, at)
    if (at.end - at.first < fewestWords + 2 && !alone) continue
    const before = s - 1
    const d = lastIn.get(before)
    const draft = d === undefined ? undefined : out[d]
    const near = paragraphOf(r, s) - paragraphOf(r, before) <= 1
    const other = draft && near && alone ? partnerOf(r, draft, out, lastIn) : null
    if (
      draft &&
      other &&
      asks(r, draft) !== asks(r, other) &&
      endsAsking(r, at) === asks(r, other)
    ) {
      say(spoken(other.source, other.sourceHead, at, endsAsking(r, at)), at)
      continue
    }
    // Who was asked answers; who asked does not go on.
    if (d !== undefined && draft && near && draft.stance !== 'asks') {
      out[d] = { ...draft, content: [...draft.content, at] }
      lastIn.set(r.sentenceOf(at.end - 1), d)
      continue
    }
    const beside = paragraphOf(r, s) === paragraphOf(r, before) || draft?.stance === 'asks'
    const subject = near && beside ? subjectOfSentence(r, before) : null
    if (subject) say(spoken([subject.range], subject.head, at, false), at)
  }
  return out.sort((a, b) => a.anchor - b.anchor)
}

function spoken(source: readonly Range[], head: number, at: Range, asked: boolean): Draft {
  return {
    cue: [],
    source,
    sourceHead: head,
    content: [at],
    anchor: at.first,
    stance: asked ? 'asks' : 'asserts',
    class: 'say',
    rule: 'AT10',
  }
}

/** True where the quotation is all that stands in its paragraph. */
function isParagraph(r: Reading, at: Range): boolean {
  const own = paragraphOf(r, r.sentenceOf(at.first))
  return (
    paragraphOf(r, r.sentenceOf(at.end)) !== own &&
    paragraphOf(r, r.sentenceOf(at.first) - 1) !== own
  )
}

/** Whoever spoke right before this one in another voice: the other of two who ask and answer. */
function partnerOf(
  r: Reading,
  draft: Draft,
  drafts: readonly Draft[],
  lastIn: ReadonlyMap<number, number>,
): Draft | null {
  let first = draft.content[0]?.first ?? draft.anchor
  for (const x of draft.cue) first = Math.min(first, x.first)
  const s = r.sentenceOf(first)
  const other = drafts[lastIn.get(s - 1) ?? -1]
  if (!other || paragraphOf(r, s) - paragraphOf(r, s - 1) > 1) return null
  const [a, b] = [draft.source[0], other.source[0]]
  if (!a || !b) return null
  return wordsOf(r, a) === wordsOf(r, b) ? null : other
}

function wordsOf(r: Reading, at: Range): string {
  return r.text.slice(r.from(at.first), r.to(at.end - 1))
}

function asks(r: Reading, draft: Draft): boolean {
  const last = draft.content.at(-1)
  return draft.stance === 'asks' || (last !== undefined && endsAsking(r, last))
}

function endsAsking(r: Reading, at: Range): boolean {
  for (let i = at.end - 1; i >= at.first && i >= at.end - 3; i--) if (r.key(i) === '?') return true
  return false
}

function paragraphOf(r: Reading, sentence: number): number {
  return r.sentences[sentence]?.paragraph ?? -2
}

/** For every sentence the draft that speaks last in it, where what it reports reaches the sentence's end. */
function lastSpeakers(r: Reading, drafts: readonly Draft[]): Map<number, number> {
  const out = new Map<number, number>()
  for (const [d, draft] of drafts.entries()) {
    if (draft.source.length === 0 || !speaking.has(draft.class)) continue
    if (draft.rule === 'AT24') continue
    let end = draft.anchor + 1
    for (const x of [...draft.content, ...draft.cue, ...draft.source]) end = Math.max(end, x.end)
    const s = r.sentenceOf(end - 1)
    // Not inside another's content: the outermost speaker has the word.
    const held = out.get(s)
    if (held !== undefined && covers(drafts[held], draft.anchor)) continue
    if (r.quoteOf(draft.anchor) >= 0) continue
    out.set(s, d)
  }
  return out
}

function covers(draft: Draft | undefined, token: number): boolean {
  return draft?.content.some((c) => c.first <= token && token < c.end) ?? false
}

/** The person that a sentence is about: its main verb's subject, a name or a personal pronoun. */
function subjectOfSentence(r: Reading, s: number): { range: Range; head: number } | null {
  const bounds = r.sentence(s)
  for (let i = bounds.first; i < bounds.end; i++) {
    if (r.head(i) >= 0) continue
    const subject = r.child(i, 'nsubj', 'nsubj:pass')
    if (subject < 0) return null
    const key = r.key(subject)
    if (r.upos(subject) !== 'PROPN' && key !== 'he' && key !== 'she' && key !== 'they') return null
    const first = r.tree.firstOf(subject)
    const end = Math.min(r.tree.lastOf(subject) + 1, bounds.end)
    return { range: { first, end: trimEnd(r, first, end) }, head: subject }
  }
  return null
}
