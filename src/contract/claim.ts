/** claim: one claim with its chain, the exact words it stands on, and what set each of its fields. */
import * as z from 'zod'
import { read } from './operation.ts'
import { anchorShape, claimView, reportSummary, reviewRecord } from './record-shapes.ts'

export const claim = read('claim', {
  summary: 'Show a claim with its chain, evidence and reasons.',
  path: '/claims/{id}',
  positional: ['id'],
  input: z.object({ id: z.string().describe('The id of the claim.') }),
  output: z.object({
    claim: claimView,
    report: reportSummary,
    /** The sentence or sentences around it, for reading. */
    context: z.object({ from: z.int(), to: z.int(), text: z.string() }),
    evidence: z.array(anchorShape),
    /** What set each field. */
    why: z.array(
      z.object({
        field: z.string(),
        stage: z.string(),
        rule: z.string(),
        version: z.string(),
      }),
    ),
    engine: z.string(),
    reviews: z.array(reviewRecord),
  }),
  faults: ['ledger/no-such'],
  examples: [['hearsay claim c0ffee…', 'who said it, in which words, and why Hearsay thinks so']],
})
