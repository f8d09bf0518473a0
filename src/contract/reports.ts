/** reports: list what the ledger has read. */
import * as z from 'zod'
import { read } from './operation.ts'
import { page, paging, wanted } from './paging.ts'
import { reportSummary } from './record-shapes.ts'

export const reports = read('reports', {
  summary: 'List the reports, newest first.',
  input: z.object({
    outlet: wanted.optional().describe('Only of this outlet.'),
    language: wanted.optional().describe('Only in this language.'),
    after: wanted.optional().describe('Published on this day or later: 2024-10-18.'),
    before: wanted.optional().describe('Published on this day or earlier.'),
    text: wanted.optional().describe('Only with these words.'),
    sort: z.enum(['newest', 'oldest', 'title', 'added']).default('newest').describe('The order.'),
    ...paging,
  }),
  output: page(reportSummary),
  faults: ['intake/bad-date'],
  examples: [
    ['hearsay reports', 'the newest 50'],
    ['hearsay reports --outlet "Harbour Wire" --sort oldest', 'of one outlet, oldest first'],
  ],
})
