/** Reads a predicate as users of the format do: by the smallest claim over it. */
import type { Document } from '../../src/document/document.ts'
import { type Claim, claims } from '../../src/layers/claims.ts'
import { contains, type Span } from '../../src/text/span.ts'

/** How a predicate is meant; null where no claim holds it. */
export interface Reading {
  readonly uncertain: boolean
  readonly negated: boolean
  readonly future: boolean
}

const unsure = ['probability', 'possibility', 'inference', 'doubt']

/** The reading of the words at a place. */
export function readingAt(doc: Document, at: Span): Reading | null {
  let best: Claim | null = null
  for (const c of doc.layer(claims).between(at))
    if (contains(c, at) && (!best || c.to - c.from < best.to - best.from)) best = c
  if (!best) return null
  return {
    uncertain:
      unsure.includes(best.certainty.class ?? '') ||
      best.mode === 'conditional' ||
      best.mode === 'question',
    negated: best.polarity === 'negated',
    future: best.mode === 'forecast' || best.mode === 'intention',
  }
}
