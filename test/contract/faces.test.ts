/** Faces: library, HTTP and command line give the same answer, and the same fault, to the same question. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../src/contract/operation.ts'
import { operations as o } from '../../src/contract/operations.ts'
import { codes, type FaultCode } from '../../src/fault/codes.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { allOf, commandLine, type Faces, facesOf, type Input, type Said } from './face-callers.ts'

const texts = [
  'The harbour will reopen on Monday, the port authority said. Two officials said repairs may take longer.',
  'Ana Pereira denied that the ferry was late. "We left on time," she said. About 1,200 people were aboard.',
  'The café near Zürich "burned down" on 3 May 2024. Police in Lisbon did not comment.',
  'Kursk — 💥 — was quiet. According to the ministry, 30 percent of the roads could be closed by Friday.',
]
const reports = texts.map((text, i) => ({
  id: `D${i}`,
  text,
  title: ['Harbour', 'Ferry <b>late</b>', 'Feuer: "Café"', '=1+1'][i] ?? '',
  outlet: ['Harbour Wire', 'Daily Lantern'][i % 2] ?? '',
  url: `https://a.example/${i % 3}`,
  published: ['2024-10-25', '2024-10-26', '2024-05', '2024-10-27~'][i] ?? '',
}))

let hearsay: Hearsay
let faces: Faces

beforeAll(async () => {
  hearsay = openHearsay({ dataDir: freshFolder(), check: true })
  faces = facesOf(hearsay)
  for (const report of reports) await hearsay.call(o.add, report)
})
afterAll(() => hearsay.close())

async function same(operation: Operation, input: Input): Promise<Said> {
  const library = await faces.library(operation, input)
  expect(await faces.http(operation, input)).toEqual(library)
  expect(await faces.commandLine(operation, input)).toEqual(library)
  return library
}

async function answerOf(operation: Operation, input: Input): Promise<Record<string, unknown>> {
  const said = await same(operation, input)
  if ('fault' in said) return expect.fail(JSON.stringify(said.fault))
  return said.answer as Record<string, unknown>
}

/** Rows with the words of their titles in front. */
function named(rows: readonly (readonly [Operation, Input])[]) {
  return rows.map(([o, input]) => [o.name, JSON.stringify(input), o, input] as const)
}

function faulty(rows: readonly (readonly [Operation, Input, FaultCode])[]) {
  return rows.map(
    ([o, i, code]) => [o.name, JSON.stringify(i).slice(0, 60), code, o, i, code] as const,
  )
}

