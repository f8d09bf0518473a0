/** Grades the stage `entities`: exact span and type of persons, organisations and places. */
import type { Document } from '../../document/document.ts'
import { names } from '../../layers/names.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'

/** A gold name: where it stands and what it is. */
export interface GoldNameAt {
  readonly from: number
  readonly to: number
  readonly type: string
}

const compared = ['PERSON', 'ORG', 'LOC']

/** One document's counts: all three types together, each alone, and spans whatever their type. */
export function scoreNames(doc: Document, gold: readonly GoldNameAt[]): Score {
  const made = doc.layer(names).items.filter((n) => compared.includes(n.type))
  const key = (n: GoldNameAt): string => `${n.from}-${n.to}-${n.type}`
  const score: Record<string, Score[string]> = {
    'name exact': countKeys(made.map(key), gold.map(key)),
    'span exact': countKeys(
      made.map((n) => `${n.from}-${n.to}`),
      gold.map((n) => `${n.from}-${n.to}`),
    ),
  }
  for (const type of compared) {
    const of = (list: readonly GoldNameAt[]): string[] =>
      list.filter((n) => n.type === type).map(key)
    score[type] = countKeys(of(made), of(gold))
  }
  return score
}
