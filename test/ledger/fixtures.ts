/** Fixtures: reports and analyses of our own for ledger tests, made from sentences by a fixed rule. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ledger } from '../../src/ledger/ledger.ts'
import { type Captured, reportId } from '../../src/ledger/reports.ts'
import type { AnalysedClaim, Analysis } from '../../src/model/analysis.ts'
import { plain } from '../../src/model/certainty.ts'
import { type Mode, modes, type SourceHop } from '../../src/model/claim.ts'
import { eventTypes } from '../../src/model/event.ts'
import type { Report } from '../../src/model/report.ts'
import { contentId } from '../../src/text/hash.ts'

/** A fixed moment for everything that is stored. */
export const moment = '2025-05-01T12:00:00.000Z'
export const engine = 'segment@1 claim@1'

/** A new folder that nobody else uses. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hearsay-test-'))
}

/** An open ledger in a new folder. */
export function freshLedger(): Ledger {
  return Ledger.open(join(freshFolder(), 'ledger.sqlite'))
}

export function reportOf(text: string, over: Partial<Report> = {}): Report {
  return {
    text,
    title: 'Harbour to reopen',
    byline: null,
    outlet: 'Harbour Wire',
    url: null,
    published: '2024-10-23',
    publishedFrom: 'given',
    dateCandidates: [],
    dateReason: null,
    language: 'en',
    mediaType: 'text/plain',
    charset: 'utf-8',
    partial: null,
    ...over,
  }
}

export function capturedOf(report: Report, given: string | null = null): Captured {
  return { report, bytes: Buffer.from(report.text), given }
}

const speakers = ['Ana Pereira', 'Port Authority', 'Mia Okafor'] as const

function speakerOf(i: number): number {
  return (Math.floor(i / 3) + 1) % speakers.length
}

/**
 * An analysis by rule: every sentence is a claim; of three the first has the report's own voice, the second a named
 * source, the third an anonymous one. Modes and event types take turns.
 */
export function analysisFor(report: Report, id = reportId(report)): Analysis {
  const sentences = sentencesOf(report.text)
  const attributions = sentences.flatMap(([from, to], i) =>
    i % 3 === 0
      ? []
      : [
          {
            id: `a${i}`,
            parent: null,
            kind: 'indirect' as const,
            stance: i % 2 === 0 ? ('denies' as const) : ('asserts' as const),
            source: [[from, Math.min(to, from + 3)] as const],
            cue: [[Math.min(to, from + 3), Math.min(to, from + 5)] as const],
            content: [[from, to] as const],
            speaker: i % 3 === 1 ? `e${speakerOf(i) + 1}` : null,
            anonymous:
              i % 3 === 2
                ? {
                    words: 'two officials',
                    count: 2,
                    rank: 'official',
                    institution: null,
                    country: 'PRT',
                    access: 'briefed on the matter',
                    reason: null,
                  }
                : null,
          },
        ],
  )
  return {
    hearsay: 1,
    document: {
      id,
      title: report.title,
      url: report.url,
      outlet: report.outlet,
      published: report.published,
      publishedFrom: report.publishedFrom,
      language: report.language,
      text: report.text,
    },
    sentences,
    entities: speakers.map((name, i) => ({
      id: `e${i + 1}`,
      type: i === 1 ? ('ORG' as const) : ('PERSON' as const),
      name,
      country: null,
      mentions: [[0, 1] as const],
    })),
    references: [],
    times: [
      { from: 0, to: 1, edtf: '2024-10-23', timex: '2024-10-23', kind: 'date' },
      { from: 0, to: 1, edtf: '2023-05', timex: '2023-05', kind: 'date' },
    ],
    places: [place('Lisbon', 2267057, 'PRT'), place('Porto', 2735943, 'PRT')],
    quantities: [
      {
        from: 0,
        to: 1,
        low: 1200,
        best: 1200,
        high: 1200,
        bound: 'about',
        unit: null,
        noun: 'containers',
        role: null,
      },
    ],
    attributions,
    events: sentences.map(([from, to], i) => ({
      id: `v${i + 1}`,
      from,
      to,
      type: eventTypes[i % eventTypes.length] ?? 'OTHER',
      lemma: 'reopen',
      mode: null,
      contexts: [],
      actors: ['e2'],
      recipients: [],
      time: 0,
      place: 0,
    })),
    claims: sentences.map(([from, to], i) => claimFor(report.text, id, from, to, i)),
    diagnostics: [],
  }
}

function place(name: string, geonames: number, country: string): Analysis['places'][number] {
  return {
    from: 0,
    to: 1,
    name,
    geonames,
    lat: 38.7,
    lon: -9.1,
    country,
    feature: 'PPLC',
    role: 'event',
  }
}

function claimFor(text: string, id: string, from: number, to: number, i: number): AnalysedClaim {
  const quote = text.slice(from, to)
  const hop: SourceHop = {
    source: i % 3 === 1 ? (speakers[speakerOf(i)] ?? '') : 'two officials',
    entity: i % 3 === 1 ? `e${speakerOf(i) + 1}` : null,
    attribution: `a${i}`,
    cue: 'said',
    stance: i % 2 === 0 ? 'denies' : 'asserts',
    certainty: null,
  }
  return {
    id: contentId('c', id, from, to, quote),
    from,
    to,
    quote,
    chain: i % 3 === 0 ? [{ voice: 'report' }] : [{ voice: 'report' }, hop],
    mode: modes[i % modes.length] as Mode,
    polarity: i % 5 === 4 ? 'negated' : 'affirmed',
    certainty: i % 4 === 3 ? { ...plain, words: ['may'], class: 'possibility' } : plain,
    events: [`v${i + 1}`],
    times: i % 3 === 0 ? [0, 1] : i % 3 === 1 ? [1] : [],
    places: [i % 2],
    quantities: i % 2 === 0 ? [0] : [],
    statedOn: i % 4 === 0 ? '2024-10-22' : null,
    why: { mode: 'certainty/CE4@2' },
  }
}

function sentencesOf(text: string): (readonly [number, number])[] {
  return [...text.matchAll(/[^.]+\./g)].map((m) => {
    const lead = m[0].length - m[0].trimStart().length
    return [m.index + lead, m.index + m[0].length] as const
  })
}

/** Text of `n` different sentences. */
export function sentencesText(n: number, seed = 0): string {
  return Array.from(
    { length: n },
    (_, i) => `Ship ${seed * 1000 + i} unloaded ${(i + 1) * 7} containers at quay ${i % 9}.`,
  ).join(' ')
}

/** Saves a report with its analysis by rule. */
export function save(ledger: Ledger, report: Report, given: string | null = null): string {
  return ledger.save(capturedOf(report, given), analysisFor(report), engine, moment).id
}
