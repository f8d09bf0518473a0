/** explain: reads a claim's report again and tells, field by field, which rule set it and on which words. */
import { restsOf } from '../analysis/rests.ts'
import type { explain as operation } from '../contract/explain.ts'
import { raise } from '../fault/fault.ts'
import { isReportHop } from '../model/claim.ts'
import type { ClaimRecord } from '../model/records.ts'
import type { Span } from '../text/span.ts'
import type { Context } from './context.ts'
import { documentOf } from './engine.ts'
import type { Handler } from './handler.ts'
import { reasonOf } from './reason.ts'

export const explain: Handler<typeof operation> = async (context, input) => {
  const ledger = context.ledger()
  const view = ledger.claims.get(input.id)
  const detail = view === null ? null : ledger.reports.detail(view.report)
  if (view === null || detail === null) raise('ledger/no-such', { kind: 'claim', id: input.id })
  const engine = ledger.analyses.engineOf(view.report) ?? ''
  const rests = await readAgain(context, view, {
    text: detail.text,
    publishedFrom: detail.publishedFrom,
    ...detail.summary,
  })
  const meanings = await context.ruleMeanings()
  return {
    claim: view.id,
    report: view.report,
    quote: view.quote,
    engine,
    current: rests !== null,
    fields: Object.entries(view.why).map(([field, why]) => {
      const reason = reasonOf(why)
      return {
        field,
        value: wordFor(view, field),
        ...reason,
        meaning: meanings.get(reason.rule) ?? null,
        words: (rests?.[field] ?? []).map((s) => ({ ...s, text: detail.text.slice(s.from, s.to) })),
      }
    }),
  }
}

interface Kept {
  readonly text: string
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly publishedFrom: string | null
  readonly language: string | null
}

/** The words behind each field of the claim, or null where this engine reads the claim in another way. */
async function readAgain(
  context: Context,
  view: ClaimRecord,
  kept: Kept,
): Promise<Readonly<Record<string, readonly Span[]>> | null> {
  const { title, url, outlet, published, language, publishedFrom } = kept
  const pipeline = await context.pipeline()
  const task = {
    id: view.report,
    text: kept.text,
    facts: { title, url, outlet, published, language },
    publishedFrom,
    tokens: false,
    diagnostics: [],
  }
  const doc = await documentOf(pipeline, task)
  return restsOf(doc, { id: view.report, publishedFrom }, view)
}

/** A field in words. */
function wordFor(c: ClaimRecord, field: string): string {
  switch (field) {
    case 'span':
      return c.quote
    case 'chain':
      return c.chain
        .map((hop) => (isReportHop(hop) ? 'the report' : (hop.source ?? 'someone unstated')))
        .join(' > ')
    case 'mode':
      return c.mode
    case 'polarity':
      return c.polarity
    case 'certainty':
      return c.certainty.class ?? 'plain'
    case 'statedOn':
      return c.statedOn ?? 'open'
    default:
      return ''
  }
}
