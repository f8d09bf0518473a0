/** A row of filters whose values stand in the address bar. */
import type { FormEvent } from 'react'

export interface FilterField {
  readonly name: string
  readonly words: string
  readonly kind: 'text' | 'date' | 'choice'
  readonly choices?: readonly string[]
  /** What stands for no choice; "any" unless said otherwise. */
  readonly none?: string
}

interface FilterFormProps {
  readonly label: string
  readonly fields: readonly FilterField[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly onChange: (values: Record<string, string>) => void
}

/** Choices act at once; words act on Enter or when the field is left. */
export function FilterForm({ label, fields, values, onChange }: FilterFormProps) {
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
  return (
    <form className="filters" aria-label={label} onSubmit={submit}>
      {fields.map((f) => (
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
                  {c}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`filter-${f.name}`}
              key={values[f.name] ?? ''}
              type="text"
              inputMode={f.kind === 'date' ? 'numeric' : 'text'}
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
      {/* Enter sends a form of several fields only where it has a button. */}
      <button type="submit" hidden>
        Apply
      </button>
    </form>
  )
}
