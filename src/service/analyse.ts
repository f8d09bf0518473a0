/** analyse: intake, then the engine; nothing is kept. */
import type { analyse as operation } from '../contract/analyse.ts'
import { reportId } from '../ledger/reports.ts'
import type { Handler } from './handler.ts'
import { take, taskOf } from './reading.ts'

export const analyse: Handler<typeof operation> = async (context, input) => {
  // The engine loads while intake reads.
  const engine = context.engine()
  const { report, diagnostics, given } = await take(context, input)
  const id = given ?? reportId(report)
  return engine.read(taskOf(id, report, diagnostics, input.tokens))
}
