/** Tests of the public analysis: every list from a document made by hand, every key present where layers are missing. */
import { describe, expect, test } from 'vitest'
import { Document } from '../document/document.ts'
import { diagnostic } from '../fault/diagnostic.ts'
import { attributions } from '../layers/attributions.ts'
import { claims } from '../layers/claims.ts'
import { entities } from '../layers/entities.ts'
import { events } from '../layers/events.ts'
import { hedges } from '../layers/hedges.ts'
import { names } from '../layers/names.ts'
import { places } from '../layers/places.ts'
import { quantities } from '../layers/quantities.ts'
import { references } from '../layers/references.ts'
import { sentences } from '../layers/sentences.ts'
import { syntax } from '../layers/syntax.ts'
import { tags } from '../layers/tags.ts'
import { times } from '../layers/times.ts'
import { plain } from '../model/certainty.ts'
import { SpanList } from '../text/span-list.ts'
import { analysisOf } from './analysis-of.ts'

const text = 'Anna Berg suspects nine ships sank in May. She left.'

/** Anna Berg 0-9, suspects 10-18, content 19-41, nine ships 19-29, sank 30-34, May 38-41, She 43-46. */
function made(): Document {
  return Document.of(text, { published: '2024-06-01', outlet: 'Harbour News' })
    .with(
      sentences,
      SpanList.of([
        { from: 0, to: 42, paragraph: 0 },
        { from: 43, to: 52, paragraph: 0 },
      ]),
    )
    .with(
      names,
      SpanList.of([
        {
          from: 0,
          to: 9,
          type: 'PERSON',
          name: 'Anna Berg',
          country: null,
          title: null,
          rule: 'EN1',
        },
      ]),
    )
    .with(
      entities,
      SpanList.of([
        {
          from: 0,
          to: 9,
          type: 'PERSON',
          name: 'Anna Berg',
          country: 'NOR',
          roles: [],
          mentions: [0],
          nameless: false,
        },
      ]),
    )
    .with(references, SpanList.of([{ from: 43, to: 46, entity: 0, kind: 'pronoun', rule: 'CO1' }]))
    .with(
      times,
      SpanList.of([
        {
          from: 38,
          to: 41,
          edtf: '2024-05',
          timex: '2024-05',
          kind: 'date',
          anchor: 'published',
          rule: 'TI1',
        },
      ]),
    )
    .with(
      quantities,
      SpanList.of([
        {
          from: 19,
          to: 29,
          low: 9,
          best: 9,
          high: 9,
          bound: 'exact',
          unit: null,
          noun: 'ships',
          role: null,
          nounAt: null,
          asOf: null,
          rule: 'QU1',
        },
      ]),
    )
    .with(
      attributions,
      SpanList.of([
        {
          from: 0,
          to: 41,
          source: [{ from: 0, to: 9 }],
          cue: [{ from: 10, to: 18 }],
          content: [{ from: 19, to: 41 }],
          kind: 'indirect',
          stance: 'doubts',
          parent: null,
          speaker: 0,
          sourceName: 'Anna Berg',
          anonymous: null,
          carries: [],
          rule: 'AT1',
        },
      ]),
    )
    .with(
      hedges,
      SpanList.of([
        {
          from: 10,
          to: 18,
          class: 'inference',
          low: null,
          high: null,
          scheme: null,
          scope: { from: 19, to: 41 },
          on: 4,
          rule: 'CE13',
        },
      ]),
    )
    .with(
      events,
      SpanList.of([
        {
          from: 30,
          to: 34,
          token: 4,
          type: 'OTHER',
          lemma: 'sink',
          mode: null,
          contexts: [],
          actors: [0],
          recipients: [],
          parties: [{ side: 'actor', entity: 0, country: 'USA', sector: 'GOV', role: 'secretary' }],
          time: 0,
          place: null,
          rule: 'EV5',
        },
      ]),
    )
    .with(
      claims,
      SpanList.of([
        {
          from: 19,
          to: 41,
          chain: [0],
          mode: 'fact',
          polarity: 'affirmed',
          certainty: plain,
          events: [0],
          times: [0],
          places: [],
          quantities: [0],
          statedOn: null,
          why: { mode: 'claim/CA21' },
        },
      ]),
    )
    .remark([diagnostic('date-unknown', 'time', { from: 38, to: 41 }, 'May')])
}

