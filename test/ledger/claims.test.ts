/** Claims in the ledger: written out, filtered, paged, anchored, found by their words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimFilter, ClaimView } from '../../src/ledger/claims.ts'
import { keptOf } from '../../src/ledger/kept.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { sha256Hex } from '../../src/text/hash.ts'
import { analysisFor, freshLedger, reportOf, save, sentencesText } from './fixtures.ts'

function filled(reports = 6, sentences = 14): Ledger {
  const ledger = freshLedger()
  for (let i = 0; i < reports; i++)
    save(
      ledger,
      reportOf(sentencesText(sentences, i), {
        outlet: i % 2 === 0 ? 'Harbour Wire' : 'Daily Lantern',
        published: i === 5 ? null : `2024-10-${20 + i}`,
      }),
    )
  return ledger
}

const all: ClaimFilter = { sort: 'newest', limit: 500 }
const only = (ledger: Ledger, over: Partial<ClaimFilter>): ClaimView[] =>
  ledger.claims.list({ ...all, ...over }).items

describe('a kept claim', () => {
  const text = sentencesText(6)
  const report = reportOf(text)
  const kept = keptOf(analysisFor(report), sha256Hex(text))

  test('writes indices out as values', () => {
    const { record } = kept.claims[2] ?? expect.fail()
    expect(record.places).toEqual([expect.objectContaining({ name: 'Lisbon' })])
    expect(record.quantities).toEqual([expect.objectContaining({ best: 1200 })])
    expect(kept.claims[0]?.record.times.map((t) => t.edtf)).toEqual(['2024-10-23', '2023-05'])
    expect(record.events).toEqual([
      expect.objectContaining({
        actors: ['Port Authority'],
        time: expect.objectContaining({ edtf: '2024-10-23' }),
        place: expect.objectContaining({ name: 'Lisbon' }),
      }),
    ])
  })

  test('has the voice and source of its innermost hop', () => {
    expect(kept.claims.map((c) => c.voice)).toEqual([
      'own',
      'named',
      'anonymous',
      'own',
      'named',
      'anonymous',
    ])
    expect(kept.claims[0]?.source).toBeNull()
    expect(kept.claims[1]?.source).toMatchObject({ name: 'Port Authority', type: 'organisation' })
    expect(kept.claims[2]?.source).toMatchObject({
      name: 'two officials',
      type: 'group',
      anonymous: { access: 'briefed on the matter' },
    })
  })

  test('says itself in one line', () => {
    expect(kept.claims[2]?.record.gist).toBe(
      `two officials denied: ${kept.claims[2]?.record.quote}`,
    )
    const long = keptOf(analysisFor(reportOf(`${'word '.repeat(100)}end.`)), '')
    expect(long.claims[0]?.record.gist.length).toBeLessThanOrEqual(200)
    expect(long.claims[0]?.record.gist.endsWith('…')).toBe(true)
  })

  test('points to the earlier claim that says the same', () => {
    const twice = 'The port is open. X. Y. THE PORT is open.'
    const claims = keptOf(analysisFor(reportOf(twice)), '').claims
    expect(claims[3]?.record.sameAs).toBe(claims[0]?.record.id)
    expect(claims[0]?.record.sameAs).toBeNull()
  })

  test('has an id of its own even when two are alike to the letter', () => {
    const analysis = analysisFor(report)
    const first = analysis.claims[0] ?? expect.fail()
    const doubled = keptOf({ ...analysis, claims: [first, first, first] }, '')
    expect(new Set(doubled.claims.map((c) => c.record.id)).size).toBe(3)
    expect(doubled.claims[0]?.record.id).toBe(first.id)
  })

  test('has anchors whose quotes are the text', () => {
    expect(kept.anchors.length).toBeGreaterThan(6)
    for (const a of kept.anchors) {
      expect(a.quote).toBe(text.slice(a.from, a.to))
      expect(a.prefix + a.quote + a.suffix).toBe(text.slice(Math.max(0, a.from - 32), a.to + 32))
      expect(a.textSha256).toBe(sha256Hex(text))
    }
  })

  test('a source that the text hides is "unstated"', () => {
    const analysis = analysisFor(report)
    const hidden = {
      ...analysis,
      attributions: analysis.attributions.map((a) => ({ ...a, anonymous: null })),
      claims: analysis.claims.map((c) => ({
        ...c,
        chain: c.chain.map((h) => ('voice' in h ? h : { ...h, source: null, entity: null })),
      })),
    }
    const { claims } = keptOf(hidden, '')
    expect(claims[1]).toMatchObject({ voice: 'anonymous', source: { type: 'unstated' } })
  })
})

describe('filters', () => {
  const ledger = filled()
  const every = only(ledger, {})

  test('all claims are there', () => {
    expect(every).toHaveLength(6 * 14)
    expect(ledger.claims.count()).toBe(84)
  })

  const filters: readonly (readonly [Partial<ClaimFilter>, (c: ClaimView) => boolean])[] = [
    [{ mode: 'forecast' }, (c) => c.mode === 'forecast'],
    [{ voice: 'own' }, (c) => c.voice === 'own'],
    [{ voice: 'named' }, (c) => c.voice === 'named'],
    [{ voice: 'anonymous' }, (c) => c.voice === 'anonymous'],
    [{ polarity: 'negated' }, (c) => c.polarity === 'negated'],
    [{ certainty: 'possibility' }, (c) => c.certainty.class === 'possibility'],
    [{ outlet: 'daily lantern' }, (c) => c.outlet === 'Daily Lantern'],
    [{ place: 'LISBON' }, (c) => c.places.some((p) => p.name === 'Lisbon')],
    [{ place: '2735943' }, (c) => c.places.some((p) => p.name === 'Porto')],
    [{ event: 'AID' }, (c) => c.events.some((e) => e.type === 'AID')],
    [{ stance: 'denies' }, (c) => c.chain.some((h) => !('voice' in h) && h.stance === 'denies')],
    [{ source: 'pereira' }, (c) => c.source === 'Ana Pereira'],
    [{ after: '2024-10-22' }, (c) => (c.published ?? '') >= '2024-10-22'],
    [{ before: '2024-10-21' }, (c) => c.published !== null && c.published <= '2024-10-21'],
    [{ text: '"quay 3"' }, (c) => c.quote.includes('quay 3')],
    [{ text: 'unload*' }, () => true],
    [
      { mode: 'fact', voice: 'own', place: 'Lisbon' },
      (c) => c.mode === 'fact' && c.voice === 'own' && c.places[0]?.name === 'Lisbon',
    ],
  ]
  test.each(filters)('%j', (filter, holds) => {
    const found = only(ledger, filter)
    expect(found.map((c) => c.id).sort()).toEqual(
      every
        .filter(holds)
        .map((c) => c.id)
        .sort(),
    )
    expect(found.length).toBeGreaterThan(0)
  })

  test('by the id of a source', () => {
    const id = every.find((c) => c.source === 'Mia Okafor')?.sourceId ?? expect.fail()
    expect(only(ledger, { source: id }).every((c) => c.sourceId === id)).toBe(true)
  })

  test('by report', () => {
    const id = every[0]?.report ?? expect.fail()
    expect(only(ledger, { report: id })).toHaveLength(14)
  })

  test('any two together give what both give', () => {
    fc.assert(
      fc.property(fc.nat(filters.length - 1), fc.nat(filters.length - 1), (a, b) => {
        const [one, holdsOne] = filters[a] ?? expect.fail()
        const [two, holdsTwo] = filters[b] ?? expect.fail()
        if (Object.keys(one).some((k) => k in two)) return
        // The two days make a range that ends before it begins, which is refused.
        if ('after' in { ...one, ...two } && 'before' in { ...one, ...two }) return
        expect(only(ledger, { ...one, ...two }).map((c) => c.id)).toEqual(
          every.filter((c) => holdsOne(c) && holdsTwo(c)).map((c) => c.id),
        )
      }),
      { numRuns: 60 },
    )
  })

  test.each(['newest', 'oldest', 'text'] as const)(
    'pages of any size join to the whole list: %s',
    (sort) => {
      const whole = ledger.claims.list({ sort, limit: 500 }).items.map((c) => c.id)
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 90 }), (limit) => {
          const joined: string[] = []
          let cursor: string | undefined
          do {
            const page = ledger.claims.list({ sort, limit, cursor })
            joined.push(...page.items.map((c) => c.id))
            cursor = page.next ?? undefined
          } while (cursor !== undefined)
          expect(joined).toEqual(whole)
        }),
        { numRuns: 20 },
      )
    },
  )

  test('claims of one report stand in the order of its text', () => {
    const places = only(ledger, { sort: 'text', report: every[0]?.report }).map((c) => c.from)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

test('evidence of a claim: its own words and those of its attribution', () => {
  const ledger = filled(1, 3)
  const claim = only(ledger, { voice: 'named' })[0] ?? expect.fail()
  const hop = claim.chain[1]
  const owner = hop && !('voice' in hop) ? hop.attribution : expect.fail()
  const found = ledger.claims.evidence(claim.report, [claim.id, owner])
  expect(found.map((a) => a.role)).toEqual(['claim', 'source', 'content', 'cue'])
  const text = ledger.reports.text(claim.report) ?? ''
  for (const a of found) expect(text.slice(a.from, a.to)).toBe(a.quote)
  ledger.close()
})
