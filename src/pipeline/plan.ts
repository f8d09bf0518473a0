/** The plan of a pipeline: what each stage needs, makes and reads, in order. */
import type { Pipeline } from './pipeline.ts'

/** One row of `hearsay stages`. */
export interface PlanRow {
  readonly stage: string
  readonly version: number
  readonly needs: readonly string[]
  readonly makes: readonly string[]
  readonly files: readonly string[]
}

/** The stages of a pipeline with their needs, products and data files. */
export function planOf(pipeline: Pipeline): PlanRow[] {
  return pipeline.stages.map((stage) => ({
    stage: stage.name,
    version: stage.version,
    needs: stage.needs.map((l) => l.name),
    makes: stage.makes.map((l) => l.name),
    files: [...new Set(Object.values(stage.uses).flatMap((r) => r.files))],
  }))
}
