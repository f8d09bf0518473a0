/** Groups: whom "they" and "them" mean (CO6, CO22). */
import type { Draft } from './entity-draft.ts'
import type { Form } from './forms.ts'
import type { Hints } from './hints.ts'
import type { Memory, Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import { speaksNext } from './speaking.ts'

/** What the reader's hints need and count for "they" and "it". */
const hinting = {
  least: 0.35,
  /** A group that "they" may mean is at least so likely. */
  group: 0.1,
  /** What a hint counts where the pronoun speaks and whom it would mean was no subject. */
  silent: 0.5,
}

/** CO22: "they", "it" and "its" are whom or what the reader finds likely enough, of the right kind. */
export function hintedOf(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  hints: Hints,
): Draft | null {
  const sums = new Map<Draft, number>()
  const saying = form.case === 'subject' && speaksNext(r, i + 1)
  for (const m of memory.latest(r.sentence(i), reach)) {
    if (form.kind === 'thing' && (m.draft.plural || m.draft.type === 'PERSON')) continue
    let p = hints.weightOf(i, m)
    // Who says something is who was the subject before, more than who was only mentioned.
    if (saying && !m.subject) p *= hinting.silent
    if (p > 0) sums.set(m.draft, (sums.get(m.draft) ?? 0) + p)
  }
  // Singular "they" is rarely someone who is "he" or "she" elsewhere, where a group may be meant.
  const group = [...sums].some(([draft, p]) => draft.plural && p >= hinting.group)
  let best: Draft | null = null
  for (const [draft, p] of sums) {
    if (form.kind === 'many' && group && draft.type === 'PERSON' && !draft.plural && isOne(draft))
      continue
    if (p > (best ? (sums.get(best) ?? 0) : hinting.least)) best = draft
  }
  return best
}

/** Sentences back that "they" and "it" look for a hint. */
const reach = 5

const isOne = (draft: Draft): boolean => draft.gender !== null || draft.seen !== null

/** CO6: "they" is the latest group of people that is a subject or was spoken of in this or the last sentence. */
export function groupOf(r: Reading, i: number, memory: Memory): Draft | null {
  const sentence = r.sentence(i)
  let best: Mention | null = null
  let top = 0
  for (const m of memory.latest(sentence, 1)) {
    if (!m.draft.plural) continue
    const score =
      (m.subject ? 2 : 1) + (m.sentence === sentence ? 0.5 : 0) + (m.kind === 'pronoun' ? 0.6 : 0)
    if (score > top) {
      top = score
      best = m
    }
  }
  return best?.draft ?? null
}
