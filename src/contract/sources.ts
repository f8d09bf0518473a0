/** sources: list who is said to speak. */
import * as z from 'zod'
import { sourceTypes } from '../model/source.ts'
import { read } from './operation.ts'
import { page, paging, wanted } from './paging.ts'
import { sourceRecord } from './record-shapes.ts'

/** A source in a list, with how often it speaks. */
export const sourceView = z.object({
  ...sourceRecord.shape,
  claims: z.int(),
  reports: z.int(),
  /** Names of the sources that decisions merged into it. */
  also: z.array(z.string()),
})

export const sources = read('sources', {
  summary: 'List the sources, those with most claims first.',
  input: z.object({
    name: wanted.optional().describe('Only with this in the name.'),
    type: z.enum(sourceTypes).optional().describe('Only of this type.'),
    anonymous: z.boolean().optional().describe('Only anonymous ones, or only named ones.'),
    sort: z.enum(['claims', 'name']).default('claims').describe('The order.'),
    ...paging,
  }),
  output: page(sourceView),
  faults: [],
  examples: [['hearsay sources --type person', 'the people who are said to speak']],
})
