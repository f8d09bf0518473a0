/** Exports of every kind of ledger: shape, order, references between records, and that an export says all that lists say. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportRecord } from '../../src/contract/record-shapes.ts'
import { Ledger } from '../../src/ledger/ledger.ts'
import type { ExportRecord } from '../../src/model/records.ts'
import type { Report } from '../../src/model/report.ts'
import {
  capturedOf,
  engine,
  freshFolder,
  freshLedger,
  moment,
  reportOf,
  save,
  sentencesText,
} from './fixtures.ts'

type Kind = ExportRecord['kind']
type Of<K extends Kind> = Extract<ExportRecord, { kind: K }>

const all = (ledger: Ledger): ExportRecord[] => [...ledger.exportRecords(engine)]
const of = <K extends Kind>(records: readonly ExportRecord[], kind: K): Of<K>[] =>
  records.filter((r): r is Of<K> => r.kind === kind)

const dates = ['2024-10-23', '2024-10', '2024', '2024-10-24~', null, '2023-12-31', '202X']
const outlets = ['Harbour Wire', 'Daily Lantern', 'harbour wire', null]

/** Reports that differ in all that orders an export. */
function story(n: number, seed = 0): Report[] {
  return Array.from({ length: n }, (_, i) =>
    reportOf(sentencesText(1 + (i % 4), seed * 100 + i), {
      published: dates[i % dates.length] ?? null,
      outlet: outlets[i % outlets.length] ?? null,
      url: i % 3 === 0 ? `https://wire.example/${i % 2}` : null,
      title: i % 5 === 0 ? null : `Report ${i}`,
    }),
  )
}

function ledgerOf(reports: readonly Report[]): Ledger {
  const ledger = freshLedger()
  for (const [i, r] of reports.entries()) save(ledger, r, i % 2 === 0 ? `D${i}` : null)
  return ledger
}

describe('every record', () => {
  const ledger = ledgerOf(story(20))
  const [first] = ledger.claims.list({ sort: 'text', limit: 1 }).items
  const [source, other] = ledger.sources.list({ sort: 'name', limit: 2 }).items
  const decide = (act: string, on: string, value: string | null): void => {
    ledger.decide({ act, on, value, by: 'mia', note: 'a note — é' } as never, moment)
  }
  decide('accept', first?.id ?? '', null)
  decide('grade', source?.id ?? '', 'B')
  decide('merge', source?.id ?? '', other?.id ?? '')
  const records = all(ledger)

  test('is one of the format, without a key too many', () => {
    for (const r of records) {
      const parsed = exportRecord.parse(r)
      expect(parsed).toEqual(JSON.parse(JSON.stringify(r)))
    }
  })

  test('has an id of its own', () => {
    const ids = records.flatMap((r) => ('id' in r ? [r.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('stands with those of its kind, the kinds in their order', () => {
    const kinds = records.map((r) => r.kind)
    const order = ['ledger', 'report', 'source', 'claim', 'review']
    expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(new Set(kinds)).toEqual(new Set(order))
  })

  test('reports go by date and id, those without a date first', () => {
    const keys = of(records, 'report').map((r) => r.published ?? '')
    expect(keys.filter((k) => k === '').length).toBeGreaterThan(0)
    expect(keys.slice(0, keys.filter((k) => k === '').length).every((k) => k === '')).toBe(true)
  })

  test('sources go by id', () => {
    const ids = of(records, 'source').map((s) => s.id)
    expect(ids).toEqual([...ids].sort())
  })

  test('claims go report by report, and in a report by their place', () => {
    const reports = of(records, 'report').map((r) => r.id)
    const claims = of(records, 'claim')
    const places = claims.map((c) => reports.indexOf(c.report))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const id of reports) {
      const froms = claims.filter((c) => c.report === id).map((c) => c.from)
      expect(froms).toEqual([...froms].sort((a, b) => a - b))
    }
  })

  test('points only to records that are there', () => {
    const reports = new Set(of(records, 'report').map((r) => r.id))
    const sources = new Set(of(records, 'source').map((s) => s.id))
    const claims = new Set(of(records, 'claim').map((c) => c.id))
    for (const c of of(records, 'claim')) {
      expect(reports).toContain(c.report)
      if (c.sameAs !== null) expect(claims).toContain(c.sameAs)
      for (const hop of c.chain) if ('sourceId' in hop) expect(sources).toContain(hop.sourceId)
    }
    for (const r of of(records, 'report')) if (r.revisionOf) expect(reports).toContain(r.revisionOf)
    for (const w of of(records, 'review')) expect(claims.has(w.on) || sources.has(w.on)).toBe(true)
  })

  test('sources are those that some claim names, each once', () => {
    const named = new Set(
      of(records, 'claim').flatMap((c) =>
        c.chain.flatMap((h) => ('sourceId' in h ? [h.sourceId] : [])),
      ),
    )
    expect(new Set(of(records, 'source').map((s) => s.id))).toEqual(named)
  })

  test('the head counts what follows', () => {
    const [head] = of(records, 'ledger')
    expect(head).toMatchObject({
      hearsay: 1,
      reports: of(records, 'report').length,
      claims: of(records, 'claim').length,
      engine: { stages: engine },
    })
  })

  test('a quotation is words of its report', () => {
    const texts = new Map(of(records, 'report').map((r) => [r.id, ledger.reports.text(r.id) ?? '']))
    for (const c of of(records, 'claim'))
      expect(texts.get(c.report)?.slice(c.from, c.to)).toBe(c.quote)
  })

  test('a grade stands with its source, a merge only among the decisions', () => {
    expect(of(records, 'source').find((s) => s.id === source?.id)?.grade).toBe('B')
    expect(of(records, 'source').map((s) => s.id)).toContain(other?.id)
    expect(of(records, 'review').map((w) => [w.act, w.value])).toEqual([
      ['accept', null],
      ['grade', 'B'],
      ['merge', other?.id],
    ])
  })

  test('says what lists say', () => {
    const listed = ledger.reports.list({ sort: 'added', limit: 500 }).items
    for (const r of of(records, 'report')) {
      const same = listed.find((l) => l.id === r.id) ?? expect.fail(r.id)
      expect(r).toEqual(
        Object.fromEntries(Object.keys(r).map((k) => [k, same[k as keyof typeof same]])),
      )
    }
    const claims = ledger.claims.list({ sort: 'text', limit: 500 }).items
    for (const c of of(records, 'claim')) {
      const same = claims.find((l) => l.id === c.id) ?? expect.fail(c.id)
      expect(c).toEqual(
        Object.fromEntries(Object.keys(c).map((k) => [k, same[k as keyof typeof same]])),
      )
    }
  })
})

describe('the same reports', () => {
  test('give the same export in whatever order and at whatever time they came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), (order) => {
        const reports = story(12, 3)
        const first = freshLedger()
        const second = freshLedger()
        for (const r of reports) save(first, r)
        for (const i of order) {
          const r = reports[i]
          if (!r) continue
          const { report, bytes } = capturedOf(r)
          const analysis = first.analyses.newest(first.known(capturedOf(r)) ?? '', r.text)?.analysis
          if (analysis)
            second.save(
              { report, bytes, given: null },
              analysis,
              engine,
              '2030-01-01T00:00:00.000Z',
            )
        }
        expect(all(second)).toEqual(all(first))
        first.close()
        second.close()
      }),
      { numRuns: 8 },
    )
  })

  test('added again and again change nothing', () => {
    const ledger = ledgerOf(story(6))
    const before = all(ledger)
    for (let i = 0; i < 3; i++) for (const r of story(6)) save(ledger, r)
    expect(all(ledger)).toEqual(before)
  })

  test('closed and opened again give the same', () => {
    const path = join(freshFolder(), 'ledger.sqlite')
    const ledger = Ledger.open(path)
    for (const r of story(6)) save(ledger, r)
    const before = all(ledger)
    ledger.close()
    const again = Ledger.open(path)
    expect(all(again)).toEqual(before)
    again.close()
  })
})

