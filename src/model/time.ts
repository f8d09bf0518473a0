/** Times: EDTF (ISO 8601-2:2019) and TIMEX3 values of time expressions. */

export const timeKinds = ['date', 'time', 'duration', 'set'] as const
export type TimeKind = (typeof timeKinds)[number]

/** One time expression's reading. */
export interface Time {
  /** EDTF levels 0-2, or null where EDTF has no form for it. */
  readonly edtf: string | null
  /** The TIMEX3 value: 2023-08, P3D, PRESENT_REF, 2024-W43, XXXX-WXX-1. */
  readonly timex: string
  readonly kind: TimeKind
}
