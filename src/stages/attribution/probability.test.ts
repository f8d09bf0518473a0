/** Tests of how sure an attribution is said to be: by the reader's word, by the way it was found, and by where it stands. */
import { describe, expect, it } from 'vitest'
import type { CueReading, Reading } from '../../layers/readings.ts'
import type { Draft } from './draft.ts'
import { Evidence } from './evidence.ts'
import { probabilityOf } from './probability.ts'

const heard = (cue: number): Evidence =>
  new Evidence([{ cue } as unknown as Reading], [] as readonly CueReading[])

const draft = (rule: string): Draft => ({
  cue: [{ first: 0, end: 1 }],
  source: [],
  sourceHead: -1,
  content: [{ first: 1, end: 2 }],
  anchor: 0,
  stance: 'asserts',
  class: 'say',
  rule,
})

const rules = ['AT1', 'AT2', 'AT3', 'AT5', 'AT6', 'AT8', 'AT11', 'AT24', 'AT31']

describe('the probability of an attribution', () => {
  it.each(rules)('grows with the word of the reader (%s)', (rule) => {
    let last = 0
    for (const cue of [0.01, 0.2, 0.5, 0.8, 0.99]) {
      const p = probabilityOf(draft(rule), heard(cue), false)
      expect(p).toBeGreaterThan(last)
      expect(p).toBeLessThan(1)
      last = p
    }
  })

  it.each([0, 0.3, 0.6, 1])(
    'puts a clause above a deed, and a deed near the reader alone (%s)',
    (cue) => {
      const told = probabilityOf(draft('AT2'), heard(cue), false)
      expect(told).toBeGreaterThan(probabilityOf(draft('AT24'), heard(cue), false))
      expect(told).toBeGreaterThan(probabilityOf(draft('AT31'), heard(cue), false))
    },
  )

  it.each(['AT12', 'AT13'])('takes marks alone for what they are (%s)', (rule) => {
    expect(probabilityOf(draft(rule), heard(0), false)).toBe(
      probabilityOf(draft(rule), heard(1), false),
    )
    expect(probabilityOf(draft(rule), heard(0), false)).toBeGreaterThan(0.7)
  })

  it.each(['AT1', 'AT2', 'AT6', 'AT11', 'AT14'])(
    'leaves the reader unasked inside of another report (%s)',
    (rule) => {
      expect(probabilityOf(draft(rule), heard(0), true)).toBe(
        probabilityOf(draft(rule), heard(1), true),
      )
      expect(probabilityOf(draft(rule), heard(0), true)).toBeGreaterThan(0.5)
    },
  )

  it('puts clauses above other frames inside of another report', () => {
    expect(probabilityOf(draft('AT2'), heard(0), true)).toBeGreaterThan(
      probabilityOf(draft('AT6'), heard(0), true),
    )
  })

  it('has three places', () => {
    for (const cue of [0.123, 0.456, 0.789]) {
      const p = probabilityOf(draft('AT6'), heard(cue), false)
      expect(Math.round(p * 1000) / 1000).toBe(p)
    }
  })
})
