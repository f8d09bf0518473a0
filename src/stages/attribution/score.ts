/** Grades attributions against annotated ones: exact spans, and whole relations by overlap and exactly. */
import type { Attribution } from '../../layers/attributions.ts'
import { type Counts, countKeys, type Score } from '../../pipeline/score.ts'
import { overlaps, type Span } from '../../text/span.ts'

/**
 * Only attributions without a parent are compared: the corpora mark no nesting. Spans count once however many relations
 * share them, each range for itself. A relation agrees by overlap when source (or its absence), cue and content all
 * overlap, one to one; exactly when all three are the same.
 */
export function scoreAttributions(
  made: readonly Attribution[],
  gold: readonly Attribution[],
): Score {
  const top = made.filter((a) => a.parent === null)
  return {
    'source exact': spansOf(top, gold, (a) => a.source),
    'cue exact': spansOf(top, gold, (a) => a.cue),
    'content exact': spansOf(top, gold, (a) => a.content),
    'relation overlap': relations(top, gold),
    'relation exact': countKeys(top.map(keyOfRelation), gold.map(keyOfRelation)),
  }
}

function spansOf(
  made: readonly Attribution[],
  gold: readonly Attribution[],
  of: (a: Attribution) => readonly Span[],
): Counts {
  const keys = (list: readonly Attribution[]): string[] =>
    list.flatMap((a) => of(a).map((s) => `${s.from}-${s.to}`))
  return countKeys(keys(made), keys(gold))
}

function keyOfRelation(a: Attribution): string {
  return [a.source, a.cue, a.content]
    .map((list) => list.map((s) => `${s.from}-${s.to}`).join(';'))
    .join('|')
}

function relations(made: readonly Attribution[], gold: readonly Attribution[]): Counts {
  return { made: made.length, gold: gold.length, right: agreeing(made, gold).size }
}

/** One attribution with what was said of it and what is true. */
export interface Judged {
  readonly probability: number
  readonly right: boolean
}

/** How sure the reading was of each attribution without a parent, and whether it agrees by overlap with an annotated one. */
export function judgedAttributions(
  made: readonly Attribution[],
  gold: readonly Attribution[],
): Judged[] {
  const top = made.filter((a) => a.parent === null)
  const right = agreeing(top, gold)
  return top.flatMap((a) =>
    a.probability === undefined ? [] : [{ probability: a.probability, right: right.has(a) }],
  )
}

/** The attributions that agree with an annotated one by overlap, one to one. */
function agreeing(made: readonly Attribution[], gold: readonly Attribution[]): Set<Attribution> {
  const used = new Set<Attribution>()
  const out = new Set<Attribution>()
  let start = 0
  const sorted = [...gold].sort((a, b) => (a.cue[0]?.from ?? 0) - (b.cue[0]?.from ?? 0))
  for (const m of [...made].sort((a, b) => (a.cue[0]?.from ?? 0) - (b.cue[0]?.from ?? 0))) {
    const from = m.cue[0]?.from ?? 0
    while (start < sorted.length && (sorted[start]?.cue.at(-1)?.to ?? 0) <= from) start++
    for (let i = start; i < sorted.length; i++) {
      const g = sorted[i]
      if (!g || (g.cue[0]?.from ?? 0) >= (m.cue.at(-1)?.to ?? 0)) break
      if (used.has(g) || !meet(m.cue, g.cue) || !meet(m.content, g.content)) continue
      if (m.source.length + g.source.length > 0 && !meet(m.source, g.source)) continue
      used.add(g)
      out.add(m)
      break
    }
  }
  return out
}

function meet(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x, y)))
}
