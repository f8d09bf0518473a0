/** Times: time expressions with their values. */
import { defineLayer } from '../document/layer.ts'
import type { Time } from '../model/time.ts'
import type { Ranged } from '../text/span.ts'

export interface TimeReading extends Time {
  /** What a relative expression was read against: 'published', 'statement', 'narrative', or null for an absolute one. */
  readonly anchor: 'published' | 'statement' | 'narrative' | null
  readonly rule: string
}

export type TimeItem = Ranged<TimeReading>

export const times = defineLayer<TimeItem>()('times', 1)
