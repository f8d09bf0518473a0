/** The panel of a claim as a reader gets it: its words, how sure it is, values beside raw words, reasons. */
import { createElement as h } from 'react'
import { describe, expect, test } from 'vitest'
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { ClaimPanel } from './claim-panel.tsx'
import { analysis, nothing, render, said, wordsOf } from './sample-analysis.ts'

describe('the panel', () => {
  const panel = (over: Partial<AnalysedClaim>, of = analysis()): string =>
    wordsOf(render(h(ClaimPanel, { claim: { ...said, ...over }, analysis: of, onClose: nothing })))

  test('has the words, mode, polarity and certainty of every claim', () => {
    const words = panel({})
    for (const part of ['two ships had left', 'Put asa fact', 'How suresaid without a hedge'])
      expect(words).toContain(part)
    expect(words).toContain('hearsay claim c17')
    expect(panel({ mode: 'forecast', polarity: 'negated' })).toContain('Put asa forecast, negated')
  })

  test('quotes certainty words; a probability only on request, and only where the scheme has one', () => {
    const likely = {
      words: ['likely'],
      class: 'probability' as const,
      low: 0.55,
      high: 0.8,
      scheme: 'icd-203',
    }
    const whole = render(
      h(ClaimPanel, {
        claim: { ...said, certainty: likely },
        analysis: analysis(),
        onClose: nothing,
      }),
    )
    expect(wordsOf(whole)).toContain('“likely” probability: how likely it is held to be')
    const folded = /<details class="odds">(.*?)<\/details>/.exec(whole)?.[1] ?? ''
    expect(wordsOf(folded)).toContain('55-80 % if read by icd-203')
    expect(wordsOf(whole.replace(folded, ''))).not.toContain('%')
    expect(panel({ certainty: { ...likely, scheme: null, low: null, high: null } })).not.toContain(
      '%',
    )
  })

  test('shows a time with its words and its value', () => {
    const times = [
      { from: 0, to: 3, edtf: '2024-10-23', timex: '2024-10-23', kind: 'date' as const },
    ]
    expect(panel({ times: [0] }, analysis({ times }))).toContain('WhenAna 23 Oct 2024 2024-10-23')
    const open = [{ from: 0, to: 3, edtf: null, timex: 'P3D', kind: 'duration' as const }]
    expect(panel({ times: [0] }, analysis({ times: open }))).toContain('WhenAna 3 days P3D')
  })

  test('shows a place with role, country and coordinates', () => {
    const place = {
      from: 0,
      to: 3,
      name: 'Ana',
      geonames: 1,
      lat: 41.891,
      lon: 12.4867,
      country: 'ITA',
      feature: 'PPL',
      role: 'event' as const,
    }
    expect(panel({ places: [0] }, analysis({ places: [place] }))).toContain(
      'WhereAna 41.89, 12.49 where it happened · Italy',
    )
    const bare = { ...place, lat: null, lon: null, country: null }
    expect(panel({ places: [0] }, analysis({ places: [bare] }))).toContain(
      'WhereAna where it happened',
    )
    const whole = render(
      h(ClaimPanel, {
        claim: { ...said, places: [0] },
        analysis: analysis({ places: [place] }),
        onClose: nothing,
      }),
    )
    expect(whole).toContain('<abbr title="ITA">Italy</abbr>')
  })

  test.each([
    [
      { from: 17, to: 26 },
      { modifier: 'said', precision: 2 },
      'said two ships',
      'in it or near it',
    ],
    [
      { from: 21, to: 26 },
      { modifier: 'said two', precision: 5 },
      'said two ships',
      'a part of it',
    ],
    [{ from: 21, to: 26 }, { modifier: null, precision: 4 }, 'ships', 'somewhere in the region'],
    [{ from: 21, to: 26 }, { modifier: 'not there', precision: 7 }, 'ships', 'at sea'],
  ])('shows a place %j with %j as “%s”, %s, without a point', (at, over, raw, exactness) => {
    const place = {
      ...at,
      name: 'Ana',
      geonames: 1,
      lat: 41.891,
      lon: 12.4867,
      country: null,
      feature: 'PPL',
      role: 'event',
      ...over,
    } as Analysis['places'][number]
    const words = panel({ places: [0] }, analysis({ places: [place] }))
    expect(words).toContain(`Where${raw} Ana where it happened · ${exactness}`)
    expect(words).not.toContain('41.89')
  })

  test('says that a place stands for a government, and nothing of where', () => {
    const place = {
      from: 0,
      to: 3,
      name: 'Ana',
      geonames: 1,
      lat: 41.891,
      lon: 12.4867,
      country: 'QQQ',
      feature: 'PPLC',
      role: 'metonym' as const,
      precision: 6 as const,
      modifier: null,
    }
    expect(panel({ places: [0] }, analysis({ places: [place] }))).toContain(
      'WhereAna its government, not the place · QQQ',
    )
  })

  test.each([
    [{ bound: 'exact' }, '2 ships'],
    [{ bound: 'about', best: 12_000 }, 'about 12,000 ships'],
    [{ bound: 'between', low: 10, best: null, high: 20 }, '10 to 20 ships'],
    [{ bound: 'more than', role: 'sunk' }, 'more than 2 ships sunk'],
    [{ bound: 'exact', unit: 'EUR', noun: null }, '2 EUR'],
  ])('shows a quantity %j', (over, wanted) => {
    const quantity = {
      from: 17,
      to: 20,
      low: 2,
      best: 2,
      high: 2,
      bound: 'exact',
      unit: null,
      noun: 'ships',
      role: null,
      ...over,
    } as Analysis['quantities'][number]
    expect(panel({ quantities: [0] }, analysis({ quantities: [quantity] }))).toContain(
      `How manytwo ${wanted}`,
    )
  })

  test('shows an event with who did it to whom, by their names', () => {
    const event = {
      id: 'v1',
      from: 31,
      to: 35,
      type: 'RETREAT',
      lemma: 'leave',
      mode: 'ceasefire',
      contexts: [],
      actors: ['e1'],
      recipients: ['e9'],
      time: null,
      place: null,
    } as unknown as Analysis['events'][number]
    expect(panel({ events: ['v1'] }, analysis({ events: [event] }))).toContain(
      'Whatleft retreat RETREAT ceasefire by Ana Pereira · to e9',
    )
    const other = { ...event, type: 'OTHER' as const, mode: null, actors: [], recipients: [] }
    expect(panel({ events: ['v1'] }, analysis({ events: [other] }))).toContain('Whatleft leave')
  })

  test.each<[object, string]>([
    [
      { side: 'actor', entity: 'e1', country: 'PRT', sector: 'GOV', role: 'mayor' },
      'by Ana Pereira (mayor, government, Portugal)',
    ],
    [
      { side: 'recipient', entity: null, country: null, sector: 'UAF', role: 'gunmen' },
      'to gunmen (armed men of unknown side)',
    ],
    [{ side: 'actor', entity: 'e1', country: null, sector: null, role: null }, 'by Ana Pereira'],
    // What the name says is not said again.
    [
      { side: 'actor', entity: null, country: 'PRT', sector: 'COP', role: 'police of Portugal' },
      'by police of Portugal',
    ],
  ])('shows the party %j as “%s”', (party, words) => {
    const event = {
      id: 'v1',
      from: 31,
      to: 35,
      type: 'OTHER',
      lemma: 'leave',
      mode: null,
      contexts: [],
      actors: ['e1'],
      recipients: [],
      parties: [party, { side: 'actor', entity: null, country: null, sector: null, role: null }],
      time: null,
      place: null,
    } as Analysis['events'][number]
    expect(panel({ events: ['v1'] }, analysis({ events: [event] }))).toContain(
      `Whatleft leave ${words}Why`,
    )
  })

  test('puts a claim so that it can be read alone, where it points to something outside', () => {
    expect(panel({ gist: '[Two] ships had left.' })).toContain('[Two] ships had left.')
    expect(panel({ gist: 'Two ships had left.' })).not.toContain('Two ships')
  })

  test('shows a length of time once, as a time', () => {
    const at = { from: 17, to: 20 }
    const times = [{ ...at, edtf: null, timex: 'P2W', kind: 'duration' as const }]
    const quantities = [
      { ...at, low: 2, best: 2, high: 2, bound: 'exact', unit: 'week', noun: null, role: null },
    ] as unknown as Analysis['quantities']
    const words = panel({ times: [0], quantities: [0] }, analysis({ times, quantities }))
    expect(words).toContain('Whentwo 2 weeks')
    expect(words).not.toContain('How many')
  })

  test('tells its place, and steps only where there is a next one', () => {
    const markup = (place: number): string =>
      render(
        h(ClaimPanel, {
          claim: said,
          analysis: analysis(),
          onClose: nothing,
          onStep: nothing,
          place,
          of: 2,
        }),
      )
    expect(wordsOf(markup(1))).toContain('Claim 1 of 2')
    expect(markup(1)).toMatch(/disabled="" aria-label="Previous claim"/)
    expect(markup(2)).toMatch(/disabled="" aria-label="Next claim"/)
    expect(wordsOf(panel({}))).not.toContain(' of ')
  })

  test('offers the other claims on the same word', () => {
    const markup = render(
      h(ClaimPanel, {
        claim: said,
        analysis: analysis(),
        onClose: nothing,
        alsoBy: () => 3,
        onSource: nothing,
      }),
    )
    expect(wordsOf(markup)).toContain('3 other claims here on this word')
  })

  test('passes over indices that lead nowhere', () => {
    expect(() => panel({ times: [9], places: [9], quantities: [9], events: ['v9'] })).not.toThrow()
  })

  test('names the rule of every field', () => {
    expect(panel({ why: { mode: 'claim/CA21@1', span: 'claim/CA1@1' } })).toContain(
      'modeclaim/CA21@1spanclaim/CA1@1',
    )
  })
})