describe('an export', () => {
  test('of nothing names the engine at hand', () => {
    const ledger = freshLedger()
    expect([...ledger.exportRecords('toy@7')]).toEqual([
      expect.objectContaining({ kind: 'ledger', reports: 0, claims: 0 }),
    ])
    expect([...ledger.exportRecords('toy@7')][0]).toMatchObject({ engine: { stages: 'toy@7' } })
  })

  test('sees one state, whatever is added while it runs', () => {
    const ledger = ledgerOf(story(8))
    const wanted = all(ledger)
    const seen: ExportRecord[] = []
    let n = 0
    for (const record of ledger.exportRecords(engine)) {
      seen.push(record)
      if (n++ % 5 === 0) save(ledger, reportOf(sentencesText(2, 900 + n)))
    }
    expect(seen).toEqual(wanted)
    expect(all(ledger).length).toBeGreaterThan(wanted.length)
  })

  test('left in the middle leaves nothing open', () => {
    const ledger = ledgerOf(story(8))
    for (let i = 0; i < 50; i++)
      for (const record of ledger.exportRecords(engine)) if (record.kind === 'claim') break
    expect(save(ledger, reportOf(sentencesText(2, 77)))).toMatch(/^r/)
    ledger.close()
  })

  test('of texts that no other program would take comes back from JSON the same', () => {
    const ledger = freshLedger()
    const odd = [
      'half \ud83d pair.',
      'nul \u0000 byte.',
      '\ufeffmark.',
      '\u202ebidi.',
      'a\r\nb\tc.',
      '💥.',
    ]
    for (const [i, text] of odd.entries())
      save(ledger, reportOf(text, { title: text, outlet: text, url: `x:${text}` }), `${i}${text}`)
    const records = all(ledger)
    expect(
      of(records, 'report')
        .map((r) => r.title)
        .sort(),
    ).toEqual([...odd].sort())
    expect(JSON.parse(JSON.stringify(records))).toEqual(records)
    ledger.close()
  })

  test('grows with the ledger and no faster', () => {
    const count = (n: number): number => {
      const ledger = ledgerOf(story(n))
      const { length } = all(ledger)
      ledger.close()
      return length
    }
    const small = count(10)
    const large = count(40)
    expect(large).toBeGreaterThan(small * 2)
    expect(large).toBeLessThan(small * 5)
  })
})
