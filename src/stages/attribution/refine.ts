/** Refine: spans of the rules that the trained reader contradicts give way to its own (AT32, AT33). */

import type { CueReading } from '../../layers/readings.ts'
import type { Draft } from './draft.ts'
import { type Evidence, likeliest, type Role, weightOf } from './evidence.ts'
import type { Range } from './reading.ts'

/** By how much, in log probability, the reader's span must be likelier than the rule's to take its place. */
const leadOf = { source: 6, content: 20 }

/** The drafts with the better spans of rule and reader. */
export function refine(drafts: readonly Draft[], evidence: Evidence): Draft[] {
  return drafts.map((d) => {
    const cue = evidence.cueIn(d.cue)
    if (!cue || d.rule === 'AT31') return d
    const source = better(cue, 'source', d.source, leadOf.source)
    const content = better(cue, 'content', d.content, leadOf.content)
    return { ...d, source, content }
  })
}

/** The rule's ranges, unless the reader's own are likelier by the lead. */
function better(
  cue: CueReading,
  role: Role,
  ranges: readonly Range[],
  lead: number,
): readonly Range[] {
  const own = likeliest(cue, role)
  if (own.length === 0 && role === 'content') return ranges
  return weightOf(cue, role, own) - weightOf(cue, role, ranges) > lead ? own : ranges
}
