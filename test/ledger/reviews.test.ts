/** Reviews in the ledger: only ever added, undone by another, and what stands after them. */
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Ledger } from '../../src/ledger/ledger.ts'
import type { ReviewAct } from '../../src/model/records.ts'
import { engine, freshFolder, moment, reportOf, save, sentencesText } from './fixtures.ts'

function filled() {
  const path = join(freshFolder(), 'ledger.sqlite')
  const ledger = Ledger.open(path)
  save(ledger, reportOf(sentencesText(6)))
  const [claim] = ledger.claims.list({ sort: 'text', limit: 1 }).items
  const [source] = ledger.sources.list({ sort: 'claims', limit: 1 }).items
  let tick = 0
  const decide = (act: ReviewAct, on: string, value: string | null = null) =>
    ledger.decide(
      { act, on, by: 'maria', value, note: null },
      new Date(Date.parse(moment) + tick++ * 1000).toISOString(),
    )
  return { path, ledger, claim: claim?.id ?? '', source: source?.id ?? '', decide }
}

describe('decisions', () => {
  test('the last standing verdict counts', () => {
    const { ledger, claim, decide } = filled()
    expect(ledger.reviews.verdict(claim)).toBeNull()
    decide('accept', claim)
    expect(ledger.reviews.verdict(claim)).toBe('accept')
    const second = decide('reject', claim)
    expect(ledger.claims.get(claim)?.review).toBe('reject')
    decide('undo', second.id)
    expect(ledger.reviews.verdict(claim)).toBe('accept')
    ledger.close()
  })

  test('an undo can be undone', () => {
    const { ledger, claim, decide } = filled()
    const verdict = decide('accept', claim)
    const undo = decide('undo', verdict.id)
    expect(ledger.reviews.verdict(claim)).toBeNull()
    decide('undo', undo.id)
    expect(ledger.reviews.verdict(claim)).toBe('accept')
    ledger.close()
  })

  test('a grade shows on its source and in the export', () => {
    const { ledger, source, decide } = filled()
    decide('grade', source, 'C')
    decide('grade', source, 'B')
    expect(ledger.sources.detail(source)?.source.grade).toBe('B')
    const exported = [...ledger.exportRecords(engine)]
    expect(exported.find((r) => r.kind === 'source' && r.id === source)).toMatchObject({
      grade: 'B',
    })
    expect(exported.filter((r) => r.kind === 'review').map((r) => r.value)).toEqual(['C', 'B'])
    ledger.close()
  })

  test('about nothing in the ledger is a fault', () => {
    const { ledger, decide } = filled()
    expect(() => decide('accept', 'c404')).toThrow('There is no claim, source or review c404')
    ledger.close()
  })

  test('keep every word of a note', () => {
    const { ledger, claim } = filled()
    const note = 'why\u0000 \ud800 =cmd \u202e'
    ledger.decide({ act: 'accept', on: claim, by: note, value: null, note }, moment)
    expect(ledger.reviews.on(claim)[0]).toMatchObject({ by: note, note })
    ledger.close()
  })

  test.each(["update reviews set note = 'x'", 'delete from reviews'])('no one can: %s', (sql) => {
    const { path, ledger, claim, decide } = filled()
    decide('accept', claim)
    ledger.close()
    const db = new Driver(path)
    expect(() => db.exec(sql)).toThrow('never')
    db.close()
  })

  test('lists are newest first, by act and person, and say what was undone', () => {
    const { ledger, claim, source, decide } = filled()
    const first = decide('accept', claim)
    decide('grade', source, 'A')
    decide('undo', first.id)
    const list = (over: object) => ledger.reviews.list({ limit: 50, ...over }).items
    expect(list({}).map((r) => [r.act, r.undone])).toEqual([
      ['undo', false],
      ['grade', false],
      ['accept', true],
    ])
    expect(list({ act: 'grade' })).toHaveLength(1)
    expect(list({ by: 'maria' })).toHaveLength(3)
    expect(list({ by: 'nobody' })).toHaveLength(0)
    expect(list({ on: claim })).toHaveLength(1)
    ledger.close()
  })

  test('pages join to the whole list', () => {
    const { ledger, claim, decide } = filled()
    for (let i = 0; i < 23; i++) decide(i % 2 === 0 ? 'accept' : 'reject', claim)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (limit) => {
        const joined: string[] = []
        let cursor: string | undefined
        do {
          const page = ledger.reviews.list({ limit, cursor })
          joined.push(...page.items.map((r) => r.id))
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        expect(new Set(joined).size).toBe(23)
      }),
      { numRuns: 10 },
    )
    ledger.close()
  })
})

