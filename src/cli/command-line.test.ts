/** The parts of the command line: tables, lines of JSON, work in order, completion, and flags made from the contract. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../contract/fields.ts'
import { localCommands } from '../contract/local.ts'
import type { Operation } from '../contract/operation.ts'
import { operations } from '../contract/operations.ts'
import { fault } from '../fault/fault.ts'
import { completionScript } from './completion.ts'
import { inOrder } from './in-order.ts'
import { jsonLineInputs, linesOf } from './json-lines.ts'
import { faultLine } from './output.ts'
import { makeProgram } from './program.ts'
import { type Column, tableOf } from './table.ts'
import { clean, widthOf } from './terminal.ts'

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of items) out.push(item)
  return out
}

async function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    if (cut <= from || cut >= bytes.length) continue
    yield bytes.subarray(from, cut)
    from = cut
  }
  yield bytes.subarray(from)
}

describe('lines', () => {
  test('do not depend on how the bytes came', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '💥', '\n', '\r', ' '),
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(120)), async (t, cuts) => {
        const whole = t.split('\n')
        if (whole.at(-1) === '') whole.pop()
        const lines = await all(linesOf(chunksOf(Buffer.from(t), cuts)))
        expect(lines.map(String)).toEqual(whole)
      }),
    )
  })

  test('longer than the limit come as their length alone', async () => {
    const bytes = Buffer.from(`short\n${'x'.repeat(50)}\nafter`)
    for (const cuts of [[], [10, 20, 30], [6, 56, 57]]) {
      const [one, two, three] = await all(linesOf(chunksOf(bytes, cuts), 10))
      expect([String(one), two, String(three)]).toEqual(['short', { bytes: 50 }, 'after'])
    }
  })
})

describe('a JSON line', () => {
  const read = async (text: string | Uint8Array) =>
    all(jsonLineInputs(chunksOf(Buffer.from(text), [])))
  test('is an input under its id', async () => {
    expect(await read('{"id":"a","text":"t","other":1}\n')).toEqual([
      { name: 'a', input: { id: 'a', text: 't' } },
    ])
  })

  test.each([
    ['{', 'line 1', 'it is not JSON.'],
    ['[]', 'line 1', ''],
    ['null', 'line 1', ''],
    ['{"text":"t"}', 'line 1', 'id'],
    ['{"id":"a"}', 'a', 'text'],
    ['{"id":5,"text":"t"}', 'line 1', 'id'],
    ['{"id":"a","text":"t","title":7}', 'a', 'title'],
  ])('%j is a fault under the name %s', async (line, name, reason) => {
    const [bad] = await read(line)
    expect(bad).toMatchObject({ name, fault: { code: 'intake/bad-line', data: { line: 1 } } })
    expect(JSON.stringify(bad)).toContain(reason)
  })

  test('that is bad leaves the others alone, and blank ones count', async () => {
    const inputs = await read('{"id":"a","text":"t"}\n\n  \nbad\n{"id":"b","text":"u"}')
    expect(inputs.map((i) => i.name)).toEqual(['a', 'line 4', 'b'])
  })

  test('that is not UTF-8 says so', async () => {
    const [bad] = await read(Uint8Array.of(0x22, 0xff, 0x22))
    expect(JSON.stringify(bad)).toContain('not UTF-8')
  })
})

describe('work in order', () => {
  async function* counted(n: number): AsyncGenerator<number> {
    for (let i = 0; i < n; i++) yield i
  }

  test('gives results in the order of inputs, at most `width` at a time', async () => {
    const delays = fc.array(fc.nat(3), { maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 5 }), async (list, width) => {
        let running = 0
        let most = 0
        const work = async (i: number): Promise<number> => {
          most = Math.max(most, ++running)
          for (let k = 0; k < (list[i] ?? 0); k++) await Promise.resolve()
          running--
          return i * 2
        }
        const results = await all(inOrder(counted(list.length), width, work, () => false))
        expect(results).toEqual(list.map((_, i) => i * 2))
        expect(most).toBeLessThanOrEqual(width)
      }),
      { numRuns: 50 },
    )
  })

  test('stops taking inputs when told to, and finishes what was started', async () => {
    const started: number[] = []
    const work = async (i: number): Promise<number> => {
      started.push(i)
      return i
    }
    const results = await all(inOrder(counted(100), 3, work, () => started.length >= 5))
    expect(results).toEqual(started)
    expect(started.length).toBeLessThan(8)
  })
})

describe('a table', () => {
  interface Item {
    readonly name: string
    readonly n: number | null
  }
  const columns: readonly Column<Item>[] = [
    { head: 'name', value: (i) => i.name, grows: true },
    { head: 'n', value: (i) => i.n, right: true },
  ]
  const paper = (terminal: boolean, width: number) => ({
    terminal,
    width,
    bold: (t: string) => t,
    dim: (t: string) => t,
  })
  const items = fc.array(
    fc.record({ name: fc.string({ unit: 'binary', maxLength: 60 }), n: fc.option(fc.nat()) }),
  )

  test('in a pipe is whole and tab-separated, a line an item', () => {
    fc.assert(
      fc.property(items, (list) => {
        const lines = tableOf(list, columns, paper(false, Number.POSITIVE_INFINITY))
        expect(lines[0]).toBe('name\tn')
        expect(lines.slice(1)).toEqual(list.map((i) => `${clean(i.name)}\t${i.n ?? ''}`))
        for (const line of lines) expect(line.split('\t')).toHaveLength(2)
      }),
    )
  })

  test('on a terminal fits its width', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 40, max: 120 }), (list, width) => {
        const lines = tableOf(list, columns, paper(true, width))
        expect(lines).toHaveLength(list.length + 1)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('the program', () => {
  const program = makeProgram('1.2.3')
  const named = new Map(
    program.commands.flatMap((c) => [
      [c.name(), c] as const,
      ...c.commands.map((below) => [`${c.name()} ${below.name()}`, below] as const),
    ]),
  )
  const names = [...named.keys()]

  test('has a command for every operation and every local one', () => {
    const wanted = [...Object.keys(operations), ...localCommands.map((c) => c.name)]
    for (const name of wanted) expect(names).toContain(name)
    expect(names.filter((n) => n !== 'help').sort()).toEqual([...wanted].sort())
  })

  const asking = (Object.values(operations) as readonly Operation[])
    .filter((o) => o.name !== 'add' && o.name !== 'analyse')
    .map((o) => [o.name, o] as const)
  test.each(asking)('%s takes every key by a flag or by position', (name, operation) => {
    const command = named.get(name) ?? expect.fail()
    const flags = command.options.map((o) => o.long)
    for (const f of fieldsOf(operation)) {
      if (operation.positional.includes(f.name))
        expect(command.registeredArguments.map((a) => a.name())).toContain(f.name)
      else expect(flags.some((l) => l === `--${f.name}` || l === `--no-${f.name}`)).toBe(true)
    }
    for (const common of ['--json', '--quiet', '--data-dir', '--no-color'])
      expect(flags).toContain(common)
  })

  test.each(['bash', 'zsh', 'fish'])('%s completion knows every command', (shell) => {
    const script = completionScript(shell, program)
    for (const name of Object.keys(operations))
      for (const word of name.split(' ')) expect(script).toContain(word)
    expect(script).toContain('hearsay')
  })

  test.each(['', 'sh', 'BASH', 'powershell'])('no completion for %j', (shell) => {
    expect(() => completionScript(shell, program)).toThrow('bash, zsh, fish')
  })
})

describe('a fault in a line', () => {
  test('names what it is about once', () => {
    const f = fault('intake/not-found', { path: 'a.txt' })
    expect(faultLine(f)).toBe('hearsay: There is no file a.txt.')
    expect(faultLine(f, 'a.txt')).toBe('hearsay: There is no file a.txt.')
    expect(faultLine(f, 'b.txt')).toBe('hearsay: b.txt: There is no file a.txt.')
  })

  test('is one line that a terminal only shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, about) => {
        const line = faultLine(fault('intake/not-found', { path }), about)
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
      }),
    )
  })
})
