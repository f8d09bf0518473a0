/** Rests: the words of the report that each field of one claim rests on. */
import type { Document } from '../document/document.ts'
import { claims } from '../layers/claims.ts'
import type { Span } from '../text/span.ts'
import { type AnalysisOptions, analysisOf } from './analysis-of.ts'

/** Words by field of the claim with the given id and mode, or null where the document has no such claim. */
export function restsOf(
  doc: Document,
  options: AnalysisOptions,
  claim: { readonly id: string; readonly mode: string },
): Readonly<Record<string, readonly Span[]>> | null {
  if (!doc.has(claims)) return null
  const made = analysisOf(doc, options).claims
  const index = made.findIndex((c) => c.id === claim.id && c.mode === claim.mode)
  return index < 0 ? null : (doc.layer(claims).at(index).rests ?? {})
}
