/** Parts of the reading page as a reader gets them: marks at the exact words, chains, facts, filters, and text that is only ever text. */
import { createElement as h } from 'react'
import { describe, expect, test } from 'vitest'
import type { AnalysedAttribution, AnalysedClaim } from '../../../src/model/analysis.ts'
import { plain } from '../../../src/model/certainty.ts'
import { type Hop, stances } from '../../../src/model/claim.ts'
import type { Voice } from '../../../src/model/records.ts'
import { FilterForm } from '../filter-form.tsx'
import { More } from '../more.tsx'
import { stanceWords } from '../wording.ts'
import { AnonymousFacts } from './anonymous-facts.tsx'
import { Chain } from './chain.tsx'
import { ClaimList } from './claim-list.tsx'
import { ReaderFilters } from './reader-filters.tsx'
import { ReportText } from './report-text.tsx'
import {
  analysis,
  attribution,
  claim,
  hop,
  nothing,
  own,
  profile,
  render,
  said,
  text,
  wordsOf,
} from './sample-analysis.ts'

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
      ['claim voice-named within', 'two ships had left'],
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

  test.each([
    ['agency', 'news agency'],
    ['outlet', 'news outlet'],
    ['document', 'document'],
  ] as const)('says that a source is of the kind %s', (sourceKind, words) => {
    const of = analysis({ attributions: [{ ...attribution, sourceKind }] })
    expect(chain([{ voice: 'report' }, hop], of)).toContain(`Ana Pereira ${words} · “said”`)
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
    expect(facts({ country: 'PRT' })).toBe('CountryPortugal')
    expect(facts({ count: 12_000, reason: 'not allowed to speak' })).toBe(
      'How many12,000Why unnamednot allowed to speak',
    )
  })

  test('are said to be none', () => {
    expect(facts({})).toBe('Unnamed; nothing more is said about it.')
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
    const hedged = claim(38, 54, {
      certainty: { ...plain, words: ['may'], class: 'possibility' },
      chain: [{ voice: 'report' }, hop, { ...hop, source: 'two officials' }],
    })
    expect(wordsOf(list(shownOf([hedged, 'named'])))).toContain(
      'two officials, through Ana Pereira · “may”',
    )
  })

  test('presses the chosen one alone', () => {
    const markup = list(shownOf([said, 'named'], [own, 'own']), own.id)
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1)
    expect(markup).toMatch(/data-claim="c38" aria-pressed="true" class="voice-own"/)
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

  test('name the source that the list is narrowed to, and take it back', () => {
    const markup = render(
      h(ReaderFilters, {
        params: { source: 'e1' },
        counts: { voice: {}, mode: {}, certainty: {} },
        onChange: nothing,
        sourceName: 'Ana Pereira',
      }),
    )
    expect(markup).toContain('aria-label="Only Ana Pereira: show all again"')
  })

  test('show a chosen value even when nothing has it, so that it can be taken back', () => {
    const markup = filters({ mode: { fact: 2 } }, { mode: 'forecast' })
    expect(markup).toMatch(/class="chip mode-forecast" aria-pressed="true"/)
    expect(wordsOf(markup)).toBe('More filtersPut asfact 2forecast 0')
    expect(markup).toContain('<details open="">')
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
