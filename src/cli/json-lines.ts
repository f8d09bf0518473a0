/** JSON lines: report inputs from a stream, one a line, in constant memory; a bad line is a fault of its own. */
import { createReadStream } from 'node:fs'
import { inputLimit, jsonLine } from '../contract/report-input.ts'
import { asFault, type Fault, fault } from '../fault/fault.ts'
import type { LineInput } from './line-input.ts'

const newline = 0x0a

/** Lines of bytes without their ends; one that is longer than `limit` comes as its length alone. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array | string>,
  limit = inputLimit,
): AsyncGenerator<Buffer | { readonly bytes: number }> {
  let parts: Buffer[] = []
  let length = 0
  const take = (): Buffer | { readonly bytes: number } => {
    const line = length > limit ? { bytes: length } : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  for await (const piece of chunks) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece)
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      length += at - from
      if (length <= limit) parts.push(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    length += chunk.length - from
    if (length <= limit) parts.push(chunk.subarray(from))
    else parts = []
  }
  if (length > 0) yield take()
}

/** Report inputs of a stream of JSON lines; blank lines are passed over. */
export async function* jsonLineInputs(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<LineInput> {
  let number = 0
  for await (const line of linesOf(chunks)) {
    number++
    if (!Buffer.isBuffer(line)) {
      yield bad(
        number,
        fault('intake/too-large', { path: `line ${number}`, bytes: line.bytes, limit: inputLimit }),
      )
      continue
    }
    const input = readLine(line, number)
    if (input !== null) yield input
  }
}

/** The same from a file. */
export async function* jsonLineFile(path: string): AsyncGenerator<LineInput> {
  try {
    yield* jsonLineInputs(createReadStream(path))
  } catch (thrown) {
    yield { name: path, fault: fileFault(path, thrown) }
  }
}

function fileFault(path: string, thrown: unknown): Fault {
  const code = (thrown as { code?: unknown }).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return fault('intake/not-found', { path }, thrown)
  if (code === 'EACCES' || code === 'EPERM') return fault('intake/no-access', { path }, thrown)
  if (code === 'EISDIR') return fault('intake/unsupported-type', { path, type: 'a folder' }, thrown)
  return asFault(thrown)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readLine(line: Buffer, number: number): LineInput | null {
  let text: string
  try {
    text = utf8.decode(line)
  } catch {
    return badLine(number, 'it is not UTF-8.')
  }
  if (text.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return badLine(number, 'it is not JSON.')
  }
  const parsed = jsonLine.safeParse(value)
  if (parsed.success) return { name: parsed.data.id, input: parsed.data }
  const issue = parsed.error.issues[0]
  const id = (value as { id?: unknown } | null)?.id
  const place = issue?.path.map(String).join('.') ?? ''
  const reason = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'it is not a report'}.`
  return badLine(number, reason, typeof id === 'string' ? id : undefined)
}

function badLine(line: number, reason: string, id?: string): LineInput {
  return bad(line, fault('intake/bad-line', { line, reason }), id)
}

function bad(line: number, fault: Fault, id = `line ${line}`): LineInput {
  return { name: id, fault }
}
