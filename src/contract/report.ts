/** report: one report with its text, analysis, dates and revisions. */
import * as z from 'zod'
import { analysisShape } from './analysis-shape.ts'
import { read } from './operation.ts'
import { reportSummary } from './record-shapes.ts'

export const report = read('report', {
  summary: 'Show a report with its text and analysis.',
  path: '/reports/{id}',
  positional: ['id'],
  input: z.object({ id: z.string().describe('The id of the report, or the id it was given.') }),
  output: z.object({
    report: reportSummary,
    byline: z.string().nullable(),
    mediaType: z.string(),
    charset: z.string().nullable(),
    /** SHA-256 of the bytes as they came. */
    bytesSha256: z.string(),
    bytes: z.int(),
    publishedFrom: z.string().nullable(),
    dateReason: z.string().nullable(),
    dateCandidates: z.array(z.object({ edtf: z.string(), from: z.string(), raw: z.string() })),
    /** All ids that it was given. */
    givenIds: z.array(z.string()),
    /** Every capture of the same address, oldest first; this one included. */
    revisions: z.array(
      z.object({ id: z.string(), published: z.string().nullable(), captured: z.string() }),
    ),
    /** Engines that have read it, newest last. */
    analyses: z.array(z.object({ engine: z.string(), at: z.string(), claims: z.int() })),
    analysis: analysisShape,
  }),
  faults: ['ledger/no-such'],
  examples: [['hearsay report rc0ffee… --json', 'everything about one report']],
})
