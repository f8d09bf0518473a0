/** Lexicons of the place stage: the gazetteer, the countries, and the words that tell what a place name does. */
import { type Country, readCountries } from '../../lexicon/country-list.ts'
import type { Gazetteer } from '../../lexicon/gazetteer.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { readWords } from '../../lexicon/word-set.ts'
import { defineResource } from '../../pipeline/resource.ts'

export interface PlaceLists {
  readonly countries: readonly Country[]
  /** Country of a two-letter code in small letters ("ua"), for web addresses. */
  readonly byCode: ReadonlyMap<string, Country>
  readonly tells: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that are mostly written small in English. */
  readonly everyday: ReadonlySet<string>
  readonly abbreviations: ReadonlyMap<string, Abbreviation>
}

/** A short form of a state or province. */
export interface Abbreviation {
  /** GeoNames ids of the regions it may stand for. */
  readonly regions: readonly number[]
  /** It stands for them without a town and a comma before it, too. */
  readonly anywhere: boolean
}

/** The lists and the gazetteer together. */
export interface PlaceLexicon extends PlaceLists {
  readonly gazetteer: Gazetteer
}

const empty = new Uint8Array()

/** The lists of the stage. */
export const placeLists = defineResource(
  [
    'en/countries.tsv',
    'en/place-context.tsv',
    'en/everyday-words.tsv',
    'en/region-abbreviations.tsv',
  ],
  ([countryBytes, context, everyday, short]): PlaceLists => {
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
    return {
      countries,
      byCode,
      tells,
      everyday: readWords(everyday ?? empty, 'en/everyday-words.tsv', 'word'),
      abbreviations: readAbbreviations(short ?? empty),
    }
  },
)

function readAbbreviations(bytes: Uint8Array): Map<string, Abbreviation> {
  const out = new Map<string, Abbreviation>()
  const columns = ['short', 'geonames', 'where'] as const
  for (const r of readTsv(bytes, 'en/region-abbreviations.tsv', columns))
    out.set(r.short, {
      regions: [...(out.get(r.short)?.regions ?? []), Number(r.geonames)],
      anywhere: r.where === 'anywhere',
    })
  return out
}