describe('analysisOf', () => {
  const analysis = analysisOf(made(), { id: 'd1', publishedFrom: 'given' })

  test('carries the document and where its date came from', () => {
    expect(analysis.hearsay).toBe(1)
    expect(analysis.document).toEqual({
      id: 'd1',
      title: null,
      url: null,
      outlet: 'Harbour News',
      published: '2024-06-01',
      publishedFrom: 'given',
      language: 'en',
      text,
    })
  })

  test('gives sentences and mentions as pairs', () => {
    expect(analysis.sentences).toEqual([
      [0, 42],
      [43, 52],
    ])
    expect(analysis.entities).toEqual([
      { id: 'e1', type: 'PERSON', name: 'Anna Berg', country: 'NOR', mentions: [[0, 9]] },
    ])
    expect(analysis.references).toEqual([{ from: 43, to: 46, entity: 'e1' }])
  })

  test('leaves out what only stages need', () => {
    expect(Object.keys(analysis.times[0] ?? {}).sort()).toEqual([
      'edtf',
      'from',
      'kind',
      'timex',
      'to',
    ])
    expect(analysis.quantities[0]).toEqual({
      from: 19,
      to: 29,
      low: 9,
      best: 9,
      high: 9,
      bound: 'exact',
      unit: null,
      noun: 'ships',
      role: null,
    })
  })

  test('gives a place with how exact it is and the words that make it a part', () => {
    const doc = Document.of('In eastern Ukraine.').with(
      places,
      SpanList.of([
        {
          from: 11,
          to: 18,
          name: 'Ukraine',
          geonames: 690791,
          lat: 49,
          lon: 32,
          country: 'UKR',
          feature: 'PCLI',
          role: 'event' as const,
          candidates: [690791],
          reason: 'the only place of the name',
          precision: 5 as const,
          modifier: 'eastern',
          rule: 'PL2',
        },
      ]),
    )
    const place = analysisOf(doc, { id: 'x', publishedFrom: null }).places[0]
    expect(place).toEqual({
      from: 11,
      to: 18,
      name: 'Ukraine',
      geonames: 690791,
      lat: 49,
      lon: 32,
      country: 'UKR',
      feature: 'PCLI',
      role: 'event',
      precision: 5,
      modifier: 'eastern',
    })
  })

  test('gives attributions and events ids and words', () => {
    expect(analysis.attributions[0]).toEqual({
      id: 'a1',
      parent: null,
      kind: 'indirect',
      stance: 'doubts',
      source: [[0, 9]],
      cue: [[10, 18]],
      content: [[19, 41]],
      speaker: 'e1',
      anonymous: null,
    })
    expect(analysis.events[0]).toMatchObject({ id: 'v1', actors: ['e1'], time: 0, place: null })
    expect(analysis.events[0]?.parties).toEqual([
      { side: 'actor', entity: 'e1', country: 'USA', sector: 'GOV', role: 'secretary' },
    ])
  })

  test('builds the chain from the report inward, with the certainty of the cue', () => {
    const claim = analysis.claims[0]
    expect(claim?.quote).toBe('nine ships sank in May')
    expect(claim?.chain).toEqual([
      { voice: 'report' },
      {
        source: 'Anna Berg',
        entity: 'e1',
        attribution: 'a1',
        cue: 'suspects',
        stance: 'doubts',
        certainty: { words: ['suspects'], class: 'inference', low: null, high: null, scheme: null },
      },
    ])
    expect(claim?.events).toEqual(['v1'])
  })

  test('gives a claim the same id in the same report, another in another', () => {
    const again = analysisOf(made(), { id: 'd1', publishedFrom: null })
    const other = analysisOf(made(), { id: 'd2', publishedFrom: null })
    expect(again.claims[0]?.id).toBe(analysis.claims[0]?.id)
    expect(other.claims[0]?.id).not.toBe(analysis.claims[0]?.id)
  })

  test('shows diagnostics with their place', () => {
    expect(analysis.diagnostics[0]).toMatchObject({
      code: 'date-unknown',
      by: 'time',
      from: 38,
      to: 41,
      note: 'May',
    })
  })

  test('has every key, empty, where nothing was read', () => {
    const empty = analysisOf(Document.of('Hola.', { language: 'es' }), {
      id: 'x',
      publishedFrom: null,
    })
    expect(empty.document.language).toBe('es')
    for (const key of [
      'sentences',
      'entities',
      'references',
      'times',
      'places',
      'quantities',
      'attributions',
      'events',
      'claims',
      'diagnostics',
    ] as const)
      expect(empty[key]).toEqual([])
    expect('tokens' in empty).toBe(false)
  })

  test('prints tokens on request only', () => {
    const doc = Document.of('Go.')
      .with(tags, SpanList.of([{ from: 0, to: 2, upos: 'VERB', xpos: 'VB', lemma: 'go' }]))
      .with(syntax, SpanList.of([{ from: 0, to: 2, head: -1, deprel: 'root' }]))
    expect(analysisOf(doc, { id: 'x', publishedFrom: null, tokens: true }).tokens).toEqual([
      { from: 0, to: 2, upos: 'VERB', lemma: 'go', head: -1, deprel: 'root' },
    ])
  })
})
