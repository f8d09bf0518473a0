/** The three faces of one Hearsay - library, HTTP, command line - asked with the same input and told in one form. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { fieldsOf } from '../../src/contract/fields.ts'
import type { Operation } from '../../src/contract/operation.ts'
import { bodyOf, Fault } from '../../src/fault/fault.ts'
import type { Hearsay } from '../../src/hearsay.ts'
import { createApp } from '../../src/server/app.ts'

/** What a face said: an answer (a list of lines for a stream), or the body of a fault. */
export type Said = { readonly answer: unknown } | { readonly fault: unknown }

export type Input = Readonly<Record<string, unknown>>

/** One way to ask. */
export type Face = (operation: Operation, input: Input) => Promise<Said>

export interface Faces {
  readonly library: Face
  readonly http: Face
  readonly commandLine: Face
}

/** The faces of an open Hearsay; the command line opens the same folder for itself. */
export function facesOf(hearsay: Hearsay): Faces {
  return {
    library: libraryFace(hearsay),
    http: httpFace(hearsay),
    commandLine: commandFace(hearsay.dataDir),
  }
}

/** Everything that a stream gives. */
export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

function libraryFace(hearsay: Hearsay): Face {
  return async (operation, input) => {
    try {
      const given = input as never
      const answer = operation.stream
        ? await allOf(hearsay.stream(operation, given))
        : await hearsay.call(operation, given)
      return { answer: plain(answer) }
    } catch (thrown) {
      if (thrown instanceof Fault) return { fault: plain(bodyOf(thrown)) }
      throw thrown
    }
  }
}

function httpFace(hearsay: Hearsay): Face {
  const app = createApp({
    caller: { call: hearsay.call as never, stream: hearsay.stream as never },
    version: '0.0.0',
    host: '127.0.0.1',
    workbench: null,
  })
  return async (operation, input) => {
    const rest = new Map(Object.entries(input))
    const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = String(rest.get(key))
      rest.delete(key)
      return encodeURIComponent(value)
    })
    const query = new URLSearchParams([...rest].map(([k, v]): [string, string] => [k, String(v)]))
    const headers = { host: '127.0.0.1:4173', 'content-type': 'application/json' }
    const response =
      operation.method === 'GET'
        ? await app.request(`/api${path}?${query}`, { headers })
        : await app.request(`/api${path}`, {
            method: 'POST',
            headers,
            body: JSON.stringify(Object.fromEntries(rest)),
          })
    const text = await response.text()
    if (response.status === 200)
      return { answer: operation.stream ? lines(text) : JSON.parse(text) }
    const { ok, code, message, data, status } = JSON.parse(text) as Input
    if (status !== response.status) throw new Error(`status ${response.status} tells ${status}`)
    return { fault: { ok, code, message, data, status } }
  }
}

function commandFace(dataDir: string): Face {
  return async (operation, input) => {
    const printed = await commandLine([
      ...argumentsOf(operation, input),
      '--json',
      '--data-dir',
      dataDir,
    ])
    if (printed.err.startsWith('{')) return { fault: JSON.parse(printed.err) }
    const said = lines(printed.out)
    return { answer: operation.stream ? said : said[0] }
  }
}

/** Input keys as arguments; what `analyse` and `add` take as bytes is written to a file first. */
function argumentsOf(operation: Operation, input: Input): string[] {
  const { content, ...others } = input
  const { name, ...facts } = others
  const rest = content === undefined ? others : facts
  const positional = operation.positional.flatMap((key) => (key in rest ? String(rest[key]) : []))
  const flags = fieldsOf(operation).flatMap((f) => {
    const value = rest[f.name]
    if (value === undefined || operation.positional.includes(f.name)) return []
    const flag = f.name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
    if (typeof value === 'boolean') return [value ? `--${flag}` : `--no-${flag}`]
    return [`--${flag}=${value}`]
  })
  const files = content === undefined ? [] : [fileOf(String(content), String(name))]
  return [...operation.name.split(' '), ...flags, '--', ...positional, ...files].filter(
    (a, i, all) => a !== '--' || i < all.length - 1,
  )
}

function fileOf(content: string, name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hearsay-faces-')), name)
  writeFileSync(path, Buffer.from(content, 'base64'))
  return path
}

/** What the command line printed, and its exit status. */
export interface Printed {
  readonly out: string
  readonly err: string
  readonly status: number
}

/** Runs the command line in this process, its streams caught; one at a time. */
export async function commandLine(args: readonly string[]): Promise<Printed> {
  const caught = { out: '', err: '' }
  const catching = (key: 'out' | 'err') => (chunk: unknown) => {
    caught[key] += String(chunk)
    return true
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching('out') as never)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catching('err') as never)
  const before = process.exitCode
  process.exitCode = 0
  try {
    const json = args.indexOf('--json')
    // Flags go before what stands by position, which may look like one.
    const moved = json < 0 ? args : [args[0] ?? '', ...args.slice(json), ...args.slice(1, json)]
    await run(moved, '0.0.0')
    return { ...caught, status: Number(process.exitCode) }
  } finally {
    process.exitCode = before
    out.mockRestore()
    err.mockRestore()
  }
}

function lines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
