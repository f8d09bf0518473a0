/** Reads the predicates of MEANTIME with their factuality: certain or not, affirmed or denied, future or not. */
import { layOutMeantime } from './timex.ts'

/** One annotated predicate. */
export interface GoldPredicate {
  readonly from: number
  readonly to: number
  readonly uncertain: boolean
  readonly negated: boolean
  readonly future: boolean
}

/** The levels of certainty that say something; other predicates are left out. */
const levels = ['CERTAIN', 'PROBABLE', 'POSSIBLE']

/** The text of a file and its predicates that have factuality. */
export function readMeantimeEvents(source: string): {
  readonly text: string
  readonly predicates: readonly GoldPredicate[]
} {
  const { text, spans } = layOutMeantime(source)
  const predicates: GoldPredicate[] = []
  for (const m of source.matchAll(/<EVENT_MENTION ([^>]*)>([\s\S]*?)<\/EVENT_MENTION>/g)) {
    const head = m[1] ?? ''
    const at = spans.get(/t_id="(\d+)"/.exec(m[2] ?? '')?.[1] ?? '')
    const value = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1] ?? ''
    const certainty = value('certainty')
    if (!at || !levels.includes(certainty)) continue
    predicates.push({
      ...at,
      uncertain: certainty !== 'CERTAIN',
      negated: value('polarity') === 'NEG',
      future: value('time') === 'FUTURE',
    })
  }
  return { text, predicates }
}
