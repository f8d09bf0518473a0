/** add: read one report into the ledger; adding it again changes nothing. */
import * as z from 'zod'
import { analyse } from './analyse.ts'
import { diagnosticShape } from './analysis-shape.ts'
import { write } from './operation.ts'
import { reportInput } from './report-input.ts'

export const add = write('add', {
  summary: 'Read a report into the ledger; adding it again changes nothing.',
  input: z.object(reportInput),
  output: z.object({
    /** The report's id: a hash of its text, outlet, address and date. */
    id: z.string(),
    given: z.string().nullable(),
    /** `known`: it was there already, and nothing changed. */
    status: z.enum(['added', 'known']),
    revisionOf: z.string().nullable(),
    title: z.string().nullable(),
    language: z.string().nullable(),
    partial: z.object({ what: z.string(), why: z.string() }).nullable(),
    claims: z.int(),
    diagnostics: z.array(diagnosticShape),
  }),
  faults: [...analyse.faults, 'ledger/disk-full', 'ledger/no-access', 'ledger/io'],
  examples: [
    ['hearsay add report.html other.md', 'two files'],
    ['hearsay add reports/', 'a folder, its files by name'],
    ['hearsay add --jsonl < reports.jsonl', 'JSON lines from standard input'],
  ],
})
