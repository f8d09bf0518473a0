/** Checks an analysis of the seed report: claims found, sources, modes, numbers, times, grounding, density. */
import type { AnalysedClaim, Analysis } from '../src/model/analysis.ts'
import { isReportHop } from '../src/model/claim.ts'
import { type SeedCheck, seedChecks } from './seed-checks.ts'

/** Right out of asked, by measure, and what went wrong in words. */
export interface SeedResult {
  readonly measures: Readonly<Record<string, { readonly right: number; readonly asked: number }>>
  readonly perHundredWords: number
  readonly wrong: readonly string[]
}

/** Compares an analysis with the checks. */
export function checkSeed(analysis: Analysis): SeedResult {
  const measures: Record<string, { right: number; asked: number }> = {}
  const wrong: string[] = []
  const count = (measure: string, right: boolean, what: string): void => {
    measures[measure] ??= { right: 0, asked: 0 }
    measures[measure].asked++
    if (right) measures[measure].right++
    else wrong.push(`${measure}: ${what}`)
  }
  for (const check of seedChecks) {
    const claim = smallest(
      analysis.claims.filter((c) => check.words.every((w) => c.quote.includes(w))),
    )
    const name = check.words.join(' ... ')
    count('found', claim !== null, name)
    if (claim)
      compare(analysis, check, claim, (m, right, got) => count(m, right, `${name}: ${got}`))
  }
  for (const claim of analysis.claims) count('grounded', isGrounded(analysis, claim), claim.quote)
  const words = analysis.document.text.split(/\s+/).filter((w) => w !== '').length
  return { measures, perHundredWords: (100 * analysis.claims.length) / words, wrong }
}

function smallest(found: readonly AnalysedClaim[]): AnalysedClaim | null {
  let best: AnalysedClaim | null = null
  for (const c of found) if (!best || c.quote.length < best.quote.length) best = c
  return best
}

function compare(
  analysis: Analysis,
  check: SeedCheck,
  claim: AnalysedClaim,
  count: (measure: string, right: boolean, got: string) => void,
): void {
  const last = claim.chain.at(-1)
  const own = !last || isReportHop(last)
  const source = own ? null : (last.source ?? '')
  if (check.source === null) count("report's own voice", own, String(source))
  else if (check.source !== undefined)
    count(
      'source',
      source !== null && (check.source === '' ? source === '' : source.includes(check.source)),
      String(source),
    )
  if (check.mode) {
    count('mode', claim.mode === check.mode, claim.mode)
    if (check.mode !== 'fact') count('modes other than fact', claim.mode === check.mode, claim.mode)
  }
  if (check.polarity) count('polarity', claim.polarity === check.polarity, claim.polarity)
  for (const n of check.numbers ?? []) {
    const got = claim.quantities.map((q) => analysis.quantities[q]?.best)
    count('quantities', got.includes(n), got.join(', '))
  }
  if (check.time !== undefined) {
    const got = claim.times.map((t) => {
      const time = analysis.times[t]
      return time ? analysis.document.text.slice(time.from, time.to) : ''
    })
    const wanted = check.time
    count(
      'times',
      got.some((g) => g !== '' && (g.includes(wanted) || wanted.includes(g))),
      got.join(', '),
    )
  }
}

/** The quote is the text at its place, and every time, place, quantity and event of the claim lies in it. */
export function isGrounded(analysis: Analysis, claim: AnalysedClaim): boolean {
  if (analysis.document.text.slice(claim.from, claim.to) !== claim.quote) return false
  const inside = (at: { from: number; to: number } | undefined): boolean =>
    at !== undefined && claim.from <= at.from && at.to <= claim.to
  return (
    claim.times.every((t) => inside(analysis.times[t])) &&
    claim.places.every((p) => inside(analysis.places[p])) &&
    claim.quantities.every((q) => inside(analysis.quantities[q])) &&
    claim.events.every((e) => inside(analysis.events.find((v) => v.id === e)))
  )
}
