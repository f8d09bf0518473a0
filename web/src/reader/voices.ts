/** Voices of claims on the reading page, and the filters that choose among them. */
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { isReportHop, type SourceHop } from '../../../src/model/claim.ts'
import type { Voice } from '../../../src/model/records.ts'
import type { ReaderParams } from '../search-params.ts'

/** The last hop with a source, or null when the report speaks in its own voice. */
export function innermost(claim: AnalysedClaim): SourceHop | null {
  const last = claim.chain.at(-1)
  return last === undefined || isReportHop(last) ? null : last
}

/** What holds the mentions of one speaker together in a report: the entity, else the one attribution. */
export function ownerOf(hop: SourceHop): string {
  return hop.entity ?? hop.attribution
}

/** The hops of a claim that have a source. */
export function sourceHops(claim: AnalysedClaim): SourceHop[] {
  return claim.chain.flatMap((hop) => (isReportHop(hop) ? [] : [hop]))
}

/** Whether the report names the source of a hop. */
export function isNamed(hop: SourceHop, analysis: Analysis): boolean {
  const attribution = analysis.attributions.find((a) => a.id === hop.attribution)
  const entity = analysis.entities.find((e) => e.id === hop.entity)
  return (entity?.mentions.length ?? 0) > 0 && (attribution?.anonymous ?? null) === null
}

/** Whose word a claim stands on in the end; as the ledger says it, a source without a name is anonymous. */
export function voiceOf(claim: AnalysedClaim, analysis: Analysis): Voice {
  const hop = innermost(claim)
  if (hop === null) return 'own'
  return isNamed(hop, analysis) ? 'named' : 'anonymous'
}

/** True when the claim passes the filters of the address bar. */
export function passes(claim: AnalysedClaim, voice: Voice, params: ReaderParams): boolean {
  return (
    (params.voice === undefined || params.voice === voice) &&
    (params.source === undefined ||
      sourceHops(claim).some((hop) => ownerOf(hop) === params.source)) &&
    (params.mode === undefined || params.mode === claim.mode) &&
    (params.certainty === undefined || params.certainty === (claim.certainty.class ?? 'none'))
  )
}
