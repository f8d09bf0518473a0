/** analyse: read one report and give its analysis; nothing is kept. */
import * as z from 'zod'
import { analysisShape } from './analysis-shape.ts'
import { read } from './operation.ts'
import { reportInput } from './report-input.ts'

export const analyse = read('analyse', {
  summary: 'Read a report and print its claims; nothing is kept.',
  method: 'POST',
  input: z.object({
    ...reportInput,
    tokens: z.boolean().default(false).describe('With tokens, their tags and heads.'),
  }),
  output: analysisShape,
  faults: [
    'intake/not-found',
    'intake/no-access',
    'intake/is-empty',
    'intake/unsupported-type',
    'intake/too-large',
    'intake/bad-line',
    'intake/parser-timeout',
    'intake/parser-crashed',
    'intake/too-complex',
    'intake/bad-date',
    'pipeline/stage-failed',
    'reader/missing',
    'reader/damaged',
    'reader/cannot-run',
  ],
  examples: [
    ['hearsay analyse report.html --json', 'the analysis of one report as JSON'],
    ['hearsay analyse reports/ --json', 'a folder, one JSON object a line'],
    ['cat report.txt | hearsay analyse - --published 2024-10-25', 'from standard input'],
    ['hearsay analyse --jsonl < reports.jsonl', 'one analysis a line'],
  ],
})
