/** Engine pool: the engine in worker threads, each with a pipeline of its own, so that this thread stays free to answer. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { asFault, fault } from '../fault/fault.ts'
import type { Analysis } from '../model/analysis.ts'
import { type Engine, type PipelineSource, type ReadingTask, type Said, thaw } from './engine.ts'

interface Job {
  readonly task: ReadingTask
  readonly resolve: (json: string) => void
  readonly reject: (reason: unknown) => void
}

/** From TypeScript sources there are no threads: Node gives them no loader. */
export const threadsRun = !import.meta.url.endsWith('.ts')

/** More threads than cores only cost memory. */
export function usefulWorkers(wanted: number): number {
  return Math.max(1, Math.min(wanted, availableParallelism()))
}

/**
 * An engine of `size` threads. `module` is the address of the module whose `loadPipeline` makes the pipeline, given the
 * profile that was asked for, if any. A thread that dies fails the report that it was reading, and another takes its place.
 */
export function enginePool(module: string, size: number, profile: string | null = null): Engine {
  return new Pool({ module, profile }, size)
}

/** How long a thread may take to end by itself, in milliseconds; the steps of its network are far shorter. */
const patience = 3000

/** Asks a thread to end; one that does not hear is ended. */
async function ended(worker: Worker): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.postMessage(null)
  let late: NodeJS.Timeout | undefined
  const forced = new Promise((resolve) => {
    late = setTimeout(() => void worker.terminate().then(resolve), patience)
  })
  await Promise.race([gone, forced])
  clearTimeout(late)
}

class Pool implements Engine {
  readonly #source: PipelineSource
  readonly #size: number
  readonly #waiting: Job[] = []
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Job>()
  /** Threads that have not said yet what they read with. */
  readonly #loading = new Set<Worker>()
  readonly #signature: Promise<string>
  #know: (signature: string) => void = () => {}
  #despair: (reason: unknown) => void = () => {}
  #closed = false

  constructor(source: PipelineSource, size: number) {
    this.#source = source
    this.#size = size
    this.#signature = new Promise((resolve, reject) => {
      this.#know = resolve
      this.#despair = reject
    })
    // Whoever asks for it sees the rejection; nobody has to.
    this.#signature.catch(() => {})
    this.#fill()
  }

  signature(): Promise<string> {
    return this.#signature
  }

  async read(task: ReadingTask): Promise<Analysis> {
    return JSON.parse(await this.write(task)) as Analysis
  }

  write(task: ReadingTask): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(fault('internal/bug', { reason: 'the engine is closed' }))
      this.#waiting.push({ task, resolve, reject })
      this.#fill()
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const all = new Set([...this.#idle, ...this.#busy.keys()])
    await Promise.all([...all].map(ended))
    for (const job of this.#waiting.splice(0))
      job.reject(fault('internal/bug', { reason: 'the engine was closed' }))
  }

  /** Starts threads until there are as many as there should be. */
  #fill(): void {
    while (this.#idle.length + this.#busy.size < this.#size) this.#start()
  }

  #start(): void {
    const worker = new Worker(new URL('./engine-worker.js', import.meta.url), {
      workerData: this.#source,
    })
    this.#loading.add(worker)
    this.#idle.push(worker)
    worker.on('message', (said: Said) => this.#hear(worker, said))
    worker.on('error', (thrown) => this.#lose(worker, asFault(thrown).message))
    worker.on('exit', () => this.#lose(worker, 'a reading thread ended'))
  }

  #hear(worker: Worker, said: Said): void {
    if ('signature' in said || 'unready' in said) {
      this.#loading.delete(worker)
      if ('signature' in said) this.#know(said.signature)
      else this.#despair(thaw(said.unready))
      this.#hold(worker)
      return
    }
    const job = this.#busy.get(worker)
    this.#busy.delete(worker)
    this.#idle.push(worker)
    this.#hold(worker)
    if ('json' in said) job?.resolve(said.json)
    else job?.reject(thaw(said.failed))
    this.#next()
  }

  /** A thread is gone: its report fails, those that wait get another thread. */
  #lose(worker: Worker, reason: string): void {
    const job = this.#busy.get(worker)
    const at = this.#idle.indexOf(worker)
    if (job === undefined && at < 0) return
    this.#loading.delete(worker)
    this.#busy.delete(worker)
    if (at >= 0) this.#idle.splice(at, 1)
    const lost = fault('internal/bug', { reason })
    this.#despair(lost)
    job?.reject(lost)
    if (this.#closed || this.#waiting.length === 0) return
    this.#fill()
    this.#next()
  }

  #next(): void {
    while (this.#waiting.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.shift()
      const job = this.#waiting.shift()
      if (!worker || !job) return
      this.#busy.set(worker, job)
      this.#hold(worker)
      worker.postMessage(job.task)
    }
  }

  /** An idle thread must not keep the program running; one that loads or reads must. */
  #hold(worker: Worker): void {
    if (this.#busy.has(worker) || this.#loading.has(worker)) worker.ref()
    else worker.unref()
  }
}
