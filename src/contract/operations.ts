/** Every operation, in the order that help and the reference list them. */
import { add } from './add.ts'
import { analyse } from './analyse.ts'
import { claim } from './claim.ts'
import { claims } from './claims.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { exportLedger } from './export.ts'
import { reanalyse } from './reanalyse.ts'
import { report } from './report.ts'
import { reports } from './reports.ts'
import { review } from './review.ts'
import { reviews } from './reviews.ts'
import { search } from './search.ts'
import { source } from './source.ts'
import { sourceMerge, sourceSplit } from './source-merge.ts'
import { sources } from './sources.ts'
import { stages } from './stages.ts'

/** Operations by name; the service pairs each with its handler. */
export const operations = {
  analyse,
  add,
  reports,
  report,
  claims,
  claim,
  explain,
  sources,
  source,
  'source merge': sourceMerge,
  'source split': sourceSplit,
  search,
  export: exportLedger,
  review,
  reviews,
  reanalyse,
  stages,
  doctor,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
