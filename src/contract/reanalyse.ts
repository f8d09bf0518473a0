/** reanalyse: read the reports again that an older engine read, keep the old analysis, say what changed. */
import * as z from 'zod'
import { write } from './operation.ts'

export const reanalyse = write('reanalyse', {
  summary: 'Read again what an older engine read; the old analysis is kept.',
  input: z.object({
    report: z.string().optional().describe('Only this report.'),
    limit: z.int().min(1).max(100_000).default(1000).describe('How many reports at most.'),
  }),
  output: z.object({
    engine: z.string(),
    /** Reports read again. */
    read: z.int(),
    /** Reports that an older engine read and that are still to be read again. */
    left: z.int(),
    changed: z.array(
      z.object({
        report: z.string(),
        from: z.string(),
        added: z.array(z.string()),
        removed: z.array(z.string()),
        altered: z.array(z.string()),
        /** In how many of the altered ones each field differs. */
        fields: z.record(z.string(), z.int()),
      }),
    ),
  }),
  faults: [
    'ledger/no-such',
    'ledger/disk-full',
    'ledger/no-access',
    'ledger/io',
    'reader/missing',
    'reader/damaged',
    'reader/cannot-run',
  ],
  examples: [['hearsay reanalyse', 'after an update of Hearsay']],
})
