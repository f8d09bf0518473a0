/** Query: conditions gathered one by one, cursors that resume a sorted list, and words made safe for full-text search. */
import { raise } from '../fault/fault.ts'

/** Conditions with their values, joined by `and`. */
export class Conditions {
  readonly #parts: string[] = []
  readonly #values: unknown[] = []

  add(sql: string, ...values: readonly unknown[]): void {
    this.#parts.push(`(${sql})`)
    this.#values.push(...values)
  }

  get where(): string {
    return this.#parts.length === 0 ? '' : `where ${this.#parts.join(' and ')}`
  }

  get values(): readonly unknown[] {
    return this.#values
  }

  copy(): Conditions {
    const out = new Conditions()
    out.#parts.push(...this.#parts)
    out.#values.push(...this.#values)
    return out
  }
}

/** A place in a sorted list as an opaque word: the sort it belongs to and the keys of the last item. */
export function cursorOf(sort: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...keys])).toString('base64url')
}

/** The keys of a cursor; throws `input/invalid` for one that was not made for this sort. */
export function keysOf(cursor: string, sort: string, count: number): (string | number)[] {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    parts = null
  }
  const ok =
    Array.isArray(parts) &&
    parts.length === count + 1 &&
    parts[0] === sort &&
    parts.every((p) => typeof p === 'string' || typeof p === 'number')
  if (!ok) raise('input/invalid', { reason: 'the cursor does not belong to this list' })
  return (parts as (string | number)[]).slice(1)
}

const wordOrPhrase = /"([^"]*)"|(\S+)/g

/**
 * What a person typed as a full-text query: every word or "phrase" must occur, `end*` matches beginnings. Nothing
 * typed is ever taken as an operator. Null when nothing is left to look for.
 */
export function matchOf(typed: string): string | null {
  const parts: string[] = []
  for (const m of typed.toWellFormed().replaceAll('\0', ' ').matchAll(wordOrPhrase)) {
    const phrase = m[1]
    const word = m[2]?.replaceAll('"', '')
    const prefix = word?.endsWith('*') ?? false
    const plain = (phrase ?? word ?? '').replace(/\*+$/, '')
    if (!/[\p{L}\p{N}]/u.test(plain)) continue
    parts.push(`"${plain}"${prefix ? '*' : ''}`)
    if (parts.length === 64) break
  }
  return parts.length === 0 ? null : parts.join(' ')
}
