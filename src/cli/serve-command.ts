/** The serve command: the HTTP interface and the workbench on this machine, with the example story on request. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { add } from '../contract/add.ts'
import { report } from '../contract/report.ts'
import { Fault, raise } from '../fault/fault.ts'
import type { Hearsay } from '../hearsay.ts'
import { type CommonFlags, runCommand } from './command.ts'
import { faultLine, type Output } from './output.ts'
import { version } from './version.ts'

export interface ServeFlags extends CommonFlags {
  readonly port?: string
  readonly host?: string
  readonly example?: boolean
}

export async function runServe(flags: ServeFlags): Promise<void> {
  await runCommand(flags, async ({ hearsay, output }) => {
    const wanted = flags.port ?? process.env['HEARSAY_PORT'] ?? '4173'
    const port = Number(wanted)
    if (!/^\d{1,5}$/.test(wanted) || port > 65_535)
      raise('input/invalid', { reason: '--port is a number from 0 to 65535' })
    if (flags.example) await addExample(hearsay, output)
    const { startServer } = await import('../server/start.ts')
    const server = await startServer({
      caller: hearsay,
      version: version(),
      port,
      host: flags.host ?? '127.0.0.1',
    })
    // Listened for first: whoever reads the address may stop it at once.
    const stopped = stopSignal()
    await output.line(`Hearsay is at ${server.url}`)
    output.note('Press Ctrl-C to stop.')
    await stopped
    await server.close()
    return 0
  })
}

/** Resolves at the first Ctrl-C or termination; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    let count = 0
    const onSignal = (): void => {
      count++
      if (count > 1) process.exit(130)
      stop()
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}

/** Adds the reports of the example story that are not there yet; a report that fails does not keep the server down. */
async function addExample(hearsay: Hearsay, output: Output): Promise<void> {
  const folder = exampleFolder()
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()
  for (const name of names) {
    const id = `example/${name}`
    if (await isThere(hearsay, id)) continue
    for await (const file of hearsay.files([`${folder}/${name}`], process.stdin)) {
      if ('fault' in file) {
        output.note(faultLine(file.fault, name))
        continue
      }
      try {
        await hearsay.call(add, { content: file.content, name, id })
      } catch (thrown) {
        if (!(thrown instanceof Fault) || thrown.code.startsWith('ledger/')) throw thrown
        output.note(faultLine(thrown, name))
      }
    }
  }
}

async function isThere(hearsay: Hearsay, id: string): Promise<boolean> {
  try {
    await hearsay.call(report, { id })
    return true
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'ledger/no-such') return false
    throw thrown
  }
}

/** Beside `src` in a checkout, two folders up from `dist/src` in an installed package. */
function exampleFolder(): string {
  for (const up of ['../../examples/troops', '../../../examples/troops']) {
    const url = new URL(up, import.meta.url)
    if (existsSync(url)) return fileURLToPath(url)
  }
  return raise('intake/not-found', { path: 'examples/troops' })
}
