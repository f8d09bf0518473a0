/** Tests the gazetteer's reader on a small file made by hand: three places, two names, one region. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Gazetteer } from './gazetteer.ts'
import {
  type Cell,
  type Count,
  cellBytes,
  counts,
  formatVersion,
  magic,
  sections,
} from './gazetteer-format.ts'
import { checkOf, foldName, keyOf } from './gazetteer-key.ts'

interface Place {
  readonly id: number
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly country: number
  readonly feature: number
  readonly region: number
  readonly names: readonly string[]
}

const places: readonly Place[] = [
  {
    id: 11,
    name: 'Northland',
    lat: 60.5,
    lon: 10.25,
    population: 5000000,
    country: 1,
    feature: 0,
    region: 0,
    names: ['Northland'],
  },
  {
    id: 12,
    name: 'Fjord',
    lat: 61.1,
    lon: 9.9,
    population: 900000,
    country: 1,
    feature: 1,
    region: 0,
    names: ['Fjord', 'Fjord County'],
  },
  {
    id: 0,
    name: 'Højby',
    lat: 61.12345,
    lon: 9.5,
    population: 4000,
    country: 1,
    feature: 2,
    region: 1,
    names: ['Højby', 'Fjord'],
  },
  {
    id: 14,
    name: 'Grey Sea',
    lat: -3,
    lon: -170.5,
    population: 0,
    country: 0,
    feature: 3,
    region: 0,
    names: ['Grey Sea'],
  },
]
const meta = {
  features: ['PCLI', 'ADM1', 'PPL', 'SEA'],
  countries: ['', 'NOL'],
  areas: { 3: [900, [1]] },
  source: 'by hand',
}

function write(): Uint8Array {
  const encoder = new TextEncoder()
  const nameBytes = encoder.encode(places.map((p) => p.name).join(''))
  const metaBytes = encoder.encode(JSON.stringify(meta))
  const byName = new Map<string, number[]>()
  places.forEach((p, i) => {
    for (const n of p.names) {
      const folded = foldName(n)
      byName.set(folded, [...(byName.get(folded) ?? []), i])
    }
  })
  const keys = [...byName]
    .map(([folded, list]) => ({
      key: keyOf(folded),
      check: checkOf(folded),
      list: list.sort((a, b) => (places[b]?.population ?? 0) - (places[a]?.population ?? 0)),
    }))
    .sort((a, b) => a.key - b.key)
  const postings = keys.flatMap((k) => k.list)
  const buckets = Array.from(
    { length: 65537 },
    (_, b) => keys.filter((k) => k.key >>> 16 < b).length,
  )
  const columns: Readonly<Record<string, ArrayLike<number>>> = {
    ids: places.map((p) => p.id),
    lat: places.map((p) => p.lat),
    lon: places.map((p) => p.lon),
    population: places.map((p) => p.population),
    nameLength: places.map((p) => encoder.encode(p.name).length),
    region: places.map((p) => p.region),
    country: places.map((p) => p.country),
    feature: places.map((p) => p.feature),
    buckets,
    keys: keys.map((k) => k.key),
    checks: keys.map((k) => k.check),
    readings: keys.map((k) => k.list.length),
    postings,
    regionPlace: [0, 1],
    regionParent: [0, 0],
    names: nameBytes,
    meta: metaBytes,
  }
  const sizes: Readonly<Record<Count, number>> = {
    places: places.length,
    keys: keys.length,
    postings: postings.length,
    regions: 2,
    nameBytes: nameBytes.length,
    metaBytes: metaBytes.length,
  }
  const chunks: Uint8Array[] = [
    new Uint8Array(Uint32Array.of(magic, formatVersion, ...counts.map((c) => sizes[c])).buffer),
  ]
  for (const s of sections) {
    const column = columns[s.name] ?? []
    const size = column.length * cellBytes[s.cell]
    const chunk = new Uint8Array((size + 3) & ~3)
    chunk.set(new Uint8Array(pack(s.cell, column).buffer))
    chunks.push(chunk)
  }
  return Uint8Array.from(Buffer.concat(chunks))
}

function pack(cell: Cell, column: ArrayLike<number>) {
  if (cell === 'u8') return Uint8Array.from(column)
  if (cell === 'u16') return Uint16Array.from(column)
  return cell === 'u32' ? Uint32Array.from(column) : Float32Array.from(column)
}

const file = write()
const gazetteer = Gazetteer.of(file)

describe('reading', () => {
  test('places', () => {
    expect(gazetteer.size).toBe(4)
    expect(gazetteer.place(0)).toEqual({
      index: 0,
      geonames: 11,
      name: 'Northland',
      lat: 60.5,
      lon: 10.25,
      population: 5000000,
      country: 'NOL',
      feature: 'PCLI',
    })
    expect(gazetteer.place(2)).toMatchObject({ geonames: null, name: 'Højby', lat: 61.12345 })
    expect(gazetteer.place(3)).toMatchObject({ country: null, feature: 'SEA', lon: -170.5 })
    expect(gazetteer.geonames(2)).toBeNull()
    expect(gazetteer.geonames(1)).toBe(12)
  })

  test('areas have an extent and the states they lie in', () => {
    expect(gazetteer.extent(3)).toBe(900)
    expect(gazetteer.extent(0)).toBeNull()
    expect(gazetteer.countries(3)).toEqual(['NOL'])
    expect(gazetteer.countries(2)).toEqual(['NOL'])
  })

  test('places by their GeoNames ids', () => {
    expect(gazetteer.indexOf(12)).toBe(1)
    expect(gazetteer.indexOf(99)).toBe(-1)
    expect(gazetteer.indexOf(0)).toBe(-1)
  })

  test.each([-1, 4, 1000, Number.NaN])('place %d is none', (index) => {
    expect(() => gazetteer.place(index)).toThrow(RangeError)
  })

  test.each([
    ['Fjord', [1, 2]],
    ['FJORD', [1, 2]],
    ['Fjord County', [1]],
    ['fjord-county', [1]],
    ['Højby', [2]],
    ['Hojby', [2]],
    ['the Grey Sea', [3]],
    ['Grey', []],
    ['', []],
    ['!', []],
  ])('%s: %j', (name, found) => {
    expect(gazetteer.find(name)).toEqual(found)
    expect(gazetteer.has(foldName(name))).toBe(found.length > 0)
  })

  test('the weight of a name is that of its weightiest place', () => {
    expect(gazetteer.weightOf('fjord')).toBe(900000)
    expect(gazetteer.weightOf('hojby')).toBe(4000)
    expect(gazetteer.weightOf('nowhere')).toBe(-1)
  })

  test('what lies in what', () => {
    expect(gazetteer.isWithin(2, 1)).toBe(true)
    expect(gazetteer.isWithin(2, 0)).toBe(true)
    expect(gazetteer.isWithin(1, 0)).toBe(true)
    expect(gazetteer.isWithin(1, 2)).toBe(false)
    expect(gazetteer.isWithin(3, 0)).toBe(false)
    expect(gazetteer.isWithin(0, 0)).toBe(false)
    expect(gazetteer.regionOf(2)).toBe(1)
    expect(gazetteer.regionOf(1)).toBe(-1)
  })

  test('bytes that do not begin at a multiple of four are read too', () => {
    const larger = new Uint8Array(file.length + 1)
    larger.set(file, 1)
    expect(Gazetteer.of(larger.subarray(1)).find('Fjord')).toEqual([1, 2])
  })
})

describe('damage', () => {
  test.each([0, 1, 8, 31, 40, 1000])('a file of %d bytes', (length) => {
    expect(() => Gazetteer.of(file.slice(0, length))).toThrow('gazetteer.bin')
  })

  test('a file without its last bytes', () => {
    expect(() => Gazetteer.of(file.slice(0, -4))).toThrow('it is cut')
  })

  test('another magic or version', () => {
    for (const at of [0, 4]) {
      const changed = file.slice()
      changed[at] = (changed[at] as number) + 1
      expect(() => Gazetteer.of(changed)).toThrow('it is not a gazetteer of this version')
    }
  })

  test('counts that promise more than there is', () => {
    for (let i = 0; i < counts.length; i++) {
      const changed = file.slice()
      new DataView(changed.buffer).setUint32(8 + i * 4, 0x0fffffff, true)
      expect(() => Gazetteer.of(changed)).toThrow('it is cut')
    }
  })
})

describe('keys', () => {
  test.each([
    ['Kyiv', 'kyiv'],
    ['  New   York ', 'new york'],
    ['Aix-en-Provence', 'aix en provence'],
    ['St. John’s', 'st johns'],
    ["Xi'an", 'xian'],
    ['Åland', 'aland'],
    ['Straße', 'strasse'],
    ['Þórshöfn', 'thorshofn'],
    ['Ærø', 'aero'],
    ['Saint Petersburg', 'st petersburg'],
    ['The Hague', 'hague'],
    ['Київ', 'київ'.normalize('NFD').replace(/[\u0300-\u036f]/g, '')],
    ['東京', '東京'],
    ['', ''],
    ["'", ''],
  ])('%s: %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  test('hashes stay within their widths and tell the same twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (name) => {
        const key = keyOf(name)
        expect(Number.isInteger(key) && key >= 0 && key <= 0xffffffff).toBe(true)
        const check = checkOf(name)
        expect(Number.isInteger(check) && check >= 0 && check <= 0xffff).toBe(true)
        expect(keyOf(name)).toBe(key)
        expect(checkOf(name)).toBe(check)
      }),
    )
  })

  test('a folded name folds to itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', ' ', '-', "'", 'ø', 'ß', '.', 'Z', '9'), {
          maxLength: 12,
        }),
        (list) => {
          const folded = foldName(list.join(''))
          expect(foldName(folded)).toBe(folded)
        },
      ),
    )
  })
})
