/** Handler: the shape of what stands behind an operation. */
import type { OutputOf, ParsedOf } from '../contract/operation.ts'
import type { Context } from './context.ts'

/** Checked input in, output (or, for a stream, outputs one by one) out. */
export type Handler<O> = (
  context: Context,
  input: ParsedOf<O>,
) => O extends { readonly stream: true }
  ? AsyncIterable<OutputOf<O>>
  : OutputOf<O> | Promise<OutputOf<O>>
