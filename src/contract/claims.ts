/** claims: list the claims of the ledger, by source, outlet, mode, stance, place, event, date and words. */
import * as z from 'zod'
import { certaintyClasses } from '../model/certainty.ts'
import { modes, polarities, stances } from '../model/claim.ts'
import { eventTypes } from '../model/event.ts'
import { voices } from '../model/records.ts'
import { read } from './operation.ts'
import { page, paging, wanted } from './paging.ts'
import { claimView } from './record-shapes.ts'

/** Which days a range of dates looks at. */
export const clocks = ['published', 'stated', 'event'] as const

export const claims = read('claims', {
  summary: 'List the claims, newest first.',
  input: z.object({
    report: wanted.optional().describe('Only of this report.'),
    source: wanted.optional().describe('Only on the word of this source: its id or name.'),
    outlet: wanted.optional().describe('Only of this outlet.'),
    voice: z.enum(voices).optional().describe("The report's own, a named or an anonymous source."),
    mode: z.enum(modes).optional().describe('How it is put.'),
    stance: z.enum(stances).optional().describe('What the source does with it.'),
    polarity: z.enum(polarities).optional().describe('Affirmed or negated.'),
    certainty: z.enum(certaintyClasses).optional().describe('The class of its certainty words.'),
    place: wanted
      .optional()
      .describe('About this place or one that lies in it: a name or a GeoNames id.'),
    event: z.enum(eventTypes).optional().describe('About an event of this type.'),
    clock: z
      .enum(clocks)
      .default('published')
      .describe('The days meant: of the report, of the statement, of what it is about.'),
    after: wanted.optional().describe('On this day or later: 2024-10-18.'),
    before: wanted.optional().describe('On this day or earlier.'),
    text: wanted.optional().describe('Only with these words.'),
    sort: z
      .enum(['newest', 'oldest', 'text'])
      .default('newest')
      .describe('By date, or as they stand in their reports.'),
    ...paging,
  }),
  output: page(claimView),
  faults: ['intake/bad-date', 'ledger/no-such'],
  examples: [
    ['hearsay claims --source "Lloyd Austin"', 'on the word of one source'],
    ['hearsay claims --mode forecast --after 2024-10-20', 'forecasts since a day'],
    ['hearsay claims --place Kursk --json', 'about a place, as JSON'],
    ['hearsay claims --place Russia', 'about a country and all places in it'],
    ['hearsay claims --event ASSAULT --clock event --after 2024-10', 'attacks since October'],
  ],
})
