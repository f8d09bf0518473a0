/** Chains of the public analysis: from attribution indices to hops with source, cue words, stance and certainty. */
import type { Document } from '../document/document.ts'
import { type Attribution, attributions } from '../layers/attributions.ts'
import { hedges } from '../layers/hedges.ts'
import type { Certainty } from '../model/certainty.ts'
import type { Hop, SourceHop } from '../model/claim.ts'
import { cover } from '../text/span.ts'

interface Ids {
  readonly entityId: (index: number) => string
  readonly attributionId: (index: number) => string
}

/** A function from a claim's attribution indices to its hops, the report's own voice first; each hop is built once. */
export function chainsOf(doc: Document, ids: Ids): (chain: readonly number[]) => readonly Hop[] {
  const made = new Map<number, SourceHop>()
  const hop = (index: number): SourceHop => {
    const known = made.get(index)
    if (known) return known
    const a = doc.layer(attributions).at(index)
    const fresh: SourceHop = {
      source: a.sourceName,
      entity: a.speaker === null ? null : ids.entityId(a.speaker),
      attribution: ids.attributionId(index),
      cue: cueWords(doc.text, a),
      stance: a.stance,
      certainty: certaintyOfCue(doc, a),
    }
    made.set(index, fresh)
    return fresh
  }
  return (chain) => [{ voice: 'report' }, ...chain.map(hop)]
}

/** The cue as written; the parts of a split cue joined by an ellipsis. */
function cueWords(text: string, a: Attribution): string {
  return a.cue.map((c) => text.slice(c.from, c.to)).join(' … ')
}

/** Hedge words that stand in the cue itself ("is believed", "suspects"); null when there are none. */
function certaintyOfCue(doc: Document, a: Attribution): Certainty | null {
  const at = cover(a.cue)
  if (!at || !doc.has(hedges)) return null
  const found = doc
    .layer(hedges)
    .between(at)
    .filter((h) => a.cue.some((c) => h.from < c.to && c.from < h.to))
  const first = found[0]
  if (!first) return null
  return {
    words: found.map((h) => doc.text.slice(h.from, h.to)),
    class: first.class,
    low: first.low,
    high: first.high,
    scheme: first.scheme,
  }
}
