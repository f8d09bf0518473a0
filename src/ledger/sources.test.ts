/** Sources: lists, counts and details against what the claims themselves say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshLedger, reportOf, save, sentencesText } from '../../test/ledger/fixtures.ts'
import type { ClaimView } from './claims.ts'
import { daysOf } from './days.ts'
import type { SourceFilter } from './sources.ts'

const ledger = freshLedger()
const dates = ['2024-10-20', '2024-09', null, '2024-10-22/2024-10-24']
for (let i = 0; i < 9; i++)
  save(
    ledger,
    reportOf(sentencesText(2 + i, i), {
      outlet: ['Harbour Wire', 'Daily Lantern', null][i % 3] ?? null,
      published: dates[i % 4] ?? null,
    }),
  )
const claims = ledger.claims.list({ sort: 'text', limit: 500 }).items
const list = (over: Partial<SourceFilter> = {}) =>
  ledger.sources.list({ sort: 'claims', limit: 500, ...over })
const whole = list().items

const idsIn = (c: ClaimView): string[] => c.chain.flatMap((h) => ('voice' in h ? [] : [h.sourceId]))
const of = (id: string): ClaimView[] => claims.filter((c) => idsIn(c).includes(id))

describe('a list of sources', () => {
  test('has every source of a claim, once', () => {
    expect(whole.map((s) => s.id).sort()).toEqual([...new Set(claims.flatMap(idsIn))].sort())
  })

  test('counts claims and reports as the claims do', () => {
    for (const s of whole) {
      expect(s.claims).toBe(of(s.id).length)
      expect(s.reports).toBe(new Set(of(s.id).map((c) => c.report)).size)
      expect(s).toMatchObject({ kind: 'source', grade: null, also: [] })
    }
  })

  test('is by claims and then id, or by name and then id', () => {
    const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
    const ids = (all: readonly { id: string }[]) => all.map((s) => s.id)
    expect(ids(whole)).toEqual(
      ids([...whole].sort((a, b) => b.claims - a.claims || text(a.id, b.id))),
    )
    const key = (s: { name: string }): string => s.name.toLowerCase()
    expect(ids(list({ sort: 'name' }).items)).toEqual(
      ids([...whole].sort((a, b) => text(key(a), key(b)) || text(a.id, b.id))),
    )
  })

  test('narrows as a predicate does, in pages that join', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom('a', 'PERE', 'port authority', 'two', '', "'"), {
          nil: undefined,
        }),
        fc.option(fc.constantFrom('person', 'organisation', 'group', 'state'), { nil: undefined }),
        fc.option(fc.boolean(), { nil: undefined }),
        fc.constantFrom('claims' as const, 'name' as const),
        fc.integer({ min: 1, max: 4 }),
        (name, type, anonymous, sort, limit) => {
          const naive = whole
            .filter((s) => name === undefined || s.name.toLowerCase().includes(name.toLowerCase()))
            .filter((s) => type === undefined || s.type === type)
            .filter((s) => anonymous === undefined || (s.anonymous !== null) === anonymous)
          const page = list({ name, type, anonymous, sort })
          expect(page.items.map((s) => s.id).sort()).toEqual(naive.map((s) => s.id).sort())
          expect(page.total).toBe(naive.length)
          const joined: string[] = []
          let cursor: string | undefined
          do {
            const one = list({ name, type, anonymous, sort, limit, cursor })
            expect(one.total).toBe(naive.length)
            joined.push(...one.items.map((s) => s.id))
            cursor = one.next ?? undefined
          } while (cursor !== undefined)
          expect(joined).toEqual(page.items.map((s) => s.id))
        },
      ),
      { numRuns: 80 },
    )
  })

  test('refuses a cursor of the other order', () => {
    const cursor = list({ limit: 1 }).next ?? expect.fail()
    expect(() => list({ sort: 'name', cursor })).toThrow(/cursor/)
  })
})

describe('one source', () => {
  test('says how it speaks as its claims do', () => {
    for (const s of whole) {
      const own = of(s.id)
      const detail = ledger.sources.detail(s.id) ?? expect.fail()
      expect(detail.source).toEqual(s)
      const tally = (values: readonly (string | null)[]): Record<string, number> => {
        const out: Record<string, number> = {}
        for (const v of values) if (v !== null) out[v] = (out[v] ?? 0) + 1
        return out
      }
      const told = (counts: readonly { value: string; claims: number }[]) =>
        Object.fromEntries(counts.map((c) => [c.value, c.claims]))
      expect(told(detail.modes)).toEqual(tally(own.map((c) => c.mode)))
      expect(told(detail.outlets)).toEqual(tally(own.map((c) => c.outlet)))
      expect(told(detail.stances)).toEqual(
        tally(
          own.flatMap((c) =>
            c.chain.flatMap((h) => ('voice' in h || h.sourceId !== s.id ? [] : [h.stance])),
          ),
        ),
      )
      for (const counts of [detail.modes, detail.outlets, detail.stances]) {
        const sizes = counts.map((c) => c.claims)
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      }
      const days = own.map((c) => daysOf(c.published)).filter((d) => d.first !== '')
      expect(detail.first).toBe(days.map((d) => d.first).sort()[0] ?? null)
      expect(detail.last).toBe(
        days
          .map((d) => d.last)
          .sort()
          .at(-1) ?? null,
      )
    }
  })

  test.each(['Ana Pereira', 'ANA PEREIRA', '  ana   pereira '])(
    'is found by its name: %j',
    (name) => {
      const id = ledger.sources.resolve(name) ?? expect.fail()
      expect(whole.find((s) => s.id === id)?.name).toBe('Ana Pereira')
      expect(ledger.sources.resolve(id)).toBe(id)
    },
  )

  test.each(['ana', 'pereira', '', 's404', "' or 1=1", '%'])('is not found by %j', (name) => {
    expect(ledger.sources.resolve(name)).toBeNull()
    expect(ledger.sources.detail(name)).toBeNull()
    expect(ledger.sources.has(name)).toBe(false)
  })

  test('stands in an export once, by id', () => {
    const records = [...ledger.sources.records()]
    const ids = records.map((r) => r.id)
    expect(ids).toEqual(whole.map((s) => s.id).sort())
    for (const r of records) {
      const {
        claims: _,
        reports: __,
        also: ___,
        ...view
      } = whole.find((s) => s.id === r.id) ?? expect.fail()
      expect(view).toEqual(r)
    }
  })
})
