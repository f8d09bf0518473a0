/** Says so when a list shows only its beginning. */
import { numberWords } from './wording.ts'

/** Nothing when all is shown. */
export function More({ shown, total, what }: { shown: number; total: number; what: string }) {
  if (shown >= total) return null
  return (
    <p className="quiet">
      The first {numberWords(shown)} of {numberWords(total)} {what}. Narrow the filters to see the
      others.
    </p>
  )
}
