/** Hearsay: opens a ledger, chooses a language, and gives `call` to run any operation. */
import { existsSync, readFileSync } from 'node:fs'
import type { InputOf, Operation, OutputOf } from './contract/operation.ts'
import { english } from './english.ts'
import { raise } from './fault/fault.ts'
import { countInputs, type FileInput, fileInputs } from './service/inputs.ts'
import { openService } from './service/open.ts'

export type { FileInput } from './service/inputs.ts'

/** How the pipeline reads its data files, and the pipeline itself. */
type ReadBytes = Parameters<typeof english>[0]
type Pipeline = ReturnType<typeof english>

/** What the opener may choose. */
export interface HearsayOptions {
  /** The folder of the ledger; made when a report is first added. */
  readonly dataDir: string
  /** Threads that read reports; more than one pays for long ingests. Default 1: in this thread. */
  readonly workers?: number
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
  /** Runs an operation that gives its outputs one by one. */
  stream<O extends Operation>(operation: O, input: InputOf<O>): Iterable<OutputOf<O>>
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
    check: options.check ?? false,
    now: options.now ?? (() => new Date()),
    loadPipeline,
    pipelineModule: import.meta.url,
  })
  return {
    dataDir: options.dataDir,
    ledgerPath: service.ledgerPath,
    workers: service.workers,
    call: (operation, input) => service.call(operation, input) as never,
    stream: (operation, input) => service.stream(operation, input) as never,
    files: fileInputs,
    countFiles: countInputs,
    close: service.close,
  }
}

/** The English pipeline with its data files. */
export function loadPipeline(): Pipeline {
  return english(readData)
}

/** Data files lie in `data/` (by hand) and `dist/data/` (built); from `src/` and from `dist/src/` alike. */
export const readData: ReadBytes = (file) => {
  for (const folder of ['../data/', '../dist/data/', '../../data/']) {
    const url = new URL(folder + file, import.meta.url)
    if (existsSync(url)) return readFileSync(url)
  }
  return raise('lexicon/missing', { file })
}
