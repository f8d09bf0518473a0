/** Spots: the places of a claim that a map can show, and how far each reaches. */
import type { Place } from '../../../src/model/place.ts'

/** A place that has a point. */
export interface Spot {
  readonly name: string
  readonly at: [lon: number, lat: number]
  readonly role: Place['role']
  /** How far it reaches: a point, an area around the point, a whole country. */
  readonly reach: 'point' | 'area' | 'country'
}

/** Places to draw, each once. Metonyms are left out: what a capital does is not done there. */
export function spotsOf(places: readonly Place[]): Spot[] {
  const seen = new Map<string, Spot>()
  for (const p of places) {
    if (p.lat === null || p.lon === null || p.role === 'metonym') continue
    const key = `${p.lat} ${p.lon}`
    const old = seen.get(key)
    if (old === undefined || old.role === 'dateline')
      seen.set(key, { name: nameOf(p), at: [p.lon, p.lat], role: p.role, reach: reachOf(p) })
  }
  return [...seen.values()]
}

/** With the words that make it vague, so that no label names more than the report does. */
function nameOf({ name, modifier }: Place): string {
  return modifier ? `${modifier} ${name}` : name
}

/** By its GeoNames feature code, less exact where the words say so: "near" a town is an area, a part of a country is in it. */
export function reachOf({
  feature,
  precision,
}: Pick<Place, 'feature' | 'precision'>): Spot['reach'] {
  if (feature === null) return 'area'
  if (feature.startsWith('PCL')) return 'country'
  const point = /^(?:PPL|AIR|BDG|PRT|MIL|STDM|HSP|SCH)/.test(feature)
  return point && (precision ?? 1) === 1 ? 'point' : 'area'
}
