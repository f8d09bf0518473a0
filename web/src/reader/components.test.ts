/** Parts of the reading page as a reader gets them: marks at the exact words, chains, facts, filters, and text that is only ever text. */
import { createElement as h, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { AnalysedAttribution, AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { plain } from '../../../src/model/certainty.ts'
import { type Hop, type SourceHop, stances } from '../../../src/model/claim.ts'
import type { Voice } from '../../../src/model/records.ts'
import { FilterForm } from '../filter-form.tsx'
import { More } from '../more.tsx'
import { stanceWords } from '../wording.ts'
import { AnonymousFacts } from './anonymous-facts.tsx'
import { Chain } from './chain.tsx'
import { ClaimList } from './claim-list.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { ReaderFilters } from './reader-filters.tsx'
import { ReportText } from './report-text.tsx'

const text = 'Ana Pereira said two ships had left.\n\nNobody was hurt.\n\n\nThe end.'
const nothing = (): void => {}

const hop: SourceHop = {
  source: 'Ana Pereira',
  entity: 'e1',
  attribution: 'a1',
  cue: 'said',
  stance: 'asserts',
  certainty: null,
}
const attribution: AnalysedAttribution = {
  id: 'a1',
  parent: null,
  kind: 'indirect',
  stance: 'asserts',
  source: [[0, 11]],
  cue: [[12, 16]],
  content: [[17, 35]],
  speaker: 'e1',
  anonymous: null,
}
const profile = {
  words: 'two officials',
  count: null,
  institution: null,
  country: null,
  access: null,
  reason: null,
}

const claim = (from: number, to: number, over: Partial<AnalysedClaim> = {}): AnalysedClaim => ({
  id: `c${from}`,
  from,
  to,
  quote: text.slice(from, to),
  chain: [{ voice: 'report' }],
  mode: 'fact',
  polarity: 'affirmed',
  certainty: plain,
  events: [],
  times: [],
  places: [],
  quantities: [],
  statedOn: null,
  why: {},
  ...over,
})
const said = claim(17, 35, { chain: [{ voice: 'report' }, hop] })
const own = claim(38, 54)

const analysis = (over: Partial<Analysis> = {}): Analysis => ({
  hearsay: 1,
  document: {
    id: 'r1',
    title: null,
    url: null,
    outlet: 'Harbour Wire',
    published: null,
    publishedFrom: null,
    language: 'en',
    text,
  },
  sentences: [],
  entities: [{ id: 'e1', type: 'PERSON', name: 'Ana Pereira', country: null, mentions: [[0, 11]] }],
  references: [],
  times: [],
  places: [],
  quantities: [],
  attributions: [attribution],
  events: [],
  claims: [said, own],
  diagnostics: [],
  ...over,
})

const render = (element: ReactElement): string => renderToStaticMarkup(element)

/** The words of some markup: tags out, entities back. */
function wordsOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

/** Class and words of every marked run. */
function runs(markup: string): [string, string][] {
  return [...markup.matchAll(/<span class="([^"]*)"[^>]*>([^<]*)<\/span>/g)].map((m) => [
    m[1] ?? '',
    wordsOf(m[2] ?? ''),
  ])
}

const shownOf = (...list: readonly [AnalysedClaim, Voice][]) =>
  list.map(([c, voice]) => ({ claim: c, voice }))

const textMarkup = (
  shown: ReturnType<typeof shownOf>,
  selected: AnalysedClaim | null = null,
  of = analysis(),
): string => render(h(ReportText, { analysis: of, shown, selected, onSelect: nothing }))

