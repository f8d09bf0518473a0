/** Analyses: an older reading is kept, the newest is shown, and what changed is told by claim ids. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  analysisFor,
  engine,
  freshLedger,
  moment,
  reportOf,
  save,
  sentencesText,
} from '../../test/ledger/fixtures.ts'
import type { AnalysedClaim } from '../model/analysis.ts'
import { modes } from '../model/claim.ts'
import { changesOf } from './analyses.ts'

const report = reportOf(sentencesText(7))
const [base] = analysisFor(report).claims
const claim = (id: string, over: Partial<AnalysedClaim> = {}): AnalysedClaim => ({
  ...(base ?? expect.fail()),
  id,
  ...over,
})

describe('changes', () => {
  test('of a reading against itself are none', () => {
    const { claims } = analysisFor(report)
    expect(changesOf('r1', 'old', claims, claims)).toEqual({
      report: 'r1',
      from: 'old',
      added: [],
      removed: [],
      altered: [],
    })
  })

  test.each<[keyof AnalysedClaim, unknown]>([
    ['mode', 'question'],
    ['polarity', 'negated'],
    ['chain', []],
    ['certainty', { words: ['may'], class: 'possibility', low: null, high: null, scheme: null }],
    ['events', ['v9']],
    ['times', [3]],
    ['places', [4]],
    ['quantities', [5]],
    ['statedOn', '2024-10-23'],
  ])('another %s alters a claim', (key, value) => {
    const changes = changesOf('r1', 'old', [claim('c1')], [claim('c1', { [key]: value })])
    expect(changes).toMatchObject({ added: [], removed: [], altered: ['c1'] })
  })

  test('another reason or order alters none', () => {
    const before = [claim('c1'), claim('c2')]
    const after = [claim('c2'), claim('c1', { why: { mode: 'certainty/CE9@7' } })]
    expect(changesOf('r1', 'old', before, after)).toMatchObject({
      added: [],
      removed: [],
      altered: [],
    })
  })

  test('part the claims: each came, went, was altered, or stayed', () => {
    const list = fc
      .uniqueArray(fc.tuple(fc.nat(12), fc.constantFrom(...modes)), { selector: ([id]) => id })
      .map((all) => all.map(([id, mode]) => claim(`c${id}`, { mode })))
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = changesOf('r1', 'old', before, after)
        const old = new Map(before.map((c) => [c.id, c.mode]))
        const fresh = new Map(after.map((c) => [c.id, c.mode]))
        expect(changes.added).toEqual([...fresh.keys()].filter((id) => !old.has(id)))
        expect(changes.removed).toEqual([...old.keys()].filter((id) => !fresh.has(id)))
        expect(changes.altered).toEqual(
          [...fresh].filter(([id, m]) => old.has(id) && old.get(id) !== m).map(([id]) => id),
        )
        const back = changesOf('r1', 'new', after, before)
        expect([...back.added].sort()).toEqual([...changes.removed].sort())
        expect([...back.removed].sort()).toEqual([...changes.added].sort())
        expect([...back.altered].sort()).toEqual([...changes.altered].sort())
      }),
    )
  })
})

describe('readings', () => {
  test('the newest comes back with its text, the older ones are listed', () => {
    const ledger = freshLedger()
    const id = save(ledger, report)
    const first = analysisFor(report)
    expect(ledger.analyses.newest(id, report.text)).toEqual({ engine, analysis: first })
    const second = { ...first, claims: first.claims.slice(1) }
    const changes = ledger.renew(id, second, 'segment@2', moment)
    expect(changes).toEqual({
      report: id,
      from: engine,
      added: [],
      removed: [first.claims[0]?.id],
      altered: [],
    })
    expect(ledger.analyses.newest(id, report.text)).toEqual({
      engine: 'segment@2',
      analysis: second,
    })
    expect(ledger.analyses.list(id)).toEqual([
      { engine, at: moment, claims: 7 },
      { engine: 'segment@2', at: moment, claims: 6 },
    ])
    expect(ledger.analyses.engineOf(id)).toBe('segment@2')
    expect(ledger.claims.count()).toBe(6)
    expect(ledger.reports.summary(id)?.claims).toBe(6)
    expect(ledger.claims.get(first.claims[0]?.id ?? '')).toBeNull()
    ledger.close()
  })

  test('one engine reads a report once', () => {
    const ledger = freshLedger()
    const id = save(ledger, report)
    const other = { ...analysisFor(report), claims: [] }
    expect(ledger.renew(id, other, engine, moment)).toBeNull()
    expect(ledger.claims.count()).toBe(7)
    expect(ledger.analyses.has(id, engine)).toBe(true)
    expect(ledger.analyses.has(id, 'other')).toBe(false)
    ledger.close()
  })

  test('of a report that is not there is a fault, and nothing is written', () => {
    const ledger = freshLedger()
    expect(() => ledger.renew('r404', analysisFor(report), 'x', moment)).toThrow('no report r404')
    expect(ledger.analyses.newest('r404', '')).toBeNull()
    expect(ledger.analyses.engineOf('r404')).toBeNull()
    expect(ledger.analyses.list('r404')).toEqual([])
    expect(ledger.analyses.mainEngine()).toBeNull()
    ledger.close()
  })

  test('what an engine has still to read is told oldest first', () => {
    const ledger = freshLedger()
    const ids = [0, 1, 2, 3].map((i) => save(ledger, reportOf(sentencesText(2, i))))
    expect(ledger.analyses.unread(engine, 10)).toEqual([])
    expect(ledger.analyses.unread('new', 10)).toEqual(ids)
    expect(ledger.analyses.unread('new', 2)).toEqual(ids.slice(0, 2))
    expect(ledger.analyses.countUnread('new')).toBe(4)
    ids.forEach((id, i) => {
      const text = ledger.reports.text(id) ?? ''
      ledger.renew(id, analysisFor(reportOf(text), id), 'new', moment)
      expect(ledger.analyses.unread('new', 10)).toEqual(ids.slice(i + 1))
      expect(ledger.analyses.countUnread('new')).toBe(3 - i)
      expect(ledger.analyses.mainEngine()).toBe(i < 1 ? engine : 'new')
    })
    ledger.close()
  })

  test('decisions on a claim outlive the reading that brought it', () => {
    const ledger = freshLedger()
    const id = save(ledger, report)
    const first = analysisFor(report)
    const on = first.claims[0]?.id ?? ''
    ledger.decide({ act: 'accept', on, by: 'mia', value: null, note: null }, moment)
    ledger.renew(id, { ...first, claims: [] }, 'two', moment)
    expect(ledger.claims.get(on)).toBeNull()
    expect(ledger.reviews.on(on)).toHaveLength(1)
    ledger.renew(id, first, 'three', moment)
    expect(ledger.claims.get(on)?.review).toBe('accept')
    ledger.close()
  })
})
