/** Streams of the command line: JSON lines in any chunks, work in the order of its inputs, pieces of completion. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completionScript } from '../../src/cli/completion.ts'
import { inOrder } from '../../src/cli/in-order.ts'
import { jsonLineFile, jsonLineInputs, linesOf } from '../../src/cli/json-lines.ts'
import type { LineInput } from '../../src/cli/line-input.ts'
import { makeProgram } from '../../src/cli/program.ts'
import { localCommands } from '../../src/contract/local.ts'
import { operations } from '../../src/contract/operations.ts'

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks) yield chunk
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of items) out.push(item)
  return out
}

const shown = (item: LineInput): unknown =>
  'fault' in item ? [item.name, item.fault.code, item.fault.message] : item.input

describe('lines', () => {
  test('come out whole however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\r\n]/g, '')),
          { maxLength: 8 },
        ),
        fc.array(fc.nat(60), { maxLength: 8 }),
        async (lines, cuts) => {
          const bytes = Buffer.from(lines.map((l) => `${l}\n`).join(''))
          const at = [
            0,
            ...cuts.map((c) => Math.min(c, bytes.length)).sort((a, b) => a - b),
            bytes.length,
          ]
          const pieces = at.slice(1).map((to, i) => bytes.subarray(at[i], to))
          const got = await all(linesOf(chunksOf(...pieces)))
          expect(got.map((l) => (Buffer.isBuffer(l) ? l.toString() : l))).toEqual(lines)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('the last one needs no end', async () => {
    expect((await all(linesOf(chunksOf('a\nb')))).map(String)).toEqual(['a', 'b'])
  })

  test('one that is too long is measured, not kept', async () => {
    const got = await all(linesOf(chunksOf('ab', 'cdefgh', 'ij\nok\n', 'x'.repeat(9)), 5))
    expect(got).toEqual([{ bytes: 10 }, Buffer.from('ok'), { bytes: 9 }])
  })
})

describe('JSON lines', () => {
  const read = async (...chunks: readonly (string | Uint8Array)[]) =>
    (await all(jsonLineInputs(chunksOf(...chunks)))).map(shown)

  test('become report inputs, blank lines passed over', async () => {
    expect(
      await read('{"id":"a","text":"T","outlet":"O","more":1}\n\n  \n{"id":"b","text":"U"}'),
    ).toEqual([
      { id: 'a', text: 'T', outlet: 'O' },
      { id: 'b', text: 'U' },
    ])
  })

  test('keep their texts exactly', async () => {
    const text = 'a\u0000\ud800 \u202e\r\n\ufeff'
    expect(await read(`${JSON.stringify({ id: 'a', text })}\r\n`)).toEqual([{ id: 'a', text }])
  })

  test.each([
    ['not json', 'line 1', 'Line 1: it is not JSON.'],
    ['[1,2]', 'line 1', 'expected object'],
    ['{"id":"x"}', 'x', 'text'],
    ['{"id":7,"text":"t"}', 'line 1', 'id'],
    ['{"id":"x","text":"t","title":{}}', 'x', 'title'],
    ['{"id":"x","text":null}', 'x', 'text'],
    ['null', 'line 1', 'expected object'],
    ['{"id":"x","text":"t"', 'line 1', 'not JSON'],
  ])('%j is a fault of its own', async (line, name, message) => {
    const [bad, good] = await read(`${line}\n{"id":"b","text":"U"}\n`)
    expect(bad).toEqual([name, 'intake/bad-line', expect.stringContaining(message)])
    expect(good).toEqual({ id: 'b', text: 'U' })
  })

  test('bytes that are not UTF-8 are a fault', async () => {
    const got = await read(Buffer.from([0x7b, 0xff, 0xfe, 0x0a]), '{"id":"b","text":"U"}')
    expect(got[0]).toEqual(['line 1', 'intake/bad-line', 'Line 1: it is not UTF-8.'])
    expect(got).toHaveLength(2)
  })

  test('a byte order mark at the start is passed over', async () => {
    expect(await read('\ufeff{"id":"a","text":"T"}\n')).toEqual([{ id: 'a', text: 'T' }])
  })

  test('a file that is not there is a fault', async () => {
    expect((await all(jsonLineFile('/nowhere/x.jsonl'))).map(shown)).toEqual([
      ['/nowhere/x.jsonl', 'intake/not-found', 'There is no file /nowhere/x.jsonl.'],
    ])
  })
})

describe('work in order', () => {
  const numbers = async function* (n: number, taken?: number[]) {
    for (let i = 0; i < n; i++) {
      taken?.push(i)
      yield i
    }
  }
  const sleep = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))

  test('gives results in the order of the inputs, several at a time', async () => {
    let running = 0
    let most = 0
    const work = async (i: number): Promise<number> => {
      most = Math.max(most, ++running)
      await sleep((i * 7) % 5)
      running--
      return i
    }
    expect(await all(inOrder(numbers(20), 4, work, () => false))).toEqual([...Array(20).keys()])
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(4)
  })

  test('takes no more inputs than it has in hand', async () => {
    const taken: number[] = []
    const run = inOrder(
      numbers(100, taken),
      3,
      async (i) => i,
      () => false,
    )
    await run.next()
    expect(taken.length).toBe(3)
    await run.return(undefined)
  })

  test('stops taking when told, and finishes what it has begun', async () => {
    const taken: number[] = []
    let stop = false
    const work = async (i: number): Promise<number> => {
      if (i === 5) stop = true
      return i
    }
    expect(await all(inOrder(numbers(100, taken), 2, work, () => stop))).toEqual([0, 1, 2, 3, 4, 5])
    expect(taken.length).toBeLessThan(8)
  })

  test('throws what the work throws, after the results before it', async () => {
    const seen: number[] = []
    const work = async (i: number): Promise<number> => {
      if (i === 3) throw new Error('three')
      return i
    }
    await expect(
      (async () => {
        for await (const i of inOrder(numbers(9), 4, work, () => false)) seen.push(i)
      })(),
    ).rejects.toThrow('three')
    expect(seen).toEqual([0, 1, 2])
  })
})

describe('the program', () => {
  const program = makeProgram('1.2.3')
  const names = program.commands.map((c) => c.name())

  test('has a command for every operation and local command', () => {
    for (const name of [...Object.keys(operations), ...localCommands.map((c) => c.name)]) {
      // A name of two words is a command and one below it.
      const [first = '', second] = name.split(' ')
      const command = program.commands.find((c) => c.name() === first) ?? expect.fail(name)
      if (second) expect(command.commands.map((c) => c.name())).toContain(second)
    }
  })

  test.each(names)('%s takes the common flags and shows help', (name) => {
    const command = program.commands.find((c) => c.name() === name) ?? expect.fail()
    const flags = command.options.map((o) => o.long)
    for (const flag of ['--data-dir', '--json', '--quiet', '--no-color'])
      expect(flags).toContain(flag)
    expect(command.helpInformation()).toContain(`hearsay ${name}`)
  })

  test('claims takes a flag for every filter of its operation', () => {
    const flags = program.commands.find((c) => c.name() === 'claims')?.options.map((o) => o.long)
    for (const key of Object.keys(operations.claims.input.shape))
      expect(flags).toContain(`--${key}`)
  })

  test.each(['bash', 'zsh', 'fish'])('completes in %s every command and flag', (shell) => {
    const script = completionScript(shell, program)
    for (const name of names) expect(script).toContain(name)
    for (const flag of ['data-dir', 'published', 'stance', 'workers'])
      expect(script).toContain(flag)
  })

  test('knows no other shell', () => {
    expect(() => completionScript('cmd', program)).toThrow('bash, zsh, fish')
  })
})
