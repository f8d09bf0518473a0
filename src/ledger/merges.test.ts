/** Merges: which sources count as one after any order of merges, splits and undoings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshLedger, moment, reportOf, save, sentencesText } from '../../test/ledger/fixtures.ts'
import type { ReviewRecord } from '../model/records.ts'
import { rootsOf, standing } from './merges.ts'

const mergedOf = (all: readonly ReviewRecord[]) => rootsOf(standing(all))

const names = ['a', 'b', 'c', 'd', 'e']
const decision = fc.record({
  act: fc.constantFrom('merge', 'merge', 'split' as const),
  on: fc.constantFrom(...names),
  value: fc.constantFrom(...names),
})
const record = (d: { act: string; on: string; value: string }): ReviewRecord => ({
  ...(d as { act: 'merge' | 'split'; on: string; value: string }),
  kind: 'review',
  id: '',
  by: '',
  at: '',
  note: null,
})

/** Groups by spreading along the merges that no later split took back. */
function together(
  all: readonly { act: string; on: string; value: string }[],
  of: string,
): string[] {
  const joined = all.filter(
    (d, i) =>
      d.act === 'merge' &&
      !all.some(
        (s, k) =>
          k > i &&
          s.act === 'split' &&
          [s.on, s.value].sort().join() === [d.on, d.value].sort().join(),
      ),
  )
  const group = new Set([of])
  for (let n = 0; n < names.length; n++)
    for (const d of joined) if (group.has(d.on) || group.has(d.value)) group.add(d.on).add(d.value)
  return [...group].sort()
}

describe('merged sources', () => {
  test('are the groups that the merges join', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), (all) => {
        const merged = mergedOf(all.map(record))
        const root = (n: string): string => merged.get(n) ?? n
        for (const n of names) {
          expect(names.filter((m) => root(m) === root(n))).toEqual(together(all, n))
          expect(root(root(n))).toBe(root(n))
          expect(merged.get(n)).not.toBe(n)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('one merge counts the first under the second', () => {
    expect([...mergedOf([record({ act: 'merge', on: 'a', value: 'b' })])]).toEqual([['a', 'b']])
    expect(mergedOf([])).toEqual(new Map())
  })

  test('in a ledger part again when the merge is undone, and join when the undoing is', () => {
    const ledger = freshLedger()
    save(ledger, reportOf(sentencesText(9)))
    const [a = expect.fail(), b = expect.fail()] = ledger.sources.list({
      sort: 'name',
      limit: 9,
    }).items
    const decide = (act: 'merge' | 'undo', on: string, value: string | null) =>
      ledger.decide({ act, on, by: 'mia', value, note: null }, moment)
    const merge = decide('merge', a.id, b.id)
    const joined = [[a.id, b.id].sort(), 1]
    const seen = () => [
      [...ledger.merges.together(a.id)].sort(),
      ledger.sources.list({ sort: 'name', limit: 9 }).items.filter((s) => s.also.length > 0).length,
    ]
    expect(seen()).toEqual(joined)
    const undo = decide('undo', merge.id, null)
    expect(seen()).toEqual([[a.id], 0])
    const redo = decide('undo', undo.id, null)
    expect(seen()).toEqual(joined)
    decide('undo', redo.id, null)
    expect(seen()).toEqual([[a.id], 0])
    ledger.close()
  })
})
