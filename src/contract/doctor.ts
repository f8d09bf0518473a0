/** doctor: whether everything that Hearsay needs is there and works. */
import * as z from 'zod'
import { read } from './operation.ts'

export const doctor = read('doctor', {
  summary: 'Check that everything Hearsay needs is there and works.',
  input: z.object({
    full: z.boolean().default(false).describe('Check every stored text against its hash too.'),
  }),
  output: z.object({
    ok: z.boolean(),
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  }),
  faults: [],
  examples: [['hearsay doctor --full', 'with every stored text checked against its hash']],
})
