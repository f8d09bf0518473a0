/** Carry-over: sentences after the cue's own that go on reporting, and where the report speaks again. */
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'

const additive = new Set([
  'also',
  'too',
  'further',
  'furthermore',
  'additionally',
  'moreover',
  'likewise',
  'besides',
])
const turning = new Set([
  'but',
  'however',
  'meanwhile',
  'still',
  'yet',
  'nevertheless',
  'separately',
  'elsewhere',
  'earlier',
])
const personal = new Set([
  'he',
  'she',
  'it',
  'they',
  'this',
  'these',
  'those',
  'such',
  'both',
  'his',
  'her',
  'their',
  'its',
])
const carrying = new Set(['say', 'write', 'show', 'learn', 'hearsay', 'expect', 'voice'])
const maxCarried = 6

/** For every draft (sorted by anchor) the sentences that it carries. */
export function carriesOf(
  r: Reading,
  drafts: readonly Draft[],
  parents: readonly number[],
): number[][] {
  const out: number[][] = drafts.map(() => [])
  const covered = new Set<number>()
  const lastIn = new Map<number, number>()
  for (const [d, draft] of drafts.entries()) {
    for (const c of draft.content)
      for (let s = r.sentenceOf(c.first); s <= r.sentenceOf(c.end - 1); s++) covered.add(s)
    covered.add(r.sentenceOf(draft.anchor))
    if ((parents[d] ?? -1) < 0 && reachesEnd(r, draft)) lastIn.set(endSentence(r, draft), d)
  }
  for (const [s, d] of lastIn) {
    const draft = drafts[d]
    if (
      !draft ||
      !carrying.has(draft.class) ||
      draft.stance === 'asks' ||
      draft.stance === 'declines'
    )
      continue
    const paragraph = r.sentences[s]?.paragraph ?? -1
    for (
      let next = s + 1;
      next < r.sentences.length && (out[d]?.length ?? 0) < maxCarried;
      next++
    ) {
      if (covered.has(next)) break
      if (r.sentences[next]?.paragraph !== paragraph || !goesOn(r, next)) break
      out[d]?.push(next)
    }
  }
  return out
}

function endSentence(r: Reading, draft: Draft): number {
  let last = r.sentenceOf(draft.anchor)
  for (const c of draft.content) last = Math.max(last, r.sentenceOf(c.end - 1))
  return last
}

/** True when nothing but punctuation, source and cue stands after the content in its last sentence. */
function reachesEnd(r: Reading, draft: Draft): boolean {
  const s = endSentence(r, draft)
  let end = draft.anchor + 1
  for (const x of [...draft.content, ...draft.cue, ...draft.source]) end = Math.max(end, x.end)
  const bounds = r.sentence(s)
  for (let i = end; i < bounds.end && i < end + 4; i++) if (!r.isPunct(i)) return false
  return bounds.end - end < 4
}

/** "They have also dispatched ...": an additive word, or a backshifted tense, under a subject that looks back. */
function goesOn(r: Reading, s: number): boolean {
  const { first, end } = r.sentence(s)
  let back = false
  let adds = false
  for (let i = first; i < end && i < first + 14; i++) {
    const k = r.key(i)
    if (i === first && turning.has(k)) return false
    if (i === first && personal.has(k)) back = true
    if (additive.has(k) || (i === first && k === 'in' && r.key(i + 1) === 'addition')) adds = true
  }
  return adds && (back || additive.has(r.key(first)))
}
