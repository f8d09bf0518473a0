/** One source or two: joins by rule, merges and splits of people, their reasons, and how they are taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import type { Fault } from '../../src/fault/fault.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { freshFolder } from '../ledger/fixtures.ts'

const texts = [
  'The port is open, Mayor Pedro Veldkamp said. Nobody was hurt, Rosa Veiga said. Two ships have left, two Portuguese officials briefed on the matter said.',
  'The bridge is closed, Mayor Veldkamp said. It will rain, Ana Pereira said. A third ship has left, two Portuguese officials briefed on the matter said.',
]

let hearsay: Hearsay
beforeAll(async () => {
  let tick = 0
  hearsay = openHearsay({
    dataDir: freshFolder(),
    check: true,
    profile: 'lite',
    now: () => new Date(Date.UTC(2025, 0, 1, 0, 0, tick++)),
  })
  for (const [i, text] of texts.entries())
    await hearsay.call(o.add, {
      id: `D${i}`,
      text,
      outlet: ['Harbour Wire', 'Daily Lantern'][i] ?? '',
      published: '2024-10-25',
    })
}, 60_000)
afterAll(() => hearsay.close())

const merge = (a: string, b: string, why = 'one spelling') =>
  hearsay.call(o['source merge'], { a, b, why, by: 'mia' })
const split = (a: string, b: string | undefined, why = 'two people') =>
  hearsay.call(o['source split'], { a, ...(b === undefined ? {} : { b }), why, by: 'mia' })
const page = (id: string) => hearsay.call(o.source, { id })
const undo = (on: string) => hearsay.call(o.review, { act: 'undo', on })
const names = async (): Promise<string[]> =>
  (await hearsay.call(o.sources, { sort: 'name', anonymous: false })).items.map((s) => s.name)
const refused = (asked: Promise<unknown>): Promise<Pick<Fault, 'code' | 'message'>> =>
  asked.then(
    () => expect.fail('no fault'),
    (f: Fault) => ({ code: f.code, message: f.message }),
  )

describe('a last name', () => {
  test('counts under the one person who has it, and its page says why', async () => {
    expect(await names()).toEqual(['Ana Pereira', 'Pedro Veldkamp', 'Rosa Veiga'])
    const { source, merges } = await page('Veldkamp')
    expect(source).toMatchObject({
      name: 'Pedro Veldkamp',
      also: ['Veldkamp'],
      claims: 2,
      reports: 2,
    })
    expect(merges).toMatchObject([
      { fromName: 'Veldkamp', intoName: 'Pedro Veldkamp', by: null, at: null, review: null },
    ])
    expect(merges[0]?.why).toContain('last name of Pedro Veldkamp')
  })

  test('finds the claims of both', async () => {
    const { source } = await page('Pedro Veldkamp')
    const said = await hearsay.call(o.claims, { source: source.id })
    expect(said.items.map((c) => c.source).sort()).toEqual(['Pedro Veldkamp', 'Veldkamp'])
  })

  test('stands apart when a person says so, until that is undone', async () => {
    const { reviews, source } = await split('Veldkamp', undefined)
    expect(reviews).toMatchObject([{ act: 'split', by: 'mia', note: 'two people' }])
    expect(source).toMatchObject({ name: 'Veldkamp', claims: 1, also: [] })
    expect(await names()).toContain('Veldkamp')
    expect((await page('Pedro Veldkamp')).merges).toEqual([])
    await undo(reviews[0]?.id ?? '')
    expect(await names()).not.toContain('Veldkamp')
  })
})

describe('a merge', () => {
  test('counts the first under the second, by id or name, with its reason', async () => {
    const { source: ana } = await page('Ana Pereira')
    const { source, reviews } = await merge(ana.id, 'rosa veiga', 'her married name')
    expect(source).toMatchObject({ name: 'Rosa Veiga', also: ['Ana Pereira'], claims: 2 })
    expect((await page('Ana Pereira')).merges).toMatchObject([
      { fromName: 'Ana Pereira', why: 'her married name', by: 'mia', review: reviews[0]?.id },
    ])
    await undo(reviews[0]?.id ?? '')
    expect((await page('Ana Pereira')).source.also).toEqual([])
  })

  test('over a third one is split where the first hangs on it', async () => {
    const made = [
      await merge('Ana Pereira', 'Rosa Veiga'),
      await merge('Rosa Veiga', 'Pedro Veldkamp'),
    ]
    expect([...(await page('Ana Pereira')).source.also].sort()).toEqual([
      'Ana Pereira',
      'Rosa Veiga',
      'Veldkamp',
    ])
    const { reviews } = await split('Ana Pereira', 'Pedro Veldkamp')
    expect(reviews).toHaveLength(1)
    expect((await page('Ana Pereira')).source.name).toBe('Ana Pereira')
    expect((await page('Rosa Veiga')).source.name).toBe('Pedro Veldkamp')
    for (const { reviews: own } of made) await undo(own[0]?.id ?? '')
    await undo(reviews[0]?.id ?? '')
  })

  test.each<[string, () => Promise<unknown>, string, string]>([
    ['of what is not there', () => merge('s404', 'Rosa Veiga'), 'ledger/no-such', 's404'],
    ['into what is not there', () => merge('Rosa Veiga', 's404'), 'ledger/no-such', 's404'],
    ['with itself', () => merge('Rosa Veiga', 'rosa veiga'), 'input/invalid', 'with itself'],
    ['without a reason', () => merge('Ana Pereira', 'Rosa Veiga', ' '), 'input/invalid', 'why'],
    [
      'split from nothing',
      () => split('Rosa Veiga', undefined),
      'input/invalid',
      'no other source',
    ],
    ['split from itself', () => split('Veldkamp', 'Veldkamp'), 'input/invalid', 'from itself'],
  ])('%s is refused', async (_, ask, code, words) => {
    const fault = await refused(ask())
    expect(fault.code).toBe(code)
    expect(fault.message).toContain(words)
  })
})

describe('two anonymous sources that look alike', () => {
  const both = async () =>
    (await hearsay.call(o.sources, { anonymous: true })).items.filter((s) =>
      s.name.includes('officials'),
    )

  test('are two, each told that it could be the other', async () => {
    const [a = expect.fail(), b = expect.fail(), ...rest] = await both()
    expect(rest).toEqual([])
    expect((await page(a.id)).couldBe).toMatchObject([{ id: b.id }])
    expect((await page(b.id)).couldBe).toMatchObject([{ id: a.id }])
    expect((await page(a.id)).couldBe[0]?.why).toContain('the same words')
  })

  test('are merged by nobody, whichever way it is asked', async () => {
    const [a = expect.fail(), b = expect.fail()] = await both()
    for (const ask of [
      merge(a.id, b.id),
      hearsay.call(o.review, { act: 'merge', on: a.id, value: b.id, by: 'mia' }),
    ])
      expect(await refused(ask)).toMatchObject({
        code: 'input/invalid',
        message: expect.stringContaining('never merged'),
      })
  })

  test('may be said to be two', async () => {
    const [a = expect.fail(), b = expect.fail()] = await both()
    const { reviews } = await split(a.id, b.id, 'one is a woman')
    expect((await page(a.id)).couldBe).toEqual([])
    expect((await page(b.id)).couldBe).toEqual([])
    await undo(reviews[0]?.id ?? '')
    expect((await page(a.id)).couldBe).toHaveLength(1)
  })
})
