/** export: every record of the ledger in a fixed order. */
import type { exportLedger as operation } from '../contract/export.ts'
import type { Handler } from './handler.ts'

export const exportLedger: Handler<typeof operation> = (context) =>
  context.ledger().exportRecords(() => context.engine().signature)
