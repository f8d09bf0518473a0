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
const rounds = 3
const sample = Array.from({ length: 20 }, () => paragraph.trim()).join('\n\n')

export const stages: Handler<typeof operation> = async (context, input) => {
  const pipeline = await context.pipeline()
  const spent = input.measure ? await measure(pipeline) : new Map<string, number>()
  const rows = planOf(pipeline).map((row) => ({
    ...row,
    milliseconds: round(spent.get(row.stage) ?? 0),
  }))
  return {
    engine: pipeline.signature,
    words: input.measure ? rounds * sample.split(/\s+/).length : 0,
    milliseconds: round(rows.reduce((sum, row) => sum + row.milliseconds, 0)),
    stages: rows,
  }
}

/** Time by stage over the counted rounds alone, whatever this process read before. */
async function measure(pipeline: Pipeline): Promise<Map<string, number>> {
  const read = () => pipeline.read(Document.of(sample, { published: '2024-03-05' }))
  // The first round warms the code up and does not count.
  await read()
  const before = totals(pipeline)
  for (let i = 0; i < rounds; i++) await read()
  return new Map([...totals(pipeline)].map(([k, ms]) => [k, ms - (before.get(k) ?? 0)]))
}

function totals(pipeline: Pipeline): Map<string, number> {
  return new Map(pipeline.timings.map((t) => [t.stage, t.milliseconds]))
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}
