/** The command line as people and scripts meet it: formats, exit statuses, streams, interrupts. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { analysisShape } from '../../src/contract/analysis-shape.ts'
import { exportRecord } from '../../src/contract/record-shapes.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { finish, isBuilt, jsonOf, run, start } from './hearsay-process.ts'

const text =
  'The harbour will reopen on Monday, the port authority said. Two officials said repairs may take longer.'
const line = (id: string, over: object = {}): string =>
  `${JSON.stringify({ id, text: `${text} Note ${id}.`, ...over })}\n`
const examples = fileURLToPath(new URL('../../examples/troops', import.meta.url))

interface Printed {
  readonly hearsay: number
  readonly document: { readonly id: string; readonly text?: string }
  readonly fault?: { readonly code: string; readonly message: string }
}

describe.skipIf(!isBuilt)('analyse', { timeout: 60_000 }, () => {
  test('--jsonl: one analysis a line, in order, ids and texts as given', async () => {
    const dataDir = freshFolder()
    const done = await run(['analyse', '--jsonl'], {
      dataDir,
      input: line('b') + line('a') + line('c'),
    })
    expect(done.status).toBe(0)
    const printed = jsonOf(done.out) as Printed[]
    expect(printed.map((p) => p.document.id)).toEqual(['b', 'a', 'c'])
    expect(printed[0]?.document.text).toBe(`${text} Note b.`)
    for (const p of printed) expect(analysisShape.safeParse(p).error).toBeUndefined()
    expect(existsSync(join(dataDir, 'ledger.sqlite'))).toBe(false)
  })

  test('an input without an analysis has a fault line in its place; the others go on; the status is 3', async () => {
    const input = `${line('a')}{broken\n${line('b', { published: 'soon' })}${line('c')}`
    const done = await run(['analyse', '--jsonl'], { dataDir: freshFolder(), input })
    expect(done.status).toBe(3)
    const printed = jsonOf(done.out) as Printed[]
    expect(printed.map((p) => [p.document.id, p.fault?.code])).toEqual([
      ['a', undefined],
      ['line 2', 'intake/bad-line'],
      ['b', 'intake/bad-date'],
      ['c', undefined],
    ])
    expect(printed[1]).toEqual({
      hearsay: 1,
      document: { id: 'line 2' },
      fault: { code: 'intake/bad-line', message: 'Line 2: it is not JSON.' },
    })
    expect(done.err).not.toMatch(/\bat .*\.js:/)
  })

  test('unsupported languages are analyses: status 0', async () => {
    const input = line('de', { language: 'de' })
    const done = await run(['analyse', '--jsonl'], { dataDir: freshFolder(), input })
    expect(done.status).toBe(0)
    expect(jsonOf(done.out)[0]).toMatchObject({ document: { language: 'de' }, sentences: [] })
  })

  test('a folder is its files by name, one object a line; flags fill what they do not say', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'b.txt'), `${text} Bee.`)
    writeFileSync(join(folder, 'a.md'), `# Title\n\n${text} Ay.`)
    writeFileSync(join(folder, '.hidden.txt'), 'No.')
    const done = await run(
      ['analyse', folder, '--json', '--published', '2024-10-25', '--outlet', 'Harbour Wire'],
      { dataDir: freshFolder() },
    )
    expect(done.status).toBe(0)
    const printed = jsonOf(done.out) as Printed[]
    expect(printed.map((p) => p.document.text?.slice(-4))).toEqual([' Ay.', 'Bee.'])
    for (const p of printed)
      expect(p.document).toMatchObject({
        outlet: 'Harbour Wire',
        published: '2024-10-25',
        publishedFrom: 'given',
      })
  })

  test('standard input is a report; tokens on request', async () => {
    const dataDir = freshFolder()
    const done = await run(['analyse', '-', '--json', '--tokens'], { dataDir, input: text })
    expect(done.status).toBe(0)
    expect(jsonOf(done.out)[0]).toMatchObject({ tokens: expect.any(Array) })
    const plain = await run(['analyse', '--json'], { dataDir, input: text })
    expect(jsonOf(plain.out)[0]).not.toHaveProperty('tokens')
  })

  test('missing, empty and closed files are faults beside good ones', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'good.txt'), text)
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(
      join(folder, 'binary.txt'),
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 0, 2]),
    )
    writeFileSync(join(folder, 'closed.txt'), text)
    chmodSync(join(folder, 'closed.txt'), 0)
    const names = ['missing.txt', 'empty.txt', 'binary.txt', 'closed.txt', 'good.txt']
    const done = await run(['analyse', '--json', ...names.map((n) => join(folder, n))], {
      dataDir: freshFolder(),
    })
    expect(done.status).toBe(3)
    const codes = (jsonOf(done.out) as Printed[]).map((p) => p.fault?.code)
    expect(codes[0]).toBe('intake/not-found')
    expect(codes[1]).toBe('intake/is-empty')
    expect(codes[2]).toMatch(/^intake\//)
    if (process.getuid?.() !== 0) expect(codes[3]).toBe('intake/no-access')
    expect(codes[4]).toBeUndefined()
  })

  test('a flag that is no date is wrong usage: status 2', async () => {
    const done = await run(['analyse', '-', '--json', '--published', 'soon'], {
      dataDir: freshFolder(),
      input: text,
    })
    expect(done.status).toBe(2)
  })

  test('threads change nothing', async () => {
    const input = Array.from({ length: 12 }, (_, i) => line(`n${i}`)).join('')
    const dataDir = freshFolder()
    const one = await run(['analyse', '--jsonl'], { dataDir, input })
    const two = await run(['analyse', '--jsonl', '--workers', '2'], { dataDir, input })
    expect(two).toEqual(one)
  })
})

describe.skipIf(!isBuilt)('add', { timeout: 60_000 }, () => {
  test('prints the id of each report first on its line, and adding again changes nothing', async () => {
    const dataDir = freshFolder()
    const input = line('a') + line('b') + line('a')
    const first = await run(['add', '--jsonl'], { dataDir, input })
    expect(first.status).toBe(0)
    const lines = first.out.trim().split('\n')
    expect(lines.map((l) => l.split('  ')[1])).toEqual(['added', 'added', 'known'])
    for (const l of lines) expect(l).toMatch(/^r[0-9a-f]{20} {2}/)
    const before = await run(['export', '--to', 'jsonl'], { dataDir })
    const again = await run(['add', '--jsonl'], { dataDir, input })
    expect(
      again.out
        .trim()
        .split('\n')
        .map((l) => l.slice(0, 21)),
    ).toEqual(lines.map((l) => l.slice(0, 21)))
    expect(again.err).toContain('0 reports added, 3 known')
    expect((await run(['export'], { dataDir })).out).toBe(before.out)
  })

  test('its export is records of the format, byte-identical in every ledger', async () => {
    const input = Array.from({ length: 6 }, (_, i) =>
      line(`n${i}`, { outlet: 'Wire', published: `2024-10-1${i}` }),
    )
    const dirs = [freshFolder(), freshFolder()]
    await run(['add', '--jsonl'], { dataDir: dirs[0] ?? '', input: input.join('') })
    await run(['add', '--jsonl'], { dataDir: dirs[1] ?? '', input: [...input].reverse().join('') })
    const [one, two] = await Promise.all(dirs.map((dataDir) => run(['export'], { dataDir })))
    expect(one?.out).toBe(two?.out)
    for (const record of jsonOf(one?.out ?? ''))
      expect(exportRecord.safeParse(record).error).toBeUndefined()
  })

  test('reads the example story, then lists, shows and finds it', async () => {
    const dataDir = freshFolder()
    const added = await run(['add', examples, '--json'], { dataDir })
    expect(added.status).toBe(0)
    expect(jsonOf(added.out)).toHaveLength(18)
    const reports = jsonOf((await run(['reports', '--json', '--limit', '5'], { dataDir })).out)[0]
    expect(reports).toMatchObject({ total: 18, items: { length: 5 } })
    const found = await run(['search', 'intelligence service'], { dataDir })
    expect(found.out).toContain('Harbour Wire')
    const doctor = await run(['doctor', '--full'], { dataDir })
    expect([doctor.status, doctor.out]).toEqual([0, expect.stringContaining('Everything is there')])
  })

  test('a report that fails leaves the others', async () => {
    const dataDir = freshFolder()
    const done = await run(['add', '--jsonl', '--json'], {
      dataDir,
      input: `${line('a')}{\n${line('b')}`,
    })
    expect(done.status).toBe(3)
    expect(jsonOf(done.out).map((p) => (p as Printed).fault?.code ?? 'added')).toEqual([
      'added',
      'intake/bad-line',
      'added',
    ])
  })

  test('Ctrl-C finishes the report in hand: status 130, all acknowledged are there', async () => {
    const dataDir = freshFolder()
    const child = start(['add', '--jsonl'], { dataDir })
    const done = finish(child)
    child.stdin?.on('error', () => {})
    child.stdin?.write(line('a'))
    await new Promise((go) => child.stdout?.once('data', go))
    for (let i = 0; i < 3; i++) child.stdin?.write(line(`more${i}`))
    child.kill('SIGINT')
    const { status, out, err } = await done
    expect(status).toBe(130)
    expect(err).toContain('finishing the report in hand')
    const acknowledged = out.trim().split('\n').length
    const listed = jsonOf((await run(['reports', '--json'], { dataDir })).out)[0]
    expect(listed).toMatchObject({ total: acknowledged })
  })

  test('cannot write: a fault in words, no stack', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'file'), '')
    const done = await run(['add', '--jsonl'], { dataDir: join(folder, 'file'), input: line('a') })
    expect(done.status).toBe(1)
    expect(done.err).toMatch(/^hearsay: Hearsay may not write to/)
    expect(done.err).not.toContain('    at ')
  })

  test('a ledger of another kind is left alone', async () => {
    const dataDir = freshFolder()
    writeFileSync(join(dataDir, 'ledger.sqlite'), 'x'.repeat(5000))
    const done = await run(['add', '--jsonl'], { dataDir, input: line('a') })
    expect(done.status).toBe(1)
    expect(done.err).toContain('not a Hearsay ledger')
    expect(readFileSync(join(dataDir, 'ledger.sqlite'), 'utf8')).toBe('x'.repeat(5000))
  })
})

describe.skipIf(!isBuilt)('habits', { timeout: 60_000 }, () => {
  test.each([
    [['nonsense'], 2],
    [['claims', '--nonsense'], 2],
    [['claims', '--mode', 'nonsense'], 2],
    [['claims', '--limit', 'many'], 2],
    [['report'], 2],
    [['report', 'r404'], 1],
    [['claims', '--after', 'soon'], 2],
    [['review', 'accept', 'c404'], 1],
    [['completion', 'cmd'], 2],
    [['serve', '--port', 'x'], 2],
    [[], 2],
    [['--help'], 0],
    [['claims', '--help'], 0],
    [['--version'], 0],
    [['completion', 'bash'], 0],
    [['stages', '--no-measure'], 0],
  ])('hearsay %j ends with %i', async (args, status) => {
    const done = await run(args, { dataDir: freshFolder() })
    expect([done.status, done.err]).toEqual([
      status,
      status === 0 ? '' : expect.stringMatching(/\S/),
    ])
    expect(done.err).not.toContain('    at ')
    if (status !== 0) expect(done.out).toBe('')
  })

  test('--help shows examples', async () => {
    const { out } = await run(['analyse', '--help'], { dataDir: freshFolder() })
    expect(out).toContain('Examples:')
    expect(out).toContain('hearsay analyse --jsonl < reports.jsonl')
  })

  test('--json puts a fault on standard error as one body', async () => {
    const { err, out } = await run(['report', 'r404', '--json'], { dataDir: freshFolder() })
    expect(out).toBe('')
    expect(JSON.parse(err)).toMatchObject({ ok: false, code: 'ledger/no-such', status: 404 })
  })

  test('--data-dir wins over the environment, and stands before or after the command', async () => {
    const [a, b] = [freshFolder(), freshFolder()]
    await run(['add', '--jsonl', '--data-dir', b], { dataDir: a, input: line('x') })
    expect(existsSync(join(a, 'ledger.sqlite'))).toBe(false)
    expect(
      jsonOf((await run(['--data-dir', b, 'reports', '--json'], { dataDir: a })).out)[0],
    ).toMatchObject({ total: 1 })
  })

  test('the XDG data folder holds the ledger where nothing else is said', async () => {
    const home = freshFolder()
    mkdirSync(join(home, 'xdg'))
    const env = { HEARSAY_DATA_DIR: '', XDG_DATA_HOME: join(home, 'xdg'), HOME: home }
    await run(['add', '--jsonl'], { dataDir: '', env, input: line('x') })
    if (process.platform === 'linux')
      expect(existsSync(join(home, 'xdg/hearsay/ledger.sqlite'))).toBe(true)
  })

  test('a pipe that closes ends it quietly', async () => {
    const dataDir = freshFolder()
    const input = Array.from({ length: 200 }, (_, i) => line(`n${i}`)).join('')
    const child = start(['analyse', '--jsonl'], { dataDir })
    const done = finish(child)
    child.stdin?.on('error', () => {})
    child.stdout?.once('data', () => child.stdout?.destroy())
    child.stdin?.end(input)
    const { err } = await done
    expect(err).toBe('')
  })

  test('hostile text reaches no output as a control', async () => {
    const dataDir = freshFolder()
    const evil = '\u001b]0;x\u0007\u001b[31m\u202e\u009b2J'
    const input = line('evil', { title: evil, outlet: evil, text: `${evil} ${text}` })
    const added = await run(['add', '--jsonl'], { dataDir, input })
    const id = added.out.slice(0, 21)
    for (const args of [
      ['reports'],
      ['report', id],
      ['claims'],
      ['sources'],
      ['search', 'harbour'],
      ['export'],
      ['reports', '--json'],
    ]) {
      const { out, err } = await run(args, { dataDir })
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
    const back = jsonOf((await run(['report', id, '--json'], { dataDir })).out)[0]
    expect(back).toMatchObject({ report: { title: evil, outlet: evil } })
    expect(added.out).not.toContain('\u001b')
  })

  test('reviews are kept under the name of the one who decides', async () => {
    const dataDir = freshFolder()
    await run(['add', examples], { dataDir })
    const page = jsonOf((await run(['claims', '--json', '--limit', '1'], { dataDir })).out)[0]
    const claim = (page as { items: { id: string }[] }).items[0]
    if (!claim) return
    const env = { HEARSAY_USER: 'maria' }
    const made = await run(['review', 'accept', claim.id, '--json', '--note', 'right'], {
      dataDir,
      env,
    })
    expect(jsonOf(made.out)[0]).toMatchObject({
      act: 'accept',
      on: claim.id,
      by: 'maria',
      note: 'right',
    })
    const listed = await run(['reviews'], { dataDir })
    expect(listed.out).toContain('maria')
  })
})
