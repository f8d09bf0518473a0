/** Compiles the gazetteer: one binary file whose sections the reader lays typed arrays over. */
import {
  type Cell,
  cellBytes,
  counts,
  formatVersion,
  type GazetteerMeta,
  magic,
  postingLimit,
  sections,
} from '../src/lexicon/gazetteer-format.ts'
import { checkOf, foldName, keyOf } from '../src/lexicon/gazetteer-key.ts'
import { type PlaceRow, readPlaceRows } from './gazetteer-rows.ts'

/** States first, then by kind and population: the order of readings of one name before any context is known. */
function weight(row: PlaceRow): number {
  const kind =
    row.feature === 'PCLI'
      ? 1e9
      : row.feature === 'ADM1'
        ? row.population * 0.3 + 400_000
        : row.feature === 'ADM2'
          ? row.population * 0.1
          : row.feature === 'PPLC'
            ? row.population + 5e6
            : row.feature === 'PPLA'
              ? row.population * 1.5 + 20_000
              : row.feature === 'PPLX'
                ? row.population * 0.5
                : row.population
  return kind
}

interface Posting {
  readonly place: number
  readonly main: boolean
}

/** The bytes of `gazetteer.bin`. `root` is the folder that holds `data` and `node_modules`. */
export function compileGazetteer(root: URL): Uint8Array {
  const rows = readPlaceRows(root)
  const features = [...new Set(rows.map((r) => r.feature))].sort()
  const countries = ['', ...new Set(rows.flatMap((r) => (r.iso3 ? [r.iso3] : [])))].sort()
  const featureAt = new Map(features.map((f, i) => [f, i]))
  const countryAt = new Map(countries.map((c, i) => [c, i]))
  const regionAt = new Map<string, number>()
  const regionPlace = [0]
  for (const [i, row] of rows.entries()) {
    if (row.code === null) continue
    regionAt.set(row.code, regionPlace.length)
    regionPlace.push(i)
  }
  const regionOf = (row: PlaceRow | undefined): number =>
    row?.region ? (regionAt.get(row.region) ?? 0) : 0
  const keys = collectKeys(rows)
  const names = rows.map((r) => Buffer.from(r.name, 'utf8'))
  const meta: GazetteerMeta = {
    features,
    countries,
    areas: Object.fromEntries(
      rows.flatMap((r, i) =>
        r.area ? [[i, [r.area.extent, r.area.countries.map((c) => countryAt.get(c) ?? 0)]]] : [],
      ),
    ),
    source: 'GeoNames (geonames.org), CC BY 4.0, and own lists',
  }
  const columns: Record<string, ArrayLike<number>> = {
    ids: rows.map((r) => r.id),
    lat: rows.map((r) => r.lat),
    lon: rows.map((r) => r.lon),
    population: rows.map((r) => r.population),
    nameLength: names.map((n) => n.length),
    region: rows.map(regionOf),
    country: rows.map((r) => countryAt.get(r.iso3 ?? '') ?? 0),
    feature: rows.map((r) => featureAt.get(r.feature) ?? 0),
    buckets: buckets(keys.map((k) => k.key)),
    keys: keys.map((k) => k.key),
    checks: keys.map((k) => k.check),
    readings: keys.map((k) => k.postings.length),
    postings: keys.flatMap((k) => k.postings),
    regionPlace,
    regionParent: regionPlace.map((place, r) => (r === 0 ? 0 : regionOf(rows[place]))),
    names: Buffer.concat(names),
    meta: Buffer.from(JSON.stringify(meta), 'utf8'),
  }
  return write(columns)
}

interface KeyRow {
  readonly key: number
  readonly check: number
  readonly postings: readonly number[]
}

function collectKeys(rows: readonly PlaceRow[]): KeyRow[] {
  const byName = new Map<string, Posting[]>()
  for (const [place, row] of rows.entries()) {
    const own = foldName(row.name)
    for (const folded of new Set(row.names.map(foldName))) {
      if (folded.length < 2) continue
      const list = byName.get(folded)
      const posting = { place, main: folded === own }
      if (list) list.push(posting)
      else byName.set(folded, [posting])
    }
  }
  // A place's own name outweighs an alternate name of a place half again as large.
  const worth = (p: Posting): number => {
    const row = rows[p.place]
    if (!row) return 0
    return weight(row) * (p.main || row.feature === 'PCLI' || row.feature === 'ADM1' ? 1 : 0.6)
  }
  const out = [...byName].map(([folded, list]): KeyRow => {
    const sorted = list.sort((a, b) => worth(b) - worth(a) || a.place - b.place)
    return {
      key: keyOf(folded),
      check: checkOf(folded),
      postings: sorted.slice(0, postingLimit).map((p) => p.place),
    }
  })
  return out.sort((a, b) => a.key - b.key || a.check - b.check)
}

/** `buckets[h]` is the first key whose upper half is at least h. */
function buckets(keys: readonly number[]): number[] {
  const out: number[] = []
  let at = 0
  for (let h = 0; h <= 65536; h++) {
    while (at < keys.length && (keys[at] ?? 0) >>> 16 < h) at++
    out.push(at)
  }
  return out
}

function write(columns: Readonly<Record<string, ArrayLike<number>>>): Uint8Array {
  const size: Record<string, number> = {
    places: columns['ids']?.length ?? 0,
    keys: columns['keys']?.length ?? 0,
    postings: columns['postings']?.length ?? 0,
    regions: columns['regionPlace']?.length ?? 0,
    nameBytes: columns['names']?.length ?? 0,
    metaBytes: columns['meta']?.length ?? 0,
  }
  const head = Uint32Array.from([magic, formatVersion, ...counts.map((c) => size[c] ?? 0)])
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)]
  for (const s of sections) {
    const bytes = packed(s.cell, columns[s.name] ?? [])
    parts.push(bytes)
    const rest = (4 - (bytes.length % 4)) % 4
    if (rest > 0) parts.push(new Uint8Array(rest))
  }
  return Buffer.concat(parts)
}

function packed(cell: Cell, values: ArrayLike<number>): Uint8Array {
  const array =
    cell === 'u8'
      ? Uint8Array.from(values)
      : cell === 'u16'
        ? Uint16Array.from(values)
        : cell === 'u32'
          ? Uint32Array.from(values)
          : Float32Array.from(values)
  if (array.BYTES_PER_ELEMENT !== cellBytes[cell]) throw new Error(`Cell ${cell} has another size`)
  return new Uint8Array(array.buffer)
}
