/** Grades clauses against an annotated document: exact spans, and heads with their kinds. */
import type { Document } from '../../document/document.ts'
import { clauses } from '../../layers/clauses.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'

/** Compares clauses of the same text. */
export function scoreClauses(made: Document, gold: Document): Score {
  const spans = (doc: Document): string[] => doc.layer(clauses).map((c) => `${c.from} ${c.to}`)
  const kinds = (doc: Document): string[] => doc.layer(clauses).map((c) => `${c.token} ${c.kind}`)
  return {
    clauses: countKeys(spans(made), spans(gold)),
    'clause kinds': countKeys(kinds(made), kinds(gold)),
  }
}
