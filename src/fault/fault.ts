/** Fault: the one error class that Hearsay throws, and the one body that reports it. */
import { codes, type FaultCode, type FaultData, type Row } from './codes.ts'

/** Something is wrong with the caller or the world. Thrown by `raise`, never made by hand. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: FaultCode
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: FaultCode, data: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(
      (codes[code] as unknown as Row<unknown>).message(data),
      cause === undefined ? undefined : { cause },
    )
    this.code = code
    this.data = data
  }

  get status(): number {
    return codes[this.code].status
  }

  get exit(): number {
    return codes[this.code].exit
  }
}

/** Makes a fault, for callers that store or pass it on instead of throwing. */
export function fault<C extends FaultCode>(code: C, data: FaultData<C>, cause?: unknown): Fault {
  return new Fault(code, data as Readonly<Record<string, unknown>>, cause)
}

/** Throws a fault; the data is checked against the table of codes. */
export function raise<C extends FaultCode>(code: C, data: FaultData<C>, cause?: unknown): never {
  throw fault(code, data, cause)
}

/** What a fault looks like outside: in JSON output, in HTTP answers, in logs. */
export interface FaultBody {
  readonly ok: false
  readonly code: FaultCode
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
  readonly status: number
}

/** The JSON body of a fault. */
export function bodyOf(f: Fault): FaultBody {
  return { ok: false, code: f.code, message: f.message, data: f.data, status: f.status }
}

/** Any thrown value as a fault: faults pass, everything else is a bug and says so without its stack. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown
  return fault(
    'internal/bug',
    { reason: thrown instanceof Error ? thrown.message : String(thrown) },
    thrown,
  )
}
