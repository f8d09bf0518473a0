/** analyse: intake, then the engine; nothing is kept. */
import type { analyse as operation } from '../contract/analyse.ts'
import type { ParsedOf } from '../contract/operation.ts'
import { reportId } from '../ledger/reports.ts'
import type { Context } from './context.ts'
import type { ReadingTask } from './engine.ts'
import type { Handler } from './handler.ts'
import { take, taskOf } from './reading.ts'

export const analyse: Handler<typeof operation> = async (context, input) => {
  // The engine loads while intake reads.
  const engine = context.engine()
  return engine.read(await taskFor(context, input))
}

/** The same as JSON. */
export async function analyseAsJson(
  context: Context,
  input: ParsedOf<typeof operation>,
): Promise<string> {
  const engine = context.engine()
  return engine.write(await taskFor(context, input))
}

async function taskFor(context: Context, input: ParsedOf<typeof operation>): Promise<ReadingTask> {
  const { report, diagnostics, given } = await take(context, input)
  return taskOf(given ?? reportId(report), report, diagnostics, input.tokens)
}
