/** Kept: what of an analysis made by hand goes into the ledger - names, types, ids, gists and anchors. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysisFor, reportOf } from '../../test/ledger/fixtures.ts'
import type { AnalysedAttribution, AnalysedClaim, Analysis } from '../model/analysis.ts'
import { type SourceHop, stances } from '../model/claim.ts'
import type { EntityType } from '../model/entity.ts'
import type { AnonymousProfile, SourceType } from '../model/source.ts'
import { keptOf } from './kept.ts'

const text = 'Ana Pereira said the port is open.'
const base = analysisFor(reportOf(text))
const one: AnalysedClaim = base.claims[0] ?? expect.fail()
const profile: AnonymousProfile = {
  words: 'an official',
  count: 1,
  rank: 'official',
  institution: null,
  country: null,
  access: null,
  reason: null,
}

interface Said {
  readonly type?: EntityType
  readonly kind?: SourceType
  readonly hop?: Partial<SourceHop>
  readonly anonymous?: AnonymousProfile | null
  readonly mentions?: readonly (readonly [number, number])[]
  readonly claim?: Partial<AnalysedClaim>
}

/** An analysis with one claim on the word of one source. */
function saying(said: Said = {}): Analysis {
  const hop: SourceHop = {
    source: 'Ana Pereira',
    entity: 'e1',
    attribution: 'a1',
    cue: 'said',
    stance: 'asserts',
    certainty: null,
    ...said.hop,
  }
  const attribution: AnalysedAttribution = {
    id: 'a1',
    parent: null,
    kind: 'indirect',
    stance: 'asserts',
    source: [[0, 11]],
    cue: [[12, 16]],
    content: [[17, 33]],
    speaker: 'e1',
    anonymous: said.anonymous ?? null,
    ...(said.kind ? { sourceKind: said.kind } : {}),
  }
  return {
    ...base,
    entities: [
      {
        id: 'e1',
        type: said.type ?? 'PERSON',
        name: 'Ana Pereira',
        country: null,
        mentions: said.mentions ?? [[0, 11]],
      },
    ],
    attributions: [attribution],
    claims: [
      {
        ...one,
        from: 17,
        to: 33,
        quote: text.slice(17, 33),
        chain: [{ voice: 'report' }, hop],
        ...said.claim,
      },
    ],
  }
}

const first = (said: Said = {}) => keptOf(saying(said), 'sha').claims[0] ?? expect.fail()

