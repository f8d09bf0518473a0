/** Grades sentences against annotated documents: a sentence is right when both its ends are. */
import type { Document } from '../../document/document.ts'
import { sentences } from '../../layers/sentences.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'
import type { Span } from '../../text/span.ts'

/** Sentence spans of `made` that stand in `gold`, over the same text. */
export function scoreSegment(made: Document, gold: Document): Score {
  return { sentences: countKeys(keys(made.layer(sentences)), keys(gold.layer(sentences))) }
}

function keys(items: Iterable<Span>): string[] {
  return Array.from(items, (s) => `${s.from}-${s.to}`)
}
