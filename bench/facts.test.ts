/** Holds the reading of single sentences to its floors, and the annotation of facts to its form. */
import { beforeAll, describe, expect, test } from 'vitest'
import { eventTypes } from '../src/model/event.ts'
import { f1, type Score } from '../src/pipeline/score.ts'
import { isEdtf } from '../src/text/edtf.ts'
import { type Half, parseFacts, readFacts } from './gold/facts/read-facts.ts'
import { textOf, wordAt } from './gold/facts/score-facts.ts'
import { factsScore } from './measures/facts.ts'

/** Floors of the profile lite on the half for development. */
const floors = {
  'event type': 76,
  'event time': 86,
  'event place': 88,
  'statement time': 95,
  'time values': 95,
  'quantity numbers': 95,
  'quantities whole': 90,
  'whole tuple': 65,
}

describe.each<Half>(['dev', 'kept'])('the annotated sentences, %s', (half) => {
  const facts = readFacts(half)

  test('are two hundred, ten of each class', () => {
    expect(facts.length).toBe(200)
    for (const sort of new Set(facts.map((f) => f.sort)))
      expect(facts.filter((f) => f.sort === sort).length, sort).toBe(10)
  })

  test('point to words that stand in them, with types that there are', () => {
    for (const f of facts) {
      const at = wordAt(f)
      expect(textOf(f).text.slice(at.from, at.to)).toBe(f.word)
      expect(eventTypes).toContain(f.type)
      for (const p of [f.place, ...f.otherPlaces]) if (p) expect(f.text, p.name).toContain(p.name)
      for (const q of f.quantities)
        if (q.noun !== null) expect(f.text.toLowerCase()).toContain(q.noun.toLowerCase())
    }
  })

  test('have dates that EDTF has', () => {
    for (const f of facts)
      for (const date of [f.time, f.statement, ...f.otherTimes, ...f.quantities.map((q) => q.asOf)])
        if (date !== null) expect(isEdtf(date), `${date} in "${f.text}"`).toBe(true)
  })
})

test('no sentence stands in both halves', () => {
  const dev = new Set(readFacts('dev').map((f) => f.text + f.published + f.outlet))
  expect(readFacts('kept').filter((f) => dev.has(f.text + f.published + f.outlet))).toEqual([])
})

describe('the form', () => {
  const one = (line: string) => parseFacts(`= a\n@ 2024-10-25\nIt rained.\n> ${line}\n`)[0]

  test('reads ends and bounds of quantities', () => {
    const [q] = one('rained OTHER | q >=12 "men" killed')?.quantities ?? []
    expect(q).toMatchObject({ low: 12, best: 12, high: null, bound: 'at least', noun: 'men' })
    const ends = (text: string) => {
      const [made] = one(`rained OTHER | q ${text}`)?.quantities ?? []
      return [made?.low, made?.best, made?.high, made?.bound]
    }
    expect(ends('12')).toEqual([12, 12, 12, 'exact'])
    expect(ends('~12')).toEqual([12, 12, 12, 'about'])
    expect(ends('<12')).toEqual([null, 12, 12, 'less than'])
    expect(ends('<=12')).toEqual([null, 12, 12, 'at most'])
    expect(ends('>12')).toEqual([12, 12, null, 'more than'])
    expect(ends('24..')).toEqual([24, null, null, 'at least'])
    expect(ends('5..7')).toEqual([5, null, 7, 'between'])
    expect(ends('20±2')).toEqual([18, 20, 22, 'between'])
    expect(ends('-12')).toEqual([-12, -12, -12, 'exact'])
  })

  test('reads units, roles and as-of', () => {
    const [q] = one('rained OTHER | q 40 [nautical mile] located @2024-10-01')?.quantities ?? []
    expect(q).toMatchObject({ unit: 'nautical mile', role: 'located', asOf: '2024-10-01' })
    const [shot] = one('rained OTHER | q 3 "drones" shot_down')?.quantities ?? []
    expect(shot?.role).toBe('shot down')
  })

  test.each(['rained', 'rained OTHER | z 2024', 'rained OTHER | q many', 'rained OTHER | q 12..x'])(
    'names the line of %j, which it does not understand',
    (line) => {
      expect(() => one(line)).toThrow(/line 4/)
    },
  )

  test('names a sentence without values', () => {
    expect(() => parseFacts('One.\nTwo.\n')).toThrow(/line 2/)
  })
})

describe('floors of the profile lite', () => {
  let score: Score = {}
  beforeAll(async () => {
    score = await factsScore('dev', 'lite')
  }, 120_000)

  test.each(Object.entries(floors))('%s holds its floor of %d', (name, floor) => {
    const counts = score[name] ?? { made: 0, gold: 0, right: 0 }
    expect(100 * f1(counts), JSON.stringify(counts)).toBeGreaterThanOrEqual(floor)
  })
})
