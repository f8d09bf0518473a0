/** Tests of the gazetteer: look-ups, containment, damaged files, and the folding of names. */
import { describe, expect, test } from 'vitest'
import { readData } from '../../test/data-files.ts'
import { Gazetteer } from './gazetteer.ts'
import { foldName } from './gazetteer-key.ts'

const bytes = readData('gazetteer.bin')
const gazetteer = Gazetteer.of(bytes)

describe('Gazetteer', () => {
  test('opens at once and stays small', () => {
    const start = performance.now()
    Gazetteer.of(bytes)
    expect(performance.now() - start).toBeLessThan(100)
    expect(bytes.byteLength).toBeLessThan(12 * 1024 * 1024)
  })

  test('finds places by name, alternate name and spelling', () => {
    const first = (name: string): number | null =>
      gazetteer.place(gazetteer.find(name)[0] ?? 0).geonames
    expect(first('Kyiv')).toBe(703448)
    expect(first('Kiev')).toBe(703448)
    expect(first('KYIV')).toBe(703448)
    expect(first('United States')).toBe(6252001)
    expect(gazetteer.find('Xqzzyv')).toEqual([])
    expect(gazetteer.find('')).toEqual([])
  })

  test('knows what lies in what', () => {
    const texas = gazetteer.find('Texas')[0] ?? -1
    const states = gazetteer.find('United States')[0] ?? -1
    const houston = gazetteer.find('Houston')[0] ?? -1
    expect(gazetteer.isWithin(houston, texas)).toBe(true)
    expect(gazetteer.isWithin(texas, states)).toBe(true)
    expect(gazetteer.isWithin(texas, houston)).toBe(false)
    expect(gazetteer.isWithin(texas, texas)).toBe(false)
  })

  test('refuses bytes that are no gazetteer or are cut', () => {
    expect(() => Gazetteer.of(new Uint8Array(4))).toThrow('gazetteer.bin')
    expect(() => Gazetteer.of(new Uint8Array(400))).toThrow('gazetteer.bin')
    expect(() => Gazetteer.of(bytes.slice(0, bytes.length >> 1))).toThrow('gazetteer.bin')
  })
})

describe('foldName', () => {
  test('makes spellings equal', () => {
    expect(foldName('São Paulo')).toBe('sao paulo')
    expect(foldName('Saint-Denis')).toBe('st denis')
    expect(foldName('St. Petersburg')).toBe('st petersburg')
    expect(foldName('The Hague')).toBe('hague')
    expect(foldName("N'Djamena")).toBe(foldName('N’Djamena'))
    expect(foldName('Łódź')).toBe('lodz')
  })
})
