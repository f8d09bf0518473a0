/** stages: the plan of the pipeline, timed on a sample of our own. */
import type { stages as operation } from '../contract/stages.ts'
import { Document } from '../document/document.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { planOf } from '../pipeline/plan.ts'
import type { Handler } from './handler.ts'

const paragraph =
  'The harbour will reopen on Monday, the port authority said in a statement. "We expect about 1,200 containers a day by ' +
  'December," its director, Ana Pereira, told reporters in Lisbon on 3 March 2024. Two officials briefed on the matter, who ' +
  'asked not to be named, said the repairs may take longer than planned. The union denied that workers had agreed to the plan. '
const sample = Array.from({ length: 20 }, () => paragraph.trim()).join('\n\n')

export const stages: Handler<typeof operation> = (context, input) => {
  const pipeline = context.pipeline()
  const before = totals(pipeline)
  const rounds = input.measure ? 3 : 0
  // The first round warms the code up and does not count.
  if (input.measure) pipeline.run(Document.of(sample, { published: '2024-03-05' }))
  const start = totals(pipeline)
  for (let i = 0; i < rounds; i++) pipeline.run(Document.of(sample, { published: '2024-03-05' }))
  const end = totals(pipeline)
  const from = input.measure ? start : new Map([...before.keys()].map((k) => [k, 0]))
  const spent = (stage: string): number => round((end.get(stage) ?? 0) - (from.get(stage) ?? 0))
  const rows = planOf(pipeline).map((row) => ({ ...row, milliseconds: spent(row.stage) }))
  return {
    engine: pipeline.signature,
    words: rounds * sample.split(/\s+/).length,
    milliseconds: round(rows.reduce((sum, row) => sum + row.milliseconds, 0)),
    stages: rows,
  }
}

function totals(pipeline: Pipeline): Map<string, number> {
  return new Map(pipeline.timings.map((t) => [t.stage, t.milliseconds]))
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}
