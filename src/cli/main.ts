#!/usr/bin/env node
/** Main: the process - arguments in, exit status out; a pipe that closes ends it quietly. */
import { leaveBy } from './leave.ts'
import { version } from './version.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has gone: there is nobody left to tell.
  if (error.code === 'EPIPE') leaveBy('SIGPIPE')
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  process.stderr.write(
    `hearsay: Results could not be written: ${full ? 'the disk is full' : (error.code ?? 'the output is gone')}.\n`,
  )
  process.exit(full ? 75 : 1)
})
// Remarks that nobody can read are no reason to stop.
process.stderr.on('error', () => {})

async function main(args: readonly string[]): Promise<void> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version()}\n`)
    return
  }
  const { run } = await import('./run.ts')
  await run(args, version())
}

await main(process.argv.slice(2))
