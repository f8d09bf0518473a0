/** Reviews in the ledger: only ever added, undone by another, and what stands after them. */
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Ledger } from '../../src/ledger/ledger.ts'
import { engine, freshFolder, moment, reportOf, save, sentencesText } from './fixtures.ts'

function filled() {
  const path = join(freshFolder(), 'ledger.sqlite')
  const ledger = Ledger.open(path)
  save(ledger, reportOf(sentencesText(6)))
  const [claim] = ledger.claims.list({ sort: 'text', limit: 1 }).items
  const [source] = ledger.sources.list({ sort: 'claims', limit: 1 }).items
  let tick = 0
  const decide = (
    act: 'accept' | 'reject' | 'amend' | 'grade' | 'undo',
    on: string,
    value: string | null = null,
  ) =>
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
    const exported = [...ledger.exportRecords(() => engine)]
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
