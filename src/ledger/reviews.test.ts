/** Reviews: only ever added; what stands after any order of decisions and undoings is what a plain model says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  engine,
  freshLedger,
  moment,
  reportOf,
  save,
  sentencesText,
} from '../../test/ledger/fixtures.ts'
import { Fault } from '../fault/fault.ts'
import { type ReviewAct, type ReviewRecord, reviewActs } from '../model/records.ts'
import type { Ledger } from './ledger.ts'

const at = (n: number): string => new Date(Date.parse(moment) + n * 1000).toISOString()

interface Filled {
  readonly ledger: Ledger
  readonly claims: readonly string[]
  readonly sources: readonly string[]
}

function filled(): Filled {
  const ledger = freshLedger()
  save(ledger, reportOf(sentencesText(6)))
  return {
    ledger,
    claims: ledger.claims.list({ sort: 'text', limit: 10 }).items.map((c) => c.id),
    sources: ledger.sources.list({ sort: 'name', limit: 10 }).items.map((s) => s.id),
  }
}

/** Undone: some undo of it is there that is not undone itself. */
function isUndone(id: string, all: readonly ReviewRecord[]): boolean {
  return all.some((u) => u.act === 'undo' && u.on === id && !isUndone(u.id, all))
}

function standing(on: string, acts: readonly ReviewAct[], all: readonly ReviewRecord[]) {
  return all.filter((r) => r.on === on && acts.includes(r.act) && !isUndone(r.id, all)).at(-1)
}

/** Steps: a verdict or grade on one of three things, or an undoing of some earlier decision. */
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('accept', 'reject', 'amend', 'grade', 'undo', 'undo', 'undo' as const),
    which: fc.nat(),
  }),
  { maxLength: 25 },
)

describe('any order of decisions', () => {
  test('leaves standing what a plain model leaves standing', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { ledger, claims, sources } = filled()
        const made: ReviewRecord[] = []
        for (const [i, step] of list.entries()) {
          const isGrade = step.act === 'grade'
          const on =
            step.act === 'undo'
              ? made[step.which % Math.max(1, made.length)]?.id
              : (isGrade ? sources : claims)[step.which % 2]
          if (on === undefined) continue
          const value = isGrade ? 'ABCDEF'.charAt(i % 6) : step.act === 'amend' ? 'words' : null
          const act = step.act as ReviewAct
          made.push(ledger.decide({ act, on, by: 'mia', value, note: null }, at(i)))
        }
        for (const claim of claims)
          expect(ledger.reviews.verdict(claim)).toBe(
            standing(claim, ['accept', 'amend', 'reject'], made)?.act ?? null,
          )
        for (const source of sources)
          expect(ledger.reviews.grade(source)).toBe(
            standing(source, ['grade'], made)?.value ?? null,
          )
        const shown = ledger.reviews.list({ limit: 500 }).items
        expect(shown.map((r) => r.id)).toEqual(made.map((r) => r.id).reverse())
        for (const r of shown) expect(r.undone).toBe(isUndone(r.id, made))
        expect([...ledger.reviews.records()]).toEqual(made)
        ledger.close()
      }),
      { numRuns: 25 },
    )
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('a chain of %d undoings', (length) => {
    const { ledger, claims } = filled()
    const claim = claims[0] ?? expect.fail()
    let last = ledger.decide({ act: 'accept', on: claim, by: 'm', value: null, note: null }, at(0))
    const all = [last]
    for (let i = 1; i <= length; i++) {
      last = ledger.decide({ act: 'undo', on: last.id, by: 'm', value: null, note: null }, at(i))
      all.push(last)
    }
    expect(ledger.reviews.verdict(claim)).toBe(length % 2 === 0 ? 'accept' : null)
    const undone = new Map(ledger.reviews.list({ limit: 50 }).items.map((r) => [r.id, r.undone]))
    expect(all.map((r) => undone.get(r.id))).toEqual(all.map((_, i) => (length - i) % 2 === 1))
    ledger.close()
  })

  test('two undoings of one decision both have to go before it stands again', () => {
    const { ledger, claims } = filled()
    const on = claims[0] ?? expect.fail()
    const decide = (act: ReviewAct, what: string, n: number) =>
      ledger.decide({ act, on: what, by: 'm', value: null, note: null }, at(n))
    const verdict = decide('reject', on, 0)
    const one = decide('undo', verdict.id, 1)
    const two = decide('undo', verdict.id, 2)
    expect(ledger.reviews.verdict(on)).toBeNull()
    decide('undo', one.id, 3)
    expect(ledger.reviews.verdict(on)).toBeNull()
    decide('undo', two.id, 4)
    expect(ledger.reviews.verdict(on)).toBe('reject')
    ledger.close()
  })
})

