/** Tests containment: states find their towns, regions theirs, areas what lies near enough to their middle. */
import { describe, expect, test } from 'vitest'
import { readData } from '../../test/data-files.ts'
import { type KeptPlace, placesWithin } from './containment.ts'
import { Gazetteer } from './gazetteer.ts'
import { foldName } from './gazetteer-key.ts'

const gazetteer = Gazetteer.of(readData('gazetteer.bin'))

/** A kept place by the first reading of a name that has an id, in one state where it is given. */
function kept(name: string, country?: string): KeptPlace {
  const at = gazetteer
    .find(name)
    .find((i) => gazetteer.geonames(i) !== null && (!country || gazetteer.country(i) === country))
  const place = gazetteer.place(at ?? -1)
  return { name: place.name.toLowerCase(), geonames: place.geonames }
}
const own = (name: string): KeptPlace => ({ name: name.toLowerCase(), geonames: null })

const all = [
  kept('Kursk'),
  kept('Sudzha'),
  kept('Moscow'),
  kept('Russia'),
  kept('Donetsk', 'UKR'),
  kept('Kupiansk'),
  kept('Kharkiv'),
  kept('Ukraine'),
  kept('Lviv'),
  kept('Texas'),
  kept('Houston'),
  kept('Paris'),
  kept('Belgrade'),
  kept('Serbia'),
  kept('Lashkar Gah'),
  own('Donbas'),
  own('Black Sea'),
]

describe('placesWithin', () => {
  test.each([
    ['Russia', 'Kursk', true],
    ['russia', 'Sudzha', true],
    ['Russia', 'Russia', true],
    ['Russia', 'Kharkiv', false],
    ['Russian Federation', 'Moscow', true],
    ['Ukraine', 'Donetsk', true],
    ['Ukraine', 'Kursk', false],
    ['Kursk region', 'Sudzha', true],
    ['Kursk Oblast', 'Sudzha', true],
    ['Kursk', 'Sudzha', true],
    ['Kursk', 'Moscow', false],
    ['Kharkiv region', 'Kupiansk', true],
    ['Kharkiv region', 'Lviv', false],
    ['Texas', 'Houston', true],
    ['Texas', 'Texas', true],
    ['Houston', 'Texas', false],
    ['United States', 'Houston', true],
    ['USA', 'Houston', true],
    ['France', 'Paris', true],
    ['Helmand province', 'Lashkar Gah', true],
    ['Donbas', 'Donetsk', true],
    ['Donbas', 'Kharkiv', false],
    ['Donbas', 'Ukraine', false],
    ['Balkans', 'Serbia', true],
    ['Black Sea', 'Ukraine', false],
    ['Nowhere at all', 'Paris', false],
    ['', 'Paris', false],
  ])('%s finds %s: %s', (asked, name, found) => {
    const place = all.find((p) => foldName(p.name) === foldName(name))
    expect(place).toBeDefined()
    expect(placesWithin(gazetteer, asked, all).includes(place as KeptPlace)).toBe(found)
  })

  test('places of our own table lie in their state', () => {
    expect(placesWithin(gazetteer, 'Ukraine', all)).toContainEqual(own('Donbas'))
    expect(placesWithin(gazetteer, 'Black Sea', all)).toEqual([own('Black Sea')])
    expect(placesWithin(gazetteer, 'Ukraine', all)).not.toContainEqual(own('Black Sea'))
  })

  test('an id asks for one place', () => {
    const texas = kept('Texas')
    expect(placesWithin(gazetteer, String(texas.geonames), all)).toEqual([texas, kept('Houston')])
    expect(placesWithin(gazetteer, '999999999', all)).toEqual([])
  })

  test('places that the gazetteer does not know lie nowhere', () => {
    expect(
      placesWithin(gazetteer, 'Russia', [own('Brenkovo'), { name: 'x', geonames: 1 }]),
    ).toEqual([])
  })
})
