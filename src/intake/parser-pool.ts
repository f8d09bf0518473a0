/** The parser pool: sends pages to long-lived parser processes, with deadlines and one simpler second try. */
import { fault } from '../fault/fault.ts'
import type { Cut } from '../model/report.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { childAnswer, type PageAnswer } from './page-answer.ts'
import { type NoAnswer, ParserProcess } from './parser-process.ts'

/** A page to be read. */
export interface PageRequest {
  /** For messages. */
  readonly name: string
  readonly html: string
  readonly url: string | null
}

/** Starts processes as they are needed and reuses them; one page a process at a time. */
export class ParserPool {
  readonly #limits: Limits
  readonly #size: number
  readonly #idle: ParserProcess[] = []
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor(limits: Limits = defaultLimits, size = 1) {
    this.#limits = limits
    this.#size = size
  }

  /** Reads a page; throws `intake/parser-timeout` or `intake/parser-crashed` when even the simple way gave nothing. */
  async read(page: PageRequest): Promise<PageAnswer> {
    await this.#enter()
    try {
      return await this.#read(page)
    } finally {
      this.#busy--
      this.#waiting.shift()?.()
    }
  }

  /** Ends all processes. */
  close(): void {
    for (const process of this.#idle.splice(0)) process.kill()
  }

  async #enter(): Promise<void> {
    if (this.#busy >= this.#size) await new Promise<void>((go) => this.#waiting.push(go))
    this.#busy++
  }

  async #read(page: PageRequest): Promise<PageAnswer> {
    const { softMs, hardMs } = this.#limits
    const began = performance.now()
    const first = await this.#exchange(page, false, softMs, Math.min(2 * softMs, hardMs))
    if (typeof first !== 'string') return first
    const left = hardMs - (performance.now() - began)
    const second = await this.#exchange(page, true, left, left)
    if (typeof second !== 'string')
      return { ...second, cuts: [...second.cuts, simpler(first, softMs)] }
    if (second === 'timeout')
      throw fault('intake/parser-timeout', { path: page.name, seconds: hardMs / 1000 })
    throw fault('intake/parser-crashed', { path: page.name, reason: wordsFor(second) })
  }

  async #exchange(
    page: PageRequest,
    simple: boolean,
    work: number,
    wait: number,
  ): Promise<PageAnswer | NoAnswer | `failed: ${string}`> {
    const process = this.#idle.pop() ?? new ParserProcess(this.#limits)
    const head = JSON.stringify({ url: page.url, simple, limits: this.#limits })
    const result = await process.ask(
      [Buffer.from(`${head}\n`), Buffer.from(page.html, 'utf16le')],
      work,
      wait,
    )
    if (!process.gone) this.#idle.push(process)
    return typeof result === 'string' ? result : check(result)
  }
}

function check(answer: Buffer): PageAnswer | `failed: ${string}` {
  let value: unknown
  try {
    value = JSON.parse(answer.toString('utf8'))
  } catch {
    return 'failed: its answer is not JSON'
  }
  const parsed = childAnswer.safeParse(value)
  if (!parsed.success) return 'failed: its answer has the wrong shape'
  return parsed.data.ok ? parsed.data.page : `failed: ${parsed.data.reason}`
}

function simpler(why: string, softMs: number): Cut {
  const reason = why === 'timeout' ? `it took longer than ${softMs / 1000} s` : wordsFor(why)
  return { what: 'article extraction', why: `${reason}; all visible text was taken` }
}

function wordsFor(why: string): string {
  if (why === 'crashed') return 'the parser stopped, most likely for want of memory'
  if (why === 'too-long') return 'the answer was too long'
  return why.startsWith('failed: ') ? why.slice(8) : why
}
