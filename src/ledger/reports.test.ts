/** Reports: lists against plain predicates, pages against the whole list, and facts kept as they came. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capturedOf, freshLedger, moment, reportOf, save } from '../../test/ledger/fixtures.ts'
import type { Report } from '../model/report.ts'
import { nameKey } from './cells.ts'
import { daysOf } from './days.ts'
import { countWords, type ReportFilter, type ReportSummary, reportId } from './reports.ts'

const outlets = ['Harbour Wire', 'HARBOUR  wire', 'Daily Lantern', 'Zürich Heute', null]
const dates = [null, '2024-10-23', '2024-10', '2024', '2023-12-31', '2024-10-23/2024-10-25', '202X']
const languages = ['en', 'de', null]
const titles = ['b', 'B', 'a', 'A', null, 'Ä', 'a', '', 'Zulu', '10', '9']
const words = ['harbour', 'crane', 'ferry', 'café', 'Kursk']

const world: readonly Report[] = Array.from({ length: 60 }, (_, i) =>
  reportOf(`Report ${i} on the ${words[i % 5]} and the ${words[(i * 3) % 5]}.`, {
    outlet: outlets[(i * 7) % 5] ?? null,
    published: dates[(i * 5) % 7] ?? null,
    language: languages[i % 3] ?? null,
    title: titles[(i * 3) % 11] ?? null,
  }),
)
const ledger = freshLedger()
const order = world.map((r) => save(ledger, r))
const sorts: readonly ReportFilter['sort'][] = ['newest', 'oldest', 'title', 'added']

function pagesOf(filter: Omit<ReportFilter, 'cursor'>): ReportSummary[] {
  const all: ReportSummary[] = []
  let cursor: string | undefined
  for (let n = 0; n < 500; n++) {
    const page = ledger.reports.list({ ...filter, cursor })
    expect(page.items.length).toBeLessThanOrEqual(filter.limit)
    if (page.next !== null) expect(page.items).toHaveLength(filter.limit)
    all.push(...page.items)
    if (page.next === null) return all
    cursor = page.next
  }
  return expect.fail('the pages never end')
}

const ids = (list: readonly ReportSummary[]): string[] => list.map((r) => r.id)
const first = (r: ReportSummary): string => daysOf(r.published).first

describe('the order', () => {
  const seq = new Map(order.map((id, i) => [id, i]))
  const bySeq = (a: ReportSummary, b: ReportSummary): number =>
    (seq.get(a.id) ?? 0) - (seq.get(b.id) ?? 0)
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const added = ledger.reports.list({ sort: 'added', limit: 500 }).items
  const ascii = (s: string | null): string => (s ?? '').replace(/[A-Z]/g, (c) => c.toLowerCase())
  const rules: Readonly<
    Record<ReportFilter['sort'], (a: ReportSummary, b: ReportSummary) => number>
  > = {
    added: bySeq,
    newest: (a, b) => text(first(b), first(a)) || bySeq(a, b),
    oldest: (a, b) => text(first(a), first(b)) || bySeq(a, b),
    title: (a, b) => text(ascii(a.title), ascii(b.title)) || bySeq(a, b),
  }

  test('of adding is the order of adding', () => {
    expect(ids(added)).toEqual(order)
  })

  test.each(sorts)('"%s" is what its rule says', (sort) => {
    const list = ledger.reports.list({ sort, limit: 500 })
    expect(ids(list.items)).toEqual(ids([...added].sort(rules[sort])))
    expect(list.total).toBe(world.length)
    expect(list.next).toBeNull()
  })

  test('puts undated ones last in "newest" and first in "oldest"', () => {
    const undated = world.filter((r) => daysOf(r.published).first === '').length
    const newest = ledger.reports.list({ sort: 'newest', limit: 500 }).items
    expect(newest.slice(-undated).every((r) => r.published === null)).toBe(true)
    const oldest = ledger.reports.list({ sort: 'oldest', limit: 500 }).items
    expect(oldest.slice(0, undated).every((r) => r.published === null)).toBe(true)
  })
})

/** A range that ends before it begins is refused; days.test.ts has those. */
const isRange = ({ after = '', before = '..' }): boolean =>
  daysOf(after).first <= daysOf(before).last

const filter = fc
  .record(
    {
      outlet: fc.constantFrom('harbour wire', 'Daily Lantern', 'ZU\u0308RICH heute', 'None', ''),
      language: fc.constantFrom('en', 'de', 'fr'),
      after: fc.constantFrom('2023', '2024-10', '2024-10-24', '2025', '../2024'),
      before: fc.constantFrom('2023', '2024-10', '2024-10-22', '2029-12-31', '2024-10-23/..'),
      text: fc.constantFrom('harbour', 'CAFE ', 'harbour crane', 'ferr*', '"on the crane"', '"'),
    },
    { requiredKeys: [] },
  )
  .filter((f) => f.after === undefined || f.before === undefined || isRange(f))