describe('a decision', () => {
  test('made twice at one moment is one', () => {
    const { ledger, claims } = filled()
    const decision = {
      act: 'accept',
      on: claims[0] ?? '',
      by: 'm',
      value: null,
      note: 'n',
    } as const
    const one = ledger.decide(decision, moment)
    expect(ledger.decide(decision, moment)).toEqual(one)
    expect(ledger.reviews.list({ limit: 10 }).total).toBe(1)
    ledger.decide(decision, at(1))
    expect(ledger.reviews.list({ limit: 10 }).total).toBe(2)
    ledger.close()
  })

  test('has an id of everything in it', () => {
    const { ledger, claims } = filled()
    const base = { act: 'accept', on: claims[0] ?? '', by: 'm', value: null, note: null } as const
    const others = [
      base,
      { ...base, act: 'reject' as const },
      { ...base, on: claims[1] ?? '' },
      { ...base, by: 'n' },
      { ...base, note: '' },
      { ...base, note: 'x' },
      { ...base, value: 'x' },
      { ...base, value: '' },
    ]
    const ids = others.map((d) => ledger.decide(d, moment).id)
    expect(new Set(ids).size).toBe(others.length)
    for (const id of ids) expect(id).toMatch(/^w[0-9a-f]{20}$/)
    ledger.close()
  })

  test('may be about a claim, a source or a decision, and about nothing else', () => {
    const { ledger, claims, sources } = filled()
    const decide = (on: string) =>
      ledger.decide({ act: 'undo', on, by: 'm', value: null, note: null }, moment)
    const first = decide(claims[0] ?? '')
    expect(decide(sources[0] ?? '').on).toBe(sources[0])
    expect(decide(first.id).on).toBe(first.id)
    const report = ledger.reports.list({ sort: 'added', limit: 1 }).items[0]?.id ?? ''
    for (const on of [report, '', 'c404', 'w404', `${claims[0]} `, "' or 1=1"]) {
      try {
        decide(on)
        expect.fail(`no fault for ${on}`)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Fault)
        expect((thrown as Fault).code).toBe('ledger/no-such')
      }
    }
    expect(ledger.reviews.list({ limit: 10 }).total).toBe(3)
    ledger.close()
  })

  test('keeps words of every kind', () => {
    const { ledger, claims } = filled()
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    let n = 0
    fc.assert(
      fc.property(text, text, fc.option(text), (by, note, value) => {
        const made = ledger.decide({ act: 'amend', on: claims[0] ?? '', by, value, note }, at(n++))
        expect(ledger.reviews.on(claims[0] ?? '').at(-1)).toEqual(made)
        expect(made).toMatchObject({ by, note, value })
      }),
      { numRuns: 50 },
    )
    ledger.close()
  })
})

describe('lists', () => {
  const { ledger, claims, sources } = filled()
  const people = ['mia', 'ana', 'Mia', 'mia ']
  const made = Array.from({ length: 60 }, (_, i) => {
    const act = (['accept', 'reject', 'amend', 'grade'] as const)[i % 4] ?? 'accept'
    const on = (act === 'grade' ? sources : claims)[i % 3] ?? expect.fail()
    return ledger.decide({ act, on, by: people[i % 4] ?? '', value: 'A', note: null }, at(i))
  })

  test('filters give what a predicate gives, newest first, with the count', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...claims, ...sources, 'c404'), { nil: undefined }),
        fc.option(fc.constantFrom(...reviewActs), { nil: undefined }),
        fc.option(fc.constantFrom(...people, 'nobody'), { nil: undefined }),
        (on, act, by) => {
          const naive = made
            .filter((r) => on === undefined || r.on === on)
            .filter((r) => act === undefined || r.act === act)
            .filter((r) => by === undefined || r.by === by)
            .reverse()
          const page = ledger.reviews.list({ on, act, by, limit: 500 })
          expect(page.items.map((r) => r.id)).toEqual(naive.map((r) => r.id))
          expect(page.total).toBe(naive.length)
          expect(page.next).toBeNull()
        },
      ),
    )
  })

  test('pages of a filtered list join to it, at every size', () => {
    for (const act of [undefined, 'accept', 'undo']) {
      const whole = ledger.reviews.list({ act, limit: 500 }).items.map((r) => r.id)
      for (const limit of [1, 2, 7, 14, 15, 16, 59, 60, 61]) {
        const joined: string[] = []
        let cursor: string | undefined
        do {
          const page = ledger.reviews.list({ act, limit, cursor })
          expect(page.total).toBe(whole.length)
          expect(page.items.length).toBeLessThanOrEqual(limit)
          joined.push(...page.items.map((r) => r.id))
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        expect(joined).toEqual(whole)
      }
    }
  })

  test('a decision made between two pages is not shown twice, nor does it push one out', () => {
    const other = filled()
    const on = other.claims[0] ?? ''
    const decide = (n: number) =>
      other.ledger.decide({ act: 'accept', on, by: 'm', value: null, note: null }, at(n)).id
    const old = [0, 1, 2, 3].map(decide)
    const first = other.ledger.reviews.list({ limit: 2 })
    decide(9)
    const second = other.ledger.reviews.list({ limit: 2, cursor: first.next ?? '' })
    expect([...first.items, ...second.items].map((r) => r.id)).toEqual(old.reverse())
    expect(second.next).toBeNull()
    other.ledger.close()
  })

  test('a cursor of another list is refused', () => {
    const cursor = ledger.claims.list({ sort: 'newest', limit: 1 }).next ?? expect.fail()
    expect(() => ledger.reviews.list({ limit: 1, cursor })).toThrow(/cursor/)
  })

  test('an export has them in the order in which they were made', () => {
    const exported = [...ledger.exportRecords(engine)].filter((r) => r.kind === 'review')
    expect(exported).toEqual(made)
  })

  test('what is said of one thing is told oldest first', () => {
    for (const on of [...claims, ...sources])
      expect(ledger.reviews.on(on)).toEqual(made.filter((r) => r.on === on))
    expect(ledger.reviews.on('c404')).toEqual([])
  })
})
