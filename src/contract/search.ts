/** search: find words in reports and claims. */
import * as z from 'zod'
import { read } from './operation.ts'
import { claimView, reportSummary } from './record-shapes.ts'

/** A passage with the found words marked by offsets into it. */
const snippet = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
})

export const search = read('search', {
  summary: 'Find words in reports and claims.',
  positional: ['query'],
  input: z.object({
    query: z
      .string()
      .min(1)
      .max(1000)
      .describe('Words that must all occur; "in quotes" as they stand; end* for beginnings.'),
    in: z.enum(['all', 'reports', 'claims']).default('all').describe('Where to look.'),
    limit: z.int().min(1).max(200).default(20).describe('How many of each at most.'),
  }),
  output: z.object({
    reports: z.array(z.object({ report: reportSummary, snippet })),
    claims: z.array(claimView),
    totals: z.object({ reports: z.int(), claims: z.int() }),
  }),
  faults: [],
  examples: [
    ['hearsay search "North Korean troops"', 'reports and claims with these words'],
    ['hearsay search kursk --in claims --json', 'claims only, as JSON'],
  ],
})
