/** Containment: which of many places lie in the place that a name or an id means, by state, by region, or within an area. */
import type { Gazetteer } from './gazetteer.ts'
import { foldName } from './gazetteer-key.ts'

/** A place as it is kept: by its GeoNames id, or by its name alone where it has none. */
export interface KeptPlace {
  readonly name: string
  readonly geonames: number | null
}

/** Areas that hold towns; nobody lies in a sea, a river or a strait. */
const holding: ReadonlySet<string> = new Set([
  'RGN',
  'PEN',
  'ISL',
  'ISLS',
  'VAL',
  'DLTA',
  'PLAT',
  'DSRT',
])
/** An area of so many km and of several states holds these states whole. */
const whole = 1000
/** How many readings of the name asked for are looked at. */
const looked = 8

/** Those of `kept` that are the place asked for or lie in it. */
export function placesWithin(
  gazetteer: Gazetteer,
  asked: string,
  kept: readonly KeptPlace[],
): KeptPlace[] {
  const outers = askedPlaces(gazetteer, asked)
  if (outers.length === 0) return []
  return kept.filter((p) => {
    const inner = indexOf(gazetteer, p)
    return inner >= 0 && outers.some((outer) => inner === outer || holds(gazetteer, outer, inner))
  })
}

/** The weightiest place of a name, and the regions and towns of that name that lie in one state with it and hold or are held by it. */
function askedPlaces(gazetteer: Gazetteer, asked: string): number[] {
  if (/^\d{1,12}$/.test(asked.trim())) {
    const at = gazetteer.indexOf(Number(asked))
    return at < 0 ? [] : [at]
  }
  let found = gazetteer.find(asked)
  if (found.length === 0) {
    // "Kursk Oblast": every first-level region is known as "Kursk region", too.
    const folded = foldName(asked)
    const cut = folded.lastIndexOf(' ')
    if (cut > 0) found = gazetteer.findFolded(`${folded.slice(0, cut)} region`)
  }
  const [first, ...rest] = found.slice(0, looked)
  if (first === undefined) return []
  return [
    first,
    ...rest.filter((r) => gazetteer.isWithin(r, first) || gazetteer.isWithin(first, r)),
  ]
}

function indexOf(gazetteer: Gazetteer, place: KeptPlace): number {
  if (place.geonames !== null) return gazetteer.indexOf(place.geonames)
  return (
    gazetteer.findFolded(foldName(place.name)).find((r) => gazetteer.geonames(r) === null) ?? -1
  )
}

function holds(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  if (gazetteer.isWithin(inner, outer)) return true
  const extent = gazetteer.extent(outer)
  if (extent === null || !holding.has(gazetteer.feature(outer))) return false
  const country = gazetteer.country(inner)
  const countries = gazetteer.countries(outer)
  if (country === null || !countries.includes(country)) return false
  if (countries.length > 2 && extent >= whole) return true
  if (gazetteer.feature(inner).startsWith('PCL')) return false
  const a = gazetteer.place(outer)
  const b = gazetteer.place(inner)
  const north = (a.lat - b.lat) * 111
  const east = (a.lon - b.lon) * 111 * Math.cos((a.lat * Math.PI) / 180)
  return Math.sqrt(north * north + east * east) <= extent / 2
}
