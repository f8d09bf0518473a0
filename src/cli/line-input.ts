/** A report on its way in: what one line or file hands to `analyse` and `add`. */
import type { Fault } from '../fault/fault.ts'

/** One report to be handed in, or the fault in its place. `name` is what messages and fault lines call it. */
export type LineInput =
  | { readonly name: string; readonly input: ReportFields }
  | { readonly name: string; readonly fault: Fault }

/** The report keys of `analyse` and `add`. */
export interface ReportFields {
  readonly id?: string | null | undefined
  readonly text?: string | null | undefined
  readonly content?: string | null | undefined
  readonly name?: string | null | undefined
  readonly title?: string | null | undefined
  readonly url?: string | null | undefined
  readonly outlet?: string | null | undefined
  readonly published?: string | null | undefined
  readonly language?: string | null | undefined
}
