/** How far each kind of place on a page is trusted to tell the day of publication: the better the lower. */
import type { DateCandidate } from '../model/report.ts'

/** A candidate with its weight. */
export interface RankedDate extends DateCandidate {
  readonly rank: number
}

/** Words that may be a date, from one place of a page. */
export interface DatedPlace {
  readonly from: string
  readonly raw: string
  readonly rank: number
}

export const rank = {
  linked: 1,
  meta: 2,
  itemprop: 3,
  plainMeta: 4,
  time: 5,
  url: 6,
  text: 7,
  weak: 8,
  modified: 9,
  /** In a list of other reports, a comment, a footer: kept, never chosen. */
  elsewhere: 20,
} as const
