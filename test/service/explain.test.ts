/** Explain through the service: every field of a claim with its rule, what the rule says, and words that stand in the report. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutputOf } from '../../src/contract/operation.ts'
import { operations as o } from '../../src/contract/operations.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { openToy } from './toy-service.ts'

const text =
  'The port may reopen on Monday, the port authority said on Tuesday. Nobody was hurt. ' +
  'The general denied that the army had crossed the river.'

type Explained = OutputOf<typeof o.explain>

describe('explain', () => {
  let hearsay: Hearsay
  let explained: Map<string, Explained>

  beforeAll(async () => {
    hearsay = openHearsay({ dataDir: freshFolder(), check: true, profile: 'lite' })
    await hearsay.call(o.add, { text, published: '2024-10-23' })
    const { items } = await hearsay.call(o.claims, {})
    const all = await Promise.all(items.map((c) => hearsay.call(o.explain, { id: c.id })))
    explained = new Map(all.map((e) => [e.quote, e]))
  })
  afterAll(() => hearsay.close())

  const field = (quote: string, name: string): Explained['fields'][number] =>
    explained.get(quote)?.fields.find((f) => f.field === name) ?? expect.fail(`${quote}: ${name}`)

  test('has all fields of every claim, each with stage, rule and version', () => {
    expect(explained.size).toBe(3)
    for (const e of explained.values()) {
      expect(e.current).toBe(true)
      expect(e.fields.map((f) => f.field)).toEqual(
        expect.arrayContaining(['span', 'chain', 'mode', 'polarity', 'certainty', 'statedOn']),
      )
      for (const f of e.fields) {
        expect(f.stage, f.field).toMatch(/^[a-z]+$/)
        expect(f.version, f.field).toMatch(/^\d+$/)
      }
    }
  })

  test('its words stand in the report, where it says', () => {
    for (const e of explained.values())
      for (const f of e.fields)
        for (const w of f.words) expect(text.slice(w.from, w.to)).toBe(w.text)
  })

  test('the span is the claim’s own words', () => {
    for (const [quote, e] of explained)
      expect(e.fields.find((f) => f.field === 'span')?.words.map((w) => w.text)).toEqual([quote])
  })

  test('the chain rests on source and cue, the date of the statement on its day', () => {
    const said = 'The port may reopen on Monday'
    expect(field(said, 'chain').value).toMatch(/^the report > /)
    const chain = field(said, 'chain').words.map((w) => w.text)
    expect(chain[0]).toBe('the port authority')
    expect(chain[1]).toMatch(/^said/)
    expect(field(said, 'statedOn').value).toBe('2024-10-22')
    expect(field(said, 'statedOn').words.map((w) => w.text)).toEqual(['Tuesday'])
  })

  test('mode and certainty rest on the word that sets them', () => {
    const said = 'The port may reopen on Monday'
    expect(field(said, 'mode')).toMatchObject({ value: 'forecast' })
    expect(field(said, 'mode').words.map((w) => w.text)).toContain('may')
    expect(field(said, 'certainty')).toMatchObject({ value: 'possibility' })
    expect(field(said, 'certainty').words.map((w) => w.text)).toEqual(['may'])
  })

  test('a negation rests on its word, a denial on its cue', () => {
    expect(field('Nobody was hurt', 'polarity').words.map((w) => w.text)).toEqual(['Nobody'])
    const denied = field('the army had crossed the river', 'polarity')
    expect(denied).toMatchObject({ value: 'negated', rule: 'CA26' })
    expect(denied.words.map((w) => w.text).join(' ')).toContain('denied')
  })

  test('what holds without any words says so with none', () => {
    expect(field('Nobody was hurt', 'mode')).toMatchObject({ value: 'fact', words: [] })
    expect(field('Nobody was hurt', 'chain')).toMatchObject({ value: 'the report', words: [] })
  })

  test('rules are told in words where their stage has them', () => {
    expect(field('Nobody was hurt', 'mode').meaning).toBe('Without a mode cue the mode is fact.')
  })

  test('a claim that is not there is no such claim', async () => {
    await expect(hearsay.call(o.explain, { id: 'c404' })).rejects.toMatchObject({
      code: 'ledger/no-such',
    })
  })
})

describe('another engine', () => {
  test('keeps the reasons and leaves out the words', async () => {
    const first = openToy({ version: 1 })
    await first.call(o.add, { text: 'The port is open. Ships left.' })
    const id = (await first.call(o.claims, {})).items[0]?.id ?? expect.fail()
    const same = await first.call(o.explain, { id })
    expect(same).toMatchObject({ current: true, fields: [{ field: 'mode', rule: 'TY1' }] })
    expect(same.fields[0]?.meaning).toBe('Every sentence is a claim.')
    const second = await first.reopen({ version: 2, skips: 'port' })
    const explained = await second.call(o.explain, { id })
    await second.close()
    const other = explained.quote.includes('port')
    expect(explained.current).toBe(!other)
    expect(explained.fields[0]).toMatchObject({ rule: 'TY1', version: '1', words: [] })
  })
})
