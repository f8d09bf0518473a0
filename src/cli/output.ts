/** Output: standard output and standard error of one command, with back-pressure and a quiet end when a pipe closes. */
import pico from 'picocolors'
import type { Fault } from '../fault/fault.ts'
import type { Paper } from './table.ts'
import { clean } from './terminal.ts'

/** Where a command prints. */
export interface Output {
  readonly paper: Paper
  /** A line, or several, of results. */
  line(text: string): Promise<void>
  /** A remark to the person; never on standard output. */
  note(text: string): void
  /** A line that is drawn over until the next print; only on a terminal. */
  status(text: string): void
  readonly showsStatus: boolean
}

/** Prints to the streams of the process. */
export function processOutput(options: {
  readonly quiet: boolean
  readonly progress: boolean
}): Output {
  const { stdout, stderr } = process
  const terminal = stdout.isTTY === true
  const showsStatus = stderr.isTTY === true && options.progress && !options.quiet
  let drawn = false
  const wipe = (): void => {
    if (drawn) stderr.write('\r\u001b[K')
    drawn = false
  }
  return {
    paper: {
      terminal,
      width: terminal ? stdout.columns || 100 : Number.POSITIVE_INFINITY,
      bold: terminal ? pico.bold : (text) => text,
      dim: terminal ? pico.dim : (text) => text,
    },
    line: async (text) => {
      if (terminal) wipe()
      if (!stdout.write(`${text}\n`)) await new Promise((go) => stdout.once('drain', go))
    },
    note: (text) => {
      wipe()
      if (!options.quiet) stderr.write(`${text}\n`)
    },
    status: (text) => {
      if (!showsStatus) return
      stderr.write(`\r\u001b[K${text}`)
      drawn = text !== ''
    },
    showsStatus,
  }
}

/** A fault in one line: "hearsay: There is no file a.txt." */
export function faultLine(fault: Fault, about: string | null = null): string {
  const where = about === null || fault.message.includes(about) ? '' : `${clean(about)}: `
  return `hearsay: ${where}${clean(fault.message)}`
}
