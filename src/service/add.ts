/** add: intake, the engine, and one transaction; what it answers is on disk. */
import type { add as operation } from '../contract/add.ts'
import type { OutputOf } from '../contract/operation.ts'
import type { ReportFields } from '../contract/report-input.ts'
import { reportId } from '../ledger/reports.ts'
import type { Context, Turn } from './context.ts'
import type { Handler } from './handler.ts'
import { take, taskOf } from './reading.ts'

export const add: Handler<typeof operation> = async (context, input) => {
  const turn = context.takeTurn()
  try {
    return await addInTurn(context, input, turn)
  } finally {
    turn.leave()
  }
}

async function addInTurn(
  context: Context,
  input: ReportFields,
  turn: Turn,
): Promise<OutputOf<typeof operation>> {
  // The engine loads while intake reads.
  const engine = context.engine()
  const taken = await take(context, input)
  const id = reportId(taken.report)
  const ledger = context.ledger()
  ledger.assertWritable()
  // A report that is known already is not read again: only a further given id can be new about it.
  const analysis = ledger.reports.has(id)
    ? null
    : await engine.read({ ...taskOf(id, taken.report, taken.diagnostics, false), gists: true })
  const signature = analysis === null ? '' : await engine.signature()
  const { status, summary } = await context.inTurn(turn, () =>
    analysis === null
      ? ledger.touch(id, taken.given)
      : ledger.save(taken, analysis, signature, context.now()),
  )
  return {
    id,
    given: taken.given,
    status,
    revisionOf: summary.revisionOf,
    title: summary.title,
    language: summary.language,
    partial: summary.partial,
    claims: summary.claims,
    diagnostics: analysis?.diagnostics ?? [],
  }
}
