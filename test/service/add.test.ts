/** Adding: what is known is not read again, what fails leaves no trace, and writes happen in the order of the calls. */
import { describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import { openToy } from './toy-service.ts'

const text = 'Two ships left the port of Lindhaven on Monday.'

describe('add', () => {
  test('a known report is answered without the engine', async () => {
    const toy = openToy({ version: 1 })
    const first = await toy.call(o.add, { text })
    const later = await toy.reopen({ version: 1 })
    const second = await later.call(o.add, { text })
    expect(second).toMatchObject({ id: first.id, status: 'known', claims: 1, diagnostics: [] })
    expect(later.loads()).toBe(0)
    await later.close()
  })

  test('a known report under a further id is found under both', async () => {
    const toy = openToy({ version: 1 })
    const { id } = await toy.call(o.add, { id: 'D1', text })
    expect(await toy.call(o.add, { id: 'D2', text })).toMatchObject({ id, status: 'known' })
    const { givenIds, report } = await toy.call(o.report, { id: 'D2' })
    expect(givenIds).toEqual(['D1', 'D2'])
    expect(report.given).toBe('D1')
    await toy.close()
  })

  test.each<[string, object]>([
    ['another text', { text: `${text} More will.` }],
    ['another outlet', { text, outlet: 'Harbour Wire' }],
    ['another address', { text, url: 'https://wire.example/1' }],
    ['another date', { text, published: '2024-10-23' }],
  ])('%s makes another report', async (_, over) => {
    const toy = openToy({ version: 1 })
    const first = await toy.call(o.add, { text })
    const second = await toy.call(o.add, over as never)
    expect(second.status).toBe('added')
    expect(second.id).not.toBe(first.id)
    expect(await toy.call(o.reports, {})).toMatchObject({ total: 2 })
    await toy.close()
  })

  test.each<[string, object]>([
    ['another title', { text, title: 'Ships leave' }],
    ['another language', { text, language: 'de' }],
    ['another id', { text, id: 'D7' }],
    ['another name', { text, name: 'ships.txt' }],
  ])('%s makes none', async (_, over) => {
    const toy = openToy({ version: 1 })
    await toy.call(o.add, { text })
    expect(await toy.call(o.add, over as never)).toMatchObject({ status: 'known' })
    await toy.close()
  })

  test('a stage that fails leaves nothing of the report', async () => {
    const toy = openToy({ version: 1, fails: 'Lindhaven' })
    await expect(toy.call(o.add, { text })).rejects.toMatchObject({ code: 'pipeline/stage-failed' })
    expect(await toy.call(o.reports, {})).toMatchObject({ total: 0, items: [] })
    expect((await toy.call(o.search, { query: 'Lindhaven' })).totals.reports).toBe(0)
    await toy.close()
  })

  test('a report that fails does not hold up the ones behind it', async () => {
    const toy = openToy({ version: 1, fails: 'broken' })
    const all = await Promise.allSettled(
      ['One ship left.', 'A broken one.', 'Two ships left.', ' ', 'Three ships left.'].map((t) =>
        toy.call(o.add, { text: t }),
      ),
    )
    expect(all.map((r) => r.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    const { items } = await toy.call(o.reports, { sort: 'added' })
    const ids = all.flatMap((r) => (r.status === 'fulfilled' ? [r.value.id] : []))
    expect(items.map((r) => r.id)).toEqual(ids)
    await toy.close()
  })

  test('the same report twice at one time is added once', async () => {
    const toy = openToy({ version: 1 })
    const both = await Promise.all([toy.call(o.add, { text }), toy.call(o.add, { text })])
    expect(both.map((a) => a.status).sort()).toEqual(['added', 'known'])
    expect(await toy.call(o.reports, {})).toMatchObject({ total: 1 })
    await toy.close()
  })

  test('a later text at one address revises the earlier', async () => {
    const toy = openToy({ version: 1 })
    const url = 'https://wire.example/ships'
    const first = await toy.call(o.add, { text, url, published: '2024-10-23' })
    const second = await toy.call(o.add, {
      text: `${text} One sank.`,
      url,
      published: '2024-10-24',
    })
    expect(first.revisionOf).toBeNull()
    expect(second.revisionOf).toBe(first.id)
    const { revisions } = await toy.call(o.report, { id: first.id })
    expect(revisions.map((r) => r.id)).toEqual([first.id, second.id])
    await toy.close()
  })
})

describe('what is handed in', () => {
  const base64 = (s: string): string => Buffer.from(s).toString('base64')

  test.each<[string, object, string]>([
    ['nothing', {}, 'input/invalid'],
    ['text and content', { text, content: base64(text) }, 'input/invalid'],
    ['content that is not base64', { content: 'two ships!' }, 'input/invalid'],
    ['a blank text', { text: ' \n\t ' }, 'intake/is-empty'],
    ['an empty file', { content: '' }, 'intake/is-empty'],
    ['a blank file', { content: base64(' \n ') }, 'intake/is-empty'],
    [
      'a picture',
      {
        content: Buffer.from(
          '89504e470d0a1a0a0000000d4948445200000001000000010802000000',
          'hex',
        ).toString('base64'),
      },
      'intake/unsupported-type',
    ],
    ['a date in words', { text, published: 'last week' }, 'intake/bad-date'],
    ['a day that never was', { text, published: '2024-02-30' }, 'intake/bad-date'],
    ['a number for a text', { text: 7 }, 'input/invalid'],
    ['a list for a title', { text, title: ['a'] }, 'input/invalid'],
  ])('%s is refused by analyse and add alike', async (_, input, code) => {
    const toy = openToy({ version: 1 })
    await expect(toy.call(o.analyse, input as never)).rejects.toMatchObject({ code })
    await expect(toy.call(o.add, input as never)).rejects.toMatchObject({ code })
    expect(await toy.call(o.reports, {})).toMatchObject({ total: 0 })
    await toy.close()
  })

  test('null stands for what is not known', async () => {
    const toy = openToy({ version: 1 })
    const { document } = await toy.call(o.analyse, {
      text,
      id: null,
      title: null,
      url: null,
      outlet: null,
      published: null,
      language: null,
      content: null,
      name: null,
    })
    expect(document).toMatchObject({ title: null, url: null, outlet: null, published: null })
    expect(document.id).toMatch(/^r[0-9a-f]+$/)
    await toy.close()
  })

  test.each([
    ['2024-10-23', '2024-10-23'],
    ['2024-10', '2024-10'],
    ['2024-10~', '2024-10~'],
    ['2024-10-23T08:00:00Z', '2024-10-23'],
    ['Wed, 23 Oct 2024 08:00:00 GMT', '2024-10-23'],
  ])('a date given as %s is kept as %s', async (given, kept) => {
    const toy = openToy({ version: 1 })
    const { document } = await toy.call(o.analyse, { text, published: given })
    expect(document).toMatchObject({ published: kept, publishedFrom: 'given' })
    await toy.close()
  })

  test.each([
    ['en', 1],
    ['en-GB', 1],
    ['EN_us', 1],
    ['de', 0],
    ['fr-CA', 0],
  ])('a text said to be in %s has %d claims', async (language, claims) => {
    const toy = openToy({ version: 1 })
    const analysis = await toy.call(o.analyse, { text, language })
    expect(analysis.claims.length).toBe(claims)
    expect(analysis.diagnostics.some((d) => d.code === 'language-not-supported')).toBe(claims === 0)
    await toy.close()
  })

  test('the text of a line is kept to the letter', async () => {
    const toy = openToy({ version: 1 })
    for (const exact of [
      'Two ships\r\nleft.\r',
      '\ufeffTwo ships left.',
      ' Two ships left. ',
      'Two\u0000ships\u0007 left.',
      'e\u0301 is not \u00e9.',
      'half a \ud83d pair.',
    ]) {
      const { id } = await toy.call(o.add, { text: exact })
      expect((await toy.call(o.report, { id })).analysis.document.text).toBe(exact)
    }
    await toy.close()
  })
})
