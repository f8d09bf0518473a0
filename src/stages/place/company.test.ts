/** Tests the company of a reading, and how exact a place is with the words before it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readData } from '../../../test/data-files.ts'
import { Gazetteer } from '../../lexicon/gazetteer.ts'
import { type Anchor, companyOf } from './company.ts'
import type { Mention } from './reading.ts'
import { precisionOf, type Vague } from './vague.ts'

const gazetteer = Gazetteer.of(readData('gazetteer.bin'))

/** The first reading of a name in a state, and in a region of it where one is given. */
function reading(name: string, country: string, region?: string): number {
  const outer = region === undefined ? -1 : reading(region, country)
  return (
    gazetteer
      .find(name)
      .find(
        (i) => gazetteer.country(i) === country && (outer < 0 || gazetteer.isWithin(i, outer)),
      ) ?? -1
  )
}

function anchor(text: string, place: number, weight = 1): Anchor {
  const { lat, lon, country, feature } = gazetteer.place(place)
  const region = gazetteer.firstRegion(place)
  const whole = feature.startsWith('PCL')
  return { text, place, country, region, whole, isRegion: feature === 'ADM1', lat, lon, weight }
}

const texas = reading('Texas', 'USA')
const houston = reading('Houston', 'USA')
const parisOfTexas = reading('Paris', 'USA', 'Texas')
const paris = reading('Paris', 'FRA')
const lyon = reading('Lyon', 'FRA')

describe('companyOf', () => {
  test('is none without other names', () => {
    expect(companyOf(gazetteer, [], 'Paris')).toBeNull()
    expect(companyOf(gazetteer, [anchor('Paris', paris)], 'Paris')).toBeNull()
  })

  test('speaks for what lies in the same state and region', () => {
    const company = companyOf(
      gazetteer,
      [anchor('Houston', houston), anchor('Texas', texas)],
      'Paris',
    )
    expect(company?.of(parisOfTexas)).toBeGreaterThan(company?.of(paris) ?? 0)
    expect(company?.of(paris)).toBe(0)
  })

  test('speaks for the other reading in another company', () => {
    const company = companyOf(gazetteer, [anchor('Lyon', lyon)], 'Paris')
    expect(company?.of(paris)).toBeGreaterThan(company?.of(parisOfTexas) ?? 0)
  })

  test('of mixed places speaks for the larger part', () => {
    const mixed = [anchor('Houston', houston), anchor('Texas', texas), anchor('Lyon', lyon)]
    const company = companyOf(gazetteer, mixed, 'Paris')
    expect(company?.of(parisOfTexas)).toBeGreaterThan(company?.of(paris) ?? 0)
  })

  test('does not depend on the order of the anchors, and is never negative or large', () => {
    const pool = [
      anchor('Houston', houston),
      anchor('Texas', texas, 1.5),
      anchor('Lyon', lyon, 0.4),
      anchor('Paris', paris, 0.3),
    ]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pool),
        fc.constantFrom(paris, parisOfTexas, lyon),
        (some, r) => {
          const one = companyOf(gazetteer, some, 'Springfield')?.of(r) ?? 0
          const other = companyOf(gazetteer, [...some].reverse(), 'Springfield')?.of(r) ?? 0
          expect(one).toBeCloseTo(other, 10)
          expect(one).toBeGreaterThanOrEqual(0)
          expect(one).toBeLessThan(6)
        },
      ),
    )
  })
})

describe('precisionOf', () => {
  const mention = (by: Mention['by'], readings: readonly number[] = [1]): Mention => ({
    from: 0,
    to: 4,
    text: 'Goma',
    country: null,
    first: 0,
    end: 1,
    found: 'PL1',
    readings,
    by,
  })
  const part: Vague = { from: 0, kind: 'part' }
  const around: Vague = { from: 0, kind: 'around' }

  test.each([
    ['PPL', null, null, 1],
    ['PPLC', null, around, 2],
    ['PPLC', null, part, 2],
    ['ADM2', null, null, 3],
    ['ADM2', null, around, 5],
    ['ADM1', null, null, 4],
    ['ADM1', null, part, 4],
    ['ADM1', null, around, 5],
    ['PCLI', null, null, 6],
    ['PCLI', null, part, 5],
    ['PCLI', null, around, 6],
    ['SEA', 1150, null, 7],
    ['STRT', 160, around, 7],
    ['RGN', 300, null, 5],
    ['RGN', 120, null, 3],
    ['ISL', 15, null, 1],
    ['ISL', 45, null, 2],
    ['BLDG', 2, null, 1],
  ] as const)('%s of %s km, %o: %d', (feature, extent, vague, precision) => {
    expect(precisionOf(feature, extent, mention('name'), vague)).toBe(precision)
  })

  test('a town that stands for its airport is near', () => {
    expect(precisionOf('PPL', null, mention('facility'), null)).toBe(2)
  })

  test('a part of a town in the name itself', () => {
    expect(precisionOf('PPL', null, mention('part'), null)).toBe(2)
    expect(precisionOf('PCLI', null, mention('part'), null)).toBe(5)
  })

  test('a place without readings has none', () => {
    expect(precisionOf(null, null, mention('name', []), null)).toBeNull()
    expect(precisionOf(null, null, mention('name', []), around)).toBeNull()
  })
})
