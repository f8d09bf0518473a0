/** Reads bad inputs the way a user would hand them in and says what is wrong with what came out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asFault, Fault } from '../../src/fault/fault.ts'
import { captureFile } from '../../src/intake/capture.ts'
import type { ReportReader } from '../../src/intake/read-report.ts'
import type { BadInput, Outcome } from './bad-input.ts'

/** The longest that any input may take. */
const longest = 30_000

const nothing = {
  text: '',
  title: null,
  url: null,
  published: null,
  partial: null,
  diagnostics: [],
}

/** Null when the input did no harm, else what went wrong. */
export async function tryInput(reader: ReportReader, input: BadInput): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bad-'))
  try {
    const path = join(folder, input.file)
    writeFileSync(path, input.bytes())
    const started = performance.now()
    const outcome = await readFile(reader, path)
    const ms = performance.now() - started
    if (ms > longest) return `took ${Math.round(ms)} ms`
    if (outcome.fault === 'internal/bug') return `a bug: ${outcome.message}`
    if (/\n\s+at |node_modules|\.ts:\d|\.js:\d/.test(outcome.message))
      return `a stack trace: ${outcome.message}`
    return input.expect?.(outcome) ?? null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readFile(reader: ReportReader, path: string): Promise<Outcome> {
  try {
    const { report, diagnostics } = await reader.read(await captureFile(path))
    const { text, title, url, published, partial } = report
    return {
      fault: null,
      message: '',
      text,
      title,
      url,
      published,
      partial: partial?.what ?? null,
      diagnostics: diagnostics.map((d) => `${d.code}: ${d.note ?? ''}`),
    }
  } catch (thrown) {
    return faultOf(thrown)
  }
}

function faultOf(thrown: unknown): Outcome {
  const fault = thrown instanceof Fault ? thrown : asFault(thrown)
  return { ...nothing, fault: fault.code, message: fault.message }
}
