/** Voices: whose word a claim stands on, and which claims the reader's filters let through. */
import { describe, expect, test } from 'vitest'
import type { AnalysedAttribution, AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { certaintyClasses, plain } from '../../../src/model/certainty.ts'
import { modes, type SourceHop } from '../../../src/model/claim.ts'
import { voices } from '../../../src/model/records.ts'
import { type ReaderParams, readerParams } from '../search-params.ts'
import { innermost, passes, voiceOf } from './voices.ts'

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
  content: [[17, 30]],
  speaker: 'e1',
  anonymous: null,
}

const profile = {
  words: 'two officials',
  count: 2,
  institution: null,
  country: null,
  access: null,
  reason: null,
}

const claim: AnalysedClaim = {
  id: 'c1',
  from: 17,
  to: 30,
  quote: 'the port opens',
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
}

function analysisWith(...attributions: AnalysedAttribution[]): Analysis {
  return {
    hearsay: 1,
    document: {
      id: 'r1',
      title: null,
      url: null,
      outlet: null,
      published: null,
      publishedFrom: null,
      language: 'en',
      text: 'Ana Pereira said the port opens.',
    },
    sentences: [[0, 32]],
    entities: [
      { id: 'e1', type: 'PERSON', name: 'Ana Pereira', country: null, mentions: [[0, 11]] },
    ],
    references: [],
    times: [],
    places: [],
    quantities: [],
    attributions,
    events: [],
    claims: [claim],
    diagnostics: [],
  }
}

describe('the innermost hop', () => {
  test('of the own voice is none', () => {
    expect(innermost(claim)).toBeNull()
  })

  test('of a chain that holds nothing is none', () => {
    expect(innermost({ ...claim, chain: [] })).toBeNull()
  })

  test('is the last of several', () => {
    const inner = { ...hop, source: 'Mia Okafor', attribution: 'a2' }
    expect(innermost({ ...claim, chain: [{ voice: 'report' }, hop, inner] })).toBe(inner)
    expect(innermost({ ...claim, chain: [{ voice: 'report' }, hop] })).toBe(hop)
  })
})

describe('the voice', () => {
  const anonymous = { ...attribution, id: 'a2', anonymous: profile }
  test.each([
    ['the report alone', [], 'own'],
    ['a source that is named', [hop], 'named'],
    ['words that hide the source', [{ ...hop, source: null, entity: null }], 'anonymous'],
    ['a source without a name', [{ ...hop, entity: null, attribution: 'a2' }], 'anonymous'],
    ['a named one on the word of an anonymous one', [{ ...hop, attribution: 'a2' }, hop], 'named'],
    [
      'an anonymous one on the word of a named one',
      [hop, { ...hop, attribution: 'a2' }],
      'anonymous',
    ],
  ] as const)('of %s', (_, hops, voice) => {
    const chain = [{ voice: 'report' } as const, ...hops]
    expect(voiceOf({ ...claim, chain }, analysisWith(attribution, anonymous))).toBe(voice)
  })

  test('does not depend on where the attribution stands in the list', () => {
    const one = { ...claim, chain: [{ voice: 'report' } as const, { ...hop, attribution: 'a2' }] }
    expect(voiceOf(one, analysisWith(attribution, anonymous))).toBe('anonymous')
    expect(voiceOf(one, analysisWith(anonymous, attribution))).toBe('anonymous')
  })
})

describe('filters', () => {
  const claims = modes.flatMap((mode) =>
    [null, ...certaintyClasses].map((c) => ({ ...claim, mode, certainty: { ...plain, class: c } })),
  )

  test('none lets everything through', () => {
    for (const c of claims) for (const v of voices) expect(passes(c, v, {})).toBe(true)
  })

  test.each(voices)('voice %s lets through just its own', (voice) => {
    for (const v of voices) expect(passes(claim, v, { voice })).toBe(v === voice)
  })

  test.each(modes)('mode %s lets through just its own', (mode) => {
    expect(claims.filter((c) => passes(c, 'own', { mode }))).toEqual(
      claims.filter((c) => c.mode === mode),
    )
  })

  test.each(certaintyClasses)('certainty %s lets through just its own', (certainty) => {
    expect(claims.filter((c) => passes(c, 'own', { certainty }))).toEqual(
      claims.filter((c) => c.certainty.class === certainty),
    )
  })

  test('certainty none lets through what has no hedge', () => {
    expect(claims.filter((c) => passes(c, 'own', { certainty: 'none' }))).toEqual(
      claims.filter((c) => c.certainty.class === null),
    )
  })

  test('together let through what each of them does', () => {
    for (const mode of modes) {
      for (const certainty of ['none', ...certaintyClasses] as const) {
        for (const voice of voices) {
          const params: ReaderParams = { mode, certainty, voice }
          for (const c of claims)
            expect(passes(c, 'named', params)).toBe(
              passes(c, 'named', { mode }) &&
                passes(c, 'named', { certainty }) &&
                passes(c, 'named', { voice }),
            )
        }
      }
    }
  })

  test('a chosen claim is no filter', () => {
    expect(passes(claim, 'own', readerParams({ claim: 'c9' }))).toBe(true)
  })
})
