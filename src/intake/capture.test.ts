/** Tests of capture: which files an argument stands for, in which order, and what is a fault of its own. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { captureFile, captureStream, type Input, inputsOf } from './capture.ts'

const before = process.cwd()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-capture-'))
})
afterAll(() => expect(process.cwd()).toBe(before))

function write(path: string, text = 'x'): string {
  const whole = join(folder, path)
  mkdirSync(join(whole, '..'), { recursive: true })
  writeFileSync(whole, text)
  return whole
}

async function inputs(...args: readonly string[]): Promise<Input[]> {
  const all: Input[] = []
  for await (const input of inputsOf(args)) all.push(input)
  return all
}

/** What arguments stand for, below the folder; faults by their code. */
async function found(...args: readonly string[]): Promise<string[]> {
  return (await inputs(...args.map((a) => (a === '-' ? a : join(folder, a))))).map((i) =>
    i.kind === 'stdin' ? '-' : i.kind === 'fault' ? i.fault.code : i.path.slice(folder.length + 1),
  )
}

describe('arguments', () => {
  test('are taken in the order given, twice when given twice', async () => {
    for (const name of ['b.txt', 'a.txt']) write(name)
    expect(await found('b.txt', '-', 'a.txt', 'b.txt')).toEqual(['b.txt', '-', 'a.txt', 'b.txt'])
  })

  test('none stand for nothing', async () => {
    expect(await inputs()).toEqual([])
  })

  test('a file is itself, whatever its name', async () => {
    for (const name of ['report', 'report.pdf', '.hidden', '--output=x', 'a b.txt', 'Ü.txt'])
      write(name)
    expect(
      await found('report', 'report.pdf', '.hidden', '--output=x', 'a b.txt', 'Ü.txt'),
    ).toEqual(['report', 'report.pdf', '.hidden', '--output=x', 'a b.txt', 'Ü.txt'])
  })

  test('what is missing is a fault in its place', async () => {
    write('a.txt')
    expect(await found('none.txt', 'a.txt', 'a.txt/inside', 'none/*.txt')).toEqual([
      'intake/not-found',
      'a.txt',
      'intake/not-found',
      'intake/not-found',
    ])
  })
})

describe('a folder', () => {
  test('is its readable files by name, those below it in their place', async () => {
    for (const name of ['b.txt', 'a.md', 'c.html', 'ab/z.txt', 'ab/a.txt', 'x.pdf', 'y'])
      write(name)
    expect(await found('.')).toEqual(['a.md', 'ab/a.txt', 'ab/z.txt', 'b.txt', 'c.html'])
  })

  test('goes by code units, not by any language', async () => {
    for (const name of ['a.txt', 'B.txt', 'ä.txt', 'Z.txt', '10.txt', '9.txt']) write(name)
    expect(await found('.')).toEqual(['10.txt', '9.txt', 'B.txt', 'Z.txt', 'a.txt', 'ä.txt'])
  })

  test('leaves hidden names out, folders too', async () => {
    for (const name of ['.a.txt', '.git/b.txt', 'c.txt']) write(name)
    expect(await found('.')).toEqual(['c.txt'])
  })

  test('that is empty stands for nothing', async () => {
    expect(await found('.')).toEqual([])
  })

  test('that holds itself ends', async () => {
    write('a.txt')
    symlinkSync(folder, join(folder, 'again'))
    expect((await found('.'))[0]).toBe('a.txt')
  })

  test('is not followed further down than anyone goes', async () => {
    write(`${'d/'.repeat(70)}deep.txt`)
    write(`${'e/'.repeat(10)}near.txt`)
    expect(await found('.')).toEqual([`${'e/'.repeat(10)}near.txt`])
  })
})

describe('a pattern', () => {
  beforeEach(() => {
    for (const name of ['a.txt', 'b.txt', 'c.md', 'sub/d.txt', 'sub/deep/e.txt', '.f.txt'])
      write(name)
  })

  test.each<[string, string[]]>([
    ['*.txt', ['a.txt', 'b.txt']],
    ['?.md', ['c.md']],
    ['*/*.txt', ['sub/d.txt']],
    ['**/*.txt', ['a.txt', 'b.txt', 'sub/d.txt', 'sub/deep/e.txt']],
    ['**', ['a.txt', 'b.txt', 'c.md', 'sub/d.txt', 'sub/deep/e.txt']],
    ['s*/**/*.txt', ['sub/d.txt', 'sub/deep/e.txt']],
    ['.*.txt', ['.f.txt']],
    ['*.pdf', ['intake/not-found']],
    ['sub/*', ['sub/d.txt']],
  ])('%s', async (pattern, wanted) => {
    const got = await found(pattern)
    expect([...got].sort()).toEqual([...wanted].sort())
  })

  test('a file that is called like a pattern is that file', async () => {
    write('[x]*.txt')
    expect(await found('[x]*.txt')).toEqual(['[x]*.txt'])
  })
})

describe('a file', () => {
  test('is read to the last byte', async () => {
    const path = write('a.txt', 'Two ships left.')
    const { name, bytes } = await captureFile(path)
    expect(name).toBe(path)
    expect(Buffer.from(bytes).toString()).toBe('Two ships left.')
  })

  test('of the limit is read, one byte more is a fault', async () => {
    const path = write('a.txt', 'x'.repeat(10))
    expect((await captureFile(path, 10)).bytes.length).toBe(10)
    await expect(captureFile(path, 9)).rejects.toMatchObject({
      code: 'intake/too-large',
      data: { path, bytes: 10, limit: 9 },
    })
  })

  test.each<[string, () => string, string]>([
    ['a folder', () => folder, 'intake/unsupported-type'],
    ['nothing', () => join(folder, 'none'), 'intake/not-found'],
    ['below a file', () => join(write('a.txt'), 'b'), 'intake/not-found'],
    ['a device', () => '/dev/zero', 'intake/unsupported-type'],
    ['a name with a zero in it', () => 'a\0b', 'intake/unreadable'],
    ['a name without end', () => join(folder, 'x'.repeat(5000)), 'intake/unreadable'],
  ])('%s is a fault', async (_, path, code) => {
    await expect(captureFile(path())).rejects.toMatchObject({ code })
  })

  test('a link that leads to itself is a fault', async () => {
    const path = join(folder, 'loop.txt')
    symlinkSync(path, path)
    await expect(captureFile(path)).rejects.toMatchObject({ code: 'intake/unreadable' })
  })
})

describe('a stream', () => {
  async function* chunks(...parts: readonly (string | Uint8Array)[]) {
    yield* parts
  }

  test('is its chunks, bytes or text, one after another', async () => {
    const { bytes } = await captureStream('in', chunks('Two ', Buffer.from('ships '), 'left ☺'))
    expect(Buffer.from(bytes).toString()).toBe('Two ships left ☺')
  })

  test('may be empty', async () => {
    expect((await captureStream('in', chunks())).bytes.length).toBe(0)
  })

  test('over the limit is a fault as soon as it is', async () => {
    let taken = 0
    async function* endless() {
      for (;;) {
        taken++
        yield 'x'.repeat(10)
      }
    }
    await expect(captureStream('in', endless(), 25)).rejects.toMatchObject({
      code: 'intake/too-large',
      data: { path: 'in', bytes: 30, limit: 25 },
    })
    expect(taken).toBe(3)
  })
})
