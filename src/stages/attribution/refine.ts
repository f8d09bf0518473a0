/** Refine: spans of the drafts, weighed anew by what rules, the trained reader, the tree and the marks say together (AT35). */
import type { Draft } from './draft.ts'
import type { Evidence } from './evidence.ts'
import type { Reading } from './reading.ts'
import { choose, questionOf, type SpanWeights } from './span-choice.ts'

/** The drafts with the likeliest spans for cue, source and content. */
export function refine(
  r: Reading,
  drafts: readonly Draft[],
  evidence: Evidence,
  weights: SpanWeights,
): Draft[] {
  return drafts.map((d) => {
    const spans = { cue: d.cue, source: d.source, content: d.content }
    for (const role of ['cue', 'source', 'content'] as const) {
      const question = questionOf(r, { ...d, ...spans }, role, evidence)
      if (question) spans[role] = choose(question, weights)
    }
    return { ...d, ...spans }
  })
}
