/** Problem details (RFC 9457): how a fault is told over HTTP, with the stable code and never a stack trace. */
import type { Fault } from '../fault/fault.ts'

/** Media type of problem details. */
export const problemType = 'application/problem+json'

/** The body of an error answer. `type` is relative: the entry of the code in the offline reference. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly ok: false
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A fault as problem details. A bug keeps its reason to itself: it may quote a path or a document. */
export function problemOf(fault: Fault): Problem {
  const hidden = fault.code === 'internal/bug' || fault.code === 'pipeline/stage-failed'
  const message = hidden ? 'Something is wrong inside Hearsay.' : fault.message
  return {
    type: `/docs#${fault.code.replace('/', '-')}`,
    title: fault.code,
    status: fault.status,
    detail: message,
    code: fault.code,
    ok: false,
    message,
    data: hidden ? {} : fault.data,
  }
}

/** An error answer. */
export function problemResponse(fault: Fault): Response {
  const headers: Record<string, string> = { 'content-type': problemType }
  if (fault.status === 503 || fault.status === 507) headers['retry-after'] = '5'
  return new Response(`${JSON.stringify(problemOf(fault))}\n`, { status: fault.status, headers })
}