describe('the text', () => {
  test('is whole, a paragraph a block, with or without claims', () => {
    for (const shown of [[], shownOf([said, 'named'], [own, 'own'])]) {
      const markup = textMarkup(shown)
      expect(markup.match(/<p>/g)).toHaveLength(3)
      expect(wordsOf(markup)).toBe(text.replace(/\n+/g, ''))
    }
  })

  test('marks every claim at its exact words, with its voice', () => {
    expect(runs(textMarkup(shownOf([said, 'named'], [own, 'own'])))).toEqual([
      ['claim voice-named', 'two ships had left'],
      ['claim voice-own', 'Nobody was hurt.'],
    ])
  })

  test('marks no claim that the filters leave out', () => {
    expect(runs(textMarkup(shownOf([own, 'own'])))).toEqual([
      ['claim voice-own', 'Nobody was hurt.'],
    ])
  })

  test('of claims inside one another the inner one colours, and all can be chosen', () => {
    const outer = claim(0, 36)
    const markup = textMarkup(shownOf([outer, 'own'], [said, 'named']))
    expect(runs(markup)).toEqual([
      ['claim voice-own', 'Ana Pereira said '],
      ['claim voice-named', 'two ships had left'],
      ['claim voice-own', '.'],
    ])
    expect(markup).toContain('data-claims="c0 c17"')
  })

  test('a chosen claim lights its evidence, source and cue', () => {
    const lit = runs(textMarkup(shownOf([said, 'named']), said))
    const of = (role: string): string[] =>
      lit.filter(([c]) => c.split(' ').includes(role)).map(([, words]) => words)
    expect(of('source')).toEqual(['Ana Pereira'])
    expect(of('cue')).toEqual(['said'])
    expect(of('evidence')).toEqual(['two ships had left'])
  })

  test('a chosen claim that the filters leave out is lit all the same', () => {
    const lit = runs(textMarkup(shownOf(), own))
    expect(lit).toEqual([['evidence', 'Nobody was hurt.']])
  })

  test('a chain of two lights both sources', () => {
    const inner: AnalysedAttribution = {
      ...attribution,
      id: 'a2',
      source: [[17, 26]],
      cue: [[27, 30]],
    }
    const chained = claim(31, 35, {
      chain: [{ voice: 'report' }, hop, { ...hop, attribution: 'a2' }],
    })
    const lit = runs(
      textMarkup(shownOf(), chained, analysis({ attributions: [attribution, inner] })),
    )
    const sources = lit.filter(([c]) => c.split(' ').includes('source')).map(([, w]) => w)
    expect(sources).toEqual(['Ana Pereira', 'two ships'])
  })

  test('a hop whose attribution is not there lights nothing and breaks nothing', () => {
    const lost = claim(17, 35, { chain: [{ voice: 'report' }, { ...hop, attribution: 'a9' }] })
    expect(runs(textMarkup(shownOf(), lost))).toEqual([['evidence', 'two ships had left']])
  })

  test('is only ever text', () => {
    const evil = '<script>alert(1)</script> &amp; "quoted" <img src=x onerror=alert(1)>'
    const of = analysis({ document: { ...analysis().document, text: evil }, attributions: [] })
    const markup = textMarkup(
      shownOf([{ ...claim(0, 25), quote: evil.slice(0, 25) }, 'own']),
      null,
      of,
    )
    expect(markup).not.toMatch(/<(?:script|img)/)
    expect(wordsOf(markup)).toBe(evil)
  })

  test('of a report without words is empty', () => {
    const of = analysis({ document: { ...analysis().document, text: '' }, claims: [] })
    expect(wordsOf(textMarkup([], null, of))).toBe('')
  })
})

