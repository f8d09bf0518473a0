/** One parser process: its start, its one exchange at a time, and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cpuTimeOf } from './cpu-time.ts'
import { FrameReader, frameOf } from './frames.ts'
import type { Limits } from './limits.ts'

const prlimit = ['/usr/bin/prlimit', '/bin/prlimit'].find((p) => existsSync(p))

/** The built parser, from the built library or from the sources beside it. */
function parserFile(): string {
  for (const place of ['./parser-child.js', '../../dist/src/intake/parser-child.js']) {
    const path = fileURLToPath(new URL(place, import.meta.url))
    if (existsSync(path)) return path
  }
  throw new Error('the parser is not built; run "npm run build:code"')
}

/** What a process is started with: no environment, and memory held by the kernel where it can be. */
function commandOf(limits: Limits): { command: string; args: string[] } {
  const heap = Math.floor((limits.childMemory * 0.8) / 1024 / 1024)
  const node = [`--max-old-space-size=${heap}`, '--stack-size=900', parserFile()]
  return prlimit === undefined
    ? { command: process.execPath, args: node }
    : {
        command: prlimit,
        args: [`--data=${limits.childMemory}`, '--core=0', process.execPath, ...node],
      }
}

/** How an exchange ended without an answer. */
export type NoAnswer = 'timeout' | 'crashed' | 'too-long'

/** A started process. After any ending but an answer it is gone. */
export class ParserProcess {
  readonly #child: ChildProcess
  readonly #limits: Limits
  #frames: FrameReader
  #done: ((result: Buffer | NoAnswer) => void) | null = null
  #gone = false

  constructor(limits: Limits) {
    this.#limits = limits
    this.#frames = new FrameReader(limits.answer)
    const { command, args } = commandOf(limits)
    this.#child = spawn(command, args, {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#take(chunk))
    this.#child.stdin?.on('error', () => this.#end('crashed'))
    this.#child.on('error', () => this.#end('crashed'))
    this.#child.on('exit', () => this.#end('crashed'))
    this.#hold(false)
  }

  get gone(): boolean {
    return this.#gone
  }

  /**
   * Sends one page and waits for its answer; the process is killed when it has worked for `work` milliseconds without
   * one, or after `wait` of them have passed. What comes out must not depend on what else the machine has to do.
   */
  ask(parts: readonly Uint8Array[], work: number, wait: number): Promise<Buffer | NoAnswer> {
    if (this.#gone) return Promise.resolve('crashed')
    return new Promise((resolve) => {
      const before = cpuTimeOf(this.#child.pid) ?? 0
      let timer: NodeJS.Timeout | undefined
      const look = (workLeft: number, waitLeft: number): void => {
        const ms = Math.max(1, Math.min(workLeft, waitLeft))
        timer = setTimeout(() => {
          const now = cpuTimeOf(this.#child.pid)
          const left = now === null ? 0 : work - (now - before)
          if (left < 1 || waitLeft - ms < 1) this.#end('timeout')
          else look(left, waitLeft - ms)
        }, ms)
      }
      look(work, wait)
      this.#done = (result) => {
        clearTimeout(timer)
        this.#done = null
        this.#hold(false)
        resolve(result)
      }
      this.#hold(true)
      this.#child.stdin?.write(frameOf(parts))
    })
  }

  kill(): void {
    this.#end('crashed')
  }

  #take(chunk: Buffer): void {
    try {
      for (const frame of this.#frames.take(chunk)) this.#done?.(frame)
    } catch {
      this.#end('too-long')
    }
  }

  #end(how: NoAnswer): void {
    if (!this.#gone) {
      this.#gone = true
      this.#frames = new FrameReader(this.#limits.answer)
      this.#child.kill('SIGKILL')
      this.#child.stdin?.destroy()
      this.#child.stdout?.destroy()
    }
    this.#done?.(how)
  }

  /** An idle process must not keep the program running; a busy one must. */
  #hold(busy: boolean): void {
    const streams = [this.#child.stdin, this.#child.stdout] as unknown as readonly ({
      ref?(): void
      unref?(): void
    } | null)[]
    for (const s of [this.#child, ...streams]) busy ? s?.ref?.() : s?.unref?.()
  }
}
