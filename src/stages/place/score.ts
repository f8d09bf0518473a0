/** Grades the stage `place`: names recognised, and resolved within 161 km of where they lie. */
import type { Document } from '../../document/document.ts'
import { places } from '../../layers/places.ts'
import { countKeys, type Score } from '../../pipeline/score.ts'

/** A gold place: where its name stands, and where it lies. */
export interface GoldPlaceAt {
  readonly from: number
  readonly to: number
  readonly lat: number
  readonly lon: number
}

/** Kilometres that the literature on geoparsing allows (100 miles). */
const allowed = 161

/** `recognised` compares spans; `within 161 km` asks it of those recognised; `end to end` of all gold places. */
export function scorePlaces(doc: Document, gold: readonly GoldPlaceAt[]): Score {
  const made = doc.layer(places).items
  const at = new Map(made.map((p) => [`${p.from}-${p.to}`, p]))
  let found = 0
  let right = 0
  for (const g of gold) {
    const p = at.get(`${g.from}-${g.to}`)
    if (!p) continue
    found++
    if (p.lat !== null && p.lon !== null && kilometres(p.lat, p.lon, g.lat, g.lon) <= allowed)
      right++
  }
  return {
    recognised: countKeys(
      made.map((p) => `${p.from}-${p.to}`),
      gold.map((g) => `${g.from}-${g.to}`),
    ),
    'within 161 km': { made: found, gold: found, right },
    'end to end': { made: made.length, gold: gold.length, right },
  }
}

/** Great-circle distance on a sphere of 6,371 km. */
export function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
