/** Calls: every operation through the library, its outputs checked against the contract. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import { Fault } from '../../src/fault/fault.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { freshFolder, moment } from '../ledger/fixtures.ts'
import { allOf } from './face-callers.ts'

const text =
  'The harbour will reopen on Monday, the port authority said. Two officials said repairs may take longer. Nobody was hurt.'
let hearsay: Hearsay

beforeAll(() => {
  hearsay = openHearsay({ dataDir: freshFolder(), check: true, now: () => new Date(moment) })
})
afterAll(() => hearsay.close())

async function faultOf(act: Promise<unknown>): Promise<Fault> {
  const thrown = await act.then(
    () => null,
    (e: unknown) => e,
  )
  return thrown instanceof Fault ? thrown : expect.fail(`no fault: ${String(thrown)}`)
}

describe('analyse', () => {
  test('gives the text unchanged, under the given id, with every key', async () => {
    const a = await hearsay.call(o.analyse, { id: 'D1', text, published: '2024-10-25' })
    expect(a.document).toEqual({
      id: 'D1',
      title: null,
      url: null,
      outlet: null,
      published: '2024-10-25',
      publishedFrom: 'given',
      language: 'en',
      text,
    })
    expect(Object.keys(a)).toEqual(
      'hearsay document sentences entities references times places quantities attributions events claims diagnostics'.split(
        ' ',
      ),
    )
    expect(a.sentences.length).toBe(3)
  })

  test('gives tokens only on request', async () => {
    expect(await hearsay.call(o.analyse, { text })).not.toHaveProperty('tokens')
    expect(await hearsay.call(o.analyse, { text, tokens: true })).toHaveProperty('tokens')
  })

  test('answers as JSON what it answers as an object, with tokens too', async () => {
    for (const input of [
      { id: 'D1', text },
      { text, tokens: true },
      { text, language: 'de' },
    ])
      expect(JSON.parse(await hearsay.json(o.analyse, input))).toEqual(
        await hearsay.call(o.analyse, input),
      )
  })

  test('answers as JSON without a check as with one', async () => {
    const loose = openHearsay({ dataDir: freshFolder() })
    const input = { id: 'D1', text, published: '2024-10-25' }
    expect(await loose.json(o.analyse, input)).toBe(await hearsay.json(o.analyse, input))
    await expect(loose.json(o.analyse, { text: ' ' })).rejects.toMatchObject({
      code: 'intake/is-empty',
    })
    await loose.close()
  })

  test('of the same input is the same', async () => {
    const one = await hearsay.call(o.analyse, { text, published: '2024-10-25' })
    expect(await hearsay.call(o.analyse, { text, published: '2024-10-25' })).toEqual(one)
  })

  test('believes a given language, and does not read what it cannot', async () => {
    const a = await hearsay.call(o.analyse, { text, language: 'de' })
    expect(a.document.language).toBe('de')
    expect(a).toMatchObject({ sentences: [], claims: [], entities: [], document: { text } })
    expect(a.diagnostics.map((d) => d.code)).toContain('language-not-supported')
    const british = await hearsay.call(o.analyse, { text, language: 'en-GB' })
    expect(british.sentences.length).toBe(3)
  })

  test('reads bytes of a file', async () => {
    const content = Buffer.from(
      `<!doctype html><title>T</title><article><p>${text}</p></article>`,
    ).toString('base64')
    const a = await hearsay.call(o.analyse, { content, name: 'a.html' })
    expect(a.document.text).toContain('The harbour will reopen')
    expect(a.document.text).not.toContain('<p>')
    expect(a.document.id).toMatch(/^r[0-9a-f]{20}$/)
  })

  test.each([
    [{}, 'input/invalid'],
    [{ text, content: 'aGk=' }, 'input/invalid'],
    [{ content: '%%%', name: 'a.txt' }, 'input/invalid'],
    [{ text: '  \n ' }, 'intake/is-empty'],
    [{ content: '', name: 'a.txt' }, 'intake/is-empty'],
    [{ text, published: 'yesterday' }, 'intake/bad-date'],
    [{ text: 5 }, 'input/invalid'],
    [
      { content: Buffer.from('%PDF-1.7 ...').toString('base64'), name: 'a.pdf' },
      'intake/unsupported-type',
    ],
  ])('refuses %j: %s', async (input, code) => {
    const fault = await faultOf(hearsay.call(o.analyse, input as { text: string }))
    expect(fault.code).toBe(code)
  })
})

describe('add and what it filled', () => {
  let id = ''

  test('answers with the id, and the second time with "known"', async () => {
    const input = { id: 'D1', text, title: 'Harbour', outlet: 'Wire', published: '2024-10-25' }
    const first = await hearsay.call(o.add, input)
    expect(first).toMatchObject({ given: 'D1', status: 'added', language: 'en', revisionOf: null })
    id = first.id
    expect(await hearsay.call(o.add, input)).toMatchObject({ id, status: 'known' })
    const { total } = await hearsay.call(o.reports, {})
    expect(total).toBe(1)
  })

  test('keeps reports in other languages, unread', async () => {
    const added = await hearsay.call(o.add, {
      text: 'Der Hafen wird am Montag wieder geöffnet, sagte die Behörde.',
      language: 'de',
    })
    expect(added).toMatchObject({ status: 'added', claims: 0, language: 'de' })
  })

  test('shows a report by its id and by the given one', async () => {
    const byId = await hearsay.call(o.report, { id })
    expect(byId.analysis.document).toMatchObject({ id, text, title: 'Harbour' })
    expect(byId.report.captured).toBe(moment)
    expect(await hearsay.call(o.report, { id: 'D1' })).toEqual(byId)
  })

  test('lists claims of a report by either id', async () => {
    const page = await hearsay.call(o.claims, { report: 'D1' })
    expect(page.total).toBe((await hearsay.call(o.report, { id })).report.claims)
    for (const item of page.items) {
      const shown = await hearsay.call(o.claim, { id: item.id })
      expect(shown.claim).toEqual(item)
      expect(text.slice(item.from, item.to)).toBe(item.quote)
      expect(shown.context.text).toContain(item.quote)
    }
  })

  test('searches', async () => {
    const found = await hearsay.call(o.search, { query: 'port authority' })
    expect(found.reports.map((r) => r.report.id)).toEqual([id])
    expect(await hearsay.call(o.search, { query: 'port authority', in: 'claims' })).toMatchObject({
      reports: [],
    })
  })

  test('exports what it lists', async () => {
    const records = await allOf(hearsay.stream(o.export, {}))
    expect(records[0]).toMatchObject({ kind: 'ledger', reports: 2 })
    expect(records.filter((r) => r.kind === 'report').map((r) => r.id)).toContain(id)
  })

  test('adding at the same time is in the order of the calls', async () => {
    const texts = Array.from({ length: 8 }, (_, i) => `Report number ${i} is here.`)
    const added = await Promise.all(texts.map((t) => hearsay.call(o.add, { text: t })))
    const { items } = await hearsay.call(o.reports, { sort: 'added' })
    expect(items.slice(-8).map((r) => r.id)).toEqual(added.map((a) => a.id))
  })

  test('a report that fails leaves those behind it their turn', async () => {
    const calls = [
      hearsay.call(o.add, { text: 'First one here.' }),
      hearsay.call(o.add, { text: '' }),
      hearsay.call(o.add, { text: 'Third one here.' }),
    ]
    const settled = await Promise.allSettled(calls)
    expect(settled.map((s) => s.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('reanalyse has nothing to do for the engine that read everything', async () => {
    expect(await hearsay.call(o.reanalyse, {})).toMatchObject({ read: 0, left: 0, changed: [] })
    expect((await faultOf(hearsay.call(o.reanalyse, { report: 'r404' }))).code).toBe(
      'ledger/no-such',
    )
  })
})

describe('what is not there', () => {
  test.each([
    ['report', o.report],
    ['claim', o.claim],
    ['source', o.source],
  ] as const)('%s: ledger/no-such', async (_, operation) => {
    const fault = await faultOf(hearsay.call(operation, { id: 'x404' }))
    expect(fault).toMatchObject({ code: 'ledger/no-such', status: 404 })
  })

  test('claims of a report that is not there', async () => {
    expect((await faultOf(hearsay.call(o.claims, { report: 'x404' }))).code).toBe('ledger/no-such')
  })
})

describe('review', () => {
  test('refuses what makes no sense', async () => {
    const code = async (input: object) =>
      (await faultOf(hearsay.call(o.review, input as { act: 'accept'; on: string }))).code
    expect(await code({ act: 'accept', on: 'c404' })).toBe('ledger/no-such')
    expect(await code({ act: 'praise', on: 'c404' })).toBe('input/invalid')
    expect(await code({ act: 'accept' })).toBe('input/invalid')
  })
})

describe('about itself', () => {
  test('stages: the plan with versions and, measured, timings', async () => {
    const plan = await hearsay.call(o.stages, {})
    expect(plan.stages[0]).toMatchObject({ stage: 'segment' })
    expect(plan.words).toBeGreaterThan(1000)
    expect(plan.milliseconds).toBeGreaterThan(0)
    expect(plan.engine.split(' ')).toEqual(plan.stages.map((s) => `${s.stage}@${s.version}`))
  })

  test('doctor: everything is there', async () => {
    const { ok, checks } = await hearsay.call(o.doctor, { full: true })
    expect(checks.filter((c) => !c.ok)).toEqual([])
    expect(ok).toBe(true)
  })

  test('doctor says in words what is wrong', async () => {
    const other = openHearsay({ dataDir: '/dev/null/nowhere' })
    const { ok, checks } = await other.call(o.doctor, {})
    expect(ok).toBe(false)
    expect(checks.find((c) => c.name === 'ledger')).toMatchObject({ ok: false })
    await other.close()
  })

  test('nothing answers after closing', async () => {
    const other = openHearsay({ dataDir: freshFolder() })
    await other.close()
    expect((await faultOf(other.call(o.reports, {}))).code).toBe('internal/bug')
  })
})
