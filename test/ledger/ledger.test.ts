/** The ledger as a whole: an export that does not know the order of adding, newer engines, search, sources. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf, daysOfFilter } from '../../src/ledger/days.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { matchOf } from '../../src/ledger/query.ts'
import { reportId } from '../../src/ledger/reports.ts'
import { snippetOf } from '../../src/ledger/snippet.ts'
import type { Report } from '../../src/model/report.ts'
import {
  analysisFor,
  capturedOf,
  engine,
  freshLedger,
  moment,
  reportOf,
  save,
  sentencesText,
} from './fixtures.ts'

const reports: readonly Report[] = Array.from({ length: 12 }, (_, i) =>
  reportOf(sentencesText(5, i), {
    outlet: ['Harbour Wire', 'Daily Lantern'][i % 2] ?? null,
    url: i % 3 === 0 ? `https://a.example/${i % 2}` : null,
    published: i % 5 === 4 ? null : `2024-10-${10 + i}`,
  }),
)

function exported(ledger: Ledger): string {
  return [...ledger.exportRecords(engine)].map((r) => JSON.stringify(r)).join('\n')
}

describe('an export', () => {
  test('is the same whatever the order of adding and the time', () => {
    const inOrder = freshLedger()
    for (const r of reports) save(inOrder, r)
    const expected = exported(inOrder)
    inOrder.close()
    fc.assert(
      fc.property(fc.shuffledSubarray([...reports], { minLength: reports.length }), (shuffled) => {
        const ledger = freshLedger()
        shuffled.forEach((r, i) => {
          const at = new Date(Date.parse(moment) + i * 86_400_000).toISOString()
          ledger.save(capturedOf(r), analysisFor(r), engine, at)
        })
        expect(exported(ledger)).toBe(expected)
        ledger.close()
      }),
      { numRuns: 12 },
    )
  })

  test('has the ledger first, then reports, sources, claims, decisions', () => {
    const ledger = freshLedger()
    for (const r of reports) save(ledger, r)
    const claim = ledger.claims.list({ sort: 'text', limit: 1 }).items[0]
    ledger.decide({ act: 'accept', on: claim?.id ?? '', by: 'm', value: null, note: null }, moment)
    const kinds = [...ledger.exportRecords(engine)].map((r) => r.kind)
    expect([...new Set(kinds)]).toEqual(['ledger', 'report', 'source', 'claim', 'review'])
    expect(kinds.lastIndexOf('report')).toBeLessThan(kinds.indexOf('source'))
    expect(kinds.lastIndexOf('source')).toBeLessThan(kinds.indexOf('claim'))
    ledger.close()
  })

  test('names the trained reader where one took part', () => {
    const ledger = freshLedger()
    const [head] = [...ledger.exportRecords('tokenize@2 encode@3 tag@2')]
    expect(head).toMatchObject({
      engine: { stages: 'tokenize@2 encode@3 tag@2', model: 'reader@3' },
    })
  })

  test('has every key of the format in its order', () => {
    const ledger = freshLedger()
    save(ledger, reports[0] ?? expect.fail(), 'D012')
    const [head, report, source] = [...ledger.exportRecords(engine)]
    expect(head).toEqual({
      kind: 'ledger',
      hearsay: 1,
      engine: { stages: engine, model: null, compare: null },
      reports: 1,
      claims: 5,
      compared: false,
    })
    expect(Object.keys(report ?? {})).toEqual(
      'kind id given url outlet published title sha256 revisionOf story origin'.split(' '),
    )
    expect(report).toMatchObject({ given: 'D012', story: null, revisionOf: null })
    expect(Object.keys(source ?? {})).toEqual('kind id name type anonymous grade'.split(' '))
    const claim = [...ledger.exportRecords(engine)].find((r) => r.kind === 'claim')
    expect(Object.keys(claim ?? {})).toEqual(
      (
        'kind id report from to quote chain mode polarity certainty events times places quantities ' +
        'statedOn why gist sameAs'
      ).split(' '),
    )
    ledger.close()
  })

  test('of an empty ledger is its head with the engine at hand', () => {
    const ledger = freshLedger()
    expect([...ledger.exportRecords('x@1')]).toEqual([
      expect.objectContaining({
        kind: 'ledger',
        reports: 0,
        engine: expect.objectContaining({ stages: 'x@1' }),
      }),
    ])
    ledger.close()
  })

  test('sees one state while others write', () => {
    const ledger = freshLedger()
    for (const r of reports.slice(0, 3)) save(ledger, r)
    const running = ledger.exportRecords(engine)
    expect(running.next().value).toMatchObject({ reports: 3 })
    for (const r of reports.slice(3)) save(ledger, r)
    expect([...running].filter((r) => r.kind === 'report')).toHaveLength(3)
    ledger.close()
  })

  test('can be left in the middle', () => {
    const ledger = freshLedger()
    for (const r of reports) save(ledger, r)
    for (const _ of ledger.exportRecords(engine)) break
    save(ledger, reportOf('One more.'))
    expect(ledger.reports.count()).toBe(13)
    ledger.close()
  })
})

describe('a newer engine', () => {
  const report = reportOf(sentencesText(6))
  const id = reportId(report)

  test('keeps the old analysis and says what changed', () => {
    const ledger = freshLedger()
    save(ledger, report)
    const old = analysisFor(report)
    const [first, second, ...rest] = old.claims
    if (!first || !second) return expect.fail()
    const added = { ...first, id: 'cnew', from: 0, to: 4, quote: report.text.slice(0, 4) }
    const newer = { ...old, claims: [added, { ...second, mode: 'question' as const }, ...rest] }
    expect(ledger.renew(id, newer, 'claim@2', moment)).toEqual({
      report: id,
      from: engine,
      added: ['cnew'],
      removed: [first.id],
      altered: [second.id],
      fields: { mode: 1 },
    })
    expect(ledger.analyses.list(id).map((a) => a.engine)).toEqual([engine, 'claim@2'])
    expect(ledger.claims.get(first.id)).toBeNull()
    expect(ledger.claims.get(second.id)?.mode).toBe('question')
    expect(ledger.claims.count()).toBe(6)
    expect(ledger.search('ship', 50).claims.total).toBe(6)
    expect(ledger.analyses.newest(id, report.text)?.engine).toBe('claim@2')
    ledger.close()
  })

  test('reads a report once', () => {
    const ledger = freshLedger()
    save(ledger, report)
    expect(ledger.analyses.unread('claim@2', 10)).toEqual([id])
    expect(ledger.renew(id, analysisFor(report), 'claim@2', moment)).toMatchObject({
      added: [],
      removed: [],
      altered: [],
    })
    expect(ledger.renew(id, analysisFor(report), 'claim@2', moment)).toBeNull()
    expect(ledger.analyses.countUnread('claim@2')).toBe(0)
    ledger.close()
  })

  test('of a report that is not there is a fault', () => {
    const ledger = freshLedger()
    expect(() => ledger.renew('r404', analysisFor(report), engine, moment)).toThrow('r404')
    ledger.close()
  })
})

describe('search', () => {
  const ledger = freshLedger()
  save(ledger, reportOf('The café near Zürich reopened. Nobody came.', { title: 'Coffee again' }))
  for (let i = 0; i < 5; i++) save(ledger, reportOf(sentencesText(4, i)))

  test('finds words in texts, titles and claims; accents and case do not count', () => {
    for (const typed of ['CAFE', 'zurich', 'coffee', 'caf*'])
      expect(ledger.search(typed, 10).reports.map((r) => r.report.title)).toEqual(['Coffee again'])
    expect(ledger.search('cafe', 10).claims.items[0]?.quote).toContain('café')
  })

  test('all words must occur, phrases as they stand', () => {
    expect(ledger.search('cafe nobody', 10).reportTotal).toBe(1)
    expect(ledger.search('"cafe nobody"', 10).reportTotal).toBe(0)
    expect(ledger.search('"near zurich"', 10).reportTotal).toBe(1)
  })

  test('finds claims by the name of their source', () => {
    expect(ledger.search('authority', 10).claims.total).toBeGreaterThan(0)
  })

  test('totals count beyond the limit', () => {
    const found = ledger.search('ship', 3)
    expect(found.claims.items).toHaveLength(3)
    expect(found.claims.total).toBe(20)
    expect(found.reports).toHaveLength(3)
    expect(found.reportTotal).toBe(5)
  })

  test.each([
    '',
    '   ',
    '"',
    '""',
    '*',
    '-',
    'AND',
    'NEAR(',
    'a OR',
    '"unclosed',
    "it's",
    'x:y',
    '^',
    '(((',
    '\u0000',
    '\ud800',
    'a"b',
    '{quote}:x',
  ])('never breaks on %j', (typed) => {
    expect(() => ledger.search(typed, 5)).not.toThrow()
  })

  test('never breaks on anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        ledger.search(typed, 3)
      }),
      { numRuns: 200 },
    )
  })

  test('words become quoted terms', () => {
    expect(matchOf('kursk "north korean" troo*')).toBe('"kursk" "north korean" "troo"*')
    expect(matchOf('NEAR(a b)')).toBe('"NEAR(a" "b)"')
    expect(matchOf('--- ""')).toBeNull()
  })
})

describe('a snippet', () => {
  test('shows the first place where most words stand together, with marks', () => {
    const text = `${'Lead words here. '.repeat(30)}The port of Lisbon will reopen soon. ${'Tail. '.repeat(30)}`
    const s = snippetOf(text, 'lisbon reopen')
    expect(s.marks.map(([from, to]) => s.text.slice(from, to))).toEqual(['Lisbon', 'reopen'])
    expect(text).toContain(s.text)
    expect(s.text.length).toBeLessThan(260)
  })

  test('without a hit is the beginning', () => {
    expect(snippetOf('Short text.', 'nothing')).toEqual({ text: 'Short text.', marks: [] })
  })

  test('marks are always words of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.string({ maxLength: 20 }), (text, typed) => {
        const s = snippetOf(text, typed)
        expect(text.includes(s.text)).toBe(true)
        for (const [from, to] of s.marks) expect(s.text.slice(from, to)).toMatch(/^[\p{L}\p{N}]+$/u)
      }),
      { numRuns: 200 },
    )
  })
})

describe('sources', () => {
  const ledger = freshLedger()
  for (const r of reports) save(ledger, r)
  const list = (over: object) => ledger.sources.list({ sort: 'claims', limit: 500, ...over })

  test('are one when they have one name; those without a name stay apart from report to report', () => {
    const names = list({}).items.map((s) => s.name)
    expect([...new Set(names)].sort()).toEqual(['Mia Okafor', 'Port Authority', 'two officials'])
    expect(names.filter((n) => n === 'two officials').length).toBe(12)
    expect(names.length).toBe(14)
  })

  test('are counted and sorted', () => {
    const counts = list({}).items.map((s) => s.claims)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(list({ anonymous: false }).items.every((s) => s.reports === 12)).toBe(true)
    const names = list({ sort: 'name' }).items.map((s) => s.name)
    expect(names).toEqual([...names].sort())
  })

  test('narrow by name, type and anonymity', () => {
    expect(list({ name: 'OKAF' }).items.map((s) => s.name)).toEqual(['Mia Okafor'])
    expect(list({ type: 'organisation' }).items.map((s) => s.name)).toEqual(['Port Authority'])
    expect(new Set(list({ anonymous: true }).items.map((s) => s.name))).toEqual(
      new Set(['two officials']),
    )
    expect(list({ anonymous: false }).total).toBe(2)
  })

  test.each(['claims', 'name'] as const)('pages of one join to the list by %s', (sort) => {
    const whole = list({ sort }).items.map((s) => s.id)
    const joined: string[] = []
    let cursor: string | undefined
    do {
      const page = ledger.sources.list({ sort, limit: 1, cursor })
      joined.push(...page.items.map((s) => s.id))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(joined).toEqual(whole)
  })

  test('tell how they speak', () => {
    const id = ledger.sources.resolve('mia okafor') ?? ''
    const detail = ledger.sources.detail(id)
    expect(detail?.outlets.map((o) => o.value)).toEqual(['Daily Lantern', 'Harbour Wire'])
    expect(detail?.stances.reduce((n, s) => n + s.claims, 0)).toBe(detail?.source.claims)
    expect(detail?.modes.reduce((n, s) => n + s.claims, 0)).toBe(detail?.source.claims)
    expect(detail?.first).toBe('2024-10-10')
    expect(detail?.last).toBe('2024-10-21')
    expect(ledger.sources.detail('s404')).toBeNull()
    expect(ledger.sources.resolve('nobody')).toBeNull()
  })
})

describe('days', () => {
  test.each([
    ['2024-10-23', '2024-10-23', '2024-10-23'],
    ['2024-10-23T08:00:00Z', '2024-10-23', '2024-10-23'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-10~', '2024-10-01', '2024-10-31'],
    ['2018', '2018-01-01', '2018-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['2024-XX', '2024-01-01', '2024-12-31'],
    ['2024-10-XX', '2024-10-01', '2024-10-31'],
    ['2024-21', '2024-01-01', '2024-12-31'],
    ['2024-10-01/2024-10-05', '2024-10-01', '2024-10-05'],
    ['2024-10/..', '2024-10-01', '9999-12-31'],
    ['../2024-10', '0001-01-01', '2024-10-31'],
    ['nonsense', '', ''],
    ['nonsense/2024', '', ''],
  ])('%s is %s to %s', (edtf, first, last) => {
    expect(daysOf(edtf)).toEqual({ first, last })
  })

  test('of no date are none; in a filter that is a fault', () => {
    expect(daysOf(null)).toEqual({ first: '', last: '' })
    expect(() => daysOfFilter('soon')).toThrow('soon is not a date')
  })
})
