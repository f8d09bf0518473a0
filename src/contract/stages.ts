/** stages: the plan of the engine, with versions and timings. */
import * as z from 'zod'
import { read } from './operation.ts'

export const stages = read('stages', {
  summary: 'Show how a report is read, step by step, with versions and timings.',
  input: z.object({
    measure: z.boolean().default(true).describe('Read a sample to take the timings.'),
  }),
  output: z.object({
    engine: z.string(),
    /** Words of the sample that the timings are for. */
    words: z.int(),
    milliseconds: z.number(),
    stages: z.array(
      z.object({
        stage: z.string(),
        version: z.int(),
        needs: z.array(z.string()),
        makes: z.array(z.string()),
        files: z.array(z.string()),
        milliseconds: z.number(),
      }),
    ),
  }),
  faults: [
    'pipeline/missing-layer',
    'lexicon/missing',
    'lexicon/damaged',
    'reader/missing',
    'reader/damaged',
    'reader/cannot-run',
  ],
  examples: [
    ['hearsay stages', 'the plan, with a sample timed'],
    ['hearsay stages --no-measure', 'the plan alone'],
  ],
})
