/** export: every record of the ledger in a fixed order. */
import type { exportLedger as operation } from '../contract/export.ts'
import type { Handler } from './handler.ts'

export const exportLedger: Handler<typeof operation> = async function* (context) {
  const ledger = context.ledger()
  // An empty ledger names the engine that would read for it; the others name the one that did.
  const atHand = ledger.analyses.mainEngine() === null ? (await context.pipeline()).signature : ''
  yield* ledger.exportRecords(atHand)
}
