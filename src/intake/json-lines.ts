/** JSON lines: records of reports, one a line, each checked by itself; a bad line is a fault and the others go on. */
import { asFault, type Fault, fault, raise } from '../fault/fault.ts'
import type { Report } from '../model/report.ts'
import { languageOf, primaryTag } from './language.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { edtfOf } from './published.ts'

/** One line's record, as given. */
export interface LineRecord {
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string | null
  /** EDTF level 0 or 1. */
  readonly published: string | null
  readonly language: string | null
}

/** What a line holds: a record, or the fault of the line. Blank lines hold nothing. */
export type LineResult =
  | { readonly ok: true; readonly line: number; readonly record: LineRecord }
  | {
      readonly ok: false
      readonly line: number
      /** The id, where the line got as far as that. */
      readonly id: string | null
      readonly fault: Fault
    }

const fields = ['title', 'url', 'outlet', 'published', 'language'] as const
const longestId = 500

/** Reads one line; null for a blank one. */
export function readLine(
  source: string,
  line: number,
  limits: Limits = defaultLimits,
): LineResult | null {
  const bare = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  if (/^\s*$/.test(bare)) return null
  const seen: { id: string | null } = { id: null }
  try {
    return { ok: true, line, record: recordOf(bare, line, limits, seen) }
  } catch (thrown) {
    return { ok: false, line, id: seen.id, fault: asFault(thrown) }
  }
}

function recordOf(
  source: string,
  line: number,
  limits: Limits,
  seen: { id: string | null },
): LineRecord {
  const value = parse(source, line)
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return raise('intake/bad-line', { line, reason: 'it is not an object' })
  const given = new Map(Object.entries(value))
  const id = idOf(given.get('id'), line)
  seen.id = id
  const text = given.get('text')
  if (typeof text !== 'string')
    return raise('intake/bad-line', { line, reason: missing('text', text) })
  if (!/\S/.test(text)) raise('intake/bad-line', { line, reason: '"text" is empty' })
  if (text.length > limits.characters)
    raise('intake/bad-line', {
      line,
      reason: `"text" has more than ${limits.characters} characters`,
    })
  const facts = Object.fromEntries(fields.map((f) => [f, factOf(f, given.get(f), line)])) as Record<
    (typeof fields)[number],
    string | null
  >
  return {
    id,
    text,
    ...facts,
    published: dateOf(facts.published, line),
    language: tagOf(facts.language, line),
  }
}

function parse(source: string, line: number): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return raise('intake/bad-line', { line, reason: 'it is not JSON' })
  }
}

function idOf(value: unknown, line: number): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value !== 'string')
    return raise('intake/bad-line', { line, reason: missing('id', value) })
  if (value === '' || value.length > longestId)
    raise('intake/bad-line', { line, reason: `"id" must have 1 to ${longestId} characters` })
  return value
}

function factOf(name: string, value: unknown, line: number): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string')
    return raise('intake/bad-line', { line, reason: `"${name}" is not text` })
  if (value.length > 10_000) raise('intake/bad-line', { line, reason: `"${name}" is too long` })
  return value
}

function missing(name: string, value: unknown): string {
  return value === undefined ? `"${name}" is missing` : `"${name}" is not text`
}

function dateOf(value: string | null, line: number): string | null {
  if (value === null) return null
  return (
    edtfOf(value) ??
    raise('intake/bad-line', {
      line,
      reason: fault('intake/bad-date', { value: value.slice(0, 80) }).message,
    })
  )
}

function tagOf(value: string | null, line: number): string | null {
  if (value === null) return null
  return (
    primaryTag(value) ??
    raise('intake/bad-line', {
      line,
      reason: `"language" is not a language tag: ${value.slice(0, 40)}`,
    })
  )
}

/** A record as a report; its text is unchanged. The language is found out where it was not given. */
export async function reportOf(record: LineRecord): Promise<Report> {
  const { text, title, url, outlet, published } = record
  return {
    text,
    title,
    byline: null,
    outlet,
    url,
    published,
    publishedFrom: published === null ? null : 'given',
    dateCandidates: published === null ? [] : [{ edtf: published, from: 'given', raw: published }],
    dateReason: published === null ? null : 'it was given',
    language: record.language ?? (await languageOf(text, null)),
    mediaType: 'application/jsonl',
    charset: null,
    partial: null,
  }
}

/** The lines of a byte stream as text, with their numbers; a line over the limit, or one that is not UTF-8, is a fault. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  limits: Limits = defaultLimits,
): AsyncGenerator<LineResult> {
  let parts: Buffer[] = []
  let bytes = 0
  let line = 0
  const finish = (): LineResult | null => {
    line++
    const all = Buffer.concat(parts)
    const size = bytes
    parts = []
    bytes = 0
    if (size > limits.line)
      return {
        ok: false,
        line,
        id: null,
        fault: fault('intake/bad-line', { line, reason: `it has more than ${limits.line} bytes` }),
      }
    return decodeLine(all, line, limits)
  }
  for await (const chunk of stream) {
    const buffer =
      typeof chunk === 'string'
        ? Buffer.from(chunk)
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    let from = 0
    for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, from)) {
      bytes += at - from
      if (bytes <= limits.line) parts.push(buffer.subarray(from, at))
      from = at + 1
      const result = finish()
      if (result) yield result
    }
    bytes += buffer.length - from
    if (bytes <= limits.line) parts.push(buffer.subarray(from))
    else parts = []
  }
  if (bytes > 0) {
    const result = finish()
    if (result) yield result
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeLine(bytes: Buffer, line: number, limits: Limits): LineResult | null {
  let source: string
  try {
    source = utf8.decode(bytes)
  } catch {
    return {
      ok: false,
      line,
      id: null,
      fault: fault('intake/bad-line', { line, reason: 'it is not UTF-8' }),
    }
  }
  return readLine(source, line, limits)
}
