/** Grades tokens against annotated documents: a token is right when both its ends are. */
import type { Document } from '../../document/document.ts'
import { tokens } from '../../layers/tokens.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'
import type { Span } from '../../text/span.ts'

/** Token spans of `made` that stand in `gold`, over the same text. */
export function scoreTokenize(made: Document, gold: Document): Score {
  return { tokens: countKeys(keys(made.layer(tokens)), keys(gold.layer(tokens))) }
}

function keys(items: Iterable<Span>): string[] {
  return Array.from(items, (s) => `${s.from}-${s.to}`)
}
