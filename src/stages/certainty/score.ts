/** Grades hedges and modalities against an annotated document: words with class, words with mode, scopes. */
import type { Document } from '../../document/document.ts'
import { hedges } from '../../layers/hedges.ts'
import { modalities } from '../../layers/modalities.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'

/** Compares certainty cues of the same text. */
export function scoreCertainty(made: Document, gold: Document): Score {
  const hedged = (doc: Document): string[] =>
    doc.layer(hedges).map((h) => `${h.from} ${h.to} ${h.class}`)
  const scopes = (doc: Document): string[] =>
    doc.layer(hedges).map((h) => `${h.from} ${h.scope.from} ${h.scope.to}`)
  const moded = (doc: Document, negated: boolean): string[] =>
    doc
      .layer(modalities)
      .filter((m) => (m.sets === 'negated') === negated)
      .map((m) => `${m.from} ${m.to} ${m.sets}`)
  return {
    hedges: countKeys(hedged(made), hedged(gold)),
    'hedge scopes': countKeys(scopes(made), scopes(gold)),
    modes: countKeys(moded(made, false), moded(gold, false)),
    negations: countKeys(moded(made, true), moded(gold, true)),
  }
}
