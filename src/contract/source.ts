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
    /** What joins the sources that count under this one: by a rule of Hearsay, or by a decision. */
    merges: z.array(
      z.object({
        from: z.string(),
        fromName: z.string(),
        into: z.string(),
        intoName: z.string(),
        why: z.string(),
        /** Who said so; null for a rule. */
        by: z.string().nullable(),
        at: z.string().nullable(),
        /** The decision, to be undone by its id; null for a rule. */
        review: z.string().nullable(),
      }),
    ),
    /** Unnamed sources that could be this one; never merged because they look alike. */
    couldBe: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() })),
    reviews: z.array(reviewRecord),
  }),
  faults: ['ledger/no-such'],
  examples: [['hearsay source "Lloyd Austin"', 'what the ledger has on a source']],
})