describe('the source', () => {
  test.each<[EntityType, string]>([
    ['PERSON', 'person'],
    ['ORG', 'organisation'],
    ['LOC', 'state'],
    ['NORP', 'group'],
    ['EVENT', 'group'],
    ['WORK', 'document'],
    ['WEAPON', 'group'],
    ['MISC', 'group'],
  ])('of a name of type %s is a %s', (type, kind) => {
    expect(first({ type })).toMatchObject({
      voice: 'named',
      source: { type: kind, anonymous: null },
    })
  })

  test.each<[string, Said, string, string, string]>([
    ['one that is named', {}, 'Ana Pereira', 'person', 'named'],
    ['a pronoun of a named one', { hop: { source: 'she' } }, 'Ana Pereira', 'person', 'named'],
    [
      'words without a name',
      { hop: { entity: null, source: 'the board' } },
      'the board',
      'group',
      'anonymous',
    ],
    [
      'a described one',
      { hop: { entity: null, source: 'an official' }, anonymous: profile },
      'an official',
      'person',
      'anonymous',
    ],
    [
      'several',
      { hop: { entity: null, source: 'officials' }, anonymous: { ...profile, count: 3 } },
      'officials',
      'group',
      'anonymous',
    ],
    [
      'only described',
      { hop: { entity: null, source: null }, anonymous: profile },
      'an official',
      'person',
      'anonymous',
    ],
    ['hidden', { hop: { entity: null, source: null } }, 'unstated', 'unstated', 'anonymous'],
    ['an entity that is nowhere named', { mentions: [] }, 'Ana Pereira', 'group', 'anonymous'],
    ['an entity that is not there', { hop: { entity: 'e9' } }, 'Ana Pereira', 'group', 'anonymous'],
  ])('%s', (_, said, name, type, voice) => {
    expect(first(said)).toMatchObject({ voice, source: { name, type, grade: null } })
  })

  test.each<[SourceType, Said, SourceType]>([
    ['outlet', { type: 'ORG' }, 'outlet'],
    ['agency', { type: 'ORG' }, 'agency'],
    ['agency', { type: 'MISC' }, 'agency'],
    // A name that somebody gave to a document stays what the name is.
    ['document', { type: 'ORG' }, 'organisation'],
    ['document', { type: 'WORK' }, 'document'],
    ['document', { hop: { entity: null, source: 'the report' } }, 'document'],
    ['outlet', { hop: { entity: null, source: 'the newspaper' } }, 'outlet'],
    ['agency', { hop: { entity: null, source: 'state media' } }, 'agency'],
    ['document', { hop: { entity: null, source: 'a file' }, anonymous: profile }, 'document'],
  ])('that an attribution calls a kind of %s, %j, is a %s', (kind, said, type) => {
    expect(first({ ...said, kind }).source).toMatchObject({ type })
  })

  test('of the press has one id, whether or not its kind is told', () => {
    const id = first({ type: 'ORG' }).source?.id
    expect(first({ type: 'ORG', kind: 'agency' }).source?.id).toBe(id)
    expect(first({ type: 'MISC', kind: 'outlet' }).source?.id).toBe(id)
    expect(first({ type: 'MISC' }).source?.id).not.toBe(id)
  })

  test('is of the press for all its claims when one attribution tells it', () => {
    const said = saying({ type: 'ORG', kind: 'agency' })
    const [a = expect.fail()] = said.attributions
    const [c = expect.fail()] = said.claims
    const { sourceKind: _, ...silent } = a
    const hop = { ...(c.chain[1] as SourceHop), attribution: 'a2' }
    const claim = { ...c, id: 'c2', chain: [{ voice: 'report' as const }, hop] }
    const kept = keptOf(
      { ...said, attributions: [a, { ...silent, id: 'a2' }], claims: [c, claim] },
      'sha',
    )
    expect(kept.sources.map((s) => s.type)).toEqual(['agency'])
  })

  test('is one whatever the case, space and composition of its name', () => {
    const id = (source: string): string | undefined =>
      first({ hop: { source, entity: null } }).source?.id
    expect(id('THE  board')).toBe(id('the board'))
    expect(id('Zu\u0308rich board')).toBe(id('Zürich board'))
    expect(id('the boards')).not.toBe(id('the board'))
  })

  test('of another type, or without a name, is another', () => {
    const ids = [
      first().source?.id,
      first({ type: 'ORG' }).source?.id,
      first({ anonymous: profile }).source?.id,
      first({ hop: { source: 'an official' }, anonymous: profile }).source?.id,
    ]
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^s[0-9a-f]{20}$/)
  })

  test('without a name is another in another report, and one and the same in its own', () => {
    const said = saying({ hop: { entity: null, source: 'an official' }, anonymous: profile })
    const elsewhere = { ...said, document: { ...said.document, id: 'another report' } }
    const id = (a: Analysis) => keptOf(a, 'sha').claims[0]?.source?.id
    expect(id(elsewhere)).not.toBe(id(said))
    expect(id(said)).toBe(id(saying({ hop: { entity: null, source: 'an official' } })))
  })

  test('described in two places has what both say', () => {
    const said = saying({ anonymous: profile, mentions: [] })
    const [a = expect.fail()] = said.attributions
    const [c = expect.fail()] = said.claims
    const hop = { ...(c.chain[1] as SourceHop), attribution: 'a2', source: 'they' }
    const kept = keptOf(
      {
        ...said,
        attributions: [
          a,
          { ...a, id: 'a2', anonymous: { ...profile, words: 'they', access: 'briefed' } },
        ],
        claims: [c, { ...c, id: 'c2', chain: [{ voice: 'report' }, hop] }],
      },
      'sha',
    )
    expect(kept.sources).toHaveLength(1)
    expect(kept.sources[0]).toMatchObject({
      name: 'Ana Pereira',
      anonymous: { words: 'an official', rank: 'official', access: 'briefed' },
    })
    expect(new Set(kept.claims.map((k) => k.source?.id)).size).toBe(1)
  })

  test('of the own voice is none', () => {
    expect(first({ claim: { chain: [{ voice: 'report' }] } })).toMatchObject({
      voice: 'own',
      source: null,
    })
    expect(keptOf(saying({ claim: { chain: [{ voice: 'report' }] } }), '').sources).toEqual([])
  })

  test('is listed once, however often it speaks', () => {
    const analysis = saying()
    const [claim = expect.fail()] = analysis.claims
    const many = { ...analysis, claims: [1, 2, 3].map((n) => ({ ...claim, id: `c${n}` })) }
    expect(keptOf(many, '').sources).toHaveLength(1)
  })
})

