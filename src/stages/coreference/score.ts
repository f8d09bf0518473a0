/** Grades the stage `coreference`: pronouns and the names that they do or do not refer to. */
import type { Document } from '../../document/document.ts'
import { entities } from '../../layers/entities.ts'
import { names } from '../../layers/names.ts'
import { references } from '../../layers/references.ts'
import type { Score } from '../../pipeline/score.ts'
import type { Span } from '../../text/span.ts'

/** A pronoun with names that it may refer to. */
export interface GoldPronoun {
  readonly pronoun: Span
  readonly feminine: boolean
  readonly names: readonly (Span & { readonly coreferent: boolean })[]
}

/** As GAP counts: a name is right when it is said to be, and is, the one the pronoun refers to. */
export function scorePronouns(doc: Document, gold: readonly GoldPronoun[]): Score {
  const count = { made: 0, gold: 0, right: 0 }
  const women = { ...count }
  const men = { ...count }
  for (const g of gold) {
    const entity = entityOfPronoun(doc, g.pronoun)
    for (const name of g.names) {
      const said = entity >= 0 && isMention(doc, entity, name)
      for (const c of [count, g.feminine ? women : men]) {
        if (said) c.made++
        if (name.coreferent) c.gold++
        if (said && name.coreferent) c.right++
      }
    }
  }
  return { pronoun: count, 'pronoun, women': women, 'pronoun, men': men }
}

function entityOfPronoun(doc: Document, at: Span): number {
  return doc.layer(references).items.find((r) => r.from === at.from && r.to === at.to)?.entity ?? -1
}

function isMention(doc: Document, entity: number, at: Span): boolean {
  const list = doc.layer(names)
  return doc
    .layer(entities)
    .at(entity)
    .mentions.some((m) => list.at(m).from < at.to && at.from < list.at(m).to)
}
