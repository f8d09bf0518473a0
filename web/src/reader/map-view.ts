/** Map view: how much of the world a map shows, and where the labels of its places go. */
import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoNaturalEarth1,
} from 'd3-geo'
import type { Spot } from './spots.ts'

export const mapWidth = 360
export const mapHeight = 190

const reachDegrees: Readonly<Record<Spot['reach'], number>> = { point: 5, area: 6, country: 9 }

/** A projection that shows all spots with what is around them; far-flung ones on a map of the world. */
export function projectionFor(spots: readonly Spot[]): GeoProjection {
  const centre = geoCentroid({ type: 'MultiPoint', coordinates: spots.map((s) => s.at) })
  const far = Math.max(...spots.map((s) => geoDistance(centre, s.at)))
  const around: GeoPermissibleObjects = {
    type: 'GeometryCollection',
    geometries: spots.map((s) =>
      geoCircle().center(s.at).radius(reachDegrees[s.reach]).precision(20)(),
    ),
  }
  const [lon, lat] = centre
  const base =
    far > 1
      ? geoNaturalEarth1().rotate([-lon, 0])
      : geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(120)
  return base
    .fitExtent(
      [
        [24, 18],
        [mapWidth - 24, mapHeight - 18],
      ],
      around,
    )
    .clipExtent([
      [-2, -2],
      [mapWidth + 2, mapHeight + 2],
    ])
}

/** A label with its place; `anchor` as SVG takes it. */
export interface Label {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
  /** A name for orientation only. */
  readonly quiet: boolean
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Labels beside their points where they cover neither each other nor the frame; one that finds no room is left out. */
export function labelsFor(
  points: readonly { name: string; x: number; y: number; reach: Spot['reach']; quiet?: boolean }[],
): Label[] {
  const taken: Box[] = points
    .filter((p) => p.reach === 'point')
    .map((p) => boxAt(p.x - 4, p.x + 4, p.y - 4, p.y + 4))
  const labels: Label[] = []
  for (const p of points) {
    const words = p.name.length > 26 ? `${p.name.slice(0, 25)}…` : p.name
    const wide = words.length * 6.4
    const quiet = p.quiet ?? false
    const middle = (y: number): Label & { readonly box: Box } => ({
      words,
      x: p.x,
      y,
      anchor: 'middle',
      quiet,
      box: boxAt(p.x - wide / 2, p.x + wide / 2, y - 11, y + 3),
    })
    const beside: readonly (Label & { readonly box: Box })[] = [
      {
        words,
        x: p.x + 8,
        y: p.y + 4,
        anchor: 'start',
        quiet,
        box: boxAt(p.x + 6, p.x + 8 + wide, p.y - 7, p.y + 7),
      },
      {
        words,
        x: p.x - 8,
        y: p.y + 4,
        anchor: 'end',
        quiet,
        box: boxAt(p.x - 8 - wide, p.x - 6, p.y - 7, p.y + 7),
      },
    ]
    const above = [middle(p.y - 9), middle(p.y + 18)]
    // what has an extent is named in its middle, a point beside it
    const tries =
      p.reach === 'point' ? [...beside, ...above] : [middle(p.y + 4), ...above, ...beside]
    const free = tries.find(({ box }) => inFrame(box) && !taken.some((t) => overlap(t, box)))
    if (free === undefined) continue
    const { box, ...label } = free
    taken.push(box)
    labels.push(label)
  }
  return labels
}

function boxAt(left: number, right: number, top: number, bottom: number): Box {
  return { left, right, top, bottom }
}

function inFrame(b: Box): boolean {
  return b.left >= 2 && b.right <= mapWidth - 2 && b.top >= 2 && b.bottom <= mapHeight - 2
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
