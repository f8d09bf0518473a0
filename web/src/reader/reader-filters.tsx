/** The filters of the reading page: voice, mode and certainty, each choice with its count. */

import { modes } from '../../../src/model/claim.ts'
import { voices } from '../../../src/model/records.ts'
import type { ReaderParams } from '../search-params.ts'
import { certaintyFilters } from '../search-params.ts'
import { certaintyWords, modeWords, voiceWords } from '../wording.ts'

type Key = 'voice' | 'mode' | 'certainty'

interface ReaderFiltersProps {
  readonly params: ReaderParams
  /** How many claims have a value, over all filters but the own one. */
  readonly counts: Readonly<Record<Key, Readonly<Record<string, number>>>>
  readonly onChange: (key: Key, value: string | undefined) => void
}

/** Three rows of toggles; a choice that no claim has is left out. */
export function ReaderFilters({ params, counts, onChange }: ReaderFiltersProps) {
  const row = (
    key: Key,
    label: string,
    words: Readonly<Record<string, string>>,
    values: readonly string[],
  ) => {
    const present = values.filter((v) => (counts[key][v] ?? 0) > 0 || params[key] === v)
    if (present.length < 2 && params[key] === undefined) return null
    return (
      <fieldset key={key}>
        <legend>{label}</legend>
        {present.map((v) => (
          <button
            key={v}
            type="button"
            className={`chip ${key}-${v}`}
            aria-pressed={params[key] === v}
            onClick={() => onChange(key, params[key] === v ? undefined : v)}
          >
            {words[v] ?? v} <span className="n">{counts[key][v] ?? 0}</span>
          </button>
        ))}
      </fieldset>
    )
  }
  return (
    <div className="reader-filters">
      {row('voice', 'Voice', voiceWords, voices)}
      {row('mode', 'Mode', modeWords, modes)}
      {row('certainty', 'Hedge', certaintyWords, certaintyFilters)}
    </div>
  )
}