function holds(f: Partial<ReportFilter>, r: ReportSummary): boolean {
  const days = daysOf(r.published)
  const full = ` ${nameKey(`${r.title ?? ''}  ${ledger.reports.text(r.id)}`)
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')} `
  const found: Readonly<Record<string, (t: string) => boolean>> = {
    harbour: (t) => t.includes(' harbour '),
    'CAFE ': (t) => t.includes(' cafe '),
    'harbour crane': (t) => t.includes(' harbour ') && t.includes(' crane '),
    'ferr*': (t) => t.includes(' ferr'),
    '"on the crane"': (t) => t.includes(' on the crane '),
    '"': () => false,
  }
  return (
    (f.outlet === undefined || (r.outlet !== null && nameKey(r.outlet) === nameKey(f.outlet))) &&
    (f.language === undefined || r.language === f.language) &&
    (f.after === undefined || days.last >= daysOf(f.after).first) &&
    (f.before === undefined || (days.first !== '' && days.first <= daysOf(f.before).last)) &&
    (f.text === undefined || (found[f.text]?.(full) ?? expect.fail()))
  )
}

describe('filters', () => {
  test('alone and together give what a predicate gives', () => {
    const whole = ledger.reports.list({ sort: 'newest', limit: 500 }).items
    fc.assert(
      fc.property(filter, (f) => {
        const page = ledger.reports.list({ ...f, sort: 'newest', limit: 500 })
        expect(ids(page.items)).toEqual(ids(whole.filter((r) => holds(f, r))))
        expect(page.total).toBe(page.items.length)
      }),
      { numRuns: 300 },
    )
  })

  test('pages of every list join to it', () => {
    fc.assert(
      fc.property(
        filter,
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 61 }),
        (f, sort, n) => {
          const whole = ledger.reports.list({ ...f, sort, limit: 500 }).items
          expect(ids(pagesOf({ ...f, sort, limit: n }))).toEqual(ids(whole))
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each(['soon', '', '2024-1', "x' or 1"])('a day %j is refused', (value) => {
    for (const key of ['after', 'before'])
      expect(() => ledger.reports.list({ [key]: value, sort: 'newest', limit: 5 })).toThrow(
        'is not a date',
      )
  })

  test('a cursor of another sort is refused', () => {
    for (const sort of sorts) {
      const cursor = ledger.reports.list({ sort, limit: 1 }).next ?? expect.fail()
      for (const other of sorts)
        if (other !== sort)
          expect(() => ledger.reports.list({ sort: other, limit: 1, cursor })).toThrow(/cursor/)
    }
  })

  test.each(sorts)('what is added between two pages by "%s" repeats nothing', (sort) => {
    const other = freshLedger()
    for (const r of world.slice(0, 9)) save(other, r)
    const before = other.reports.list({ sort, limit: 500 }).items
    const one = other.reports.list({ sort, limit: 4 })
    save(other, reportOf('A late one.', { title: 'a', published: '2024-10-23' }))
    const two = other.reports.list({ sort, limit: 500, cursor: one.next ?? '' })
    const shown = ids([...one.items, ...two.items])
    expect(new Set(shown).size).toBe(shown.length)
    expect(before.every((r) => shown.includes(r.id))).toBe(true)
    other.close()
  })
})

describe('titles of every kind', () => {
  test('page by title without loss', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('', 'a', 'A', '\0', 'a\0b', '\ud800', 'x\udc00', '💥', 'é'),
    )
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 14 }), fc.nat(4), (list, n) => {
        const own = freshLedger()
        for (const [i, t] of list.entries()) save(own, reportOf(`Text ${i}.`, { title: t }))
        const whole = own.reports.list({ sort: 'title', limit: 500 }).items
        const joined: string[] = []
        let cursor: string | undefined
        for (let k = 0; k <= list.length; k++) {
          const page = own.reports.list({ sort: 'title', limit: n + 1, cursor })
          joined.push(...ids(page.items))
          if (page.next === null) break
          cursor = page.next
        }
        expect(joined).toEqual(ids(whole))
        expect(whole.map((r) => r.title).sort()).toEqual([...list].sort())
        own.close()
      }),
      { numRuns: 20 },
    )
  })
})

