/** Tests of a batch: order, faults in their places, what ends everything, and the exit status. */
import { describe, expect, test, vi } from 'vitest'
import type { FaultCode } from '../fault/codes.ts'
import { Fault, fault } from '../fault/fault.ts'
import { runBatch } from './batch.ts'
import type { LineInput } from './line-input.ts'
import type { Output } from './output.ts'

interface Outcome {
  readonly status: number | Fault
  readonly shown: readonly string[]
  readonly notes: readonly string[]
}

interface Setting {
  readonly asJson?: boolean
  readonly width?: number
  readonly publishedFlag?: string
  readonly afterShow?: () => void
}

async function* from(inputs: readonly LineInput[]): AsyncGenerator<LineInput> {
  yield* inputs
}

const input = (id: string): LineInput => ({ name: id, input: { id } })
const broken = (id: string, code: FaultCode, data: Record<string, unknown>): LineInput => ({
  name: id,
  fault: new Fault(code, data),
})

async function batch(
  inputs: readonly LineInput[],
  work: (id: string) => string,
  setting: Setting = {},
): Promise<Outcome> {
  const shown: string[] = []
  const notes: string[] = []
  const output: Output = {
    paper: { terminal: false, width: 80, bold: (t) => t, dim: (t) => t },
    line: async () => {},
    note: (text) => void notes.push(text),
    status: () => {},
    showsStatus: false,
  }
  // The real standard input of the test run stays open.
  const destroy = vi.spyOn(process.stdin, 'destroy').mockImplementation(() => process.stdin)
  try {
    const status = await runBatch<string>({
      inputs: from(inputs),
      total: null,
      width: setting.width ?? 2,
      output,
      faultsAsJson: setting.asJson ?? false,
      work: async ({ id }) => work(id ?? ''),
      show: async (result, name) => {
        shown.push(`${name}: ${result}`)
        setting.afterShow?.()
      },
      showFault: async (f, name) => void shown.push(`${name}! ${f.code}`),
      publishedFlag: setting.publishedFlag,
    })
    return { status, shown, notes }
  } catch (thrown) {
    return { status: thrown as Fault, shown, notes }
  } finally {
    destroy.mockRestore()
  }
}

const upper = (id: string): string => id.toUpperCase()

/** Work that fails for one input. */
function failing(id: string, f: Fault): (at: string) => string {
  return (at) => {
    if (at === id) throw f
    return upper(at)
  }
}

describe('a batch', () => {
  test('shows every result in the order of the inputs', async () => {
    for (const width of [1, 2, 7]) {
      const done = await batch(['a', 'b', 'c'].map(input), upper, { width })
      expect(done).toEqual({ status: 0, shown: ['a: A', 'b: B', 'c: C'], notes: [] })
    }
  })

  test('of nothing is well', async () => {
    expect(await batch([], upper)).toEqual({ status: 0, shown: [], notes: [] })
  })

  test('an input that could not be read is told on standard error, the others go on, status 3', async () => {
    const bad = broken('b.txt', 'intake/not-found', { path: 'b.txt' })
    const done = await batch([input('a'), bad, input('c')], upper)
    expect(done).toEqual({
      status: 3,
      shown: ['a: A', 'c: C'],
      notes: ['hearsay: There is no file b.txt.'],
    })
  })

  test('among JSON results the fault has a line in its place, and is told as well', async () => {
    const bad = broken('b.txt', 'intake/not-found', { path: 'b.txt' })
    const done = await batch([input('a'), bad, input('c')], upper, { asJson: true })
    expect(done.shown).toEqual(['a: A', 'b.txt! intake/not-found', 'c: C'])
    expect(done.notes).toHaveLength(1)
    expect(done.status).toBe(3)
  })

  test.each<[FaultCode, Record<string, unknown>]>([
    ['intake/is-empty', { path: 'b' }],
    ['intake/unsupported-type', { path: 'b', type: 'image/png' }],
    ['intake/parser-timeout', { path: 'b', seconds: 30 }],
    ['intake/parser-crashed', { path: 'b', reason: 'memory' }],
    ['intake/bad-date', { value: 'soon' }],
    ['input/invalid', { reason: 'title: it is a number' }],
    ['pipeline/stage-failed', { stage: 'claim' }],
    ['internal/bug', { reason: 'a reading thread ended' }],
  ])('%s of one report leaves the others', async (code, data) => {
    const done = await batch(['a', 'b', 'c'].map(input), failing('b', new Fault(code, data)))
    expect(done.status).toBe(3)
    expect(done.shown).toEqual(['a: A', 'c: C'])
    expect(done.notes).toHaveLength(1)
  })

  test.each<[FaultCode, Record<string, unknown>]>([
    ['ledger/disk-full', { path: 'l' }],
    ['ledger/no-access', { path: 'l' }],
    ['ledger/locked', { path: 'l' }],
    ['ledger/io', { path: 'l', reason: 'x' }],
    ['lexicon/missing', { file: 'a.tsv' }],
    ['lexicon/damaged', { file: 'a.tsv', reason: 'x' }],
    ['pipeline/missing-layer', { stage: 'a', layer: 'b', maker: null }],
  ])('%s would meet every report and ends it', async (code, data) => {
    const f = new Fault(code, data)
    const done = await batch(['a', 'b', 'c', 'd', 'e'].map(input), failing('b', f))
    expect(done.status).toBe(f)
    expect(done.shown).toEqual(['a: A'])
  })

  test('a date that the command gives wrong is wrong for all; one of a report is not', async () => {
    const f = fault('intake/bad-date', { value: 'soon' })
    const all = await batch(['a', 'b'].map(input), failing('a', f), { publishedFlag: 'soon' })
    expect(all.status).toBe(f)
    const one = await batch(['a', 'b'].map(input), failing('a', f), { publishedFlag: '2024' })
    expect(one.status).toBe(3)
  })

  test('what is thrown and no fault is a bug of ours, told without its stack', async () => {
    const work = (id: string): string => {
      if (id === 'b') throw new TypeError('x is undefined')
      return upper(id)
    }
    const done = await batch(['a', 'b', 'c'].map(input), work)
    expect(done.status).toBe(3)
    expect(done.notes[0]).toMatch(/^hearsay: b: Something is wrong inside Hearsay/)
    expect(done.notes[0]).not.toMatch(/\n| at /)
  })

  test('a name that a terminal would obey is shown', async () => {
    const bad = broken('\u001b[31mred', 'intake/is-empty', { path: 'x' })
    const done = await batch([bad], upper)
    expect(done.notes[0]).not.toContain('\u001b')
  })

  test('after an interrupt what was begun is shown, the status is 130, and the watch is off', async () => {
    const listeners = process.listenerCount('SIGINT')
    let sent = false
    const done = await batch(['a', 'b', 'c', 'd', 'e', 'f'].map(input), upper, {
      afterShow: () => {
        if (!sent) process.emit('SIGINT')
        sent = true
      },
    })
    expect(done.status).toBe(130)
    expect(done.shown[0]).toBe('a: A')
    expect(done.shown.length).toBeLessThan(4)
    expect(done.notes[0]).toContain('press Ctrl-C again')
    expect(process.listenerCount('SIGINT')).toBe(listeners)
  })
})
