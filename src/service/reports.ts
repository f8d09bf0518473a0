/** reports, report: what the ledger has read. */
import type { report as reportOperation } from '../contract/report.ts'
import type { reports as reportsOperation } from '../contract/reports.ts'
import { raise } from '../fault/fault.ts'
import type { Handler } from './handler.ts'

export const reports: Handler<typeof reportsOperation> = (context, input) =>
  context.ledger().reports.list(input)

export const report: Handler<typeof reportOperation> = (context, input) => {
  const ledger = context.ledger()
  const id = ledger.reports.resolve(input.id)
  const detail = id === null ? null : ledger.reports.detail(id)
  if (id === null || detail === null) raise('ledger/no-such', { kind: 'report', id: input.id })
  const newest = ledger.analyses.newest(id, detail.text)
  if (newest === null) raise('internal/bug', { reason: `report ${id} has no analysis` })
  const { summary, text: _, ...rest } = detail
  return {
    report: summary,
    ...rest,
    analyses: ledger.analyses.list(id),
    analysis: newest.analysis,
  }
}
