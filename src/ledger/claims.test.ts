/** Claims: filters against plain predicates, pages against the whole list, and search against what is listed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshLedger, reportOf, save, sentencesText } from '../../test/ledger/fixtures.ts'
import { certaintyClasses } from '../model/certainty.ts'
import { modes, polarities, stances } from '../model/claim.ts'
import { eventTypes } from '../model/event.ts'
import { voices } from '../model/records.ts'
import { nameKey } from './cells.ts'
import type { ClaimFilter, ClaimView } from './claims.ts'
import { daysOf } from './days.ts'

const ledger = freshLedger()
const dates = ['2024-10-20', null, '2024-10', '2024-10-22', '2023', '2024-10-22~']
const reports = Array.from({ length: 8 }, (_, i) =>
  save(
    ledger,
    reportOf(sentencesText(4 + i, i), {
      outlet: ['Harbour Wire', 'Daily Lantern', null][i % 3] ?? null,
      published: dates[i % dates.length] ?? null,
    }),
  ),
)
const sorts: readonly ClaimFilter['sort'][] = ['newest', 'oldest', 'text']
const whole = ledger.claims.list({ sort: 'text', limit: 500 }).items
const ids = (list: readonly ClaimView[]): string[] => list.map((c) => c.id)

const maybe = <T>(...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })
const filter = fc.record({
  report: maybe(...reports.slice(0, 2), 'r404'),
  source: maybe('pereira', 'PORT authority', 'two', 'nobody'),
  outlet: maybe('harbour wire', 'Daily Lantern', 'none'),
  voice: maybe(...voices),
  mode: maybe(...modes),
  stance: maybe(...stances),
  polarity: maybe(...polarities),
  certainty: maybe(...certaintyClasses),
  place: maybe('lisbon', 'PORTO', '2267057', '2735943', '1', 'Faro'),
  event: maybe(...eventTypes.slice(0, 5)),
  after: maybe('2024', '2024-10-21', '2025'),
  before: maybe('2023', '2024-10-20', '2029'),
  clock: maybe('published', 'stated', 'event'),
})

/** At most three keys of a filter, so that most lists are not empty. */
const sparse = fc.tuple(filter, fc.nat()).map(([f, n]) => {
  const keys = Object.keys(f).filter((k) => f[k as keyof typeof f] !== undefined)
  const kept = [0, 1, 2].map((i) => keys[(n + i * 5) % Math.max(1, keys.length)])
  const some = Object.fromEntries(Object.entries(f).filter(([k]) => kept.includes(k)))
  // A range that ends before it begins is refused; days.test.ts has those.
  if (some['after'] !== undefined && some['before'] !== undefined) some['before'] = '2029'
  return some
})

function holds(f: Partial<ClaimFilter>, c: ClaimView): boolean {
  const dates = {
    published: [c.published],
    stated: [c.statedOn],
    event: c.times.map((t) => t.edtf),
  }
  const after = f.after === undefined ? '' : daysOf(f.after).first
  const before = f.before === undefined ? null : daysOf(f.before).last
  const inRange = dates[f.clock ?? 'published']
    .map(daysOf)
    .some((d) => d.last >= after && (before === null || (d.first !== '' && d.first <= before)))
  const hops = c.chain.flatMap((h) => ('voice' in h ? [] : [h]))
  const { source, place } = f
  return (
    (f.report === undefined || c.report === f.report) &&
    (source === undefined ||
      hops.some((h) => nameKey(h.source ?? 'unstated').includes(nameKey(source)))) &&
    (f.outlet === undefined || (c.outlet !== null && nameKey(c.outlet) === nameKey(f.outlet))) &&
    (f.voice === undefined || c.voice === f.voice) &&
    (f.mode === undefined || c.mode === f.mode) &&
    (f.stance === undefined || (hops.at(-1)?.stance ?? 'asserts') === f.stance) &&
    (f.polarity === undefined || c.polarity === f.polarity) &&
    (f.certainty === undefined || c.certainty.class === f.certainty) &&
    (place === undefined ||
      c.places.some((p) => nameKey(p.name) === nameKey(place) || String(p.geonames) === place)) &&
    (f.event === undefined || c.events.some((e) => e.type === f.event)) &&
    ((f.after === undefined && f.before === undefined) || inRange)
  )
}

describe('the order', () => {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const place = new Map<string, number>()
  for (const report of reports)
    ledger.claims.records(report).forEach((c, i) => {
      place.set(c.id, i)
    })
  const inReport = (a: ClaimView, b: ClaimView): number =>
    text(a.report, b.report) || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)
  const first = (c: ClaimView): string => daysOf(c.published).first

  test.each([
    ['text', inReport],
    ['newest', (a: ClaimView, b: ClaimView) => text(first(b), first(a)) || inReport(a, b)],
    ['oldest', (a: ClaimView, b: ClaimView) => text(first(a), first(b)) || inReport(a, b)],
  ] as const)('"%s" is what its rule says', (sort, rule) => {
    const list = ledger.claims.list({ sort, limit: 500 })
    expect(ids(list.items)).toEqual(ids([...whole].sort(rule)))
    expect(list.total).toBe(ledger.claims.count())
  })

  test('within a report is that of the text', () => {
    for (const report of reports) {
      const starts = ledger.claims.records(report).map((c) => c.from)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
    }
  })
})

