/** Lists through the service: every filter, sort and cursor over a small story, each against what a reader would count by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf, OutputOf } from '../../src/contract/operation.ts'
import { operations as o } from '../../src/contract/operations.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { modes, polarities, stances } from '../../src/model/claim.ts'
import { voices } from '../../src/model/records.ts'
import { freshFolder } from '../ledger/fixtures.ts'

const reports = [
  {
    id: 'D1',
    outlet: 'Harbour Wire',
    published: '2024-10-21',
    title: 'Port to reopen',
    text:
      'LISBON, Oct. 21 - The port will reopen on Monday, the port authority said. ' +
      'Two officials said repairs may take longer. Nobody was hurt.',
  },
  {
    id: 'D2',
    outlet: 'Daily Lantern',
    published: '2024-10-23',
    title: 'union denies deal',
    text:
      'The dockers’ union denied on Wednesday that it had agreed to the plan. ' +
      '"We have signed nothing," its leader, Pedro Lima, told reporters in Porto.',
  },
  {
    id: 'D3',
    outlet: 'harbour wire',
    published: null,
    title: null,
    text: 'About 1,200 containers are waiting in Lisbon, according to the port authority.',
  },
  {
    id: 'D4',
    outlet: 'Le Phare',
    published: '2024-11',
    title: 'Le port rouvre',
    language: 'fr',
    text: 'Le port de Lisbonne rouvrira lundi, selon la capitainerie.',
  },
] as const

let hearsay: Hearsay
let ids: Record<string, string>

beforeAll(async () => {
  hearsay = openHearsay({ dataDir: freshFolder(), check: true, profile: 'lite' })
  const added = []
  for (const r of reports) added.push([r.id, (await hearsay.call(o.add, r)).id] as const)
  ids = Object.fromEntries(added)
})
afterAll(() => hearsay.close())

const given = (list: OutputOf<typeof o.reports>): (string | null)[] =>
  list.items.map((r) => r.given)

describe('reports', () => {
  test.each<[InputOf<typeof o.reports>, string[]]>([
    [{}, ['D4', 'D2', 'D1', 'D3']],
    [{ sort: 'newest' }, ['D4', 'D2', 'D1', 'D3']],
    [{ sort: 'oldest' }, ['D3', 'D1', 'D2', 'D4']],
    [{ sort: 'added' }, ['D1', 'D2', 'D3', 'D4']],
    [{ sort: 'title' }, ['D3', 'D4', 'D1', 'D2']],
    [{ outlet: 'Harbour Wire' }, ['D1', 'D3']],
    [{ outlet: 'HARBOUR  WIRE' }, ['D1', 'D3']],
    [{ outlet: 'Harbour' }, []],
    [{ language: 'fr' }, ['D4']],
    [{ language: 'en' }, ['D2', 'D1', 'D3']],
    [{ after: '2024-10-22' }, ['D4', 'D2']],
    [{ after: '2024-10-21', before: '2024-10-21' }, ['D1']],
    [{ before: '2024-10-22' }, ['D1']],
    [{ after: '2024-11-15' }, ['D4']],
    [{ before: '2024-11-15' }, ['D4', 'D2', 'D1']],
    [{ after: '2024' }, ['D4', 'D2', 'D1']],
    [{ after: '2025' }, []],
    [{ text: 'port' }, ['D4', 'D1', 'D3']],
    [{ text: 'Lisbon containers' }, ['D3']],
    [{ text: '"signed nothing"' }, ['D2']],
    [{ text: '"nothing signed"' }, []],
    [{ text: 'contain*' }, ['D3']],
    [{ text: 'rouvre' }, ['D4']],
    [{ text: '***' }, []],
    [{ outlet: 'harbour wire', text: 'authority', sort: 'oldest' }, ['D3', 'D1']],
  ])('%j', async (input, wanted) => {
    const list = await hearsay.call(o.reports, input)
    expect(given(list)).toEqual(wanted)
    expect(list.total).toBe(wanted.length)
    expect(list.next).toBeNull()
  })

  test.each(['newest', 'oldest', 'title', 'added'] as const)(
    'page by page by "%s"',
    async (sort) => {
      const whole = given(await hearsay.call(o.reports, { sort }))
      for (const limit of [1, 2, 3]) {
        const seen: (string | null)[] = []
        let cursor: string | undefined
        do {
          const page = await hearsay.call(o.reports, { sort, limit, ...(cursor ? { cursor } : {}) })
          expect(page.total).toBe(whole.length)
          expect(page.items.length).toBeLessThanOrEqual(limit)
          seen.push(...given(page))
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        expect(seen).toEqual(whole)
      }
    },
  )

  test.each<[string, object]>([
    ['no limit', { limit: 0 }],
    ['a limit without end', { limit: 501 }],
    ['half a report', { limit: 1.5 }],
    ['a sort of no kind', { sort: 'best' }],
    ['a cursor of nobody', { cursor: 'abc' }],
    ['a cursor without end', { cursor: 'a'.repeat(2001) }],
  ])('%s is refused', async (_, input) => {
    await expect(hearsay.call(o.reports, input as never)).rejects.toMatchObject({
      code: 'input/invalid',
    })
  })

  test('a cursor of one order is none of another', async () => {
    const { next } = await hearsay.call(o.reports, { limit: 1, sort: 'oldest' })
    await expect(
      hearsay.call(o.reports, { limit: 1, sort: 'added', cursor: next ?? '' }),
    ).rejects.toMatchObject({ code: 'input/invalid' })
  })
})

describe('claims', () => {
  const all = async (input: InputOf<typeof o.claims> = {}) =>
    (await hearsay.call(o.claims, { limit: 500, ...input })).items

  test('every report in English has some, the other has none', async () => {
    const by = (id: string) => all({ report: id })
    expect((await by('D1')).length).toBeGreaterThanOrEqual(3)
    expect((await by('D2')).length).toBeGreaterThanOrEqual(2)
    expect((await by('D3')).length).toBeGreaterThanOrEqual(1)
    expect(await by('D4')).toEqual([])
  })

  test('by report: its own id and the given one are one', async () => {
    expect(await all({ report: 'D1' })).toEqual(await all({ report: ids['D1'] ?? '' }))
  })

  test.each<[string, readonly string[]]>([
    ['voice', voices],
    ['mode', modes],
    ['polarity', polarities],
    ['stance', stances],
  ])('the values of %s part the list', async (key, values) => {
    const parts = await Promise.all(values.map((value) => all({ [key]: value } as never)))
    const joined = parts.flatMap((p) => p.map((c) => c.id))
    const whole = (await all()).map((c) => c.id)
    // A claim in the report's own voice has no stance of a source.
    if (key === 'stance') for (const id of joined) expect(whole).toContain(id)
    else expect(joined.sort()).toEqual(whole.sort())
  })

  test('on the word of a source, by its name or its id', async () => {
    const byName = await all({ source: 'Pedro Lima' })
    expect(byName.map((c) => c.quote)).toContain('We have signed nothing')
    const [found] = (await hearsay.call(o.sources, { name: 'lima' })).items
    expect(await all({ source: found?.id ?? '' })).toEqual(byName)
    expect(await all({ source: 'Nobody At All' })).toEqual([])
  })

  test('of an anonymous source, with its words', async () => {
    const anonymous = await all({ voice: 'anonymous' })
    expect(anonymous.map((c) => c.source)).toContain('Two officials')
  })

  test('a denial is found by its stance', async () => {
    const denied = await all({ stance: 'denies' })
    expect(denied.length).toBeGreaterThan(0)
    for (const c of denied) expect(c.report).toBe(ids['D2'])
  })

  test('about a place, by name in any case or by number', async () => {
    const lisbon = await all({ place: 'Lisbon' })
    expect(lisbon.length).toBeGreaterThan(0)
    expect(await all({ place: 'LISBON' })).toEqual(lisbon)
    const id = lisbon[0]?.places.find((p) => p.name === 'Lisbon')?.geonames
    expect(await all({ place: String(id) })).toEqual(lisbon)
    expect(await all({ place: 'Atlantis' })).toEqual([])
  })

  test('by certainty class', async () => {
    const maybe = await all({ certainty: 'possibility' })
    expect(maybe.some((c) => c.certainty.words.includes('may'))).toBe(true)
    for (const c of maybe) expect(c.certainty.class).toBe('possibility')
  })

  test('by the day of their report', async () => {
    for (const c of await all({ after: '2024-10-22', before: '2024-10-24' }))
      expect(c.report).toBe(ids['D2'])
    expect((await all({ after: '2024-10-22' })).length).toBeGreaterThan(0)
    expect(await all({ after: '2030' })).toEqual([])
  })

  test('by words in them or in the name of their source', async () => {
    expect((await all({ text: 'containers' })).map((c) => c.report)).toEqual([ids['D3']])
    for (const c of await all({ text: 'authority' })) expect(c.source).toMatch(/authority/i)
    expect(await all({ text: 'zeppelin' })).toEqual([])
  })

  test('in the order of their reports and texts, newest first, or oldest first', async () => {
    const order = (list: Awaited<ReturnType<typeof all>>) => list.map((c) => c.published ?? '')
    const newest = order(await all({ sort: 'newest' }))
    expect(newest).toEqual([...newest].sort().reverse())
    const oldest = order(await all({ sort: 'oldest' }))
    expect(oldest).toEqual([...oldest].sort())
    const d1 = await all({ report: 'D1', sort: 'text' })
    expect(d1.map((c) => c.from)).toEqual(d1.map((c) => c.from).sort((a, b) => a - b))
  })

  test.each(['newest', 'oldest', 'text'] as const)('page by page by "%s"', async (sort) => {
    const whole = (await all({ sort })).map((c) => c.id)
    for (const limit of [1, 3]) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await hearsay.call(o.claims, { sort, limit, ...(cursor ? { cursor } : {}) })
        expect(page.total).toBe(whole.length)
        seen.push(...page.items.map((c) => c.id))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(whole)
    }
  })

  test.each<[string, object, string]>([
    ['a mode of no kind', { mode: 'rumour' }, 'input/invalid'],
    ['a day that never was', { after: '2024-02-31' }, 'intake/bad-date'],
    ['an end that never was', { before: '2023-02-29' }, 'intake/bad-date'],
    ['a report that is not there', { report: 'r404' }, 'ledger/no-such'],
    ['an event of no kind', { event: 'PARTY' }, 'input/invalid'],
  ])('%s is refused', async (_, input, code) => {
    await expect(hearsay.call(o.claims, input as never)).rejects.toMatchObject({ code })
  })
})

describe('one claim', () => {
  test('stands on exact words, with the sentence around it', async () => {
    const { items } = await hearsay.call(o.claims, { limit: 500 })
    for (const { id } of items) {
      const shown = await hearsay.call(o.claim, { id })
      const text = reports.find((r) => r.id === shown.report.given)?.text ?? ''
      const { from, to, quote } = shown.claim
      expect(text.slice(from, to)).toBe(quote)
      expect(text.slice(shown.context.from, shown.context.to)).toBe(shown.context.text)
      expect(shown.context.from).toBeLessThanOrEqual(from)
      expect(shown.context.to).toBeGreaterThanOrEqual(to)
      for (const a of shown.evidence) expect(text.slice(a.from, a.to)).toBe(a.quote)
      expect(shown.evidence.some((a) => a.role === 'claim')).toBe(true)
    }
  })

  test('names stage, rule and version of every field', async () => {
    const { items } = await hearsay.call(o.claims, { limit: 500 })
    const { stages } = await hearsay.call(o.stages, { measure: false })
    const versions = new Map(stages.map((s) => [s.stage, String(s.version)]))
    for (const { id } of items) {
      const { why } = await hearsay.call(o.claim, { id })
      expect(why.length).toBeGreaterThan(2)
      for (const w of why) {
        expect(w.rule).not.toBe('')
        expect(versions.get(w.stage)).toBe(w.version)
      }
    }
  })

  test.each(['c404', '', "' or 1=1 --", 'D1'])('%j is none', async (id) => {
    await expect(hearsay.call(o.claim, { id })).rejects.toMatchObject({
      code: 'ledger/no-such',
      data: { kind: 'claim', id },
    })
  })
})

describe('search', () => {
  test('finds reports and claims, with passages that hold the words', async () => {
    const found = await hearsay.call(o.search, { query: 'containers' })
    expect(found.reports.map((r) => r.report.given)).toEqual(['D3'])
    expect(found.totals).toEqual({ reports: 1, claims: found.claims.length })
    const [hit] = found.reports
    const marked = hit?.snippet.marks.map(([from, to]) => hit.snippet.text.slice(from, to))
    expect(marked).toEqual(['containers'])
  })

  test.each(['reports', 'claims'] as const)('in %s alone', async (where) => {
    const found = await hearsay.call(o.search, { query: 'port', in: where })
    const none = where === 'reports' ? found.claims : found.reports
    expect(none).toEqual([])
    expect(found.totals[where]).toBeGreaterThan(0)
    expect(found.totals[where === 'reports' ? 'claims' : 'reports']).toBe(0)
  })

  test('counts all and gives no more than asked for', async () => {
    const found = await hearsay.call(o.search, { query: 'port', limit: 1 })
    expect(found.reports.length).toBe(1)
    expect(found.totals.reports).toBe(3)
  })

  test.each(['', 'x'.repeat(1001)])('a query of %# is refused', async (query) => {
    await expect(hearsay.call(o.search, { query })).rejects.toMatchObject({ code: 'input/invalid' })
  })

  test.each(['"', '*', ')(', 'NEAR(', 'AND', 'a:b', '🚢', '\0', '-', "';--"])(
    'a query of %j is answered',
    async (query) => {
      const found = await hearsay.call(o.search, { query })
      expect(found.totals.reports).toBe(0)
    },
  )
})

describe('sources', () => {
  test('are counted as their claims are', async () => {
    const { items } = await hearsay.call(o.sources, {})
    expect(items.length).toBeGreaterThan(2)
    for (const s of items) {
      const list = await hearsay.call(o.claims, { source: s.id, limit: 500 })
      expect(list.total).toBe(s.claims)
      expect(new Set(list.items.map((c) => c.report)).size).toBe(s.reports)
    }
  })

  test.each<[InputOf<typeof o.sources>, (name: string) => boolean]>([
    [{ name: 'port' }, (name) => /port/i.test(name)],
    [{ name: 'LIMA' }, (name) => /lima/i.test(name)],
  ])('%j', async (input, holds) => {
    const { items } = await hearsay.call(o.sources, input)
    expect(items.length).toBeGreaterThan(0)
    for (const s of items) expect(holds(s.name)).toBe(true)
  })

  test('anonymous ones say in which words they stand there', async () => {
    const { items } = await hearsay.call(o.sources, { anonymous: true })
    expect(items.map((s) => s.name)).toContain('Two officials')
    for (const s of items) expect(s.anonymous?.words).toBeTruthy()
    const named = await hearsay.call(o.sources, { anonymous: false })
    for (const s of named.items) expect(s.anonymous).toBeNull()
  })

  test('named and anonymous part the list', async () => {
    const count = async (input: object) => (await hearsay.call(o.sources, input as never)).total
    expect((await count({ anonymous: true })) + (await count({ anonymous: false }))).toBe(
      await count({}),
    )
  })

  test.each([
    ['Lima', 'There is no source Lima (there is Pedro Lima) in this ledger.'],
    ['lima', 'There is no source lima (there is Pedro Lima) in this ledger.'],
    ['Nobody', 'There is no source Nobody in this ledger.'],
    ['', 'There is no source  in this ledger.'],
  ])('of %j the names that hold it are told', async (id, message) => {
    await expect(hearsay.call(o.source, { id })).rejects.toMatchObject({
      code: 'ledger/no-such',
      message,
    })
  })

  test.each<[InputOf<typeof o.claims>]>([
    [{ after: '2025', before: '2024' }],
    [{ after: '2024-10-23', before: '2024-10-22', clock: 'event' }],
    [{ after: '2024-10-23', before: '2024-10-22', clock: 'stated' }],
  ])('claims from %j end before they begin', async (input) => {
    await expect(hearsay.call(o.claims, input)).rejects.toMatchObject({ code: 'input/invalid' })
    const { after, before } = input
    await expect(hearsay.call(o.reports, { after, before })).rejects.toMatchObject({
      code: 'input/invalid',
    })
  })

  test('a choice of none is refused with those that there are', async () => {
    await expect(hearsay.call(o.sources, { type: 'star' as never })).rejects.toMatchObject({
      message:
        'The input is not right: type: it is one of person, organisation, state, outlet, agency, document, group, unstated',
    })
  })

  test('one source says how it speaks', async () => {
    const shown = await hearsay.call(o.source, { id: 'Pedro Lima' })
    expect(shown.source).toMatchObject({ name: 'Pedro Lima', type: 'person', anonymous: null })
    expect([shown.first, shown.last]).toEqual(['2024-10-23', '2024-10-23'])
    expect(shown.outlets).toEqual([{ value: 'Daily Lantern', claims: shown.source.claims }])
  })
})
