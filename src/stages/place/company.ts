/** Company: how well a reading goes with the other places of the report - same state, same region, near by. */
import type { Gazetteer } from '../../lexicon/gazetteer.ts'

/** A place of the report, as far as decided. */
export interface Anchor {
  readonly text: string
  readonly place: number
  readonly country: string | null
  /** The first-level region it lies in or is, as a gazetteer index; -1 for none. */
  readonly region: number
  /** A state, sea or range: too large for distances. */
  readonly whole: boolean
  /** A first-level region, such as a state of the United States. */
  readonly isRegion: boolean
  readonly lat: number
  readonly lon: number
  readonly weight: number
}

/** The heaviest so many anchors are heard. */
export const maxAnchors = 16

/** In tenfold populations. */
const weights = { country: 1.6, region: 2.4, near: 1.4, sisters: 1.6 } as const

/** Kilometres within which a place is near. */
const reach = 250

export interface Company {
  /** What the company says for a reading: 0 for nothing. */
  of(reading: number): number
}

/** The company of a name: all anchors but those of the same words. */
export function companyOf(
  gazetteer: Gazetteer,
  anchors: readonly Anchor[],
  text: string,
): Company | null {
  const others = anchors.filter((a) => a.text !== text)
  let total = 0
  for (const a of others) total += a.weight
  if (total === 0) return null
  const certainty = Math.min(1, total / 2)
  return {
    of: (reading) => {
      const country = gazetteer.country(reading)
      const region = gazetteer.firstRegion(reading)
      const lat = gazetteer.latitude(reading)
      const lon = gazetteer.longitude(reading)
      let sameCountry = 0
      let sameRegion = 0
      let near = 0
      let sisters = 0
      const isRegion = gazetteer.feature(reading) === 'ADM1'
      for (const a of others) {
        if (a.country !== null && a.country === country) {
          sameCountry += a.weight
          // "Georgia" beside "Alabama" is the state of the same union.
          if (isRegion && a.isRegion) sisters += a.weight
        }
        if (a.region >= 0 && a.region === region) sameRegion += a.weight
        if (!a.whole && a.place !== region) {
          const far = roughly(lat, lon, a.lat, a.lon)
          if (far < reach) near += a.weight * (1 - far / reach)
        }
      }
      return (
        certainty *
          ((weights.country * sameCountry) / total + weights.region * (sameRegion / total)) +
        weights.near * Math.min(1, near) +
        weights.sisters * Math.min(1, sisters)
      )
    },
  }
}

/** Kilometres on a flat map round the first place: near enough where it is near. */
function roughly(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const turn = Math.abs(lon1 - lon2)
  const east = (turn > 180 ? 360 - turn : turn) * 111 * Math.cos((lat1 * Math.PI) / 180)
  const north = (lat1 - lat2) * 111
  return Math.sqrt(east * east + north * north)
}
