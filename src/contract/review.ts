/** review: a person's decision on a claim, source or earlier decision; kept for good, undone only by another. */
import * as z from 'zod'
import { reviewActs } from '../model/records.ts'
import { write } from './operation.ts'
import { reviewRecord } from './record-shapes.ts'

export const review = write('review', {
  summary: 'Record a decision: accept, amend, reject, grade, merge, split or undo.',
  path: '/reviews',
  positional: ['act', 'on'],
  input: z.object({
    act: z.enum(reviewActs).describe('The decision.'),
    on: z.string().describe('The id of the claim, source or review that it is about.'),
    value: z
      .string()
      .max(10_000)
      .optional()
      .describe('The grade (A-F), the amended words, or the source to merge with or split from.'),
    note: z.string().max(10_000).optional().describe('Why.'),
    by: z.string().min(1).max(200).default('reader').describe('Who decides.'),
  }),
  output: reviewRecord,
  faults: ['ledger/no-such', 'ledger/disk-full', 'ledger/no-access', 'ledger/io'],
  examples: [
    ['hearsay review accept c0ffee… --by maria', 'a claim read rightly'],
    [
      'hearsay review grade s0ffee… --value B --note "right before"',
      'how far a source is relied on',
    ],
    [
      'hearsay review merge s0ffee… --value s1dea5…',
      'the first is the second: sources lists them as one; claims keep both',
    ],
    ['hearsay review undo w0ffee…', 'take a decision back; both stay on record'],
  ],
})
