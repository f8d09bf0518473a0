/** Batch: runs an operation over many report inputs in order; trouble with one leaves the others alone. */

import type { ReportFields } from '../contract/report-input.ts'
import { asFault, type Fault } from '../fault/fault.ts'
import { compileLate } from './compiler.ts'
import { keepLevel } from './heap.ts'
import { inOrder } from './in-order.ts'
import { interrupted, watchInterrupts } from './interrupt.ts'
import type { LineInput } from './line-input.ts'
import { faultLine, type Output } from './output.ts'
import { progress } from './progress.ts'

/** How a batch is run and reported. */
export interface Batch<Result> {
  readonly inputs: AsyncIterable<LineInput>
  readonly total: number | null
  /** How many reports are in hand at a time. */
  readonly width: number
  readonly output: Output
  /** Faults are printed as JSON lines among the results, in their places. */
  readonly faultsAsJson: boolean
  readonly work: (input: ReportFields) => Promise<Result>
  readonly show: (result: Result, name: string) => Promise<void>
  readonly showFault: (fault: Fault, name: string) => Promise<void>
  /** A date given by a flag: when it is wrong the command is wrong, not the reports. */
  readonly publishedFlag: string | undefined
}

/** Exit status: some inputs were skipped. */
export const skipped = 3

/** Returns the exit status: 0, 3 when an input got no result, 130 after an interrupt. Throws faults of the ledger. */
export async function runBatch<Result>(batch: Batch<Result>): Promise<number> {
  const { output } = batch
  keepLevel()
  compileLate()
  const interrupts = watchInterrupts(output.note)
  const bar = progress(output, batch.total)
  let failed = 0
  try {
    const work = async (item: LineInput) => {
      if ('fault' in item) return item
      try {
        return { name: item.name, result: await batch.work(item.input) }
      } catch (thrown) {
        const fault = asFault(thrown)
        if (endsAll(fault, batch)) throw fault
        return { name: item.name, fault }
      }
    }
    for await (const done of inOrder(batch.inputs, batch.width, work, interrupts.stopped)) {
      if ('fault' in done) {
        failed++
        if (batch.faultsAsJson) await batch.showFault(done.fault, done.name)
        output.note(faultLine(done.fault, done.name))
      } else await batch.show(done.result, done.name)
      bar.step()
    }
  } catch (thrown) {
    // Nothing more is read; input that is still open would keep the program waiting.
    process.stdin.destroy()
    if (!interrupts.stopped() || asFault(thrown).code !== 'internal/bug') throw thrown
  } finally {
    bar.end()
    interrupts.release()
  }
  if (interrupts.stopped()) return interrupted
  return failed > 0 ? skipped : 0
}

/** Faults that the next report would meet as well. */
function endsAll(fault: Fault, batch: { readonly publishedFlag: string | undefined }): boolean {
  return (
    fault.code.startsWith('ledger/') ||
    fault.code.startsWith('lexicon/') ||
    fault.code === 'pipeline/missing-layer' ||
    (fault.code === 'intake/bad-date' && fault.data['value'] === batch.publishedFlag)
  )
}
