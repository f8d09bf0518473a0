/** Entity drafts: entities while they are being gathered, before they get their places in the layer. */
import type { EntityType } from '../../model/entity.ts'
import type { Span } from '../../text/span.ts'
import type { Gender } from './lexicons.ts'

export interface Draft {
  readonly id: number
  type: EntityType
  name: string
  country: string | null
  readonly roles: string[]
  /** Indices into `names`. */
  readonly mentions: number[]
  readonly nameless: boolean
  gender: Gender | null
  /** The gender of the first pronoun that was found to mean the person. */
  seen: Gender | null
  plural: boolean
  /** Where it is first spoken of. */
  at: Span
  /** How often it was spoken of so far, pronouns included. */
  weight: number
  /** What kinds of body the words beside its names tell. */
  readonly kinds: Set<string>
  /** The head noun of a nameless one. */
  readonly noun: string | null
}

/** Keeps the drafts; ids are their order of making. */
export class Drafts {
  readonly all: Draft[] = []

  make(
    type: EntityType,
    name: string,
    at: Span,
    more: Partial<Pick<Draft, 'country' | 'nameless' | 'gender' | 'plural' | 'noun'>> = {},
  ): Draft {
    const draft: Draft = {
      id: this.all.length,
      type,
      name,
      country: more.country ?? null,
      roles: [],
      mentions: [],
      nameless: more.nameless ?? false,
      gender: more.gender ?? null,
      seen: null,
      plural: more.plural ?? false,
      at: { from: at.from, to: at.to },
      weight: 0,
      kinds: new Set(),
      noun: more.noun ?? null,
    }
    this.all.push(draft)
    return draft
  }
}
