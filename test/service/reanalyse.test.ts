/** Reading again: what a newer engine changes is told, what it cannot read stays as it was, and nothing is lost. */
import { describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import { openToy } from './toy-service.ts'

const text = 'Two ships left. Nobody was hurt. The port may close.'

describe('reanalyse', () => {
  test('has nothing to do in an empty ledger', async () => {
    const toy = openToy({ version: 1 })
    expect(await toy.call(o.reanalyse, {})).toEqual({
      engine: 'toy@1',
      read: 0,
      left: 0,
      changed: [],
    })
    await toy.close()
  })

  test('tells which claims came, went and were altered', async () => {
    const old = openToy({ version: 1, skips: 'port' })
    const { id } = await old.call(o.add, { text })
    const before = (await old.call(o.claims, {})).items
    expect(before.map((c) => c.quote).sort()).toEqual(['Nobody was hurt.', 'Two ships left.'])

    const toy = await old.reopen({ version: 2, mode: 'estimate', skips: 'Nobody' })
    const { read, left, changed, engine } = await toy.call(o.reanalyse, {})
    expect([engine, read, left]).toEqual(['toy@2', 1, 0])
    const after = (await toy.call(o.claims, {})).items
    expect(after.map((c) => c.quote).sort()).toEqual(['The port may close.', 'Two ships left.'])
    const idOf = (list: typeof after, words: string): string =>
      list.find((c) => c.quote.includes(words))?.id ?? expect.fail(words)
    expect(changed).toEqual([
      {
        report: id,
        from: 'toy@1',
        added: [idOf(after, 'port')],
        removed: [idOf(before, 'Nobody')],
        altered: [idOf(after, 'Two')],
        fields: { mode: 1 },
      },
    ])
    await toy.close()
  })

  test('a claim that stays keeps its id, and decisions on it stand', async () => {
    const old = openToy({ version: 1 })
    await old.call(o.add, { text })
    const [claim] = (await old.call(o.claims, { sort: 'text' })).items
    const id = claim?.id ?? expect.fail('no claim')
    await old.call(o.review, { act: 'accept', on: id, by: 'mia' })
    const toy = await old.reopen({ version: 2, mode: 'opinion' })
    await toy.call(o.reanalyse, {})
    const again = await toy.call(o.claim, { id })
    expect(again.claim).toMatchObject({ mode: 'opinion', review: 'accept' })
    expect(again.engine).toBe('toy@2')
    expect(again.why).toEqual([{ field: 'mode', stage: 'toy', rule: 'TY1', version: '2' }])
    expect(again.reviews.map((w) => w.act)).toEqual(['accept'])
    await toy.close()
  })

  test('both analyses are listed, the newer one is shown', async () => {
    const old = openToy({ version: 1 })
    const { id } = await old.call(o.add, { text })
    const toy = await old.reopen({ version: 2, skips: 'ships' })
    await toy.call(o.reanalyse, {})
    const { analyses, analysis, report } = await toy.call(o.report, { id })
    expect(analyses.map((a) => [a.engine, a.claims])).toEqual([
      ['toy@1', 3],
      ['toy@2', 2],
    ])
    expect(analysis.claims.length).toBe(2)
    expect(report.claims).toBe(2)
    expect(analysis.document.text).toBe(text)
    await toy.close()
  })

  test('an engine that found the same says that nothing changed', async () => {
    const old = openToy({ version: 1 })
    await old.call(o.add, { text })
    const toy = await old.reopen({ version: 2 })
    expect(await toy.call(o.reanalyse, {})).toMatchObject({ read: 1, changed: [] })
    expect(await toy.call(o.reanalyse, {})).toMatchObject({ read: 0, left: 0 })
    await toy.close()
  })

  test('takes so many at a time, oldest first, and says how many are left', async () => {
    const old = openToy({ version: 1 })
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await old.call(o.add, { text: `Ship ${i} left.` })).id)
    const toy = await old.reopen({ version: 2, mode: 'opinion' })
    const first = await toy.call(o.reanalyse, { limit: 2 })
    expect(first).toMatchObject({ read: 2, left: 3 })
    expect(first.changed.map((c) => c.report)).toEqual(ids.slice(0, 2))
    const second = await toy.call(o.reanalyse, { limit: 2 })
    expect(second.changed.map((c) => c.report)).toEqual(ids.slice(2, 4))
    expect(await toy.call(o.reanalyse, {})).toMatchObject({ read: 1, left: 0 })
    await toy.close()
  })

  test('one report alone, by its own id or the given one', async () => {
    const old = openToy({ version: 1 })
    const a = await old.call(o.add, { id: 'D1', text: 'Ship 1 left.' })
    const b = await old.call(o.add, { id: 'D2', text: 'Ship 2 left.' })
    const toy = await old.reopen({ version: 2, mode: 'opinion' })
    expect((await toy.call(o.reanalyse, { report: 'D2' })).changed[0]?.report).toBe(b.id)
    const rest = await toy.call(o.reanalyse, { report: a.id })
    expect(rest).toMatchObject({ read: 1, left: 0 })
    expect(await toy.call(o.reanalyse, { report: a.id })).toMatchObject({ read: 0, changed: [] })
    await toy.close()
  })

  test('a report that is not there is a fault', async () => {
    const toy = openToy({ version: 1 })
    await expect(toy.call(o.reanalyse, { report: 'r404' })).rejects.toMatchObject({
      code: 'ledger/no-such',
      data: { kind: 'report', id: 'r404' },
    })
    await toy.close()
  })

  test('a stage that fails ends it; what was read before stays read', async () => {
    const old = openToy({ version: 1 })
    await old.call(o.add, { text: 'Ship 1 left.' })
    await old.call(o.add, { text: 'Ship 2 sank.' })
    await old.call(o.add, { text: 'Ship 3 left.' })
    const toy = await old.reopen({ version: 2, mode: 'opinion', fails: 'sank' })
    await expect(toy.call(o.reanalyse, {})).rejects.toMatchObject({ code: 'pipeline/stage-failed' })
    const modes = (await toy.call(o.claims, { sort: 'oldest' })).items.map((c) => c.mode)
    expect(modes.sort()).toEqual(['fact', 'fact', 'opinion'])
    const mended = await toy.reopen({ version: 3, mode: 'opinion' })
    expect(await mended.call(o.reanalyse, {})).toMatchObject({ read: 3, left: 0 })
    await mended.close()
  })

  test('what intake found hard is said again, what an engine found hard is not', async () => {
    const old = openToy({ version: 1 })
    const { id, diagnostics } = await old.call(o.add, { text: 'Ship 1 left.' })
    expect(diagnostics.map((d) => d.code)).toEqual(['date-unknown'])
    const toy = await old.reopen({ version: 2 })
    await toy.call(o.reanalyse, {})
    const { analysis } = await toy.call(o.report, { id })
    expect(analysis.diagnostics.map((d) => [d.code, d.by])).toEqual([['date-unknown', 'intake']])
    await toy.close()
  })

  test('a report in another language is not read by any engine, and not counted as left', async () => {
    const old = openToy({ version: 1 })
    await old.call(o.add, { text: 'Deux navires ont quitté le port.', language: 'fr' })
    const toy = await old.reopen({ version: 2 })
    expect(await toy.call(o.reanalyse, {})).toMatchObject({ left: 0, changed: [] })
    await toy.close()
  })
})

describe('a report too long to be analysed whole', () => {
  const long = `Two ships left. ${`${'word '.repeat(1000)}. `.repeat(110)}The end came.`

  test('is marked as partial in every list, and its text is kept whole', async () => {
    const old = openToy({ version: 1 })
    const added = await old.call(o.add, { text: long })
    expect(added.partial).toMatchObject({ what: 'the end of the text was not analysed' })
    expect(added.diagnostics.map((d) => d.code)).toContain('partial')
    const { report, analysis } = await old.call(o.report, { id: added.id })
    expect(report.partial).toEqual(added.partial)
    expect(analysis.document.text).toBe(long)
    const cut = analysis.diagnostics.find((d) => d.code === 'partial')
    expect(cut?.to).toBe(long.length)
    expect(analysis.claims.every((c) => c.to <= (cut?.from ?? 0))).toBe(true)
    await old.close()
  })
})
