/** Fields: the inputs of an operation as a list, for option parsers, query strings, completion and reference pages. */
import type * as z from 'zod'
import type { Operation } from './operation.ts'

/** One input key as a face sees it. */
export interface Field {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean' | 'choice' | 'list' | 'object'
  /** The values of a choice. */
  readonly choices: readonly string[]
  readonly required: boolean
  readonly fallback: unknown
  readonly description: string
}

interface Unwrapped {
  readonly core: z.core.$ZodTypeDef & { readonly entries?: Readonly<Record<string, string>> }
  readonly required: boolean
  readonly fallback: unknown
  readonly description: string
}

function unwrap(schema: z.ZodType): Unwrapped {
  let at = schema
  let required = true
  let fallback: unknown
  let description = at.description
  for (;;) {
    const def = at.def as z.core.$ZodTypeDef & { innerType?: z.ZodType; defaultValue?: unknown }
    if (def.innerType === undefined)
      return { core: def, required, fallback, description: description ?? '' }
    if (def.type === 'optional' || def.type === 'default') required = false
    if (def.type === 'default') fallback = def.defaultValue
    at = def.innerType
    description ??= at.description
  }
}

const kinds: Readonly<Record<string, Field['type']>> = {
  string: 'string',
  number: 'integer',
  boolean: 'boolean',
  enum: 'choice',
  array: 'list',
}

/** The input keys of an operation, in the order of its schema. */
export function fieldsOf(operation: Operation): Field[] {
  return Object.entries(operation.input.shape).map(([name, schema]) => {
    const { core, required, fallback, description } = unwrap(schema as z.ZodType)
    return {
      name,
      type: kinds[core.type] ?? 'object',
      choices: core.entries ? Object.values(core.entries) : [],
      required,
      fallback,
      description,
    }
  })
}

/**
 * Strings from a query or a command line as the values that the schema asks for: "20" becomes 20, "true" becomes true,
 * one word becomes a list of one, a choice is found whatever its case. What does not fit is passed on as it is, for the schema to refuse in its own words.
 */
export function fromStrings(
  operation: Operation,
  given: Readonly<Record<string, string | readonly string[] | boolean | undefined>>,
): Record<string, unknown> {
  const fields = new Map(fieldsOf(operation).map((f) => [f.name, f]))
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    out[name] = typeof value === 'boolean' ? value : cast(fields.get(name), value)
  }
  return out
}

function cast(field: Field | undefined, value: string | readonly string[]): unknown {
  const type = field?.type
  if (type === 'list') return typeof value === 'string' ? [value] : value
  const one = typeof value === 'string' ? value : (value.at(-1) ?? '')
  if (type === 'choice')
    return field?.choices.find((c) => c.toLowerCase() === one.toLowerCase()) ?? one
  if (type === 'integer') return /^-?\d{1,15}$/.test(one) ? Number(one) : one
  if (type === 'boolean')
    return one === 'true' || one === '' || one === '1'
      ? true
      : one === 'false' || one === '0'
        ? false
        : one
  return one
}
