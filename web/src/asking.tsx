/** Asking the server: one hook for all pages, and what stands there while it works or when it fails. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { InputOf, Operation, OutputOf } from '../../src/contract/operation.ts'
import { call, Problem } from './client.ts'

/** The answer of a reading operation, kept while its input stays the same. */
export function useAnswer<O extends Operation>(
  operation: O,
  input: InputOf<O>,
): UseQueryResult<OutputOf<O>> {
  return useQuery({
    queryKey: [operation.name, input],
    queryFn: ({ signal }) => call(operation, input, signal),
  })
}

/** Shows the answer, or that it is on its way, or why there is none. */
export function Answer<T>({
  of,
  children,
}: {
  of: UseQueryResult<T>
  children: (data: T) => ReactNode
}) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) {
    return (
      <div className="trouble" role="alert">
        <p>{of.error.message}</p>
        {of.error instanceof Problem ? <p className="quiet">{of.error.code}</p> : null}
      </div>
    )
  }
  return (
    <p className="quiet waiting" role="status">
      Reading…
    </p>
  )
}
