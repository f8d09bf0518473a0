/** Analysis page: the claims of one analysis for a reader at a terminal. */

import type { Analysis } from '../model/analysis.ts'
import type { Certainty } from '../model/certainty.ts'
import type { Hop } from '../model/claim.ts'
import type { Paper } from './table.ts'
import { clean, wrap } from './terminal.ts'

/** What the lines of a claim are made from; kept claims have it too. */
interface Shown {
  readonly quote: string
  readonly chain: readonly Hop[]
  readonly mode: string
  readonly polarity: string
  readonly certainty: Certainty
}

/** A claim's words, and below them on whose word, how put, how sure. */
export function claimLines(c: Shown, paper: Paper): string[] {
  const hops = c.chain.map((hop) =>
    'voice' in hop
      ? 'the report'
      : `${hop.source ?? 'someone unstated'} (${hop.cue}, ${hop.stance})`,
  )
  const sure = c.certainty.words.length > 0 ? `"${c.certainty.words.join('", "')}"` : null
  const how = [c.polarity === 'negated' ? `negated ${c.mode}` : c.mode, sure].filter(
    (x) => x !== null,
  )
  const width = Math.min(paper.width, 100)
  return [
    wrap(clean(c.quote), width),
    paper.dim(wrap(clean(`${hops.join(' > ')}; ${how.join(', ')}`), width, '    ')),
  ]
}

/** Title, facts and claims; `head` false leaves out what stands elsewhere already. */
export function analysisPage(analysis: Analysis, paper: Paper, head = true): string {
  const d = analysis.document
  const facts = [d.outlet, d.published, d.language].filter((f) => f !== null).join(', ')
  return [
    ...(head
      ? [paper.bold(clean(d.title ?? d.id)), ...(facts === '' ? [] : [clean(facts)]), '']
      : []),
    ...analysis.claims.flatMap((c) => claimLines(c, paper)),
    ...analysis.diagnostics.map((r) =>
      clean(`${r.code}: ${r.message}${r.note === null ? '' : ` (${r.note})`}`),
    ),
    `${analysis.claims.length} claims`,
    ...(head ? [''] : []),
  ].join('\n')
}
