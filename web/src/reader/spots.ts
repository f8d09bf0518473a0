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
      seen.set(key, { name: p.name, at: [p.lon, p.lat], role: p.role, reach: reachOf(p.feature) })
  }
  return [...seen.values()]
}

/** By the GeoNames feature code: countries, then places and sites that are points, then all that has an extent. */
export function reachOf(feature: string | null): Spot['reach'] {
  if (feature === null) return 'area'
  if (feature.startsWith('PCL')) return 'country'
  return /^(?:PPL|AIR|BDG|PRT|MIL|STDM|HSP|SCH)/.test(feature) ? 'point' : 'area'
}
