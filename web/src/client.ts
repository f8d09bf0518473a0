/** The typed client: calls an operation of the contract over HTTP; the compiler checks input and output. */
import type { InputOf, Operation, OutputOf } from '../../src/contract/operation.ts'

/** What the server says when it refuses or fails: problem details with a stable code. */
export class Problem extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** Calls an operation; throws a Problem for every answer that is not one. */
export async function call<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  signal?: AbortSignal,
): Promise<OutputOf<O>> {
  const given = new Map(Object.entries(input as Record<string, unknown>))
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(given.get(key) ?? '')
    given.delete(key)
    return encodeURIComponent(value)
  })
  const get = operation.method === 'GET'
  const query = get ? queryOf(given) : ''
  let response: Response
  try {
    response = await fetch(`/api${path}${query}`, {
      method: operation.method,
      ...(signal ? { signal } : {}),
      ...(get
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(Object.fromEntries(given)),
          }),
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw new Problem('network', 0, 'The server does not answer. Is "hearsay serve" still running?')
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as OutputOf<O>
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) as {
    code?: string
    message?: string
  } | null
  return new Problem(
    body?.code ?? 'unknown',
    response.status,
    body?.message ?? `The server answered ${response.status}.`,
  )
}

/** `?a=1&b=x`, keys in their order, nothing for absent values. */
export function queryOf(values: Iterable<readonly [string, unknown]>): string {
  const out = new URLSearchParams()
  for (const [name, value] of values) {
    if (value !== undefined && value !== null && value !== '') out.append(name, String(value))
  }
  const text = out.toString()
  return text === '' ? '' : `?${text}`
}
