/** Reading: one handed-in report through intake to a task for the engine; shared by `analyse` and `add`. */
import type { ReportFields } from '../contract/report-input.ts'
import type { Diagnostic } from '../fault/diagnostic.ts'
import { raise } from '../fault/fault.ts'
import type { Captured } from '../ledger/reports.ts'
import type { Report } from '../model/report.ts'
import type { Context } from './context.ts'
import type { ReadingTask } from './engine.ts'

/** A report that intake has read. */
export interface Taken extends Captured {
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads what was handed in: a text as it is, or the bytes of a file. */
export async function take(context: Context, input: ReportFields): Promise<Taken> {
  const given = {
    title: input.title ?? null,
    url: input.url ?? null,
    outlet: input.outlet ?? null,
    published: input.published ?? null,
    language: input.language ?? null,
  }
  const { text, content } = input
  if (typeof text === 'string' && typeof content === 'string')
    raise('input/invalid', { reason: 'give text or content, not both' })
  if (typeof text === 'string') {
    const name = input.name ?? input.id ?? 'the text'
    if (text.trim() === '') raise('intake/is-empty', { path: name })
    const read = await context.intake().readText(text, name, given)
    return { ...read, bytes: Buffer.from(text), given: input.id ?? null }
  }
  if (typeof content !== 'string') raise('input/invalid', { reason: 'give text or content' })
  const bytes = bytesOf(content)
  const read = await context.intake().readBytes(bytes, input.name ?? 'standard input', given)
  return { ...read, bytes, given: input.id ?? null }
}

function bytesOf(content: string): Buffer {
  const bytes = Buffer.from(content, 'base64')
  const expected = Math.floor((content.replace(/=+$/, '').length * 3) / 4)
  if (bytes.length !== expected) raise('input/invalid', { reason: 'content is not base64' })
  return bytes
}

/** The engine's task for a report. */
export function taskOf(
  id: string,
  report: Report,
  diagnostics: readonly Diagnostic[],
  tokens: boolean,
): ReadingTask {
  return {
    id,
    text: report.text,
    facts: {
      title: report.title,
      url: report.url,
      outlet: report.outlet,
      published: report.published,
      language: report.language,
    },
    publishedFrom: report.publishedFrom,
    tokens,
    diagnostics,
  }
}
