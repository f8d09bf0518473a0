/** Intake step: a given text, or the bytes of a file, as a report with remarks. */
import { type Diagnostic, diagnostic } from '../fault/diagnostic.ts'
import { raise } from '../fault/fault.ts'
import { languageOf, primaryTag } from '../intake/language.ts'
import { defaultLimits } from '../intake/limits.ts'
import { publishedOf } from '../intake/published.ts'
import { ReportReader } from '../intake/read-report.ts'
import type { Report } from '../model/report.ts'

/** What the caller knows about a report; believed. */
export interface Given {
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly language: string | null
}

/** A report and what was hard about reading it. */
export interface Read {
  readonly report: Report
  readonly diagnostics: readonly Diagnostic[]
}

/** The two ways in. */
export interface IntakeStep {
  /** Takes a text unchanged: offsets are those of the given text. */
  readText(text: string, name: string, given: Given): Promise<Read>
  /** Finds out what the bytes are, and reads them. */
  readBytes(bytes: Uint8Array, name: string, given: Given): Promise<Read>
  close(): void
}

/** Intake with `parsers` parser processes at most; they start when a page needs one. */
export function intakeStep(parsers: number): IntakeStep {
  const reader = new ReportReader(defaultLimits, parsers)
  return {
    readText,
    readBytes: async (bytes, name, given) => reader.read({ name, bytes }, given),
    close: () => reader.close(),
  }
}

async function readText(text: string, name: string, given: Given): Promise<Read> {
  const limit = defaultLimits.bytes
  if (text.length > limit) raise('intake/too-large', { path: name, bytes: text.length, limit })
  const published = given.published === null ? null : publishedOf(given.published)
  const report: Report = {
    text,
    title: given.title,
    byline: null,
    outlet: given.outlet,
    url: given.url,
    published,
    publishedFrom: published === null ? null : 'given',
    dateCandidates:
      published === null ? [] : [{ edtf: published, from: 'given', raw: given.published ?? '' }],
    dateReason: published === null ? null : 'it was given',
    language: given.language === null ? await languageOf(text, null) : primaryTag(given.language),
    mediaType: 'text/plain',
    charset: null,
    partial: null,
  }
  const diagnostics = published === null ? [diagnostic('date-unknown', 'intake')] : []
  return { report, diagnostics }
}
