/** Engine: turns one report into its analysis, in this thread or in worker threads, with the same result. */
import { analysisOf } from '../analysis/analysis-of.ts'
import { Document, type DocumentFacts } from '../document/document.ts'
import type { FaultCode } from '../fault/codes.ts'
import { type Diagnostic, diagnostic } from '../fault/diagnostic.ts'
import { asFault, Fault } from '../fault/fault.ts'
import type { Analysis } from '../model/analysis.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { extentOf, extents } from './extent.ts'

/** One report to be read. Plain data, so that it can travel to another thread. */
export interface ReadingTask {
  readonly id: string
  readonly text: string
  readonly facts: DocumentFacts
  readonly publishedFrom: string | null
  readonly tokens: boolean
  /** Whether claims get gists and links among themselves, as the ledger keeps them. */
  readonly gists?: boolean
  /** What intake found hard. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads reports. Results depend on the task alone. */
export interface Engine {
  /** What makes its analyses: `tokenize@1 tag@3 ...`. */
  signature(): Promise<string>
  read(task: ReadingTask): Promise<Analysis>
  /** The same as JSON: what is only passed on need not become an object in this thread. */
  write(task: ReadingTask): Promise<string>
  close(): Promise<void>
}

/** Languages that the pipeline of `english.ts` reads; a text too short to tell is read as English. */
const supported: readonly (string | null)[] = ['en', null]

/** Reads one report with a pipeline. */
export async function readWith(pipeline: Pipeline, task: ReadingTask): Promise<Analysis> {
  const { id, publishedFrom, tokens } = task
  const doc = await documentOf(pipeline, task)
  const versions = versionsIn(pipeline.signature)
  const analysis = analysisOf(doc, {
    id,
    publishedFrom,
    tokens,
    gists: task.gists ?? false,
    versions,
  })
  return tokens && analysis.tokens === undefined ? { ...analysis, tokens: [] } : analysis
}

/** The report with all layers that the pipeline makes. */
export async function documentOf(pipeline: Pipeline, task: ReadingTask): Promise<Document> {
  const bare = Document.of(task.text, task.facts).remark(task.diagnostics)
  return supported.includes(languageOf(task.facts.language))
    ? await readPart(pipeline, bare)
    : bare.remark([
        diagnostic('language-not-supported', 'engine', null, task.facts.language ?? null),
      ])
}

/** Reads the text as far as the engine goes; what stands behind that point is kept and said to be unread. */
async function readPart(pipeline: Pipeline, whole: Document): Promise<Document> {
  const most = pipeline.encoder === null ? extents.plain : extents.encoded
  const end = extentOf(whole.text, most)
  if (end === whole.text.length) return pipeline.read(whole)
  const read = await pipeline.read(whole.upTo(end))
  const rest = { from: end, to: whole.text.length }
  return read
    .continuedBy(whole.text.slice(end))
    .remark([diagnostic('partial', 'engine', rest, `only the first ${most} words are analysed`)])
}

/** The version of each step that a signature names: `tag@3` is 3 for `tag`. */
function versionsIn(signature: string): Record<string, number> {
  const steps = signature.split(' ').map((step) => step.split('@'))
  return Object.fromEntries(steps.map(([name = '', version]) => [name, Number(version)]))
}

/** "en" of "en-GB". */
function languageOf(tag: string | null): string | null {
  return tag === null ? null : (tag.toLowerCase().split(/[-_]/)[0] ?? null)
}

/** An engine in this thread; the pipeline is loaded with the first report. */
export function localEngine(pipeline: () => Promise<Pipeline>): Engine {
  return {
    signature: async () => (await pipeline()).signature,
    read: async (task) => readWith(await pipeline(), task),
    write: async (task) => JSON.stringify(await readWith(await pipeline(), task)),
    close: async () => {},
  }
}

/** Where a reading thread has its pipeline from; plain data. */
export interface PipelineSource {
  /** Address of a module that exports `loadPipeline`. */
  readonly module: string
  /** The profile asked for, if any. */
  readonly profile: string | null
}

/** A fault in a form that can travel to another thread. */
export interface FrozenFault {
  readonly code: FaultCode
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * What a reading thread says: once, what it reads with; then the result of every task. An analysis travels as JSON: that
 * takes a third of the time that a copy of the object takes, in both threads.
 */
export type Said =
  | { readonly signature: string }
  | { readonly unready: FrozenFault }
  | { readonly json: string }
  | { readonly failed: FrozenFault }

export function freeze(thrown: unknown): FrozenFault {
  const { code, data } = asFault(thrown)
  return { code, data }
}

export function thaw({ code, data }: FrozenFault): Fault {
  return new Fault(code, data)
}
