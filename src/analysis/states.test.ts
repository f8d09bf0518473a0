/** Tests that a place name has the state that it lies in, and a state its own. */
import { expect, test } from 'vitest'
import { readData } from '../../test/data-files.ts'
import { Document } from '../document/document.ts'
import { english } from '../english.ts'
import { analysisOf } from './analysis-of.ts'

test('a city has the state that it lies in', () => {
  const doc = english(readData).run(Document.of('Troops from Poland reached Kharkiv on Monday.'))
  const states = analysisOf(doc, { id: 'd1', publishedFrom: null }).entities.map((e) => [
    e.name,
    e.country,
  ])
  expect(states).toContainEqual(['Poland', 'POL'])
  expect(states).toContainEqual(['Kharkiv', 'UKR'])
})
