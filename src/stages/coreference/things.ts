/** Things: which body, state or document "it" and "its" mean, and where "it" means nothing (CO7, CO32). */
import type { Draft } from './entity-draft.ts'
import type { Form } from './forms.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import type { Memory, Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import { speaks, speaksOnPaper } from './speaking.ts'

/** What speaks for a body or state as the one meant. */
const weights = { subject: 2, same: 0.5, pronoun: 0.5, ownSame: 0.7, least: 1 }

/** CO7: "it" and "its" are the body or state that is the subject before it. */
export function thingOf(r: Reading, i: number, form: Form, memory: Memory): Draft | null {
  const sentence = r.sentence(i)
  let best: Mention | null = null
  let top = 0
  for (const m of memory.latest(sentence, 1)) {
    const { draft } = m
    if (draft.plural || draft.type === 'PERSON' || draft.type === 'NORP') continue
    const acts = draft.type === 'ORG' || (draft.type === 'LOC' && draft.country !== null)
    if (!acts) continue
    const same = m.sentence === sentence
    const score =
      (m.subject ? weights.subject : 0) +
      (same ? weights.same : 0) +
      (m.kind === 'pronoun' ? weights.pronoun : 0) +
      (form.case === 'owner' && same ? weights.ownSame : 0)
    if (score > top) {
      top = score
      best = m
    }
  }
  return best && top >= weights.least ? best.draft : null
}

/** "It is", "it was", "it seems", "it remains", and "it" that is no subject at all: nothing is meant. */
export function isExpletive(lexicon: ReferenceLexicon, r: Reading, i: number): boolean {
  if (r.deprel(i) === 'expl') return true
  const head = r.head(i)
  if (r.deprel(i) !== 'nsubj' || head < i) return true
  return r.upos(head) !== 'VERB' || lexicon.verbs.get(r.lemma(head))?.has('means nothing') === true
}

/**
 * CO32: in "the firm said it was confident" and "the union said they would strike", "it" and "they" are the body or group
 * that says so; "it recommends" after a document spoke is the document.
 */
export function speakerMeant(
  lexicon: ReferenceLexicon,
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
): Draft | null {
  const clause = r.head(i)
  if (clause < i || !r.deprel(i).startsWith('nsubj') || isImpersonal(lexicon, r, clause))
    return null
  const verb = r.deprel(clause) === 'ccomp' ? r.head(clause) : -1
  for (const m of memory.latest(r.sentence(i), 1)) {
    const { draft } = m
    if (!m.subject || m.quote !== r.quote(i)) continue
    if ((draft.type === 'PERSON') !== (form.kind === 'many')) continue
    if (form.kind === 'many' ? !draft.plural : draft.plural || draft.type === 'NORP') continue
    if (r.together(i, m.first)) {
      if (verb >= 0 && verb < i && speaks(r, verb) && r.head(m.head) === verb) return draft
    } else if (draft.type === 'WORK' && draft.nameless && speaksOnPaper(r, clause)) return draft
  }
  return null
}

/** "It was clear that", "it is possible to": nobody is so. */
function isImpersonal(lexicon: ReferenceLexicon, r: Reading, clause: number): boolean {
  for (let k = clause + 1; k < clause + 12 && r.together(k, clause); k++)
    if (r.head(k) === clause && (r.deprel(k) === 'csubj' || r.deprel(k) === 'ccomp'))
      return r.upos(clause) !== 'VERB'
  const told = lexicon.verbs
  return (
    told.get(r.key(clause))?.has('is so') === true ||
    told.get(r.lemma(clause))?.has('means nothing') === true
  )
}
