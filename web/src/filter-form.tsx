/** A row of filters whose values stand in the address bar. */
import type { FormEvent } from 'react'

export interface FilterField {
  readonly name: string
  readonly words: string
  readonly kind: 'text' | 'date' | 'choice'
  readonly choices?: readonly string[]
  /** How a choice is said, where its own word is a code. */
  readonly says?: Readonly<Record<string, string>>
  /** What stands for no choice; "any" unless said otherwise. */
  readonly none?: string
}

interface FilterFormProps {
  readonly label: string
  readonly fields: readonly FilterField[]
  /** How many fields are always in sight; the others stand behind "More filters". All, if not given. */
  readonly inSight?: number
  readonly values: Readonly<Record<string, string | undefined>>
  readonly onChange: (values: Record<string, string>) => void
}

/** Choices act at once; words act on Enter or when the field is left. */
export function FilterForm({ label, fields, inSight, values, onChange }: FilterFormProps) {
  const apply = (form: HTMLFormElement) => {
    const next: Record<string, string> = {}
    for (const [name, value] of new FormData(form)) {
      const text = String(value).trim()
      if (text !== '') next[name] = text
    }
    const same = fields.every((f) => (next[f.name] ?? '') === (values[f.name] ?? ''))
    if (!same) onChange(next)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    apply(event.currentTarget)
  }
  const first = fields.slice(0, inSight ?? fields.length)
  const rest = fields.slice(first.length)
  const row = (list: readonly FilterField[]) => (
    <div className="filter-row">
      {list.map((f) => (
        <label key={f.name} htmlFor={`filter-${f.name}`}>
          <span>{f.words}</span>
          {f.kind === 'choice' ? (
            <select
              id={`filter-${f.name}`}
              name={f.name}
              value={values[f.name] ?? ''}
              onChange={(e) => {
                const form = e.currentTarget.form
                if (form) apply(form)
              }}
            >
              <option value="">{f.none ?? 'any'}</option>
              {(f.choices ?? []).map((c) => (
                <option key={c} value={c}>
                  {f.says?.[c] ?? c}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`filter-${f.name}`}
              key={values[f.name] ?? ''}
              type="text"
              placeholder={f.kind === 'date' ? '2024-10-18' : ''}
              name={f.name}
              defaultValue={values[f.name] ?? ''}
              onBlur={(e) => {
                const form = e.currentTarget.form
                if (form) apply(form)
              }}
            />
          )}
        </label>
      ))}
    </div>
  )
  return (
    <form className="filters" aria-label={label} onSubmit={submit}>
      {row(first)}
      {rest.length > 0 ? (
        <details open={rest.some((f) => values[f.name] !== undefined)}>
          <summary>More filters</summary>
          {row(rest)}
        </details>
      ) : null}
      {/* Enter sends a form of several fields only where it has a button. */}
      <button type="submit" hidden>
        Apply
      </button>
    </form>
  )
}
