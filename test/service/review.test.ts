/** Decisions through the service: what each act may be about, what it needs, what it changes in every list, and how it is undone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import type { Fault } from '../../src/fault/fault.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { reviewActs } from '../../src/model/records.ts'
import { freshFolder } from '../ledger/fixtures.ts'

const text =
  'The port of Lindhaven will reopen on Monday, the harbour master Ana Pereira said. ' +
  'Nobody was hurt, Mayor Pedro Lima said. A. Pereira, the harbour master, denied that ships had left.'

let hearsay: Hearsay
let claim: string
let source: string
let other: string

beforeAll(async () => {
  let tick = 0
  hearsay = openHearsay({
    dataDir: freshFolder(),
    check: true,
    profile: 'lite',
    now: () => new Date(Date.UTC(2025, 0, 1, 0, 0, tick++)),
  })
  await hearsay.call(o.add, { id: 'D1', text, outlet: 'Harbour Wire', published: '2024-10-25' })
  claim = (await hearsay.call(o.claims, { sort: 'text' })).items[0]?.id ?? ''
  const sources = (await hearsay.call(o.sources, { sort: 'name' })).items
  source = sources[0]?.id ?? ''
  other = sources[1]?.id ?? ''
})
afterAll(() => hearsay.close())

async function faultOf(input: object): Promise<Pick<Fault, 'code' | 'message'>> {
  const thrown = await hearsay.call(o.review, input as never).then(
    () => expect.fail(`no fault: ${JSON.stringify(input)}`),
    (e: Fault) => e,
  )
  return { code: thrown.code, message: thrown.message }
}

const things = (): Record<string, string> => ({ claim, source, review: 'w404' })
const subjects: Record<(typeof reviewActs)[number], string> = {
  accept: 'claim',
  reject: 'claim',
  amend: 'claim',
  grade: 'source',
  merge: 'source',
  split: 'source',
  undo: 'review',
}
const values: Partial<Record<(typeof reviewActs)[number], string>> = {
  amend: 'Two ships left.',
  grade: 'B',
}

describe('what an act may be about', () => {
  test.each(reviewActs.filter((a) => a !== 'undo'))('%s is for one kind of thing', async (act) => {
    for (const [kind, id] of Object.entries(things())) {
      if (kind === subjects[act] || kind === 'review') continue
      const fault = await faultOf({ act, on: id, value: values[act] ?? other })
      expect(fault.code).toBe('input/invalid')
      expect(fault.message).toContain(`${act} is for a ${subjects[act]}`)
    }
  })

  test.each(reviewActs)('%s on what is not there is a fault that names it', async (act) => {
    const fault = await faultOf({ act, on: 'x404', value: values[act] })
    expect(fault).toMatchObject({ code: 'ledger/no-such' })
    expect(fault.message).toContain('x404')
    expect(fault.message).toContain(subjects[act])
  })

  test.each(['accept', 'reject'] as const)('%s takes no value, and says so', async (act) => {
    expect(await faultOf({ act, on: claim, value: 'B' })).toMatchObject({
      code: 'input/invalid',
      message: expect.stringContaining('takes no value'),
    })
  })

  test.each(['amend', 'grade', 'merge', 'split'] as const)('%s needs a value', async (act) => {
    const on = things()[subjects[act]]
    expect(await faultOf({ act, on })).toMatchObject({
      code: 'input/invalid',
      message: expect.stringContaining('needs a value'),
    })
  })

  test.each(['', 'a', 'G', 'AB', '1', 'A ', '\u0410'])('%j is no grade', async (value) => {
    expect(await faultOf({ act: 'grade', on: source, value })).toMatchObject({
      code: 'input/invalid',
      message: expect.stringContaining('A, B, C, D, E, F'),
    })
  })

  test.each(['merge', 'split'] as const)('%s with a source that is not there', async (act) => {
    expect(await faultOf({ act, on: source, value: 's404' })).toMatchObject({
      code: 'ledger/no-such',
    })
  })

  test.each<[string, object]>([
    ['an act of no kind', { act: 'praise', on: 'x' }],
    ['no subject', { act: 'accept' }],
    ['a nameless decider', { act: 'accept', on: 'x', by: '' }],
    ['a name without end', { act: 'accept', on: 'x', by: 'm'.repeat(201) }],
    ['a note without end', { act: 'accept', on: 'x', note: 'n'.repeat(10_001) }],
    ['a value without end', { act: 'amend', on: 'x', value: 'v'.repeat(10_001) }],
  ])('%s is refused before anything is looked up', async (_, input) => {
    expect((await faultOf(input)).code).toBe('input/invalid')
  })

  test('nothing of all that was kept', async () => {
    expect(await hearsay.call(o.reviews, {})).toEqual({ items: [], next: null, total: 0 })
  })
})

describe('what a decision changes', () => {
  const verdict = async (): Promise<string | null | undefined> =>
    (await hearsay.call(o.claims, {})).items.find((c) => c.id === claim)?.review
  const decide = (act: string, on: string, value?: string) =>
    hearsay.call(o.review, { act, on, value, by: 'mia' } as never)

  test('the last standing one on a claim shows in its list and on its page', async () => {
    expect(await verdict()).toBeNull()
    const accepted = await decide('accept', claim)
    expect(await verdict()).toBe('accept')
    const rejected = await decide('reject', claim)
    expect(await verdict()).toBe('reject')
    await decide('undo', rejected.id)
    expect(await verdict()).toBe('accept')
    await decide('undo', accepted.id)
    expect(await verdict()).toBeNull()
    const { reviews } = await hearsay.call(o.claim, { id: claim })
    expect(reviews.map((w) => w.act)).toEqual(['accept', 'reject'])
  })

  test('an amendment keeps the words of the report and tells those of the reader', async () => {
    const amended = await decide('amend', claim, 'The port reopens on Monday.')
    expect(await verdict()).toBe('amend')
    const shown = await hearsay.call(o.claim, { id: claim })
    expect(text).toContain(shown.claim.quote)
    expect(shown.reviews.at(-1)).toMatchObject({ value: 'The port reopens on Monday.', by: 'mia' })
    await decide('undo', amended.id)
  })

  test('a grade stands with the source, the later one wins, an undone one goes', async () => {
    const grade = async () => (await hearsay.call(o.source, { id: source })).source.grade
    expect(await grade()).toBeNull()
    await decide('grade', source, 'B')
    expect(await grade()).toBe('B')
    const worse = await decide('grade', source, 'D')
    expect(await grade()).toBe('D')
    await decide('undo', worse.id)
    expect(await grade()).toBe('B')
  })

  test('a merge makes one of two in the list of sources; the claims keep both', async () => {
    const before = await hearsay.call(o.sources, {})
    const named = async (id: string) =>
      (await hearsay.call(o.claims, { source: id })).items.map((c) => c.source)
    const claimsOfOne = await named(source)
    const merged = await decide('merge', source, other)
    const after = await hearsay.call(o.sources, {})
    expect(after.total).toBe(before.total - 1)
    const [joined] = after.items.filter((s) => s.also.length > 0)
    expect(joined?.id).toBe(other)
    const stored = (await hearsay.call(o.claims, {})).items.map((c) => c.sourceId)
    expect(stored).toContain(source)
    expect(stored).toContain(other)
    await decide('undo', merged.id)
    expect(await hearsay.call(o.sources, {})).toEqual(before)
    expect(await named(source)).toEqual(claimsOfOne)
  })

  test('an undoing can be undone', async () => {
    const accepted = await decide('accept', claim)
    const undone = await decide('undo', accepted.id)
    expect(await verdict()).toBeNull()
    await decide('undo', undone.id)
    expect(await verdict()).toBe('accept')
  })

  test('lists tell which decisions are undone', async () => {
    const { items } = await hearsay.call(o.reviews, { on: claim, act: 'reject' })
    expect(items.map((w) => w.undone)).toEqual([true])
  })

  test('a decision says when and by whom, and "reader" where nobody says', async () => {
    const kept = await hearsay.call(o.review, { act: 'accept', on: claim })
    expect(kept.by).toBe('reader')
    expect(kept.at).toMatch(/^2025-01-01T00:/)
    expect((await hearsay.call(o.reviews, { by: 'reader' })).items.map((w) => w.id)).toEqual([
      kept.id,
    ])
  })

  test('decisions are in the export, after the claims, in their order', async () => {
    const kinds: string[] = []
    const ids: string[] = []
    for await (const record of hearsay.stream(o.export, {})) {
      kinds.push(record.kind)
      if (record.kind === 'review') ids.push(record.id)
    }
    expect(kinds.lastIndexOf('claim')).toBeLessThan(kinds.indexOf('review'))
    const listed = (await hearsay.call(o.reviews, { limit: 500 })).items.map((w) => w.id)
    expect(ids).toEqual(listed.reverse())
  })
})
