/** Lexicons of the place stage: the gazetteer, the countries, and the words that tell what a place name does. */
import { type Country, readCountries } from '../../lexicon/country-list.ts'
import type { Gazetteer } from '../../lexicon/gazetteer.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

export interface PlaceLists {
  readonly countries: readonly Country[]
  /** Country of a two-letter code in small letters ("ua"), for web addresses. */
  readonly byCode: ReadonlyMap<string, Country>
  readonly tells: ReadonlyMap<string, ReadonlySet<string>>
}

/** The lists and the gazetteer together. */
export interface PlaceLexicon extends PlaceLists {
  readonly gazetteer: Gazetteer
}

const empty = new Uint8Array()

/** The lists of the stage. */
export const placeLists = defineResource(
  ['en/countries.tsv', 'en/place-context.tsv'],
  ([countryBytes, context]): PlaceLists => {
    const countries = readCountries(countryBytes ?? empty)
    const tells = new Map<string, Set<string>>()
    for (const r of readTsv(context ?? empty, 'en/place-context.tsv', ['word', 'tells'])) {
      const set = tells.get(r.word)
      if (set) set.add(r.tells)
      else tells.set(r.word, new Set([r.tells]))
    }
    const byCode = new Map(countries.map((c) => [c.iso2.toLowerCase(), c]))
    const britain = byCode.get('gb')
    if (britain) byCode.set('uk', britain)
    return { countries, byCode, tells }
  },
)
