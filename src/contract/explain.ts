/** explain: for one claim, what set each of its fields - stage, version, rule and what the rule says - and the words that it rests on. */
import * as z from 'zod'
import { read } from './operation.ts'

const words = z.object({ from: z.int(), to: z.int(), text: z.string() })

export const explain = read('explain', {
  summary: 'Show why each field of a claim is what it is, and on which words.',
  path: '/claims/{id}/explain',
  positional: ['id'],
  input: z.object({ id: z.string().describe('The id of the claim.') }),
  output: z.object({
    claim: z.string(),
    report: z.string(),
    quote: z.string(),
    /** The engine that read the report. */
    engine: z.string(),
    /** Whether the engine at hand is that one; where it is another, words are left out. */
    current: z.boolean(),
    fields: z.array(
      z.object({
        field: z.string(),
        value: z.string(),
        stage: z.string(),
        version: z.string(),
        rule: z.string(),
        /** What the rule says, where it is written down. */
        meaning: z.string().nullable(),
        /** The words of the report that the field rests on; empty where it is what holds without any. */
        words: z.array(words),
      }),
    ),
  }),
  faults: [
    'ledger/no-such',
    'pipeline/missing-layer',
    'lexicon/missing',
    'lexicon/damaged',
    'reader/missing',
    'reader/damaged',
    'reader/cannot-run',
  ],
  examples: [['hearsay explain c0ffee…', 'why this claim has its words, chain, mode and date']],
})
