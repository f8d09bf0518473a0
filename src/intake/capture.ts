/** Capture: bytes from files, folders, patterns and standard input, in a fixed order. */
import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault, fault, raise } from '../fault/fault.ts'
import { isPattern, matchesName, partsOf } from './glob.ts'
import { defaultLimits } from './limits.ts'
import { isReadableName } from './sniff.ts'

/** Some bytes and what to call them. */
export interface Captured {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What an argument stands for: a file to read, standard input, or a fault that leaves the others alone. */
export type Input =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'fault'; readonly path: string; readonly fault: Fault }

/** Folders below folders, counted from the one that was named. */
const deepestFolder = 64

/**
 * Turns arguments into inputs, in the order given: `-` is standard input, a folder is its readable files by name
 * (folders below it too, hidden names left out), a pattern is its matches by name.
 */
export async function* inputsOf(args: readonly string[]): AsyncGenerator<Input> {
  for (const argument of args) {
    if (argument === '-') yield { kind: 'stdin' }
    else yield* pathInputs(argument)
  }
}

async function* pathInputs(argument: string): AsyncGenerator<Input> {
  try {
    const found = await stat(argument)
    if (found.isDirectory()) yield* walk(argument, 0)
    else yield { kind: 'file', path: argument }
  } catch (thrown) {
    const trouble = fileFault(argument, thrown)
    if (trouble.code !== 'intake/not-found' || !isPattern(argument)) {
      yield { kind: 'fault', path: argument, fault: trouble }
      return
    }
    let any = false
    const { base, parts } = partsOf(argument)
    for await (const input of matches(base, parts, 0)) {
      any = true
      yield input
    }
    if (!any) yield { kind: 'fault', path: argument, fault: trouble }
  }
}

async function* walk(folder: string, depth: number): AsyncGenerator<Input> {
  if (depth > deepestFolder) return
  const listed = await entries(folder)
  if (!Array.isArray(listed)) return yield { kind: 'fault', path: folder, fault: listed }
  for (const entry of listed) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path, depth + 1)
    else if (isReadableName(entry.name)) yield { kind: 'file', path }
  }
}

async function* matches(
  folder: string,
  parts: readonly string[],
  depth: number,
): AsyncGenerator<Input> {
  const [part, ...rest] = parts
  if (part === undefined || depth > deepestFolder) return
  if (part === '**') yield* matches(folder, rest.length === 0 ? ['*'] : rest, depth)
  const listed = await entries(folder)
  if (!Array.isArray(listed)) {
    // A folder that is not there has no matches; one that is closed to us is told.
    if (listed.code !== 'intake/not-found') yield { kind: 'fault', path: folder, fault: listed }
    return
  }
  for (const entry of listed) {
    if (entry.name.startsWith('.') && !part.startsWith('.')) continue
    const path = folder === '.' ? entry.name : join(folder, entry.name)
    if (part === '**' && entry.isDirectory()) yield* matches(path, parts, depth + 1)
    if (part === '**' || !matchesName(entry.name, part)) continue
    if (rest.length > 0 && entry.isDirectory()) yield* matches(path, rest, depth + 1)
    if (rest.length === 0 && entry.isFile()) yield { kind: 'file', path }
  }
}

/** The entries of a folder by name, code unit by code unit: no locale decides an order. Or why there are none. */
async function entries(folder: string): Promise<Dirent[] | Fault> {
  try {
    const all = await readdir(folder, { withFileTypes: true })
    return all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  } catch (thrown) {
    return fileFault(folder, thrown)
  }
}

/** Reads a file; throws a fault when it is missing, closed to us, too large or no file. */
export async function captureFile(path: string, limit = defaultLimits.bytes): Promise<Captured> {
  try {
    const file = await open(path, 'r')
    try {
      const found = await file.stat()
      if (found.isDirectory()) raise('intake/unsupported-type', { path, type: 'a folder' })
      if (!found.isFile()) raise('intake/unsupported-type', { path, type: 'a device or pipe' })
      if (found.size > limit) raise('intake/too-large', { path, bytes: found.size, limit })
      return { name: path, bytes: await file.readFile() }
    } finally {
      await file.close()
    }
  } catch (thrown) {
    throw fileFault(path, thrown)
  }
}

/** Reads a stream to its end. */
export async function captureStream(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
  limit = defaultLimits.bytes,
): Promise<Captured> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk)
    bytes += part.length
    if (bytes > limit) raise('intake/too-large', { path: name, bytes, limit })
    chunks.push(part)
  }
  return { name, bytes: Buffer.concat(chunks) }
}

/** What the system says about a file, as a fault. */
function fileFault(path: string, thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return fault('intake/not-found', { path }, thrown)
  if (code === 'EACCES' || code === 'EPERM') return fault('intake/no-access', { path }, thrown)
  if (code === 'EISDIR') return fault('intake/unsupported-type', { path, type: 'a folder' }, thrown)
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return fault('intake/unreadable', { path, reason }, thrown)
}
