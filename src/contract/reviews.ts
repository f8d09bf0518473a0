/** reviews: list decisions, newest first. */
import * as z from 'zod'
import { reviewActs } from '../model/records.ts'
import { read } from './operation.ts'
import { page, paging, wanted } from './paging.ts'
import { reviewRecord } from './record-shapes.ts'

export const reviews = read('reviews', {
  summary: 'List the decisions, newest first.',
  input: z.object({
    on: wanted.optional().describe('Only about this claim, source or review.'),
    act: z.enum(reviewActs).optional().describe('Only of this kind.'),
    by: wanted.optional().describe('Only of this person.'),
    ...paging,
  }),
  output: page(z.object({ ...reviewRecord.shape, undone: z.boolean() })),
  faults: [],
  examples: [
    ['hearsay reviews --by maria', 'what one person decided'],
    ['hearsay reviews --act merge', 'which sources were said to be one'],
  ],
})
