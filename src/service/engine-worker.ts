/** Engine worker: one reading thread; loads its own pipeline and answers one report at a time. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { freeze, type ReadingTask, readWith, type Said } from './engine.ts'

/** The module that `workerData` names must export this. */
interface PipelineModule {
  readonly loadPipeline: () => Pipeline
}

function serve(port: NonNullable<typeof parentPort>, module: string): void {
  const say = (said: Said): void => port.postMessage(said)
  // Loading begins before the first report comes: who starts a thread has reports to read.
  const pipeline = import(module).then((m: PipelineModule) => m.loadPipeline())
  pipeline.then(
    ({ signature }) => say({ signature }),
    (thrown: unknown) => say({ unready: freeze(thrown) }),
  )
  port.on('message', async (task: ReadingTask) => {
    try {
      say({ analysis: await readWith(await pipeline, task) })
    } catch (thrown) {
      say({ failed: freeze(thrown) })
    }
  })
}

const { module } = (workerData ?? {}) as { readonly module?: string }
if (!isMainThread && parentPort && module !== undefined) serve(parentPort, module)
