/** Month names of many languages: the number of a month from its name as written. */
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'

const file = 'intake/month-names.tsv'

type Months = ReadonlyMap<string, ReadonlyMap<string, number>>

let kept: Months | null = null

function months(): Months {
  if (kept) return kept
  const out = new Map<string, Map<string, number>>()
  for (const row of readTsv(readIntakeData(file), file, ['form', 'month', 'language'])) {
    const byLanguage = out.get(row.form) ?? new Map<string, number>()
    byLanguage.set(row.language, Number(row.month))
    out.set(row.form, byLanguage)
  }
  kept = out
  return out
}

/**
 * The month of a name, or null. A name that two languages use for different months (listopad) goes by the page's
 * language; where that does not help, by the reading that most languages share.
 */
export function monthOf(form: string, language: string | null): number | null {
  const found = months().get(form.toLowerCase().normalize('NFC'))
  if (!found) return null
  const own = language === null ? undefined : found.get(language)
  if (own !== undefined) return own
  const counts = new Map<number, number>()
  for (const month of found.values()) counts.set(month, (counts.get(month) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}