describe('one answer:', () => {
  test.each(
    named([
      [o.reports, {}],
      [o.reports, { sort: 'title', limit: 2 }],
      [o.reports, { outlet: 'harbour wire' }],
      [o.reports, { after: '2024-10-01', before: '2024-10-26' }],
      [o.reports, { text: 'cafe zurich' }],
      [o.reports, { text: '"' }],
      [o.reports, { text: "it's -- ; drop" }],
      [o.reports, { language: 'de' }],
      [o.report, { id: 'D0' }],
      [o.report, { id: 'D1' }],
      [o.report, { id: 'D3' }],
      [o.claims, {}],
      [o.claims, { sort: 'oldest' }],
      [o.claims, { sort: 'text', limit: 1 }],
      [o.claims, { report: 'D1' }],
      [o.claims, { mode: 'forecast' }],
      [o.claims, { voice: 'own', polarity: 'affirmed' }],
      [o.claims, { voice: 'anonymous' }],
      [o.claims, { stance: 'denies' }],
      [o.claims, { certainty: 'possibility' }],
      [o.claims, { source: 'pereira' }],
      [o.claims, { outlet: 'Daily Lantern', after: '2024' }],
      [o.claims, { place: 'Lisbon' }],
      [o.claims, { place: '2267057' }],
      [o.claims, { event: 'AID' }],
      [o.claims, { text: '1,200' }],
      [o.claims, { text: '12' }],
      [o.claims, { limit: 500 }],
      [o.sources, {}],
      [o.sources, { sort: 'name', limit: 1 }],
      [o.sources, { name: 'a' }],
      [o.sources, { type: 'person' }],
      [o.sources, { anonymous: true }],
      [o.sources, { anonymous: false }],
      [o.search, { query: 'harbour' }],
      [o.search, { query: '"on Monday"', in: 'claims' }],
      [o.search, { query: 'harb* OR ferry', in: 'reports' }],
      [o.search, { query: 'NEAR(' }],
      [o.search, { query: '-x --json' }],
      [o.search, { query: '💥', limit: 1 }],
      [o.reviews, {}],
      [o.reviews, { by: 'nobody', act: 'undo' }],
      [o.export, {}],
      [o.export, { to: 'jsonl' }],
    ]),
  )('%s %s', async (_, __, operation, input) => {
    const said = await same(operation, input)
    expect(said).toHaveProperty('answer')
  })

  test('every claim, source and report of the lists, by its id', async () => {
    for (const [list, one] of [
      [o.claims, o.claim],
      [o.sources, o.source],
      [o.reports, o.report],
    ] as const) {
      const { items } = (await answerOf(list, {})) as { items: { id: string }[] }
      for (const { id } of items.slice(0, 4)) await answerOf(one, { id })
    }
  })

  test.each(
    named([
      [o.reports, { sort: 'newest', limit: 1 }],
      [o.reports, { sort: 'title', limit: 3 }],
      [o.claims, { sort: 'newest', limit: 2 }],
      [o.claims, { sort: 'text', limit: 3 }],
      [o.sources, { sort: 'claims', limit: 1 }],
      [o.sources, { sort: 'name', limit: 2 }],
    ]),
  )('%s %s, page by page', async (_, __, operation, input) => {
    const joined: unknown[] = []
    let cursor: Input = {}
    for (let n = 0; n < 6; n++) {
      const page = (await answerOf(operation, { ...input, ...cursor })) as {
        items: unknown[]
        next: string | null
      }
      joined.push(...page.items)
      if (page.next === null) break
      cursor = { cursor: page.next }
    }
    const whole = (await hearsay.call(operation, { ...input, limit: 500 } as never)) as {
      items: unknown[]
    }
    expect(joined).toEqual(whole.items.slice(0, joined.length))
  })

  test('stages are the same plan, however long they took', async () => {
    const bare = (said: Said): unknown =>
      JSON.parse(JSON.stringify(said, (key, v) => (key === 'milliseconds' ? 0 : v)))
    const library = bare(await faces.library(o.stages, { measure: false }))
    expect(library).toHaveProperty('answer.words', 0)
    expect(bare(await faces.http(o.stages, { measure: false }))).toEqual(library)
    expect(bare(await faces.commandLine(o.stages, { measure: false }))).toEqual(library)
  })

  test('doctor finds the same', async () => {
    const input = { full: true }
    // How long the self-test took is another number each time.
    const timeless = (said: Said): unknown =>
      JSON.parse(JSON.stringify(said).replace(/ in \d+ ms/g, ''))
    const library = timeless(await faces.library(o.doctor, input))
    expect(library).toHaveProperty('answer.checks.length', expect.any(Number))
    expect(library).toHaveProperty('answer.ok', true)
    expect(timeless(await faces.http(o.doctor, input))).toEqual(library)
    expect(timeless(await faces.commandLine(o.doctor, input))).toEqual(library)
  })

  test.each(['a.txt', 'b.md', 'c.html'])('analyse of the bytes of %s', async (name) => {
    const html = `<!doctype html><title>Harbour</title><article><p>${texts[0]}</p><p>${texts[1]}</p></article>`
    const text = name.endsWith('html') ? html : `# Harbour\n\n${texts.join('\n\n')}\n`
    const input = {
      content: Buffer.from(text).toString('base64'),
      name,
      published: '2024-10-25',
      outlet: 'Harbour Wire',
    }
    const one = await answerOf(o.analyse, input)
    expect(one).not.toHaveProperty('tokens')
    const two = await answerOf(o.analyse, { ...input, tokens: true })
    const { tokens, ...rest } = two
    expect(tokens).not.toEqual([])
    expect(rest).toEqual(one)
  })

  test('add of what is there already, by bytes', async () => {
    const input = {
      content: Buffer.from('A ship came in, the port authority said.').toString('base64'),
      name: 'ship.txt',
      published: '2024-11-01',
    }
    const added = await faces.library(o.add, input)
    expect(added).toMatchObject({ answer: { status: 'added' } })
    expect(await answerOf(o.add, input)).toMatchObject({ status: 'known' })
  })

  test('reanalyse has nothing to do on any', async () => {
    expect(await answerOf(o.reanalyse, {})).toMatchObject({ read: 0, left: 0, changed: [] })
    expect(await answerOf(o.reanalyse, { report: 'D0', limit: 1 })).toMatchObject({ read: 0 })
  })
})

