/** A small analysis for the tests of the reading page's parts, and how they are rendered. */
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { AnalysedAttribution, AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { plain } from '../../../src/model/certainty.ts'
import type { SourceHop } from '../../../src/model/claim.ts'

export const text = 'Ana Pereira said two ships had left.\n\nNobody was hurt.\n\n\nThe end.'
export const nothing = (): void => {}

export const hop: SourceHop = {
  source: 'Ana Pereira',
  entity: 'e1',
  attribution: 'a1',
  cue: 'said',
  stance: 'asserts',
  certainty: null,
}
export const attribution: AnalysedAttribution = {
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
export const profile = {
  words: 'two officials',
  count: null,
  institution: null,
  country: null,
  access: null,
  reason: null,
}

export const claim = (
  from: number,
  to: number,
  over: Partial<AnalysedClaim> = {},
): AnalysedClaim => ({
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
export const said = claim(17, 35, { chain: [{ voice: 'report' }, hop] })
export const own = claim(38, 54)

export const analysis = (over: Partial<Analysis> = {}): Analysis => ({
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

export const render = (element: ReactElement): string => renderToStaticMarkup(element)

/** The words of some markup: tags out, entities back. */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}
