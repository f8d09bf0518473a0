/** Home: the country of a report's outlet, as far as its web address tells. */
import type { DocumentFacts } from '../../document/document.ts'
import type { PlaceLexicon } from './lexicons.ts'

/** ISO 3166 alpha-3 by the national ending of the address (".com.au", ".co.uk", ".gh"); null without one. */
export function homeOf(lexicon: PlaceLexicon, facts: DocumentFacts): string | null {
  for (const given of [facts.url, facts.outlet]) {
    if (!given) continue
    const start = given.indexOf('://')
    const host = (start < 0 ? given : given.slice(start + 3)).split(/[/?#:]/)[0] ?? ''
    const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase()
    const country = host.includes('.') ? lexicon.byCode.get(ending) : undefined
    if (country) return country.iso3
  }
  return null
}