describe('one fault:', () => {
  test.each(
    faulty([
      [o.report, { id: 'r404' }, 'ledger/no-such'],
      [o.report, { id: 'a b/c?d#e%' }, 'ledger/no-such'],
      [o.claim, { id: 'c404' }, 'ledger/no-such'],
      [o.claim, { id: "' or 1=1" }, 'ledger/no-such'],
      [o.source, { id: 's404' }, 'ledger/no-such'],
      [o.source, { id: 'Nobody At All' }, 'ledger/no-such'],
      [o.claims, { report: 'r404' }, 'ledger/no-such'],
      [o.claims, { mode: 'rumour' }, 'input/invalid'],
      [o.claims, { limit: 0 }, 'input/invalid'],
      [o.claims, { limit: 501 }, 'input/invalid'],
      [o.claims, { limit: -1 }, 'input/invalid'],
      [o.claims, { sort: 'best' }, 'input/invalid'],
      [o.claims, { event: 'PARTY' }, 'input/invalid'],
      [o.claims, { cursor: 'nonsense' }, 'input/invalid'],
      [o.claims, { after: 'yesterday' }, 'intake/bad-date'],
      [o.claims, { before: '2024-1-1' }, 'intake/bad-date'],
      [o.reports, { after: 'soon' }, 'intake/bad-date'],
      [o.reports, { sort: 'claims' }, 'input/invalid'],
      [o.reports, { cursor: 'x'.repeat(2001) }, 'input/invalid'],
      [o.sources, { type: 'robot' }, 'input/invalid'],
      [o.sources, { cursor: 'e30' }, 'input/invalid'],
      [o.search, { query: '' }, 'input/invalid'],
      [o.search, { query: 'x'.repeat(1001) }, 'input/invalid'],
      [o.search, { query: 'x', in: 'sources' }, 'input/invalid'],
      [o.search, { query: 'x', limit: 201 }, 'input/invalid'],
      [o.review, { act: 'accept', on: 'c404', by: 'mia' }, 'ledger/no-such'],
      [o.review, { act: 'praise', on: 'c404', by: 'mia' }, 'input/invalid'],
      [o.review, { act: 'undo', on: 'w404', by: 'mia' }, 'ledger/no-such'],
      [o.review, { act: 'accept', on: 'c404', by: 'x'.repeat(201) }, 'input/invalid'],
      [o.reviews, { act: 'praise' }, 'input/invalid'],
      [o.reviews, { limit: 0 }, 'input/invalid'],
      [o.reviews, { cursor: 'WzFd' }, 'input/invalid'],
      [o.reanalyse, { report: 'r404' }, 'ledger/no-such'],
      [o.export, { to: 'xml' }, 'input/invalid'],
    ]),
  )('%s %s: %s', async (_, __, ___, operation, input, code) => {
    const said = await same(operation, input)
    expect(said).toMatchObject({ fault: { ok: false, code, status: codes[code].status } })
    expect(operation.faults.includes(code) || code === 'input/invalid').toBe(true)
  })

  test.each([
    ['grade', 'H', 'a grade is one of A, B, C, D, E, F'],
    ['accept', undefined, 'accept is for a claim'],
    ['grade', undefined, 'grade needs a value'],
  ])('a review that makes no sense: %s %s', async (act, value, reason) => {
    const { items } = await hearsay.call(o.sources, { limit: 1 })
    const on = items[0]?.id ?? expect.fail()
    const said = await same(o.review, { act, on, by: 'mia', ...(value ? { value } : {}) })
    expect(said).toMatchObject({ fault: { code: 'input/invalid' } })
    expect(JSON.stringify(said)).toContain(reason)
    expect((await hearsay.call(o.reviews, {})).total).toBe(0)
  })
})

