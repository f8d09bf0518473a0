/** add: intake, the engine, and one transaction; what it answers is on disk. */
import type { add as operation } from '../contract/add.ts'
import type { OutputOf } from '../contract/operation.ts'
import { reportId } from '../ledger/reports.ts'
import type { Analysis } from '../model/analysis.ts'
import type { Context, Turn } from './context.ts'
import type { Handler } from './handler.ts'
import { type HandedIn, take, taskOf } from './reading.ts'

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
  input: HandedIn,
  turn: Turn,
): Promise<OutputOf<typeof operation>> {
  const taken = await take(context, input)
  const id = reportId(taken.report)
  const ledger = context.ledger()
  // A report that is known already is not read again: only a further given id can be new about it.
  const analysis = ledger.reports.has(id) ? null : await read(context, id, taken)
  const { status, summary } = await context.inTurn(turn, () =>
    analysis === null
      ? ledger.touch(id, taken.given)
      : ledger.save(taken, analysis, context.engine().signature, context.now()),
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

function read(
  context: Context,
  id: string,
  taken: Awaited<ReturnType<typeof take>>,
): Promise<Analysis> {
  return context.engine().read(taskOf(id, taken.report, taken.diagnostics, false))
}
