/** Gazetteer format: the sections of `gazetteer.bin` in order, so that writer and reader cannot drift apart. */

/** "HGAZ" as little-endian bytes. */
export const magic = 0x5a414748
export const formatVersion = 2
/** A name of more places than this is known by the weightiest of them. */
export const postingLimit = 64

/** Head words (uint32): magic, version, then these counts. */
export const counts = ['places', 'keys', 'postings', 'regions', 'nameBytes', 'metaBytes'] as const
export type Count = (typeof counts)[number]

export type Cell = 'u8' | 'u16' | 'u32' | 'f32'

/** One typed array: how many items it has, as a count plus a constant. */
export interface Section {
  readonly name: string
  readonly cell: Cell
  readonly count: Count | null
  readonly plus: number
}

const section = (name: string, cell: Cell, count: Count | null, plus = 0): Section => ({
  name,
  cell,
  count,
  plus,
})

/** Sections follow the head, each padded to four bytes. */
export const sections: readonly Section[] = [
  section('ids', 'u32', 'places'),
  section('lat', 'f32', 'places'),
  section('lon', 'f32', 'places'),
  section('population', 'u32', 'places'),
  section('nameLength', 'u8', 'places'),
  section('region', 'u16', 'places'),
  section('country', 'u8', 'places'),
  section('feature', 'u8', 'places'),
  section('buckets', 'u32', null, 65537),
  section('keys', 'u32', 'keys'),
  section('checks', 'u16', 'keys'),
  section('readings', 'u8', 'keys'),
  section('postings', 'u32', 'postings'),
  section('regionPlace', 'u32', 'regions'),
  section('regionParent', 'u16', 'regions'),
  section('names', 'u8', 'nameBytes'),
  section('meta', 'u8', 'metaBytes'),
]

export const cellBytes: Readonly<Record<Cell, number>> = { u8: 1, u16: 2, u32: 4, f32: 4 }

/** The small lists, as JSON in the `meta` section. Index 0 of a place's country means none. */
export interface GazetteerMeta {
  readonly features: readonly string[]
  readonly countries: readonly string[]
  /** By place index: length or diameter in km, and the states an area lies in, as indices into `countries`. */
  readonly areas: Readonly<Record<string, readonly [number, readonly number[]]>>
  /** `regions[r]` is the code of region r ("RU.41"); index 0 stands for none. */
  readonly source: string
}