describe('the command line', () => {
  const text = (args: readonly string[]) =>
    commandLine([args[0] ?? '', '--data-dir', hearsay.dataDir, ...args.slice(1)])

  test.each([
    [['claim', 'c404'], 'ledger/no-such'],
    [['claims', '--mode', 'rumour'], 'input/invalid'],
    [['reports', '--after', 'soon'], 'intake/bad-date'],
    [['claims', '--report', 'r404'], 'ledger/no-such'],
  ] as const)('%j ends with the exit status of %s, in one line', async (args, code) => {
    const printed = await text(args)
    expect(printed.status).toBe(codes[code].exit)
    expect(printed.out).toBe('')
    expect(printed.err).toMatch(/^hearsay: [^\n]+\n$/)
    const asJson = await commandLine([...args, '--json', '--data-dir', hearsay.dataDir])
    expect(printed.err).toContain((JSON.parse(asJson.err) as { message: string }).message)
    expect(asJson.status).toBe(printed.status)
  })

  test.each([
    [['claims', '--colour', 'red']],
    [['claim']],
    [['search']],
    [['nothing-of-the-kind']],
    [['claims', 'too', 'many']],
  ])('%j is wrong usage', async (args) => {
    const printed = await text(args)
    expect(printed.status).toBe(2)
    expect(printed.out).toBe('')
    expect(printed.err).not.toBe('')
  })

  test('JSON is one line, with no byte that a terminal obeys', async () => {
    for (const args of [['claims'], ['reports'], ['report', 'D3'], ['sources'], ['export']]) {
      const { out, status } = await commandLine([...args, '--json', '--data-dir', hearsay.dataDir])
      expect(status).toBe(0)
      if (args[0] !== 'export') expect(out.split('\n')).toHaveLength(2)
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/)
    }
  })
})

describe('filled through any face', () => {
  test('a ledger has the same export', async () => {
    const exports: unknown[] = []
    for (const face of ['library', 'http', 'commandLine'] as const) {
      const own = openHearsay({ dataDir: freshFolder() })
      const ask = facesOf(own)[face]
      for (const r of reports) {
        const { id: _, text, ...facts } = r
        const content = Buffer.from(text).toString('base64')
        const said = await ask(o.add, { ...facts, content, name: 'report.txt' })
        expect(said).toMatchObject({ answer: { status: 'added' } })
      }
      const { items } = await own.call(o.claims, { sort: 'text' })
      const first = items[0]?.id ?? expect.fail('the reports have no claim')
      await ask(o.review, { act: 'accept', on: first, by: 'mia', note: 'as "written" — é' })
      await ask(o.review, { act: 'amend', on: first, by: 'mia', value: '-1 = one' })
      const records = (await allOf(own.stream(o.export, {}))).map((r) =>
        r.kind === 'review' ? { ...r, id: '', at: '' } : r,
      )
      expect(records.filter((r) => r.kind === 'review')).toHaveLength(2)
      exports.push(records)
      await own.close()
    }
    expect(exports[1]).toEqual(exports[0])
    expect(exports[2]).toEqual(exports[0])
  })
})
