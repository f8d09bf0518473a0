/** Run: parses the arguments, runs the command, and turns what is thrown into an exit status. */
import { asFault } from '../fault/fault.ts'
import { faultLine } from './output.ts'
import { makeProgram, statusOf } from './program.ts'

/** Runs the command line `args`; the exit status is left in `process.exitCode`. */
export async function run(args: readonly string[], version: string): Promise<void> {
  const program = makeProgram(version)
  if (args.length === 0) {
    program.outputHelp({ error: true })
    process.exitCode = 2
    return
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (thrown) {
    const usage = statusOf(thrown)
    if (usage !== null) {
      process.exitCode = usage
      return
    }
    const fault = asFault(thrown)
    process.stderr.write(`${faultLine(fault)}\n`)
    process.exitCode = fault.exit
  }
}
