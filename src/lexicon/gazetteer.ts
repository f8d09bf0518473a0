/** Gazetteer: places by name, read in place from one binary file; nothing is parsed when it is opened. */
import { raise } from '../fault/fault.ts'
import {
  type Count,
  cellBytes,
  counts,
  formatVersion,
  type GazetteerMeta,
  magic,
  sections,
} from './gazetteer-format.ts'
import { checkOf, foldName, keyOf } from './gazetteer-key.ts'

type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array

const utf8 = new TextDecoder('utf-8')
const file = 'gazetteer.bin'

/** One place, by its index in the gazetteer. */
export interface GazetteerPlace {
  readonly index: number
  /** GeoNames id, or null for a place of our own list. */
  readonly geonames: number | null
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  /** ISO 3166 alpha-3, or null for seas and the like. */
  readonly country: string | null
  readonly feature: string
}

/** Read-only; safe to share between pipelines. */
export class Gazetteer {
  readonly #meta: GazetteerMeta
  readonly #keys: Uint32Array
  readonly #checks: Uint16Array
  readonly #buckets: Uint32Array
  /** Where a key's postings, and a place's name, begin: sums of the lengths in the file. */
  readonly #first: Uint32Array
  readonly #nameAt: Uint32Array
  readonly #postings: Uint32Array
  readonly #region: Uint16Array
  readonly #country: Uint8Array
  readonly #feature: Uint8Array
  readonly #population: Uint32Array
  readonly #ids: Uint32Array
  readonly #names: Uint8Array
  readonly #lat: Float32Array
  readonly #lon: Float32Array
  /** By region number: the place that it is, and the region that holds it. */
  readonly #regionPlace: Uint32Array
  readonly #regionParent: Uint16Array

  private constructor(columns: ReadonlyMap<string, Column>, meta: GazetteerMeta) {
    this.#meta = meta
    this.#keys = columns.get('keys') as Uint32Array
    this.#checks = columns.get('checks') as Uint16Array
    this.#buckets = columns.get('buckets') as Uint32Array
    this.#first = sums(columns.get('readings') as Uint8Array)
    this.#nameAt = sums(columns.get('nameLength') as Uint8Array)
    this.#postings = columns.get('postings') as Uint32Array
    this.#region = columns.get('region') as Uint16Array
    this.#country = columns.get('country') as Uint8Array
    this.#feature = columns.get('feature') as Uint8Array
    this.#population = columns.get('population') as Uint32Array
    this.#ids = columns.get('ids') as Uint32Array
    this.#names = columns.get('names') as Uint8Array
    this.#lat = columns.get('lat') as Float32Array
    this.#lon = columns.get('lon') as Float32Array
    this.#regionPlace = columns.get('regionPlace') as Uint32Array
    this.#regionParent = columns.get('regionParent') as Uint16Array
  }

  /** Lays typed arrays over the bytes; throws `lexicon/damaged` when they are cut or of another version. */
  static of(bytes: Uint8Array): Gazetteer {
    const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    const headWords = 2 + counts.length
    if (whole.byteLength < headWords * 4)
      raise('lexicon/damaged', { file, reason: 'it is too short' })
    const head = new Uint32Array(whole.buffer, whole.byteOffset, headWords)
    if (head[0] !== magic || head[1] !== formatVersion)
      raise('lexicon/damaged', { file, reason: 'it is not a gazetteer of this version' })
    const sizes = new Map<Count, number>(counts.map((c, i) => [c, head[2 + i]!]))
    const columns = new Map<string, Column>()
    let at = headWords * 4
    for (const s of sections) {
      const length = (s.count === null ? 0 : sizes.get(s.count)!) + s.plus
      const size = length * cellBytes[s.cell]
      if (at + size > whole.byteLength) raise('lexicon/damaged', { file, reason: 'it is cut' })
      const start = whole.byteOffset + at
      columns.set(
        s.name,
        s.cell === 'u8'
          ? new Uint8Array(whole.buffer, start, length)
          : s.cell === 'u16'
            ? new Uint16Array(whole.buffer, start, length)
            : s.cell === 'u32'
              ? new Uint32Array(whole.buffer, start, length)
              : new Float32Array(whole.buffer, start, length),
      )
      at += (size + 3) & ~3
    }
    const meta = JSON.parse(utf8.decode(columns.get('meta'))) as GazetteerMeta
    return new Gazetteer(columns, meta)
  }

  get size(): number {
    return this.#region.length
  }

  /** Indices of the places that bear a name, weightiest first; empty when there is none. */
  find(name: string): readonly number[] {
    return this.findFolded(foldName(name))
  }

