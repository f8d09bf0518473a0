/** Map view: which places are drawn and how, what the frame holds, and labels that cover nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/model/place.ts'
import { labelsFor, mapHeight, mapWidth, projectionFor } from './map-view.ts'
import { reachOf, spotsOf } from './spots.ts'

const place = (name: string, lat: number | null, lon: number | null, over: Partial<Place> = {}) =>
  ({
    name,
    geonames: 1,
    lat,
    lon,
    country: 'RUS',
    feature: 'PPLA',
    role: 'event',
    ...over,
  }) as Place

describe('places on the map', () => {
  test('are those with a point, each once, and no metonyms', () => {
    const spots = spotsOf([
      place('Kursk', 51.7, 36.2),
      place('Kursk again', 51.7, 36.2),
      place('somewhere', null, null),
      place('Moscow', 55.8, 37.6, { role: 'metonym' }),
      place('Seoul', 37.6, 127, { role: 'dateline' }),
    ])
    expect(spots.map((s) => `${s.name} ${s.role}`)).toEqual(['Kursk event', 'Seoul dateline'])
  })

  test('give way from dateline to what happened there', () => {
    const both = [place('Seoul', 37.6, 127, { role: 'dateline' }), place('Seoul', 37.6, 127)]
    expect(spotsOf(both).map((s) => s.role)).toEqual(['event'])
  })

  test.each([
    ['PCLI', 'country'],
    ['PCLD', 'country'],
    ['PPLC', 'point'],
    ['AIRP', 'point'],
    ['BDG', 'point'],
    ['ADM1', 'area'],
    ['RGN', 'area'],
    ['SEA', 'area'],
    [null, 'area'],
  ])('%s is a %s', (feature, reach) => {
    expect(reachOf({ feature })).toBe(reach)
    expect(reachOf({ feature, precision: 1 })).toBe(reach)
  })

  test.each([
    ['PPLC', 2, 'area'],
    ['AIRP', 2, 'area'],
    ['ADM1', 4, 'area'],
    ['PCLI', 5, 'country'],
    ['PCLI', 6, 'country'],
    ['SEA', 7, 'area'],
    ['PPL', null, 'point'],
  ] as const)(
    '%s with precision %s is drawn as %s: never a point where none is meant',
    (feature, precision, reach) => {
      expect(reachOf({ feature, precision })).toBe(reach)
    },
  )

  test('are named with the words that make them vague', () => {
    const spots = spotsOf([
      place('Ukraine', 49, 32, { feature: 'PCLI', precision: 5, modifier: 'eastern' }),
      place('Kupiansk', 49.7, 37.6, { precision: 2, modifier: '30 km north of' }),
      place('Kyiv', 50.4, 30.5, { precision: 1, modifier: null }),
    ])
    expect(spots.map((s) => s.name)).toEqual(['eastern Ukraine', '30 km north of Kupiansk', 'Kyiv'])
  })

  test('lie inside the frame, near or far apart', () => {
    const point = fc.tuple(fc.integer({ min: -70, max: 75 }), fc.integer({ min: -180, max: 180 }))
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 4 }), (points) => {
        const spots = spotsOf(points.map(([lat, lon], i) => place(`p${i}`, lat, lon)))
        const projection = projectionFor(spots)
        for (const s of spots) {
          const [x, y] = projection(s.at) ?? [Number.NaN, Number.NaN]
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(mapWidth)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(mapHeight)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('labels', () => {
  const at = (name: string, x: number, y: number) => ({ name, x, y, reach: 'point' as const })

  test('stand beside their points, on the side that has room', () => {
    expect(labelsFor([at('Kursk', 100, 90)])).toMatchObject([{ words: 'Kursk', anchor: 'start' }])
    expect(labelsFor([at('Vladivostok', 340, 90)])).toMatchObject([{ anchor: 'end' }])
  })

  test('of what has an extent stand in its middle', () => {
    expect(labelsFor([{ ...at('Russia', 100, 90), reach: 'country' }])).toMatchObject([
      { anchor: 'middle', x: 100 },
    ])
  })

  test('never cover one another; one without room is left out', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => at(`Place number ${i}`, 180, 90))
    const labels = labelsFor(crowd)
    expect(labels.length).toBeLessThan(6)
    expect(new Set(labels.map((l) => `${l.x} ${l.y} ${l.anchor}`)).size).toBe(labels.length)
  })

  test('that are long are cut', () => {
    const [label] = labelsFor([at('The Autonomous Republic of Somewhere', 20, 90)])
    expect(label?.words).toBe('The Autonomous Republic o…')
  })
})
