/** Open: makes the context of one Hearsay and the two ways to call its operations. */
import { join } from 'node:path'
import type { Operation } from '../contract/operation.ts'
import type { OperationName } from '../contract/operations.ts'
import { fault, raise } from '../fault/fault.ts'
import { Ledger } from '../ledger/ledger.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { type Context, Turns } from './context.ts'
import { type Engine, localEngine } from './engine.ts'
import { enginePool, threadsRun, usefulWorkers } from './engine-pool.ts'
import { type IntakeStep, intakeStep } from './intake-step.ts'
import { service, writers } from './service.ts'

/** What the one who opens decides. */
export interface OpenOptions {
  readonly dataDir: string
  readonly workers: number
  /** Whether a single reader has a thread of its own too; several always have. */
  readonly apart: boolean
  /** Whether outputs are checked against the contract: in tests and development. */
  readonly check: boolean
  readonly now: () => Date
  /** The profile asked for, if any. */
  readonly profile: string | null
  readonly loadPipeline: (profile: string | null) => Promise<Pipeline>
  readonly profileNote: (profile: string | null) => Promise<string>
  readonly placesIn: Context['placesIn']
  readonly ruleMeanings: () => Promise<ReadonlyMap<string, string>>
  /** Address of a module that exports `loadPipeline`, for reading threads. */
  readonly pipelineModule: string
}

/** An open service: untyped calls by name; `hearsay.ts` gives them their types. */
export interface OpenService {
  readonly ledgerPath: string
  readonly workers: number
  call(operation: Operation, input: unknown): Promise<unknown>
  json(operation: Operation, input: unknown): Promise<string>
  stream(operation: Operation, input: unknown): AsyncIterable<unknown>
  close(): Promise<void>
}

/** The ledger's file in its data folder. */
export const ledgerFile = 'ledger.sqlite'

export function openService(options: OpenOptions): OpenService {
  const ledgerPath = join(options.dataDir, ledgerFile)
  let ledger: Ledger | null = null
  let pipeline: Promise<Pipeline> | null = null
  let engine: Engine | null = null
  let intake: IntakeStep | null = null
  let closed = false
  const turns = new Turns()
  const workers = options.workers > 1 ? usefulWorkers(options.workers) : 1

  const context: Context = {
    dataDir: options.dataDir,
    ledger: () => {
      ledger ??= Ledger.open(ledgerPath)
      return ledger
    },
    pipeline: () => {
      pipeline ??= options.loadPipeline(options.profile)
      return pipeline
    },
    profileNote: () => options.profileNote(options.profile),
    placesIn: options.placesIn,
    ruleMeanings: options.ruleMeanings,
    engine: () => {
      engine ??=
        threadsRun && (workers > 1 || options.apart)
          ? enginePool(options.pipelineModule, workers, options.profile)
          : localEngine(() => context.pipeline())
      return engine
    },
    intake: () => {
      intake ??= intakeStep(workers)
      return intake
    },
    now: () => options.now().toISOString(),
    takeTurn: () => turns.take(),
    inTurn: (turn, work) => turns.run(turn, work),
  }

  const parse = (operation: Operation, input: unknown): unknown => {
    if (closed) raise('internal/bug', { reason: 'it was called after it was closed' })
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) raise('input/invalid', { reason: reasonOf(parsed.error.issues) })
    return parsed.data
  }
  const checked = (operation: Operation, output: unknown): unknown => {
    if (!options.check) return output
    const parsed = operation.output.safeParse(output)
    if (!parsed.success)
      throw fault('internal/bug', {
        reason: `${operation.name} answered what it does not declare: ${reasonOf(parsed.error.issues)}`,
      })
    return output
  }
  const call = async (operation: Operation, input: unknown): Promise<unknown> =>
    checked(operation, await handlerOf(operation)(context, parse(operation, input)))
  return {
    ledgerPath,
    workers,
    call,
    json: async (operation, input) => {
      const write = options.check ? undefined : writerOf(operation)
      return write
        ? write(context, parse(operation, input))
        : JSON.stringify(await call(operation, input))
    },
    stream: async function* (operation, input) {
      const items = handlerOf(operation)(context, parse(operation, input)) as AsyncIterable<unknown>
      for await (const item of items) yield checked(operation, item)
    },
    close: async () => {
      closed = true
      await engine?.close()
      intake?.close()
      ledger?.close()
    },
  }
}

type AnyHandler = (context: Context, input: unknown) => unknown

function handlerOf(operation: Operation): AnyHandler {
  return service[operation.name as OperationName] as AnyHandler
}

function writerOf(
  operation: Operation,
): ((context: Context, input: unknown) => Promise<string>) | undefined {
  return writers[operation.name as keyof typeof writers] as ReturnType<typeof writerOf>
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  /** What would have been taken, where it is one of a list. */
  readonly values?: readonly unknown[]
}

/** The first thing that is wrong, with its place: "limit: Too big: expected number to be <=500". */
function reasonOf(issues: readonly Issue[]): string {
  const first = issues[0]
  if (!first) return 'it is not what the operation takes'
  const place = first.path.map(String).join('.')
  const message =
    first.values === undefined ? first.message : `it is one of ${first.values.join(', ')}`
  return place === '' ? message : `${place}: ${message}`
}