describe('filters', () => {
  test('one by one give what a predicate gives', () => {
    fc.assert(
      fc.property(filter, (f) => {
        for (const [key, value] of Object.entries(f)) {
          const one = { [key]: value }
          const page = ledger.claims.list({ ...one, sort: 'text', limit: 500 })
          expect(ids(page.items)).toEqual(ids(whole.filter((c) => holds(one, c))))
          expect(page.total).toBe(page.items.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('together give what all predicates give', () => {
    fc.assert(
      fc.property(sparse, (f) => {
        const page = ledger.claims.list({ ...f, sort: 'text', limit: 500 })
        expect(ids(page.items)).toEqual(ids(whole.filter((c) => holds(f, c))))
      }),
      { numRuns: 200 },
    )
  })

  test('pages of every list join to it', () => {
    fc.assert(
      fc.property(
        sparse,
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 70 }),
        (f, sort, limit) => {
          const list = ledger.claims.list({ ...f, sort, limit: 500 })
          const joined: string[] = []
          let cursor: string | undefined
          do {
            const page = ledger.claims.list({ ...f, sort, limit, cursor })
            expect(page.total).toBe(list.total)
            if (page.next !== null) expect(page.items).toHaveLength(limit)
            joined.push(...ids(page.items))
            cursor = page.next ?? undefined
          } while (cursor !== undefined)
          expect(joined).toEqual(ids(list.items))
        },
      ),
      { numRuns: 100 },
    )
  })

  test('every mode, voice and polarity parts the list', () => {
    const total = (over: Partial<ClaimFilter>): number =>
      ledger.claims.list({ sort: 'text', limit: 1, ...over }).total
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
    expect(sum(modes.map((mode) => total({ mode })))).toBe(whole.length)
    expect(sum(voices.map((voice) => total({ voice })))).toBe(whole.length)
    expect(sum(stances.map((stance) => total({ stance })))).toBe(whole.length)
    expect(sum(polarities.map((polarity) => total({ polarity })))).toBe(whole.length)
    expect(sum(reports.map((report) => total({ report })))).toBe(whole.length)
  })

  test.each(["' or 1=1 --", '%', '_', '*', '\0', '"', '\\', '🛳', "x'); drop table claims; --"])(
    'hostile words %j find nothing in names, and break nothing',
    (value) => {
      for (const key of ['report', 'outlet', 'place', 'mode', 'event'] as const)
        expect(ledger.claims.list({ [key]: value, sort: 'text', limit: 5 }).total).toBe(0)
      for (const key of ['source', 'text'] as const)
        expect(() => ledger.claims.list({ [key]: value, sort: 'text', limit: 5 })).not.toThrow()
      expect(ledger.claims.count()).toBe(whole.length)
    },
  )
})

describe('one claim', () => {
  test('is the same by its id and in the list', () => {
    for (const c of whole) {
      expect(ledger.claims.get(c.id)).toEqual(c)
      expect(ledger.claims.has(c.id)).toBe(true)
    }
    expect(ledger.claims.get('c404')).toBeNull()
    expect(ledger.claims.has('c404')).toBe(false)
  })

  test('stands on exact words of its report', () => {
    for (const c of whole) {
      const text = ledger.reports.text(c.report) ?? expect.fail()
      expect(text.slice(c.from, c.to)).toBe(c.quote)
      const owners = c.chain.flatMap((h) => ('voice' in h ? [] : [h.attribution]))
      const anchors = ledger.claims.evidence(c.report, [c.id, ...owners])
      expect(anchors.filter((a) => a.role === 'claim')).toHaveLength(1)
      expect(anchors.length > 1).toBe(owners.length > 0)
      for (const a of anchors) {
        expect(text.slice(a.from, a.to)).toBe(a.quote)
        expect(text.slice(0, a.from).endsWith(a.prefix)).toBe(true)
        expect(text.slice(a.to).startsWith(a.suffix)).toBe(true)
      }
    }
  })

  test('of another report lends no evidence', () => {
    const [one, other] = [whole[0], whole.find((c) => c.report !== whole[0]?.report)]
    expect(ledger.claims.evidence(other?.report ?? '', [one?.id ?? ''])).toEqual([])
  })
})

describe('search', () => {
  test('finds what the filter by words finds', () => {
    for (const typed of [
      'ship',
      'unloaded containers',
      'quay',
      'pereira',
      'ship authority',
      'absent',
    ]) {
      const listed = ledger.claims.list({ text: typed, sort: 'text', limit: 500 })
      const found = ledger.search(typed, 200).claims
      expect(ids(found.items).sort()).toEqual(ids(listed.items).sort())
      expect(found.total).toBe(listed.total)
    }
  })

  test('of a number finds the claims with that number, as a predicate does', () => {
    for (let n = 7; n <= 77; n += 7) {
      const found = ids(ledger.search(String(n), 200).claims.items).sort()
      const naive = whole.filter((c) => c.quote.split(/\W+/).includes(String(n)))
      expect(found).toEqual(ids(naive).sort())
    }
  })

  test('gives no more than asked for, and the same ones first', () => {
    const all = ids(ledger.search('ship', 200).claims.items)
    for (const limit of [1, 2, 5, 20]) {
      const found = ledger.search('ship', limit).claims
      expect(found.items).toHaveLength(limit)
      expect(found.total).toBe(all.length)
    }
    expect(ids(ledger.search('ship', 200).claims.items)).toEqual(all)
  })
})
