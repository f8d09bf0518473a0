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
  for (let q = 0; q < r.quotations.length; q++) {
    const at = r.quote(q)
    if (claimed[q] === 1 || at.end - at.first < fewestWords + 2 || !isSpeech(r, q, false)) continue
    const s = r.sentenceOf(at.first)
    if (r.sentence(s).first !== at.first) continue
    const before = s - 1
    const d = lastIn.get(before)
    const draft = d === undefined ? undefined : out[d]
    const near = paragraphOf(r, s) - paragraphOf(r, before) <= 1
    // Who was asked answers; who asked does not go on.
    if (d !== undefined && draft && near && draft.stance !== 'asks') {
      out[d] = { ...draft, content: [...draft.content, at] }
      lastIn.set(r.sentenceOf(at.end - 1), d)
      continue
    }
    const beside = paragraphOf(r, s) === paragraphOf(r, before) || draft?.stance === 'asks'
    const subject = near && beside ? subjectOfSentence(r, before) : null
    if (!subject) continue
    out.push({
      cue: [],
      source: [subject.range],
      sourceHead: subject.head,
      content: [at],
      anchor: at.first,
      stance: 'asserts',
      class: 'say',
      rule: 'AT10',
    })
    lastIn.set(r.sentenceOf(at.end - 1), out.length - 1)
  }
  return out.sort((a, b) => a.anchor - b.anchor)
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
