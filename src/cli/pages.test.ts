/** Tests of the pages: what a person reads at a terminal and what a script gets in a pipe, for every operation. */
import { describe, expect, test } from 'vitest'
import {
  analysis,
  anonymous,
  answers,
  claim,
  decision,
  hop,
  joined,
  source,
  summary,
} from '../../test/cli/page-answers.ts'
import { operations } from '../contract/operations.ts'
import { plain } from '../model/certainty.ts'
import { pageOf } from './pages.ts'
import type { Paper } from './table.ts'
import { widthOf } from './terminal.ts'

const pipe: Paper = {
  terminal: false,
  width: Number.POSITIVE_INFINITY,
  bold: (t) => t,
  dim: (t) => t,
}
const terminal = (width: number): Paper => ({
  terminal: true,
  width,
  bold: (t) => `*${t}*`,
  dim: (t) => `_${t}_`,
})

const shown = (name: string, over: object = {}, paper = pipe): string =>
  pageOf(name, { ...(answers[name] as object), ...over }, paper)

describe('every operation with a page', () => {
  test.each(Object.keys(answers))('%s: in a pipe no line is decorated', (name) => {
    const page = shown(name)
    expect(page).not.toMatch(/[*_\u001b]/)
    expect(page.endsWith('\n')).toBe(false)
    expect(page).not.toBe('')
  })

  test.each(Object.keys(answers))('%s: at a terminal no line is wider than it', (name) => {
    for (const width of [60, 100]) {
      const page = shown(name, {}, { ...terminal(width), bold: (t) => t, dim: (t) => t })
      for (const line of page.split('\n')) {
        // Facts stand whole: an id or a hash that is cut is none.
        if (/^(address|text) /.test(line)) continue
        expect(widthOf(line)).toBeLessThanOrEqual(width)
      }
    }
  })

  test('none is missing, but for those that print records or lines of their own', () => {
    const without = ['analyse', 'add', 'export']
    const names = Object.keys(operations)
    expect(names.filter((n) => !(n in answers)).sort()).toEqual(without.sort())
  })

  test('an operation without a page prints JSON', () => {
    expect(JSON.parse(pageOf('export', { a: [1] }, pipe))).toEqual({ a: [1] })
  })
})

describe('lists', () => {
  test('a pipe gets a head and a line an item, cells apart by tabs', () => {
    expect(shown('reports').split('\n')).toEqual([
      'id\tpublished\toutlet\tclaims\ttitle',
      'r1\t2024-10-23\tHarbour Wire\t2\tPort to reopen',
    ])
    expect(shown('claims').split('\n')[1]).toBe(
      'c1\t2024-10-23\tHarbour Wire\tfact\tAna Pereira: Two ships left',
    )
    expect(shown('sources').split('\n')[1]).toBe('s1\tAna Pereira\tperson\tB\t3\t2')
  })

  test('what is not known is an empty cell, not a word', () => {
    const bare = { ...summary, published: null, outlet: null, title: null }
    expect(shown('reports', { items: [bare] }).split('\n')[1]).toBe('r1\t\t\t2\t')
  })

  test('a negated claim says so', () => {
    const negated = { ...claim, polarity: 'negated', mode: 'forecast' }
    expect(shown('claims', { items: [negated] }).split('\n')[1]).toContain('\tnot forecast\t')
  })

  test('a page that is not the last says how to go on', () => {
    const page = shown('reports', { next: 'WyJuZXdl', total: 7 })
    expect(page.split('\n').at(-1)).toBe('1 of 7; go on with --cursor WyJuZXdl')
    expect(shown('reports', {}, terminal(80)).split('\n').at(-1)).toBe('_1 of 1_')
  })

  test('an empty list is its head', () => {
    expect(shown('reports', { items: [], total: 0 })).toBe('id\tpublished\toutlet\tclaims\ttitle')
  })

  test('decisions say when, by whom, on what, and whether they are undone', () => {
    expect(shown('reviews').split('\n')[1]).toBe(
      'w1\t2025-01-02 03:04\tmia\taccept (undone)\tc1\t\tas written',
    )
    const standing = shown('reviews', { items: [{ ...decision, undone: false, value: 'B' }] })
    expect(standing.split('\n')[1]).toBe('w1\t2025-01-02 03:04\tmia\taccept\tc1\tB\tas written')
  })
})

