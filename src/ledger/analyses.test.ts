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
import { changesOf, type Reading } from './analyses.ts'

const report = reportOf(sentencesText(7))
const [base] = analysisFor(report).claims
const claim = (id: string, over: Partial<AnalysedClaim> = {}): AnalysedClaim => ({
  ...(base ?? expect.fail()),
  id,
  ...over,
})

const whole = analysisFor(report)
const reading = (claims: readonly AnalysedClaim[], over: Partial<Reading> = {}): Reading => ({
  ...whole,
  ...over,
  claims,
})
const event = (id: string, lemma: string): Reading['events'][number] => ({
  id,
  from: 0,
  to: 4,
  type: 'OTHER',
  lemma,
  mode: null,
  contexts: [],
  actors: ['e1'],
  recipients: [],
  time: null,
  place: null,
})
const entity = (id: string, name: string): Reading['entities'][number] => ({
  id,
  type: 'PERSON',
  name,
  country: null,
  mentions: [],
})

describe('changes', () => {
  test('of a reading against itself are none', () => {
    expect(changesOf('r1', 'old', whole, whole)).toEqual({
      report: 'r1',
      from: 'old',
      added: [],
      removed: [],
      altered: [],
      fields: {},
    })
  })

  test('of the first reading are its claims', () => {
    expect(changesOf('r1', '', null, reading([claim('c1'), claim('c2')]))).toMatchObject({
      added: ['c1', 'c2'],
      removed: [],
      altered: [],
    })
  })

  test('an event, time or name more, which counts those behind it anew, alters no claim', () => {
    const [time = expect.fail()] = [
      { from: 0, to: 4, edtf: '2024', timex: '2024', kind: 'date' as const },
    ]
    const before = reading([claim('c1', { events: ['v1'], times: [0] })], {
      events: [event('v1', 'leave')],
      times: [time],
      entities: [entity('e1', 'Ana Berg')],
    })
    const after = reading([claim('c1', { events: ['v2'], times: [1] })], {
      events: [event('v1', 'come'), { ...event('v2', 'leave'), actors: ['e2'] }],
      times: [{ ...time, edtf: null }, time],
      entities: [entity('e1', 'Olaf Lind'), entity('e2', 'Ana Berg')],
    })
    expect(changesOf('r1', 'old', before, after)).toMatchObject({ altered: [], fields: {} })
  })

  test('another value under the same index alters it, and the field is told', () => {
    const says = (lemma: string, name: string): Reading =>
      reading([claim('c1', { events: ['v1'] }), claim('c2', { events: [] })], {
        events: [event('v1', lemma)],
        entities: [entity('e1', name)],
      })
    const fields = { events: 1 }
    expect(changesOf('r1', '', says('leave', 'Ana'), says('come', 'Ana'))).toMatchObject({
      altered: ['c1'],
      fields,
    })
    expect(changesOf('r1', '', says('leave', 'Ana'), says('leave', 'Olaf'))).toMatchObject({
      altered: ['c1'],
      fields,
    })
  })

  test('several fields of several claims are counted', () => {
    const before = reading([claim('c1'), claim('c2'), claim('c3')])
    const after = reading([
      claim('c1', { mode: 'opinion', polarity: 'negated' }),
      claim('c2', { mode: 'opinion' }),
      claim('c3'),
    ])
    expect(changesOf('r1', '', before, after)).toMatchObject({
      altered: ['c1', 'c2'],
      fields: { mode: 2, polarity: 1 },
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
    const after = reading([claim('c1', { [key]: value })])
    expect(changesOf('r1', 'old', reading([claim('c1')]), after)).toEqual({
      report: 'r1',
      from: 'old',
      added: [],
      removed: [],
      altered: ['c1'],
      fields: { [key]: 1 },
    })
  })

  test('another reason or order alters none', () => {
    const before = reading([claim('c1'), claim('c2')])
    const after = reading([claim('c2'), claim('c1', { why: { mode: 'certainty/CE9@7' } })])
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
        const changes = changesOf('r1', 'old', reading(before), reading(after))
        const old = new Map(before.map((c) => [c.id, c.mode]))
        const fresh = new Map(after.map((c) => [c.id, c.mode]))
        expect(changes.added).toEqual([...fresh.keys()].filter((id) => !old.has(id)))
        expect(changes.removed).toEqual([...old.keys()].filter((id) => !fresh.has(id)))
        expect(changes.altered).toEqual(
          [...fresh].filter(([id, m]) => old.has(id) && old.get(id) !== m).map(([id]) => id),
        )
        const back = changesOf('r1', 'new', reading(after), reading(before))
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
      fields: {},
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
