/** source merge, source split: whether two sources are one, with the reason; kept as decisions, undone by others. */
import * as z from 'zod'
import { write } from './operation.ts'
import { reviewRecord } from './record-shapes.ts'
import { sourceView } from './sources.ts'

const reason = z.string().trim().min(1).max(10_000)
const who = z.string().min(1).max(200).default('reader').describe('Who decides.')
const faults = ['ledger/no-such', 'ledger/disk-full', 'ledger/no-access', 'ledger/io'] as const

/** What stands after the decision. */
const decided = z.object({
  /** The decisions as recorded: one for a merge; for a split one for each merge that it takes back. */
  reviews: z.array(reviewRecord),
  /** What the first source counts under now. */
  source: sourceView,
})

export const sourceMerge = write('source merge', {
  summary: 'Say that two sources are one: the first counts under the second.',
  path: '/sources/merge',
  positional: ['a', 'b'],
  input: z.object({
    a: z.string().describe('The source that counts under the other: its id or name.'),
    b: z.string().describe('The source that both count under: its id or name.'),
    why: reason.describe('The reason; it stands on the page of the source.'),
    by: who,
  }),
  output: decided,
  faults,
  examples: [
    [
      'hearsay source merge "Zelenskiy" "Volodymyr Zelensky" --why "one spelling of the name"',
      'both count under the second; each claim keeps the name in its words',
    ],
  ],
})

export const sourceSplit = write('source split', {
  summary: 'Say that two sources are not one, whoever or whatever merged them.',
  path: '/sources/split',
  positional: ['a', 'b'],
  input: z.object({
    a: z.string().describe('The source that shall stand apart: its id or name.'),
    b: z.string().optional().describe('The one it is not; the one it counts under if not given.'),
    why: reason.describe('The reason; it stands on the page of the source.'),
    by: who,
  }),
  output: decided,
  faults,
  examples: [
    ['hearsay source split "Lima" "Pedro Lima" --why "his sister"', 'two sources from now on'],
  ],
})