describe('the chain', () => {
  const chain = (hops: readonly Hop[], of = analysis()): string =>
    wordsOf(render(h(Chain, { claim: claim(0, 3, { chain: hops }), analysis: of })))

  test('of the report alone says that it speaks in its own voice', () => {
    expect(chain([{ voice: 'report' }])).toBe('Harbour Wire in its own voice')
  })

  test('of a report without an outlet calls it this report', () => {
    const of = analysis({ document: { ...analysis().document, outlet: null } })
    expect(chain([{ voice: 'report' }], of)).toBe('This report in its own voice')
  })

  test.each(stances)('says in words that a source %s', (stance) => {
    const words = chain([{ voice: 'report' }, { ...hop, stance }])
    expect(words).toBe(`Harbour Wire reportsAna Pereira “said” · ${stanceWords[stance]}`)
  })

  test('says who passes it on', () => {
    const words = chain([
      { voice: 'report' },
      hop,
      { ...hop, source: 'two officials', cue: 'told' },
    ])
    expect(words).toContain('Ana Pereira “said” · says it is so and passes it on')
    expect(words).toContain('two officials “told” · says it is so')
  })

  test('names the one whom the text hides', () => {
    const words = chain([{ voice: 'report' }, { ...hop, source: null, cue: '' }])
    expect(words).toContain('Someone whom the text does not name says it is so')
  })

  test('shows the certainty words of a hop', () => {
    const certainty = { ...plain, words: ['is believed'], class: 'hearsay' as const }
    expect(chain([{ voice: 'report' }, { ...hop, certainty }])).toContain('· “is believed”')
  })

  test('shows what is known of an unnamed source', () => {
    const anonymous = { ...profile, count: 2, access: 'briefed on the matter' }
    const of = analysis({ attributions: [{ ...attribution, anonymous }] })
    const words = chain([{ voice: 'report' }, hop], of)
    expect(words).toContain('How many2')
    expect(words).toContain('Accessbriefed on the matter')
  })
})

describe('facts of an unnamed source', () => {
  const facts = (over: object): string =>
    wordsOf(render(h(AnonymousFacts, { profile: { ...profile, ...over } })))

  test('are those that are stated, no more', () => {
    expect(facts({ country: 'PRT' })).toBe('CountryPRT')
    expect(facts({ count: 12_000, reason: 'not allowed to speak' })).toBe(
      'How many12,000Why unnamednot allowed to speak',
    )
  })

  test('are said to be none', () => {
    expect(facts({})).toBe('Unnamed; nothing more is said about it.')
  })
})

