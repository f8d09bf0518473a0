/** Country names: ISO 3166 alpha-3 codes as people say them, from the table that the engine reads too. */
import table from '../../data/en/countries.tsv?raw'

/** The columns of the table, from its head line. */
const columns = (table.match(/^#: (.*)$/m)?.[1] ?? '').split('\t')
const code = columns.indexOf('iso3')
const name = columns.indexOf('name')

const names: ReadonlyMap<string, string> = new Map(
  table.split('\n').flatMap((line) => {
    const cells = line.split('\t')
    return line.startsWith('#') || cells.length < columns.length
      ? []
      : [[cells[code] ?? '', cells[name] ?? '']]
  }),
)

/** "UKR" as "Ukraine"; a code that no country has stays as it is. */
export function countryName(iso3: string): string {
  return names.get(iso3) ?? iso3
}
