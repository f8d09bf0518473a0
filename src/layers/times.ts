/** Times: time expressions with their values. */
import { defineLayer } from '../document/layer.ts'
import type { Time } from '../model/time.ts'
import type { Ranged } from '../text/span.ts'

export interface TimeReading extends Time {
  /** What a relative expression was read against: 'published', 'statement', 'narrative', or null for an absolute one. */
  readonly anchor: 'published' | 'statement' | 'narrative' | null
  /** EDTF of the second reading of a numeric date that can be read both ways ("10/11/2024"). */
  readonly other?: string
  readonly rule: string
}

export type TimeItem = Ranged<TimeReading>

export const times = defineLayer<TimeItem>()('times', 1)