describe('the panel', () => {
  const panel = (over: Partial<AnalysedClaim>, of = analysis()): string =>
    wordsOf(render(h(ClaimPanel, { claim: { ...said, ...over }, analysis: of, onClose: nothing })))

  test('has the words, mode, polarity and certainty of every claim', () => {
    const words = panel({})
    for (const part of ['two ships had left', 'Modefact', 'Polarityaffirmed', 'Certaintyno hedge'])
      expect(words).toContain(part)
    expect(words).toContain('hearsay claim c17')
  })

  test('quotes certainty words, with a band only where the scheme has one', () => {
    const likely = {
      words: ['likely'],
      class: 'probability' as const,
      low: 0.55,
      high: 0.8,
      scheme: 'icd-203',
    }
    expect(panel({ certainty: likely })).toContain(
      'probability: “likely” (55-80 % if read by icd-203)',
    )
    expect(panel({ certainty: { ...likely, scheme: null, low: null, high: null } })).not.toContain(
      '%',
    )
  })

  test('shows a time with its words and its value', () => {
    const times = [
      { from: 0, to: 3, edtf: '2024-10-23', timex: '2024-10-23', kind: 'date' as const },
    ]
    expect(panel({ times: [0] }, analysis({ times }))).toContain('When“Ana” 2024-10-23')
    const open = [{ from: 0, to: 3, edtf: null, timex: 'P3D', kind: 'duration' as const }]
    expect(panel({ times: [0] }, analysis({ times: open }))).toContain('When“Ana” P3D')
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
      'Where“Ana” event · ITA · 41.89, 12.49',
    )
    const bare = { ...place, lat: null, lon: null, country: null }
    expect(panel({ places: [0] }, analysis({ places: [bare] }))).toContain('Where“Ana” event')
  })

  test.each([
    [{ bound: 'exact' }, '2 · ships'],
    [{ bound: 'about', best: 12_000 }, 'about 12,000 · ships'],
    [{ bound: 'between', low: 10, best: null, high: 20 }, '10 to 20 · ships'],
    [{ bound: 'more than', role: 'sunk' }, 'more than 2 · ships · sunk'],
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
      `How many“two” ${wanted}`,
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
      'Event“left” RETREAT (ceasefire) · by Ana Pereira · to e9',
    )
    const other = { ...event, type: 'OTHER' as const, mode: null, actors: [], recipients: [] }
    expect(panel({ events: ['v1'] }, analysis({ events: [other] }))).toContain('Event“left” leave')
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

describe('the list of claims', () => {
  const list = (shown: ReturnType<typeof shownOf>, selected: string | null = null): string =>
    render(h(ClaimList, { shown, selected, onSelect: nothing }))

  test('has a button a claim, in order, that says whose word it is', () => {
    const markup = list(shownOf([said, 'named'], [own, 'own']))
    const buttons = [...markup.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map((m) =>
      wordsOf(m[1] ?? ''),
    )
    expect(buttons).toEqual(['Ana Pereiratwo ships had left', "report's ownNobody was hurt."])
  })

  test('says mode and negation where they are not the plain ones', () => {
    const other = claim(38, 54, { mode: 'forecast', polarity: 'negated' })
    expect(wordsOf(list(shownOf([other, 'own'])))).toContain("report's own · forecast · negated")
  })

  test('presses the chosen one alone', () => {
    const markup = list(shownOf([said, 'named'], [own, 'own']), own.id)
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1)
    expect(markup).toMatch(/aria-pressed="true" class="voice-own"/)
  })
})

describe('the filters of the reading page', () => {
  const filters = (counts: object, params: object = {}): string =>
    render(
      h(ReaderFilters, {
        params,
        counts: { voice: {}, mode: {}, certainty: {}, ...counts },
        onChange: nothing,
      }),
    )

  test('offer the values that some claim has, with how many', () => {
    const markup = filters({ voice: { own: 3, named: 1200, anonymous: 0 } })
    expect(wordsOf(markup)).toBe("Voicereport's own 3named source 1200")
  })

  test('offer no choice where there is none', () => {
    expect(filters({ voice: { own: 3 } })).not.toContain('<button')
    expect(filters({})).not.toContain('<fieldset')
  })

  test('show a chosen value even when nothing has it, so that it can be taken back', () => {
    const markup = filters({ mode: { fact: 2 } }, { mode: 'forecast' })
    expect(markup).toMatch(/class="chip mode-forecast" aria-pressed="true"/)
    expect(wordsOf(markup)).toBe('Modefact 2forecast 0')
  })
})

describe('a form of filters', () => {
  const form = (values: Record<string, string>): string =>
    render(
      h(FilterForm, {
        label: 'Filter',
        values,
        onChange: nothing,
        fields: [
          { name: 'text', words: 'Words', kind: 'text' },
          { name: 'after', words: 'From', kind: 'date' },
          { name: 'mode', words: 'Mode', kind: 'choice', choices: ['fact', 'forecast'] },
          { name: 'sort', words: 'Order', kind: 'choice', none: 'newest', choices: ['oldest'] },
        ],
      }),
    )

  test('names every field to screen readers', () => {
    const markup = form({})
    expect(markup).toContain('aria-label="Filter"')
    for (const name of ['text', 'after', 'mode', 'sort']) {
      expect(markup).toContain(`for="filter-${name}"`)
      expect(markup).toContain(`id="filter-${name}"`)
    }
  })

  test('holds the values of the address', () => {
    const markup = form({ text: '"two" <ships>', mode: 'forecast' })
    expect(markup).toContain('value="&quot;two&quot; &lt;ships&gt;"')
    expect(markup).toMatch(/<option value="forecast" selected="">/)
  })

  test('says what stands for no choice', () => {
    const markup = form({})
    expect(markup).toContain('<option value="" selected="">any</option>')
    expect(markup).toContain('<option value="" selected="">newest</option>')
  })

  test('can be sent with Enter: it has a button, out of sight', () => {
    expect(form({})).toContain('<button type="submit" hidden="">')
  })
})

describe('the end of a list', () => {
  const more = (shown: number, total: number): string =>
    wordsOf(render(h(More, { shown, total, what: 'claims' })))

  test('says nothing when all is shown', () => {
    expect(more(3, 3)).toBe('')
    expect(more(0, 0)).toBe('')
  })

  test('says how much there is', () => {
    expect(more(200, 12_345)).toBe(
      'The first 200 of 12,345 claims. Narrow the filters to see the others.',
    )
  })
})
