/** claims, claim: what is said, on whose word, in which words, and why Hearsay reads it so. */
import type { claim as claimOperation } from '../contract/claim.ts'
import type { claims as claimsOperation } from '../contract/claims.ts'
import { raise } from '../fault/fault.ts'
import type { Handler } from './handler.ts'
import { reasonOf } from './reason.ts'

export const claims: Handler<typeof claimsOperation> = async (context, input) => {
  const ledger = context.ledger()
  const within =
    input.place === undefined
      ? undefined
      : await context.placesIn(input.place, ledger.claims.places())
  if (input.report === undefined) return ledger.claims.list({ ...input, within })
  const report = ledger.reports.resolve(input.report)
  if (report === null) raise('ledger/no-such', { kind: 'report', id: input.report })
  return ledger.claims.list({ ...input, report, within })
}

export const claim: Handler<typeof claimOperation> = (context, input) => {
  const ledger = context.ledger()
  const view = ledger.claims.get(input.id)
  const detail = view === null ? null : ledger.reports.detail(view.report)
  if (view === null || detail === null) raise('ledger/no-such', { kind: 'claim', id: input.id })
  const attributions = view.chain.flatMap((hop) => ('voice' in hop ? [] : hop.attribution))
  const newest = ledger.analyses.newest(view.report, detail.text)
  return {
    claim: view,
    report: detail.summary,
    context: contextOf(detail.text, newest?.analysis.sentences ?? [], view),
    evidence: ledger.claims.evidence(view.report, [view.id, ...attributions]),
    why: Object.entries(view.why).map(([field, reason]) => ({ field, ...reasonOf(reason) })),
    engine: newest?.engine ?? '',
    reviews: ledger.reviews.on(view.id),
  }
}

/** The sentences that a claim stands in, or its own words where there are none. */
function contextOf(
  text: string,
  sentences: readonly (readonly [number, number])[],
  at: { readonly from: number; readonly to: number },
): { from: number; to: number; text: string } {
  const own = sentences.filter(([from, to]) => from < at.to && at.from < to)
  const from = Math.min(at.from, own[0]?.[0] ?? at.from)
  const to = Math.max(at.to, own.at(-1)?.[1] ?? at.to)
  return { from, to, text: text.slice(from, to) }
}
