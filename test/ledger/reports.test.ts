/** Reports in the ledger: kept to the byte, known again, told apart, revised, listed and paged. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fault } from '../../src/fault/fault.ts'
import { countWords, reportId } from '../../src/ledger/reports.ts'
import { sha256Hex } from '../../src/text/hash.ts'
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

const text = sentencesText(6)

describe('a report', () => {
  test('is kept with its text, bytes and hashes', () => {
    const ledger = freshLedger()
    const id = save(ledger, reportOf(text), 'D001')
    const detail = ledger.reports.detail(id)
    expect(detail?.text).toBe(text)
    expect(Buffer.from(ledger.reports.bytes(id) ?? []).toString()).toBe(text)
    expect(detail?.summary.sha256).toBe(sha256Hex(text))
    expect(detail?.bytesSha256).toBe(sha256Hex(Buffer.from(text)))
    expect(detail?.summary.words).toBe(text.split(' ').length)
    ledger.close()
  })

  test('keeps all that intake found out', () => {
    const ledger = freshLedger()
    const report = reportOf(text, {
      byline: 'Ana Pereira',
      dateCandidates: [{ edtf: '2024-10-23', from: 'meta', raw: 'Oct 23' }],
      dateReason: 'the page says so',
      partial: { what: 'the end', why: 'too long' },
      charset: 'windows-1252',
      mediaType: 'text/html',
    })
    const detail = ledger.reports.detail(save(ledger, report))
    expect(detail).toMatchObject({
      byline: 'Ana Pereira',
      dateCandidates: report.dateCandidates,
      dateReason: 'the page says so',
      charset: 'windows-1252',
      mediaType: 'text/html',
      summary: { partial: { what: 'the end', why: 'too long' }, captured: moment },
    })
    ledger.close()
  })

  test('added twice changes nothing', () => {
    const ledger = freshLedger()
    save(ledger, reportOf(text))
    const before = [...ledger.exportRecords(engine)]
    const again = ledger.save(
      capturedOf(reportOf(text)),
      analysisFor(reportOf(text)),
      engine,
      '2026-01-01T00:00:00.000Z',
    )
    expect(again.status).toBe('known')
    expect(again.summary.captured).toBe(moment)
    expect([...ledger.exportRecords(engine)]).toEqual(before)
    ledger.close()
  })

  test('is another one with another text, outlet, address or date, and the same with another title', () => {
    const base = reportOf(text, { url: 'https://a.example/1' })
    const ids = [
      base,
      { ...base, text: `${text} ` },
      { ...base, outlet: 'Daily Lantern' },
      { ...base, outlet: null },
      { ...base, url: 'https://a.example/2' },
      { ...base, published: '2024-10-24' },
      { ...base, published: null },
    ].map(reportId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(reportId({ ...base, title: 'Another' })).toBe(ids[0])
  })

  test('is found by the ids that it was given; the first one is exported', () => {
    const ledger = freshLedger()
    const id = save(ledger, reportOf(text), 'D001')
    ledger.touch(id, 'D002')
    expect(ledger.reports.resolve('D001')).toBe(id)
    expect(ledger.reports.resolve('D002')).toBe(id)
    expect(ledger.reports.resolve('D003')).toBeNull()
    expect(ledger.reports.summary(id)?.given).toBe('D001')
    expect(ledger.reports.detail(id)?.givenIds).toEqual(['D001', 'D002'])
    ledger.close()
  })

  test.each([
    ['a lone surrogate', 'A \ud800 broken. B \udc00 half.'],
    ['NUL and controls', 'A\u0000b\u0007c. D\u001b[31m.'],
    ['bidi and zero width', 'A \u202e mirrored\u200b. Fine.'],
    ['line ends', 'A.\r\nB.\rC.\u2028D.'],
    ['a byte order mark', '\ufeffA. B.'],
    ['astral and decomposed', 'e\u0301 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}. \u{20bb7}.'],
  ])('keeps %s exactly', (_, odd) => {
    const ledger = freshLedger()
    const report = reportOf(odd, { title: odd, outlet: odd })
    const id = save(ledger, report, odd)
    const detail = ledger.reports.detail(id)
    expect(detail?.text).toBe(odd)
    expect(detail?.summary.title).toBe(odd)
    expect(detail?.summary.given).toBe(odd)
    expect(ledger.analyses.newest(id, odd)?.analysis).toEqual(analysisFor(report))
    expect(ledger.health(true).damaged).toEqual([])
    ledger.close()
  })
})

describe('revisions', () => {
  const url = 'https://a.example/story'

  test('the same address with another text revises the one before', () => {
    const ledger = freshLedger()
    const a = save(ledger, reportOf(text, { url }))
    const b = save(ledger, reportOf(`${text} More.`, { url, published: '2024-10-24' }))
    const c = save(ledger, reportOf(`${text} Still more.`, { url, published: '2024-10-25' }))
    expect([a, b, c].map((id) => ledger.reports.summary(id)?.revisionOf)).toEqual([null, a, b])
    expect(ledger.reports.detail(b)?.revisions.map((r) => r.id)).toEqual([a, b, c])
    ledger.close()
  })

  test('the same text at the same address is no revision', () => {
    const ledger = freshLedger()
    save(ledger, reportOf(text, { url }))
    const b = save(ledger, reportOf(text, { url, outlet: 'Daily Lantern' }))
    expect(ledger.reports.summary(b)?.revisionOf).toBeNull()
    ledger.close()
  })

  test('dates decide, not the order of adding', () => {
    const ledger = freshLedger()
    const late = save(ledger, reportOf(`${text} Late.`, { url, published: '2024-11-01' }))
    const early = save(ledger, reportOf(text, { url, published: '2024-10-01' }))
    expect(ledger.reports.summary(late)?.revisionOf).toBe(early)
    expect(ledger.reports.summary(early)?.revisionOf).toBeNull()
    ledger.close()
  })
})

describe('lists of reports', () => {
  function filled() {
    const ledger = freshLedger()
    const outlets = ['Harbour Wire', 'Daily Lantern', null]
    for (let i = 0; i < 30; i++) {
      const day = i % 7 === 0 ? null : `2024-10-${String((i % 9) + 10)}`
      save(
        ledger,
        reportOf(sentencesText(2, i), {
          title: i % 5 === 0 ? null : `Title ${30 - i}`,
          outlet: outlets[i % 3] ?? null,
          published: day,
          language: i % 4 === 0 ? 'de' : 'en',
        }),
      )
    }
    return ledger
  }
  const all = { sort: 'newest', limit: 500 } as const

  test.each(['newest', 'oldest', 'title', 'added'] as const)(
    'pages of any size join to the whole list, sorted by %s',
    (sort) => {
      const ledger = filled()
      const whole = ledger.reports.list({ sort, limit: 500 }).items.map((r) => r.id)
      expect(new Set(whole).size).toBe(30)
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 40 }), (limit) => {
          const joined: string[] = []
          let cursor: string | undefined
          do {
            const page = ledger.reports.list({ sort, limit, cursor })
            expect(page.items.length).toBeLessThanOrEqual(limit)
            expect(page.total).toBe(30)
            joined.push(...page.items.map((r) => r.id))
            cursor = page.next ?? undefined
          } while (cursor !== undefined)
          expect(joined).toEqual(whole)
        }),
        { numRuns: 25 },
      )
      ledger.close()
    },
  )

  test('newest first, those without a date last', () => {
    const ledger = filled()
    const dates = ledger.reports.list(all).items.map((r) => r.published ?? '')
    expect(dates).toEqual([...dates].sort().reverse())
    ledger.close()
  })

  test('narrow by outlet whatever its case, by language, by words', () => {
    const ledger = filled()
    const items = (over: object) => ledger.reports.list({ ...all, ...over }).items
    expect(items({ outlet: 'HARBOUR wire' }).every((r) => r.outlet === 'Harbour Wire')).toBe(true)
    expect(items({ outlet: 'HARBOUR wire' })).toHaveLength(10)
    expect(items({ language: 'de' })).toHaveLength(8)
    expect(items({ text: 'ship 3000' })).toHaveLength(1)
    expect(items({ text: 'submarine' })).toHaveLength(0)
    expect(items({ text: '...' })).toHaveLength(0)
    ledger.close()
  })

  test('narrow by days, and undated ones are in no range', () => {
    const ledger = filled()
    const days = (over: object) =>
      ledger.reports.list({ ...all, ...over }).items.map((r) => r.published ?? 'none')
    expect(days({ after: '2024-10-15' }).every((d) => d >= '2024-10-15' && d !== 'none')).toBe(true)
    expect(days({ before: '2024-10-12' }).every((d) => d <= '2024-10-12')).toBe(true)
    expect(days({ after: '2024-10', before: '2024-10' })).toHaveLength(25)
    expect(days({ after: '2025' })).toHaveLength(0)
    ledger.close()
  })

  test('a date that is none is a fault', () => {
    const ledger = filled()
    expect(() => ledger.reports.list({ ...all, after: 'yesterday' })).toThrow(
      fault('intake/bad-date', { value: 'yesterday' }).message,
    )
    ledger.close()
  })

  test.each(['', 'x', 'WyJvbGRlc3QiLDEsMl0', Buffer.from('[1,2,3]').toString('base64url')])(
    'the cursor %j does not belong to the list',
    (cursor) => {
      const ledger = filled()
      expect(() => ledger.reports.list({ ...all, cursor })).toThrow('cursor')
      ledger.close()
    },
  )
})

test('words are counted by white space', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('  one  two\nthree\u00a0four ')).toBe(4)
})
