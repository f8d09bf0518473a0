/** Service: pairs every operation with its handler; a missing or misspelt one does not compile. */
import type { ParsedOf } from '../contract/operation.ts'
import type { Operations } from '../contract/operations.ts'
import { add } from './add.ts'
import { analyse, analyseAsJson } from './analyse.ts'
import { claim, claims } from './claims.ts'
import type { Context } from './context.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { exportLedger } from './export.ts'
import type { Handler } from './handler.ts'
import { reanalyse } from './reanalyse.ts'
import { report, reports } from './reports.ts'
import { review, reviews } from './reviews.ts'
import { search } from './search.ts'
import { sourceMerge, sourceSplit } from './source-merge.ts'
import { source, sources } from './sources.ts'
import { stages } from './stages.ts'

/** All handlers by the name of their operation. */
export type Service = { readonly [Name in keyof Operations]: Handler<Operations[Name]> }

/** Handlers that have their answer as JSON before they have it as an object, for those who only pass it on. */
export const writers: {
  readonly [Name in keyof Operations]?: (
    context: Context,
    input: ParsedOf<Operations[Name]>,
  ) => Promise<string>
} = { analyse: analyseAsJson }

export const service: Service = {
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
}
