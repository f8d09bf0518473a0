/** Forms: which words are pronouns of the third person, and what their form tells of whom they mean. */
import type { Gender } from './lexicons.ts'
import type { Reading } from './reading.ts'

export type Case = 'subject' | 'object' | 'owner' | 'self'

export interface Form {
  readonly kind: 'person' | 'many' | 'thing'
  readonly gender: Gender | null
  readonly case: Case
}

const form = (kind: Form['kind'], gender: Gender | null, as: Case): Form => ({
  kind,
  gender,
  case: as,
})

/** The closed class of the third person. */
const forms: ReadonlyMap<string, Form> = new Map([
  ['he', form('person', 'm', 'subject')],
  ['him', form('person', 'm', 'object')],
  ['his', form('person', 'm', 'owner')],
  ['himself', form('person', 'm', 'self')],
  ['she', form('person', 'f', 'subject')],
  ['her', form('person', 'f', 'owner')],
  ['hers', form('person', 'f', 'owner')],
  ['herself', form('person', 'f', 'self')],
  ['they', form('many', null, 'subject')],
  ['them', form('many', null, 'object')],
  ['their', form('many', null, 'owner')],
  ['theirs', form('many', null, 'owner')],
  ['themselves', form('many', null, 'self')],
  ['it', form('thing', null, 'subject')],
  ['its', form('thing', null, 'owner')],
  ['itself', form('thing', null, 'self')],
])

/** The form of the pronoun at a token, or null; "her" is an owner or an object, as the tree and the tag say. */
export function formAt(r: Reading, i: number): Form | null {
  const found = forms.get(r.key(i)) ?? null
  if (found && r.key(i) === 'her' && !(r.deprel(i).includes('poss') || r.xpos(i) === 'PRP$'))
    return { ...found, case: 'object' }
  return found
}