describe('sources that a decision says are one', () => {
  function withSources() {
    const made = filled()
    const list = () => made.ledger.sources.list({ sort: 'name', limit: 50 })
    const [a, b, c] = list().items
    if (!a || !b || !c) return expect.fail('too few sources')
    const claimsOf = (source: string) =>
      made.ledger.claims.list({ sort: 'text', limit: 50, source }).total
    return { ...made, list, a, b, c, claimsOf }
  }

  test('count as one, by id and by name, and their claims are found together', () => {
    const { ledger, decide, list, a, b, claimsOf } = withSources()
    const total = list().total ?? 0
    decide('merge', a.id, b.id)
    expect(list().total).toBe(total - 1)
    const one = list().items.find((s) => s.id === b.id)
    expect(one).toMatchObject({ claims: a.claims + b.claims, also: [a.name], name: b.name })
    expect(list().items.some((s) => s.id === a.id)).toBe(false)
    expect(ledger.sources.resolve(a.id)).toBe(b.id)
    expect(ledger.sources.resolve(a.name)).toBe(b.id)
    expect(ledger.sources.detail(b.id)?.source.claims).toBe(a.claims + b.claims)
    expect(ledger.sources.list({ sort: 'name', limit: 5, name: a.name }).items[0]?.id).toBe(b.id)
    expect(claimsOf(a.id)).toBe(a.claims + b.claims)
    expect(claimsOf(b.id)).toBe(a.claims + b.claims)
    ledger.close()
  })

  test.each(['split', 'split, the other way round', 'undo'])('part again by %s', (how) => {
    const { ledger, decide, list, a, b, claimsOf } = withSources()
    const before = list()
    const merge = decide('merge', a.id, b.id)
    if (how === 'undo') decide('undo', merge.id)
    else if (how === 'split') decide('split', a.id, b.id)
    else decide('split', b.id, a.id)
    expect(list()).toEqual(before)
    expect(ledger.sources.resolve(a.id)).toBe(a.id)
    expect(claimsOf(a.id)).toBe(a.claims)
    ledger.close()
  })

  test('may be more than two, in any order, and in a ring', () => {
    const { ledger, decide, list, a, b, c } = withSources()
    const total = list().total ?? 0
    decide('merge', a.id, b.id)
    decide('merge', b.id, c.id)
    decide('merge', c.id, a.id)
    decide('merge', a.id, a.id)
    expect(list().total).toBe(total - 2)
    expect(list().items.find((s) => s.id === c.id)).toMatchObject({
      claims: a.claims + b.claims + c.claims,
      also: expect.arrayContaining([a.name, b.name]),
    })
    decide('split', a.id, b.id)
    expect(ledger.sources.resolve(a.id)).toBe(ledger.sources.resolve(c.id))
    ledger.close()
  })

  test('stay apart in the export: nothing is merged away', () => {
    const { ledger, decide, a, b } = withSources()
    const before = [...ledger.exportRecords(engine)]
    decide('merge', a.id, b.id)
    const after = [...ledger.exportRecords(engine)]
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).map((r) => r.kind)).toEqual(['review'])
    ledger.close()
  })
})
