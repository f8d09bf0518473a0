/** The filters of the reading page: voice as the key to the underlines, mode and hedge behind a word, each choice with its count. */

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
  readonly onChange: (key: Key | 'source', value: string | undefined) => void
  /** The name of the source that the list is narrowed to. */
  readonly sourceName?: string
}

/** Rows of toggles; a choice that no claim has is left out. */
export function ReaderFilters({ params, counts, onChange, sourceName }: ReaderFiltersProps) {
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
            <span className="sample">{words[v] ?? v}</span>{' '}
            <span className="n">{counts[key][v] ?? 0}</span>
          </button>
        ))}
      </fieldset>
    )
  }
  const more = [
    row('mode', 'Put as', modeWords, modes),
    row('certainty', 'Hedge', certaintyWords, certaintyFilters),
  ].filter((r) => r !== null)
  return (
    <div className="reader-filters">
      {row('voice', 'Voice', voiceWords, voices)}
      {params.source === undefined ? null : (
        <fieldset>
          <legend>Source</legend>
          <button
            type="button"
            className="chip"
            aria-pressed="true"
            aria-label={`Only ${sourceName ?? params.source}: show all again`}
            onClick={() => onChange('source', undefined)}
          >
            {sourceName ?? params.source} <span aria-hidden="true">×</span>
          </button>
        </fieldset>
      )}
      {more.length > 0 ? (
        <details open={params.mode !== undefined || params.certainty !== undefined}>
          <summary>More filters</summary>
          {more}
        </details>
      ) : null}
    </div>
  )
}