describe('the id', () => {
  const base = reportOf('The port is open.')
  test.each([
    ['text', { text: 'The port is shut.' }],
    ['outlet', { outlet: 'Other' }],
    ['no outlet', { outlet: null }],
    ['address', { url: 'https://a.example/1' }],
    ['date', { published: '2024-10-24' }],
    ['no date', { published: null }],
  ] as const)('depends on the %s', (_, over) => {
    expect(reportId({ ...base, ...over })).not.toBe(reportId(base))
  })

  test.each([
    ['title', { title: 'Other' }],
    ['byline', { byline: 'Mia Okafor' }],
    ['language', { language: 'de' }],
    ['type', { mediaType: 'text/html' }],
    ['origin of the date', { publishedFrom: 'meta' }],
  ] as const)('does not depend on the %s', (_, over) => {
    expect(reportId({ ...base, ...over })).toBe(reportId(base))
  })

  test('is none of another part moved along', () => {
    expect(reportId({ ...base, outlet: 'a', url: null })).not.toBe(
      reportId({ ...base, outlet: null, url: 'a' }),
    )
  })
})

describe('what is kept', () => {
  test('is the text and bytes as they came', () => {
    const own = freshLedger()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.uint8Array(), (text, bytes) => {
        const report = reportOf(`x${text}`)
        const captured = { report, bytes, given: null }
        const fresh = own.known(captured) === null
        const id = save(own, report)
        expect(own.reports.text(id)).toBe(report.text)
        expect(own.reports.detail(id)?.text).toBe(report.text)
        if (fresh)
          expect(Buffer.from(own.reports.bytes(id) ?? [])).toEqual(Buffer.from(report.text))
        expect(own.known(captured)).toBe(id)
      }),
      { numRuns: 60 },
    )
    own.close()
  })

  test('a report is found by its own id and by every id it was given', () => {
    const own = freshLedger()
    const id = save(own, world[0] ?? expect.fail(), 'D1')
    for (const given of ['D2', 'a b', '', '\ud800', "x'y"]) {
      expect(own.reports.wasGiven(id, given)).toBe(false)
      expect(own.touch(id, given)).toMatchObject({ id, status: 'known' })
      own.touch(id, given)
      expect(own.reports.wasGiven(id, given)).toBe(true)
      expect(own.reports.resolve(given)).toBe(id)
    }
    expect(own.reports.resolve('D1')).toBe(id)
    expect(own.reports.resolve(id)).toBe(id)
    expect(own.reports.resolve('D9')).toBeNull()
    expect(own.reports.detail(id)?.givenIds).toHaveLength(6)
    expect(own.reports.summary(id)?.given).toBe('D1')
    own.close()
  })

  test('of two reports with one given id the later is meant', () => {
    const own = freshLedger()
    const one = save(own, reportOf('One.'), 'D1')
    const two = save(own, reportOf('Two.'), 'D1')
    expect(own.reports.resolve('D1')).toBe(two)
    expect(own.reports.resolve(one)).toBe(one)
    own.close()
  })

  test('what is not there is null', () => {
    for (const id of ['', 'r404', "' or 1=1"]) {
      expect(ledger.reports.summary(id)).toBeNull()
      expect(ledger.reports.detail(id)).toBeNull()
      expect(ledger.reports.text(id)).toBeNull()
      expect(ledger.reports.bytes(id)).toBeNull()
      expect(ledger.reports.has(id)).toBe(false)
    }
    expect(ledger.reports.bySeq(0)).toBeNull()
  })

  test('a summary says the same by id, by number and in a list', () => {
    ledger.reports.list({ sort: 'added', limit: 500 }).items.forEach((r, i) => {
      expect(ledger.reports.summary(r.id)).toEqual(r)
      expect(ledger.reports.bySeq(i + 1)).toEqual(r)
      expect(ledger.reports.detail(r.id)?.summary).toEqual(r)
      expect(r.captured).toBe(moment)
    })
    expect(ledger.reports.count()).toBe(world.length)
  })

  test('the clock of a later adding does not change it', () => {
    const own = freshLedger()
    const id = save(own, world[0] ?? expect.fail())
    const before = own.reports.detail(id)
    save(own, world[0] ?? expect.fail())
    own.touch(id, null)
    expect(own.reports.detail(id)).toEqual(before)
    expect(own.known(capturedOf(world[0] ?? expect.fail()))).toBe(id)
    own.close()
  })
})

describe('words are counted', () => {
  test.each([
    ['', 0],
    ['   ', 0],
    ['one', 1],
    [' one ', 1],
    ['one two', 2],
    ['one\ttwo\nthree', 3],
    ['one\u00a0two', 2],
    ['one\u3000two', 2],
    ['one-two', 1],
    ['a\r\n\r\nb', 2],
    ['"Yes," he said.', 3],
  ])('in %j: %d', (text, n) => {
    expect(countWords(text)).toBe(n)
  })

  test('as a split at spaces counts them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '.') }), (text) => {
        expect(countWords(text)).toBe(text.split(/[ \n\t]+/).filter((w) => w !== '').length)
      }),
    )
  })
})
