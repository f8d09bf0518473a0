/** Runs the built command line as a process of its own; tests that need it are skipped where it was not built. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The built program; `npm test` builds it first. */
export const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))
export const isBuilt = existsSync(main)

/** What a finished process left. */
export interface Finished {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface Settings {
  readonly dataDir: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** Starts the program with a small environment of its own. */
export function start(args: readonly string[], settings: Settings): ChildProcess {
  const { PATH = '', HEARSAY_PROFILE = 'lite', HEARSAY_READER = '' } = process.env
  return spawn(process.execPath, [main, ...args], {
    cwd: settings.cwd ?? process.cwd(),
    env: {
      PATH,
      HEARSAY_PROFILE,
      HEARSAY_READER,
      HEARSAY_DATA_DIR: settings.dataDir,
      ...settings.env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Waits for the end and gathers what was printed. */
export function finish(child: ChildProcess): Promise<Finished> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((resolve) => {
    child.on('close', (status, signal) =>
      resolve({
        status,
        signal,
        out: Buffer.concat(out).toString(),
        err: Buffer.concat(err).toString(),
      }),
    )
  })
}

/** Runs to the end. */
export function run(args: readonly string[], settings: Settings): Promise<Finished> {
  const child = start(args, settings)
  const done = finish(child)
  // The program may end before it has read everything.
  child.stdin?.on('error', () => {})
  child.stdin?.end(settings.input ?? '')
  return done
}

/** The JSON values of printed lines. */
export function jsonOf(out: string): unknown[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}
