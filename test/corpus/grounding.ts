/** Says what is not grounded in an analysis: quotes that are not their slices, and parts that lie nowhere the claim points to. */
import type { AnalysedClaim, Analysis } from '../../src/model/analysis.ts'
import type { Span } from '../../src/text/span.ts'

/** Every fault in words; empty for a grounded analysis. */
export function groundingFaults(analysis: Analysis): string[] {
  return analysis.claims.flatMap((claim) => faultsOf(analysis, claim))
}

function faultsOf(analysis: Analysis, claim: AnalysedClaim): string[] {
  const { text } = analysis.document
  const quote = text.slice(claim.from, claim.to)
  if (quote !== claim.quote || quote.trim() === '') return [`"${claim.quote}" is not its slice`]
  const spans = [claim, ...antecedentsOf(analysis, claim)]
  const out: string[] = []
  const check = (kind: string, at: Span | undefined): void => {
    if (!at) out.push(`${kind} of "${quote}" does not exist`)
    else if (!spans.some((s) => s.from <= at.from && at.to <= s.to))
      out.push(`${kind} "${text.slice(at.from, at.to)}" is not in "${quote}"`)
  }
  for (const t of claim.times) check('time', analysis.times[t])
  for (const p of claim.places) check('place', analysis.places[p])
  for (const q of claim.quantities) check('quantity', analysis.quantities[q])
  for (const e of claim.events)
    check(
      'event',
      analysis.events.find((v) => v.id === e),
    )
  return out
}

/** The spans that a claim points to: mentions of what its pronouns and descriptions stand for. */
function antecedentsOf(analysis: Analysis, claim: AnalysedClaim): Span[] {
  return analysis.references
    .filter((r) => claim.from <= r.from && r.to <= claim.to)
    .flatMap((r) => analysis.entities.find((e) => e.id === r.entity)?.mentions ?? [])
    .map(([from, to]) => ({ from, to }))
}

/** Capitalised words and numbers of every source that stand nowhere in the report, and hops without an attribution. */
export function sourceFaults(analysis: Analysis): string[] {
  const { text } = analysis.document
  const ids = new Set(analysis.attributions.map((a) => a.id))
  return analysis.claims.flatMap((claim) =>
    claim.chain.flatMap((hop) => {
      if ('voice' in hop) return []
      if (!ids.has(hop.attribution)) return [`a hop of "${claim.quote}" has no attribution`]
      const missing = (hop.source ?? '')
        .split(/\s+/)
        .filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
        .filter((word) => !text.includes(word.replace(/[.,;:]$/, '')))
      return missing.map((word) => `source word "${word}" does not stand in the report`)
    }),
  )
}

/** Claims per 100 words. */
export function density(analysis: Analysis): { readonly words: number; readonly rate: number } {
  const words = analysis.document.text.split(/\s+/).filter((w) => w !== '').length
  return { words, rate: (100 * analysis.claims.length) / Math.max(1, words) }
}
