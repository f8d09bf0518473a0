/** reanalyse: reads kept texts again with the engine at hand and keeps both analyses. */
import type { reanalyse as operation } from '../contract/reanalyse.ts'
import type { Diagnostic, DiagnosticCode } from '../fault/diagnostic.ts'
import { raise } from '../fault/fault.ts'
import type { Changes } from '../ledger/analyses.ts'
import type { Analysis } from '../model/analysis.ts'
import type { Handler } from './handler.ts'

export const reanalyse: Handler<typeof operation> = async (context, input) => {
  const ledger = context.ledger()
  ledger.assertWritable()
  const engine = context.engine()
  const signature = await engine.signature()
  const ids =
    input.report === undefined
      ? ledger.analyses.unread(signature, input.limit)
      : [
          ledger.reports.resolve(input.report) ??
            raise('ledger/no-such', { kind: 'report', id: input.report }),
        ]
  const changed: Changes[] = []
  let read = 0
  for (const id of ids) {
    const detail = ledger.reports.detail(id)
    if (!detail || ledger.analyses.has(id, signature)) continue
    const { title, url, outlet, published, language } = detail.summary
    const before = ledger.analyses.newest(id, detail.text)?.analysis
    const analysis = await engine.read({
      id,
      text: detail.text,
      facts: { title, url, outlet, published, language },
      publishedFrom: detail.publishedFrom,
      tokens: false,
      gists: true,
      // What intake found hard at the time is not found again: the text is the same.
      diagnostics: remarksOfIntake(before),
    })
    const change = ledger.renew(id, analysis, signature, context.now())
    if (change === null) continue
    read++
    if (change.added.length + change.removed.length + change.altered.length > 0)
      changed.push(change)
  }
  return {
    engine: signature,
    read,
    left: ledger.analyses.countUnread(signature),
    changed,
  }
}

/** Remarks of the older analysis that intake made. */
function remarksOfIntake(before: Analysis | undefined): Diagnostic[] {
  return (before?.diagnostics ?? [])
    .filter((d) => d.by.startsWith('intake'))
    .map((d) => ({
      code: d.code as DiagnosticCode,
      message: d.message,
      by: d.by,
      at: d.from === null || d.to === null ? null : { from: d.from, to: d.to },
      note: d.note,
    }))
}
