/** CPU time: how long a process has really worked, so that a busy machine takes no time from it. */
import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its clock runs at. */
const tick = 10

/** Milliseconds of work of a process since its start; null where the system does not tell. */
export function cpuTimeOf(pid: number | undefined): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name of the program stands in brackets and may hold anything.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const time = (Number(fields[11]) + Number(fields[12])) * tick
    return Number.isFinite(time) ? time : null
  } catch {
    return null
  }
}
