/** Country list: names, aliases, demonyms and capitals of countries, from `countries.tsv`. */
import { readTsv } from './tsv.ts'

export interface Country {
  readonly iso3: string
  readonly iso2: string
  readonly geonames: number
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly name: string
  readonly aliases: readonly string[]
  /** Adjectives and words for the people: "Russian", "Russians". */
  readonly demonyms: readonly string[]
  readonly capital: string
  /** ISO 3166 alpha-2 codes of the neighbours. */
  readonly neighbours: readonly string[]
}

export const countriesFile = 'en/countries.tsv'

const columns = [
  'iso3',
  'iso2',
  'geonames',
  'lat',
  'lon',
  'population',
  'name',
  'aliases',
  'demonyms',
  'capital',
  'neighbours',
] as const

const split = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))

/** Reads the list in the order of the file (by ISO 3166 alpha-3 code). */
export function readCountries(bytes: Uint8Array): readonly Country[] {
  return readTsv(bytes, countriesFile, columns).map((r) => ({
    iso3: r.iso3,
    iso2: r.iso2,
    geonames: Number(r.geonames),
    lat: Number(r.lat),
    lon: Number(r.lon),
    population: Number(r.population),
    name: r.name,
    aliases: split(r.aliases),
    demonyms: split(r.demonyms),
    capital: r.capital,
    neighbours: split(r.neighbours),
  }))
}
