/** Draft: one attribution in the making, in token ranges. */
import type { Stance } from '../../model/claim.ts'
import type { Range } from './reading.ts'

export interface Draft {
  /** Empty where only quotation marks say that someone speaks. */
  readonly cue: readonly Range[]
  /** Empty where the text hides the source. */
  readonly source: readonly Range[]
  /** Head token of the source, or -1. */
  readonly sourceHead: number
  /** The words elsewhere that name the source, where its own do not: of "CHAIR" those of "CHAIR (Ms Okoye)". */
  readonly called?: Range
  readonly content: readonly Range[]
  /** The token that decides which sentence the cue is in. */
  readonly anchor: number
  readonly stance: Stance
  readonly class: string
  readonly rule: string
  /** The anchor of the draft that this one stands under by its form, where content does not tell. */
  readonly under?: number
  /** True where it counts only inside of what another reports (AT35). */
  readonly inner?: boolean
  /** How sure it is; without the trained reader nothing is known of that. */
  readonly probability?: number
}
