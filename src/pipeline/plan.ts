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
  return pipeline.steps.map((step) => ({
    stage: step.name,
    version: step.version,
    needs: step.needs.map((l) => l.name),
    makes: step.makes.map((l) => l.name),
    files: [
      ...new Set('uses' in step ? Object.values(step.uses).flatMap((r) => r.files) : step.files),
    ],
  }))
}
