/** Command: what every command shares - common flags, opening Hearsay, reporting faults, the exit status. */
import type { Command } from 'commander'
import { asFault, bodyOf, raise } from '../fault/fault.ts'
import { type Hearsay, openHearsay } from '../hearsay.ts'
import { dataDirOf } from './data-dir.ts'
import { faultLine, type Output, processOutput } from './output.ts'
import { json } from './terminal.ts'

/** Flags that every command takes. */
export interface CommonFlags {
  readonly dataDir?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly progress?: boolean
  readonly profile?: string
  readonly workers?: string
}

/** What a running command gets. */
export interface Running {
  readonly hearsay: Hearsay
  readonly output: Output
}

/** Adds the flags that every command takes. */
export function withCommonFlags(command: Command): Command {
  return command
    .option('--data-dir <dir>', 'the folder of the ledger')
    .option('--profile <name>', 'full: with the trained reader; lite: by rules and small models')
    .option('--json', 'print JSON')
    .option('--quiet', 'no remarks on standard error')
    .option('--no-progress', 'no progress bar')
    .option('--no-color', 'no colour; NO_COLOR does the same')
}

/** Opens Hearsay, runs the command, closes; faults are reported and become the exit status. */
export async function runCommand(
  flags: CommonFlags,
  work: (running: Running) => Promise<number>,
): Promise<void> {
  const output = processOutput({ quiet: flags.quiet ?? false, progress: flags.progress ?? true })
  const profile = profileOf(flags.profile)
  const hearsay = openHearsay({
    dataDir: dataDirOf(flags.dataDir),
    ...(profile === null ? {} : { profile }),
    workers: workersOf(flags.workers),
    // Ctrl-C is heard, and pages are served, while a long report is read.
    apart: true,
  })
  try {
    process.exitCode = await work({ hearsay, output })
  } catch (thrown) {
    const fault = asFault(thrown)
    output.status('')
    process.stderr.write(`${flags.json ? json(bodyOf(fault)) : faultLine(fault)}\n`)
    process.exitCode = fault.exit
  } finally {
    await hearsay.close()
  }
}

/** The flag, the environment, or none: then the files that are there decide. */
function profileOf(flag: string | undefined): 'full' | 'lite' | null {
  const wanted = flag ?? process.env['HEARSAY_PROFILE'] ?? ''
  if (wanted === '') return null
  if (wanted === 'full' || wanted === 'lite') return wanted
  return raise('input/invalid', { reason: 'profile: it is full or lite' })
}

function workersOf(flag: string | undefined): number {
  const wanted = Number(flag ?? process.env['HEARSAY_WORKERS'] ?? 1)
  if (Number.isInteger(wanted) && wanted >= 1) return wanted
  if (flag !== undefined) raise('input/invalid', { reason: 'workers: it is a number from 1 on' })
  return 1
}
