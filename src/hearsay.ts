/** Hearsay: opens a ledger, chooses a language, and gives `call` to run any operation. */
import type { InputOf, Operation, OutputOf } from './contract/operation.ts'
import { countInputs, type FileInput, fileInputs } from './service/inputs.ts'
import { openService } from './service/open.ts'

export type { FileInput } from './service/inputs.ts'

/** What the opener may choose. */
export interface HearsayOptions {
  /** The folder of the ledger; made when a report is first added. */
  readonly dataDir: string
  /** How many reports are read at a time; more than one pays for long ingests. Default 1. */
  readonly workers?: number
  /**
   * How reports are read: `full` with the trained reader, `lite` by rules and small linear models. Default: the environment's
   * HEARSAY_PROFILE, else `full` where the reader's files are there.
   */
  readonly profile?: 'full' | 'lite'
  /** Read in a thread apart even when it is one, so that this thread stays free. Default false; several workers always do. */
  readonly apart?: boolean
  /** Check every output against the contract; for tests and development. Default false. */
  readonly check?: boolean
  /** The clock for what is stored; the engine has none. */
  readonly now?: () => Date
}

/** An open Hearsay. Nothing is loaded or opened before the first call that needs it. */
export interface Hearsay {
  readonly dataDir: string
  readonly ledgerPath: string
  /** How many reports it can read at a time. */
  readonly workers: number
  /** Runs an operation: checks the input, answers, or throws a `Fault`. A write is on disk when it answers. */
  call<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>
  /** The same, answered as JSON: what is only printed or sent need not become an object here. */
  json<O extends Operation>(operation: O, input: InputOf<O>): Promise<string>
  /** Runs an operation that gives its outputs one by one. */
  stream<O extends Operation>(operation: O, input: InputOf<O>): AsyncIterable<OutputOf<O>>
  /** What command-line arguments stand for, as inputs of `analyse` and `add`; `-` is `stdin`. */
  files(
    args: readonly string[],
    stdin: AsyncIterable<Uint8Array | string>,
  ): AsyncIterable<FileInput>
  countFiles(args: readonly string[]): Promise<number>
  close(): Promise<void>
}

/** Opens Hearsay on a data folder. */
export function openHearsay(options: HearsayOptions): Hearsay {
  const service = openService({
    dataDir: options.dataDir,
    workers: options.workers ?? 1,
    apart: options.apart ?? false,
    check: options.check ?? false,
    now: options.now ?? (() => new Date()),
    // Most commands read no report, and a thread apart loads the stages for itself.
    profile: options.profile ?? null,
    loadPipeline: async (profile) => (await import('./reader.ts')).loadPipeline(profile),
    profileNote: async (profile) => (await import('./reader.ts')).profileNote(profile),
    placesIn: async (asked, kept) => (await import('./reader.ts')).placesIn(asked, kept),
    ruleMeanings: async () => (await import('./reader.ts')).ruleMeanings(),
    pipelineModule: new URL(readerFile, import.meta.url).href,
  })
  return {
    dataDir: options.dataDir,
    ledgerPath: service.ledgerPath,
    workers: service.workers,
    call: (operation, input) => service.call(operation, input) as never,
    json: (operation, input) => service.json(operation, input),
    stream: (operation, input) => service.stream(operation, input) as never,
    files: fileInputs,
    countFiles: countInputs,
    close: service.close,
  }
}

/** The module that loads the pipeline lies beside this file, compiled or not. */
const readerFile = import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js'
