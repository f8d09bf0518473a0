/** Tests distances on the globe, and the country that an outlet's address tells. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { Gazetteer } from '../../lexicon/gazetteer.ts'
import { homeOf } from './home.ts'
import { placeLists } from './lexicons.ts'
import { kilometres } from './score.ts'

describe('kilometres', () => {
  test.each([
    ['a place and itself', 50, 30, 50, 30, 0],
    ['London and Paris', 51.5074, -0.1278, 48.8566, 2.3522, 344],
    ['New York and Tokyo', 40.7128, -74.006, 35.6762, 139.6503, 10849],
    ['the poles', 90, 0, -90, 0, 20015],
    ['opposite places on the equator', 0, 0, 0, 180, 20015],
    ['both sides of the date line', 0, 179.5, 0, -179.5, 111],
    ['one degree of latitude', 0, 0, 1, 0, 111],
  ])('%s', (_, lat1, lon1, lat2, lon2, km) => {
    expect(Math.abs(kilometres(lat1, lon1, lat2, lon2) - km)).toBeLessThan(5)
  })

  test('is the same both ways, never negative, never more than half round', () => {
    const lat = fc.double({ min: -90, max: 90, noNaN: true })
    const lon = fc.double({ min: -180, max: 180, noNaN: true })
    fc.assert(
      fc.property(lat, lon, lat, lon, (a, b, c, d) => {
        const there = kilometres(a, b, c, d)
        expect(there).toBeCloseTo(kilometres(c, d, a, b), 6)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(20016)
      }),
    )
  })
})

describe('homeOf', () => {
  const lists = placeLists.load(placeLists.files.map((f) => readData(f)))
  const lexicon = { ...lists, gazetteer: Gazetteer.of(readData('gazetteer.bin')) }
  const home = (url: string | null, outlet: string | null = null): string | null =>
    homeOf(lexicon, { ...Document.of('x').facts, url, outlet })

  test.each([
    ['https://www.harbour.example.co.uk/news', 'GBR'],
    ['https://harbour.ua', 'UKR'],
    ['https://harbour.com.au/a.b?c', 'AUS'],
    ['http://harbour.GH/x', 'GHA'],
    ['harbour.ie/x', 'IRL'],
    ['https://harbour.ie:8080/x', 'IRL'],
    ['https://harbour.ie?x=1', 'IRL'],
    ['https://harbour.com/uk/x.ua', null],
    ['https://harbour.example', null],
    ['https://localhost/x', null],
    ['', null],
    [null, null],
  ])('%s: %s', (url, country) => {
    expect(home(url)).toBe(country)
  })

  test('the outlet may be a web address too', () => {
    expect(home(null, 'harbour.fi')).toBe('FIN')
    expect(home('https://harbour.com', 'harbour.fi')).toBe('FIN')
    expect(home(null, 'Harbour Wire')).toBeNull()
  })
})