  /** The same for a name that `foldName` made. */
  findFolded(folded: string): readonly number[] {
    const k = this.#keyIndex(folded)
    if (k < 0) return []
    const from = this.#first[k]!
    const to = this.#first[k + 1]!
    const out: number[] = []
    for (let i = from; i < to; i++) out.push(this.#postings[i]!)
    return out
  }

  /** True when some place bears the folded name. */
  has(folded: string): boolean {
    return this.#keyIndex(folded) >= 0
  }

  /** The largest population of the places of a folded name; -1 when there is none. */
  weightOf(folded: string): number {
    const k = this.#keyIndex(folded)
    return k < 0 ? -1 : this.#population[this.#postings[this.#first[k]!]!]!
  }

  #keyIndex(folded: string): number {
    if (folded === '') return -1
    const key = keyOf(folded)
    const check = checkOf(folded)
    const end = this.#buckets[(key >>> 16) + 1]!
    for (let i = this.#buckets[key >>> 16]!; i < end; i++)
      if (this.#keys[i] === key && this.#checks[i] === check) return i
    return -1
  }

  /** The place at an index; throws a RangeError outside the gazetteer. */
  place(index: number): GazetteerPlace {
    if (!(index >= 0 && index < this.size)) throw new RangeError(`No place ${index}`)
    return {
      index,
      geonames: this.geonames(index),
      name: this.name(index),
      lat: round(this.#lat[index]!),
      lon: round(this.#lon[index]!),
      population: this.population(index),
      country: this.country(index),
      feature: this.feature(index),
    }
  }

  /** The GeoNames id, or null for a place of our own list. */
  geonames(index: number): number | null {
    const id = this.#ids[index] ?? 0
    return id === 0 ? null : id
  }

  /** Index of the place with a GeoNames id; -1 when there is none. States and regions are found soonest. */
  indexOf(geonames: number): number {
    return geonames > 0 ? this.#ids.indexOf(geonames) : -1
  }

  /** The name that a place is known by first, "" outside the gazetteer. */
  name(index: number): string {
    const from = this.#nameAt[index] ?? 0
    const to = this.#nameAt[index + 1] ?? from
    // Most names are plain letters, for which the platform's decoder is slow to start.
    let out = ''
    for (let i = from; i < to; i++) {
      const byte = this.#names[i]!
      if (byte > 127) return utf8.decode(this.#names.subarray(from, to))
      out += String.fromCharCode(byte)
    }
    return out
  }

  /** Degrees north, as near as single precision has them. */
  latitude(index: number): number {
    return this.#lat[index] ?? 0
  }

  /** Degrees east, as near as single precision has them. */
  longitude(index: number): number {
    return this.#lon[index] ?? 0
  }

  population(index: number): number {
    return this.#population[index] ?? 0
  }

  country(index: number): string | null {
    const c = this.#country[index] ?? 0
    return c === 0 ? null : (this.#meta.countries[c] ?? null)
  }

  /** Length or diameter of an area of our own table in km; null for any other place. */
  extent(index: number): number | null {
    return this.#meta.areas[index]?.[0] ?? null
  }

  /** The states that a place lies in, ISO 3166 alpha-3: one, or those of a sea or range; none for a continent. */
  countries(index: number): readonly string[] {
    const own = this.country(index)
    if (own !== null) return [own]
    return (this.#meta.areas[index]?.[1] ?? []).flatMap((c) => this.#meta.countries[c] || [])
  }

  feature(index: number): string {
    return this.#meta.features[this.#feature[index] ?? 0] ?? ''
  }

  /** The region that holds a place (the nearest one known), as a place index; -1 when there is none. */
  regionOf(index: number): number {
    const r = this.#region[index] ?? 0
    return r === 0 ? -1 : this.#regionPlace[r]!
  }

  /** The first-level region that a place lies in or is, as a place index; -1 when there is none. */
  firstRegion(index: number): number {
    if (this.feature(index) === 'ADM1') return index
    const parent = this.#regionParent
    let r = this.#region[index] ?? 0
    while (r !== 0 && parent[r] !== 0) r = parent[r] ?? 0
    return r === 0 ? -1 : this.#regionPlace[r]!
  }

  /** True when `inner` lies in `outer`, by country or by chain of regions. */
  isWithin(inner: number, outer: number): boolean {
    if (inner === outer) return false
    if (this.feature(outer).startsWith('PCL'))
      return this.#country[inner] === this.#country[outer] && this.#country[inner] !== 0
    const parent = this.#regionParent
    const regionPlace = this.#regionPlace
    for (let r = this.#region[inner] ?? 0; r !== 0; r = parent[r] ?? 0)
      if (regionPlace[r] === outer) return true
    return false
  }
}

/** `out[i]` is the sum of the first i lengths. */
function sums(lengths: Uint8Array): Uint32Array {
  const out = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) out[i + 1] = out[i]! + lengths[i]!
  return out
}

/** Single precision leaves noise after the fifth decimal. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

/** The gazetteer as a resource; one constant, so that all stages share one copy of the bytes. */
export const gazetteerResource = Object.freeze({
  files: Object.freeze([file]),
  load: (bytes: readonly Uint8Array[]): Gazetteer => Gazetteer.of(bytes[0] ?? new Uint8Array()),
})