describe('the gist', () => {
  const verbs = {
    asserts: '',
    denies: ' denied',
    doubts: ' doubted',
    expects: ' expected',
    asks: ' asked',
    declines: ' declined to say',
  }
  test.each(stances)('of a source that %s', (stance) => {
    expect(first({ hop: { stance } }).record.gist).toBe(
      `Ana Pereira${verbs[stance]}: the port is open`,
    )
  })

  test('of the own voice is the words alone, of a hidden source says so', () => {
    expect(first({ claim: { chain: [{ voice: 'report' }] } }).record.gist).toBe('the port is open')
    expect(first({ hop: { source: null, entity: null } }).record.gist).toBe(
      'unstated source: the port is open',
    )
  })

  test('is one line of at most 200 characters, a beginning of the whole', () => {
    const quote = fc.string({
      unit: fc.constantFrom('a', 'word', ' ', '\n', '\t', '.'),
      maxLength: 500,
    })
    fc.assert(
      fc.property(quote, (q) => {
        const { gist } = first({ claim: { quote: q, chain: [{ voice: 'report' }] } }).record
        const whole = q.replace(/\s+/g, ' ').trim()
        expect(gist.length).toBeLessThanOrEqual(200)
        expect(gist).not.toMatch(/[\n\t]/)
        if (whole.length <= 200) expect(gist).toBe(whole)
        else expect(whole.startsWith(gist.slice(0, -1)) && gist.endsWith('…')).toBe(true)
      }),
    )
  })
})

describe('a record', () => {
  test('passes over indices and events that are not there', () => {
    const { record } = first({
      claim: { times: [0, 9, -1], places: [99], quantities: [5], events: ['v404'] },
    })
    expect(record.times).toHaveLength(1)
    expect(record).toMatchObject({ places: [], quantities: [], events: [] })
  })

  test('keeps the rest of the claim as it was', () => {
    const analysis = saying()
    const { record } = first()
    const [c = expect.fail()] = analysis.claims
    for (const key of [
      'from',
      'to',
      'quote',
      'mode',
      'polarity',
      'certainty',
      'statedOn',
      'why',
    ] as const)
      expect(record[key]).toEqual(c[key])
    expect(record.report).toBe(analysis.document.id)
  })

  test('says the same as an earlier one only with the same words, polarity and source', () => {
    const analysis = saying()
    const [c = expect.fail()] = analysis.claims
    const again = (over: Partial<AnalysedClaim>) =>
      keptOf({ ...analysis, claims: [c, { ...c, id: 'c2', ...over }] }, '').claims[1]?.record.sameAs
    expect(again({})).toBe(c.id)
    expect(again({ quote: 'The PORT, is open!' })).toBe(c.id)
    expect(again({ mode: 'forecast' })).toBe(c.id)
    expect(again({ polarity: 'negated' })).toBeNull()
    expect(again({ quote: 'the port is shut' })).toBeNull()
    expect(again({ chain: [{ voice: 'report' }] })).toBeNull()
  })

  test('is the same whenever it is made', () => {
    expect(keptOf(saying(), 'x')).toEqual(keptOf(saying(), 'x'))
  })
})

describe('an event', () => {
  const event: Analysis['events'][number] = {
    id: 'v1',
    from: 17,
    to: 25,
    type: 'OTHER',
    lemma: 'open',
    mode: null,
    contexts: [],
    actors: ['e1'],
    recipients: ['e9'],
    time: null,
    place: null,
  }
  const kept = (over: Partial<typeof event>) =>
    keptOf({ ...saying({ claim: { events: ['v1'] } }), events: [{ ...event, ...over }] }, '')
      .claims[0]?.record.events[0]

  test('has names in place of entities', () => {
    expect(kept({})).toMatchObject({ actors: ['Ana Pereira'], recipients: ['e9'] })
  })

  test('has its parties by name, one without an entity by none', () => {
    const party = { side: 'actor', country: 'PRT', sector: 'GOV', role: 'mayor' } as const
    const gunmen = { side: 'recipient', country: null, sector: 'UAF', role: 'gunmen' } as const
    const parties = [
      { ...party, entity: 'e1' },
      { ...gunmen, entity: null },
    ]
    expect(kept({ parties })?.parties).toEqual([
      { ...party, name: 'Ana Pereira' },
      { ...gunmen, name: null },
    ])
  })

  test('of an engine that knew no parties has none', () => {
    expect(kept({})).not.toHaveProperty('parties')
  })
})

describe('anchors', () => {
  test('are the claim and the source, cue and content of its attribution', () => {
    const { anchors } = keptOf(saying(), 'sha')
    expect(anchors.map((a) => [a.role, a.quote])).toEqual([
      ['claim', 'the port is open'],
      ['source', 'Ana Pereira'],
      ['cue', 'said'],
      ['content', 'the port is open'],
    ])
    for (const a of anchors) {
      expect(a.textSha256).toBe('sha')
      expect(a.prefix + a.quote + a.suffix).toBe(text.slice(Math.max(0, a.from - 32), a.to + 32))
    }
  })
})