describe('a report', () => {
  test('has its facts, its text and its claims, in this order', () => {
    const page = shown('report')
    const at = (words: string): number => {
      expect(page).toContain(words)
      return page.indexOf(words)
    }
    const places = [
      at('Port to reopen'),
      at('given      D1, D7'),
      at('byline     Mia Okafor'),
      at('found by   the page says so'),
      at('Nobody was hurt.'),
      at('the report > Ana Pereira (said, asserts); fact'),
      at('2 claims'),
    ]
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('leaves out what is not known', () => {
    const bare = shown('report', { report: { ...summary, url: null }, byline: null, givenIds: [] })
    expect(bare).not.toMatch(/^(address|byline|given|revises|partial)/m)
  })

  test('without a title has a name all the same', () => {
    const page = shown('report', { report: { ...summary, title: null } })
    expect(page.startsWith('Untitled report\n')).toBe(true)
  })

  test('says what of it was not read', () => {
    const partial = { what: 'the end of the text', why: 'more than 10 characters' }
    expect(shown('report', { report: { ...summary, partial } })).toContain(
      'the end of the text: more than 10 characters',
    )
  })

  test('shows remarks with their notes', () => {
    const diagnostics = [
      { code: 'partial', message: 'Only a part.', by: 'x', from: null, to: null, note: 'why' },
      { code: 'date-unknown', message: 'No date.', by: 'x', from: null, to: null, note: null },
    ]
    const page = shown('report', { analysis: { ...analysis, diagnostics } })
    expect(page).toContain('partial: Only a part. (why)')
    expect(page).toContain('date-unknown: No date.\n')
  })
})

describe('a claim', () => {
  test('has its words, chain, facts, evidence and reasons', () => {
    const page = shown('claim')
    expect(page.split('\n').slice(0, 2)).toEqual([
      'Two ships left.',
      '    the report > Ana Pereira (said, asserts); fact',
    ])
    expect(page).toContain('said on    2024-10-22')
    expect(page).toContain('claim\t0-15\tTwo ships left.')
    expect(page).toContain('mode\tclaim\tCA21\t1')
    expect(page).not.toContain('decision')
  })

  test('with certainty words quotes them', () => {
    const certainty = { ...plain, words: ['may', 'possibly'], class: 'possibility' }
    expect(shown('claim', { claim: { ...claim, certainty } })).toContain('"may", "possibly"')
  })

  test('of a source that the text hides says someone unstated', () => {
    const chain = [{ voice: 'report' }, { ...hop, source: null, cue: 'is reported' }]
    expect(shown('claim', { claim: { ...claim, chain } })).toContain(
      'the report > someone unstated (is reported, asserts)',
    )
  })

  test('ends with the decisions on it', () => {
    const page = shown('claim', { claim: { ...claim, review: 'accept' }, reviews: [decision] })
    expect(page).toContain('decision   accept')
    expect(page.split('\n').at(-1)).toContain('mia\taccept\tc1')
  })
})

describe('a source', () => {
  test('says how it speaks', () => {
    const page = shown('source')
    expect(page).toContain('claims   3 in 2 reports')
    expect(page).toContain('asserts 2, denies 1')
    expect(page).toContain('Harbour Wire 3')
  })

  test('that is anonymous says what is known of it', () => {
    const page = shown('source', { source: { ...source, name: 'two officials', anonymous } })
    for (const words of Object.values(anonymous)) {
      if (typeof words === 'string') expect(page).toContain(words)
    }
  })

  test('that others were merged into names them', () => {
    const also = ['A. Pereira', 'the harbour master']
    expect(shown('source', { source: { ...source, also } })).toContain(
      'A. Pereira, the harbour master',
    )
  })
})

describe('what joins sources', () => {
  test('a rule or a person, with the reason', () => {
    expect(shown('source')).toMatch(/A\. Pereira\tAna Pereira\trule\tinitials/)
    const page = shown('source', { merges: [{ ...joined, by: 'mia', why: 'one person' }] })
    expect(page).toMatch(/A\. Pereira\tAna Pereira\tmia\tone person/)
  })

  test('what could be the same is named and why', () => {
    expect(shown('source')).toMatch(/s9\tan official\tboth of Portugal/)
  })

  test('nothing is said where nothing joins', () => {
    const page = shown('source', { merges: [], couldBe: [] })
    expect(page).not.toContain('counted here')
    expect(page).not.toContain('could be')
  })

  test('a decision says how it is taken back', () => {
    for (const name of ['source merge', 'source split']) {
      expect(shown(name)).toContain('hearsay review undo v1')
      expect(shown(name)).toContain('Ana Pereira (s1)')
    }
  })
})

describe('what was found', () => {
  test('stands with its words marked at a terminal', () => {
    const page = shown('search', {}, terminal(80))
    expect(page).toContain('Two *ships* left.')
    expect(page).toContain('*Port to reopen*')
    expect(page.split('\n').at(-1)).toBe('_1 reports, 1 claims_')
  })

  test('in claims alone begins with them', () => {
    const page = shown('search', { reports: [], totals: { reports: 0, claims: 1 } })
    expect(page.startsWith('id\tpublished')).toBe(true)
  })

  test('nothing is said in one line', () => {
    expect(shown('search', { reports: [], claims: [], totals: { reports: 0, claims: 0 } })).toBe(
      '0 reports, 0 claims',
    )
  })
})

describe('the engine', () => {
  test('stages with their time, and the speed of all', () => {
    const lines = shown('stages').split('\n')
    expect(lines[1]).toBe('segment@1\t\tsentences\t1\t20.0')
    expect(lines[2]).toBe('claim@2\tsentences tokens\tclaims\t0\t30.0')
    expect(lines[3]).toBe('100 words in 50 ms: 2000 words/s')
  })

  test('unmeasured has no times, rather than noughts', () => {
    const lines = shown('stages', { words: 0, milliseconds: 0 }).split('\n')
    expect(lines[1]).toBe('segment@1\t\tsentences\t1\t')
    expect(lines).toHaveLength(3)
  })

  test('reading again says how much, and what changed where', () => {
    expect(shown('reanalyse').split('\n')).toEqual([
      '3 reports read again, 4 left; the older analyses are kept.',
      'report\tadded\tremoved\taltered\tin',
      'r1\t1\t0\t2\tmode 2, chain 1',
    ])
    expect(shown('reanalyse', { changed: [] }).split('\n')).toHaveLength(1)
  })

  test('the doctor says what is wrong, and whether anything is', () => {
    expect(shown('doctor').split('\n').slice(1)).toEqual([
      'Node\tWRONG\t18.0.0; 20.19 is needed',
      'Something is wrong.',
    ])
    const well = shown('doctor', { ok: true, checks: [{ name: 'Node', ok: true, detail: '20' }] })
    expect(well.split('\n').slice(1)).toEqual(['Node\tok\t20', 'Everything is there and works.'])
  })
})

describe('hostile text', () => {
  const evil = 'x\u001b]0;owned\u0007\u202e\u009b31m\u200b\r\nrm -rf'

  /** Puts hostile words into every string of an answer that comes from a report or a person. */
  function poisoned(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) return value.map((v) => poisoned(v, key))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poisoned(v, k)]))
    const ours = /^(kind|id|report|on|at|sha256|act|mode|polarity|stance|voice|code|role|owner)$/
    return typeof value === 'string' && !ours.test(key) ? `${value}${evil}` : value
  }

  test.each(Object.keys(answers))('in every field of %s is shown and never obeyed', (name) => {
    for (const paper of [
      pipe,
      { ...terminal(80), bold: (t: string) => t, dim: (t: string) => t },
    ]) {
      const page = pageOf(name, poisoned(answers[name]), paper)
      expect(page.replace(/[\n\t]/g, '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
      )
    }
  })

  test.each(['reports', 'claims', 'sources', 'reviews'])('adds no line or cell to %s', (name) => {
    const clean = pageOf(name, answers[name], pipe).split('\n')
    const dirty = pageOf(name, poisoned(answers[name]), pipe).split('\n')
    expect(dirty).toHaveLength(clean.length)
    expect(dirty.map((l) => l.split('\t').length)).toEqual(clean.map((l) => l.split('\t').length))
  })
})
