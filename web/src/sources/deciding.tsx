/** Deciding on sources: forms that say, with a reason, that two are one or that they are not. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { sourceMerge, sourceSplit } from '../../../src/contract/source-merge.ts'
import { call } from '../client.ts'

interface DecisionFormProps {
  readonly act: 'merge' | 'split'
  readonly source: string
  /** The other source; a form without one asks for it. */
  readonly other?: string
  /** What the button that opens it says. */
  readonly words: string
}

/** Hidden behind its words until it is wanted; every list is asked for anew when the decision is kept. */
export function DecisionForm({ act, source, other, words }: DecisionFormProps) {
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (given: { b: string; why: string; by: string }) =>
      call(act === 'merge' ? sourceMerge : sourceSplit, { a: source, ...given }),
    onSuccess: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string): string => String(form.get(name) ?? '').trim()
    decide.mutate({ b: other ?? text('b'), why: text('why'), by: text('by') || 'reader' })
  }
  return (
    <details className="deciding">
      <summary>{words}</summary>
      <form onSubmit={submit}>
        {other === undefined ? (
          <label>
            <span>The other source: its name or id</span>
            <input name="b" required />
          </label>
        ) : null}
        <label>
          <span>Why</span>
          <input name="why" required maxLength={10_000} />
        </label>
        <label>
          <span>Who decides</span>
          <input name="by" placeholder="reader" maxLength={200} />
        </label>
        <button type="submit" className="act" disabled={decide.isPending}>
          {act === 'merge' ? 'They are one' : 'They are two'}
        </button>
        {decide.error ? (
          <p className="trouble" role="alert">
            {decide.error.message}
          </p>
        ) : null}
      </form>
    </details>
  )
}
