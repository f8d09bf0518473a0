/** Operation: one declaration that becomes a command, an HTTP route, a typed call and a page of the reference. */
import type * as z from 'zod'
import type { FaultCode } from '../fault/codes.ts'

/** `read` changes nothing; `write` changes the ledger. */
export type OperationKind = 'read' | 'write'

/** What an operation says about itself beside its schemas. */
export interface OperationParts<In extends z.ZodObject, Out extends z.ZodType> {
  /** One line, a verb first: "List the claims, newest first." */
  readonly summary: string
  readonly input: In
  readonly output: Out
  /** Faults that it may raise beside `input/invalid`, `ledger/locked` and `internal/bug`. */
  readonly faults: readonly FaultCode[]
  /** HTTP path below `/api`, with `{key}` for input keys; default `/` and the name. */
  readonly path?: string
  /** GET for reads and POST for writes, unless said otherwise. */
  readonly method?: 'GET' | 'POST'
  /** Input keys that the command line takes by position, in order. */
  readonly positional?: readonly (keyof z.input<In> & string)[]
  /** Command lines to show in help: `[line, what it does]`. */
  readonly examples?: readonly (readonly [line: string, does: string])[]
}

/** A declared operation. `Stream` ones give their outputs one by one. */
export interface Operation<
  Name extends string = string,
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
  Stream extends boolean = boolean,
> {
  readonly name: Name
  readonly kind: OperationKind
  readonly stream: Stream
  readonly summary: string
  readonly input: In
  readonly output: Out
  readonly faults: readonly FaultCode[]
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly positional: readonly string[]
  readonly examples: readonly (readonly [string, string])[]
}

/** What a caller hands in: defaults may be left out. */
export type InputOf<O> =
  O extends Operation<string, infer In, z.ZodType, boolean> ? z.input<In> : never
/** What a handler gets: defaults filled in. */
export type ParsedOf<O> =
  O extends Operation<string, infer In, z.ZodType, boolean> ? z.output<In> : never
/** What comes back, read-only throughout; for a stream, one item of it. */
export type OutputOf<O> =
  O extends Operation<string, z.ZodObject, infer Out, boolean> ? Frozen<z.output<Out>> : never

/** A value that nobody changes, at any depth. */
export type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> }

function declare<
  Name extends string,
  In extends z.ZodObject,
  Out extends z.ZodType,
  Stream extends boolean,
>(
  name: Name,
  kind: OperationKind,
  stream: Stream,
  parts: OperationParts<In, Out>,
): Operation<Name, In, Out, Stream> {
  return Object.freeze({
    name,
    kind,
    stream,
    summary: parts.summary,
    input: parts.input,
    output: parts.output,
    faults: parts.faults,
    path: parts.path ?? `/${name}`,
    method: parts.method ?? (kind === 'read' ? 'GET' : 'POST'),
    positional: parts.positional ?? [],
    examples: parts.examples ?? [],
  })
}

/** Declares an operation that changes nothing. */
export function read<Name extends string, In extends z.ZodObject, Out extends z.ZodType>(
  name: Name,
  parts: OperationParts<In, Out>,
): Operation<Name, In, Out, false> {
  return declare(name, 'read', false, parts)
}

/** Declares an operation that changes the ledger. */
export function write<Name extends string, In extends z.ZodObject, Out extends z.ZodType>(
  name: Name,
  parts: OperationParts<In, Out>,
): Operation<Name, In, Out, false> {
  return declare(name, 'write', false, parts)
}

/** Declares a reading operation whose outputs come one by one: a JSON line each. */
export function stream<Name extends string, In extends z.ZodObject, Out extends z.ZodType>(
  name: Name,
  parts: OperationParts<In, Out>,
): Operation<Name, In, Out, true> {
  return declare(name, 'read', true, parts)
}
