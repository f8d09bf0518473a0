/** A report on its way in: what one line or file hands to `analyse` and `add`. */
import type { ReportFields } from '../contract/report-input.ts'
import type { Fault } from '../fault/fault.ts'

/** One report to be handed in, or the fault in its place. `name` is what messages and fault lines call it. */
export type LineInput =
  | { readonly name: string; readonly input: ReportFields }
  | { readonly name: string; readonly fault: Fault }
