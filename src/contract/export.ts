/** export: the whole ledger, a record at a time, in an order that does not depend on how it was filled. */
import * as z from 'zod'
import { stream } from './operation.ts'
import { exportRecord } from './record-shapes.ts'

export const exportLedger = stream('export', {
  summary: 'Print the ledger a record a line, in a fixed order.',
  input: z.object({
    to: z.enum(['jsonl']).default('jsonl').describe('The format.'),
  }),
  output: exportRecord,
  faults: ['ledger/io'],
  examples: [['hearsay export --to jsonl > ledger.jsonl', 'everything, one JSON object a line']],
})
