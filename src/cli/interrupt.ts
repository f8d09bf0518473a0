/** Interrupt: the first Ctrl-C lets the report in hand be finished, a second one ends the process. */

import { leaveBy } from './leave.ts'

/** Exit status after an interrupt, as shells know it. */
export const interrupted = 130

/** Watches for Ctrl-C and termination until released. */
export interface Interrupts {
  readonly stopped: () => boolean
  readonly release: () => void
}

export function watchInterrupts(note: (text: string) => void): Interrupts {
  let count = 0
  const onSignal = (signal: NodeJS.Signals): void => {
    count++
    if (count > 1) leaveBy(signal === 'SIGTERM' ? 'SIGTERM' : 'SIGINT')
    note('hearsay: finishing the report in hand; press Ctrl-C again to stop at once')
    // What waits for more input would wait for ever.
    process.stdin.destroy()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    stopped: () => count > 0,
    release: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
  }
}
