/** A small map of a claim's places over land outlines that come with Hearsay; nothing is loaded from elsewhere. */
import { useQuery } from '@tanstack/react-query'
import { geoCircle, geoContains, geoInterpolate, geoPath } from 'd3-geo'
import { useId } from 'react'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'
import { labelsFor, mapHeight, mapWidth, projectionFor } from './map-view.ts'
import type { Spot } from './spots.ts'

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** Above this many pixels a radian the coarse outlines look cut with scissors. */
const fineFrom = 420

const roleWords: Readonly<Record<Spot['role'], string>> = {
  event: 'where it happened',
  origin: 'from here',
  destination: 'to here',
  dateline: 'where the report was written',
  metonym: 'stands for its government',
}

/** The map; its words name every place, so that nothing is told by the picture alone. */
export function PlaceMap({ spots }: { spots: readonly Spot[] }) {
  const projection = projectionFor(spots)
  const url = projection.scale() > fineFrom ? fine : coarse
  const world = useQuery({
    queryKey: ['world', url],
    queryFn: async () => (await (await fetch(url)).json()) as World,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const id = useId()
  const path = geoPath(projection)
  const points = spots.flatMap((s) => {
    const xy = projection(s.at)
    return xy ? [{ ...s, x: xy[0], y: xy[1] }] : []
  })
  const origin = spots.find((s) => s.role === 'origin')
  const destination = spots.find((s) => s.role === 'destination')
  return (
    <svg
      className="place-map"
      role="img"
      aria-label={`Map: ${spots.map((s) => `${s.name}, ${roleWords[s.role]}`).join('; ')}`}
      viewBox={`0 0 ${mapWidth} ${mapHeight}`}
    >
      <defs>
        <marker
          id={`${id}a`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path className="arrow-head" d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {world.data ? <Ground world={world.data} spots={spots} path={path} /> : null}
      {spots.map((s) =>
        s.reach === 'area' ? (
          <path
            key={s.name + s.at.join()}
            className="area"
            d={path(geoCircle().center(s.at).radius(1.1).precision(10)()) ?? ''}
          />
        ) : null,
      )}
      {origin && destination ? (
        <path
          className="arrow"
          markerEnd={`url(#${id}a)`}
          d={path({ type: 'LineString', coordinates: shortened(origin.at, destination.at) }) ?? ''}
        />
      ) : null}
      {points.map((p) => (
        <circle
          key={p.name + p.x}
          className={`spot ${p.role} ${p.reach}`}
          cx={p.x}
          cy={p.y}
          r={4}
        />
      ))}
      {labelsFor([...points, ...nearby(world.data, spots, path)]).map((l) => (
        <text
          key={l.words + l.x}
          className={l.quiet ? 'place-name country-name' : 'place-name'}
          x={l.x}
          y={l.y}
          textAnchor={l.anchor}
        >
          {l.words}
        </text>
      ))}
    </svg>
  )
}

/** The countries that fill much of the frame, by name, so that a reader knows where they look. */
function nearby(
  world: World | undefined,
  spots: readonly Spot[],
  path: ReturnType<typeof geoPath>,
) {
  if (world === undefined) return []
  return feature(world, world.objects.countries)
    .features.filter((c) => !spots.some((s) => s.reach === 'country' && geoContains(c, s.at)))
    .map((c) => ({ c, size: path.area(c) }))
    .filter(({ size }) => size > 1800)
    .sort((a, b) => b.size - a.size)
    .slice(0, 5)
    .map(({ c }) => {
      const [x, y] = path.centroid(c)
      const { name } = c.properties as { name?: unknown }
      return {
        name: typeof name === 'string' ? name : '',
        x,
        y,
        reach: 'country' as const,
        quiet: true,
      }
    })
    .filter((c) => c.name !== '')
}

function Ground({
  world,
  spots,
  path,
}: {
  world: World
  spots: readonly Spot[]
  path: ReturnType<typeof geoPath>
}) {
  const countries = feature(world, world.objects.countries).features
  const meant = countries.filter((c) =>
    spots.some((s) => s.reach === 'country' && geoContains(c, s.at)),
  )
  return (
    <g>
      <path className="land" d={path(feature(world, world.objects.land)) ?? ''} />
      {meant.map((c) => (
        <path key={String(c.id)} className="country" d={path(c) ?? ''} />
      ))}
      <path
        className="border"
        d={path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? ''}
      />
    </g>
  )
}

/** The way from one place to another, a little short of both, so that the marks stay visible. */
function shortened(a: [number, number], b: [number, number]): [number, number][] {
  const at = geoInterpolate(a, b)
  return Array.from({ length: 17 }, (_, i) => at(0.06 + (i / 16) * 0.88))
}
