/** Engine pool: the engine in several worker threads; every thread reads whole reports with a pipeline of its own. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { asFault, fault } from '../fault/fault.ts'
import type { Analysis } from '../model/analysis.ts'
import { type Answer, type Engine, type ReadingTask, thawFault } from './engine.ts'

interface Job {
  readonly task: ReadingTask
  readonly resolve: (analysis: Analysis) => void
  readonly reject: (reason: unknown) => void
}

/** More threads than cores only cost memory. */
export function usefulWorkers(wanted: number): number {
  return Math.max(1, Math.min(wanted, availableParallelism()))
}

/**
 * An engine of `size` threads. `module` is the address of the module whose `loadPipeline` makes the pipeline;
 * `signature` is that pipeline's. A thread that dies fails its report, and another takes its place.
 */
export function enginePool(module: string, signature: string, size: number): Engine {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()
  let closed = false

  const start = (): void => {
    const worker = new Worker(new URL(workerFile(), import.meta.url), { workerData: { module } })
    worker.on('message', (answer: Answer) => {
      const job = busy.get(worker)
      busy.delete(worker)
      idle.push(worker)
      if ('analysis' in answer) job?.resolve(answer.analysis)
      else job?.reject(thawFault(answer))
      next()
    })
    const gone = (reason: string): void => {
      const job = busy.get(worker)
      busy.delete(worker)
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
      job?.reject(fault('internal/bug', { reason }))
      if (!closed && job) {
        start()
        next()
      }
    }
    worker.on('error', (e) => gone(asFault(e).message))
    worker.on('exit', () => gone('a reading thread ended'))
    worker.unref()
    idle.push(worker)
  }
  const next = (): void => {
    while (waiting.length > 0 && idle.length > 0) {
      const worker = idle.shift()
      const job = waiting.shift()
      if (!worker || !job) return
      busy.set(worker, job)
      worker.ref()
      worker.postMessage(job.task)
    }
    for (const worker of idle) worker.unref()
  }
  for (let i = 0; i < size; i++) start()
  return {
    signature,
    read: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}

/** The worker lies beside this file, compiled or not. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? './engine-worker.ts' : './engine-worker.js'
}
