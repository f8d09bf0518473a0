/** Engine worker: one reading thread; loads its own pipeline and answers one report at a time. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { asFault } from '../fault/fault.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { type Answer, type ReadingTask, readWith } from './engine.ts'

/** The module that `workerData` names must export this. */
interface PipelineModule {
  readonly loadPipeline: () => Pipeline
}

function serve(port: NonNullable<typeof parentPort>): void {
  const { module } = workerData as { readonly module: string }
  let pipeline: Promise<Pipeline> | null = null
  port.on('message', async (task: ReadingTask) => {
    try {
      pipeline ??= import(module).then((m: PipelineModule) => m.loadPipeline())
      port.postMessage({ analysis: await readWith(await pipeline, task) } satisfies Answer)
    } catch (thrown) {
      const { code, data } = asFault(thrown)
      port.postMessage({ code, data } satisfies Answer)
    }
  })
}

if (!isMainThread && parentPort && (workerData as { module?: unknown } | null)?.module)
  serve(parentPort)
