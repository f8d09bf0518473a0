/** Pronouns: who "he", "she", "they" and "it" are, or nobody when nothing speaks clearly for one. */
import type { Draft } from './entity-draft.ts'
import type { Form } from './forms.ts'
import { groupOf, hintedOf } from './groups.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import type { Memory, Mention } from './mention.ts'
import { type PersonKnowledge, resolvePerson } from './persons.ts'
import type { Reading } from './reading.ts'
import { isExpletive, speakerMeant, thingOf } from './things.ts'

export interface Resolved {
  readonly draft: Draft
  readonly rule: string
}

/** What the stage knows besides the report. */
export interface Knowledge extends PersonKnowledge {
  readonly lexicon: ReferenceLexicon
}

/** CO5, CO6, CO7: the entity of the pronoun at `i`, or null; `ahead` are the persons named after it in the sentence. */
export function resolvePronoun(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  ahead: readonly Mention[],
  knowledge: Knowledge,
): Resolved | null {
  const { lexicon, hints } = knowledge
  const by = (draft: Draft | null, rule: string): Resolved | null => draft && { draft, rule }
  if (form.kind === 'person') return by(resolvePerson(r, i, form, memory, ahead, knowledge), 'CO5')
  const speaker = form.case === 'subject' ? speakerMeant(lexicon, r, i, form, memory) : null
  if (speaker) return by(speaker, 'CO32')
  const hinted = hints ? hintedOf(r, i, form, memory, hints) : null
  if (hinted) return by(hinted, 'CO22')
  if (form.kind === 'many') return by(groupOf(r, i, memory), 'CO6')
  if (form.case === 'subject' && isExpletive(lexicon, r, i)) return null
  return by(thingOf(r, i, form, memory), 'CO7')
}
