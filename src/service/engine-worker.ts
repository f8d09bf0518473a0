/** Engine worker: one reading thread; loads its own pipeline and answers one report at a time. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { freeze, type PipelineSource, type ReadingTask, readWith, type Said } from './engine.ts'

/** What the module of the source must export. */
interface PipelineModule {
  readonly loadPipeline: (profile: string | null) => Pipeline
}

function serve(port: NonNullable<typeof parentPort>, { module, profile }: PipelineSource): void {
  const say = (said: Said): void => port.postMessage(said)
  // Loading begins before the first report comes: who starts a thread has reports to read.
  const pipeline = import(module).then((m: PipelineModule) => m.loadPipeline(profile))
  pipeline.then(
    ({ signature, encoder }) => {
      say({ signature })
      encoder?.warm?.()
    },
    (thrown: unknown) => say({ unready: freeze(thrown) }),
  )
  port.on('message', async (task: ReadingTask | null) => {
    // Between two steps: a thread that is ended while its network runs would take the process with it.
    if (task === null) return process.exit()
    try {
      say({ json: JSON.stringify(await readWith(await pipeline, task)) })
    } catch (thrown) {
      say({ failed: freeze(thrown) })
    }
  })
}

const source = workerData as PipelineSource | null
if (!isMainThread && parentPort && source?.module !== undefined) serve(parentPort, source)
