/** source: one source with what it said, in numbers, and the decisions on it. */
import * as z from 'zod'
import { read } from './operation.ts'
import { reviewRecord } from './record-shapes.ts'
import { sourceView } from './sources.ts'

const count = z.object({ value: z.string(), claims: z.int() })

export const source = read('source', {
  summary: 'Show a source and how it speaks.',
  path: '/sources/{id}',
  positional: ['id'],
  input: z.object({ id: z.string().describe('The id of the source, or its name.') }),
  output: z.object({
    source: sourceView,
    stances: z.array(count),
    modes: z.array(count),
    outlets: z.array(count),
    /** Days of the first and last report that carry it. */
    first: z.string().nullable(),
    last: z.string().nullable(),
    reviews: z.array(reviewRecord),
  }),
  faults: ['ledger/no-such'],
  examples: [['hearsay source "Lloyd Austin"', 'what the ledger has on a source']],
})
