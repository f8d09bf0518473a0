/** Tests of source kinds: what is an outlet, an agency or a document, in sentences and by the name alone. */
import { describe, expect, test } from 'vitest'
import { runCases, type Show } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { englishStages } from '../../english.ts'
import type { Attribution } from '../../layers/attributions.ts'
import { outlets, pressOfName } from './source-kind.ts'

const stages = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'attribution') + 1)

const show: Show = (_doc, item, field) =>
  field === 'speaks' ? ((item as Attribution).sourceKind ?? 'none') : undefined

runCases(import.meta.url, './source-kind.cases.txt', stages, show)

describe('what a name alone tells', () => {
  const known = outlets.load(outlets.files.map((f) => readData(f)))
  test.each([
    ['Reuters', 'agency'],
    ['The Associated Press', 'agency'],
    ['Lakeland News Agency', 'agency'],
    ['the Marsh Press Agency', 'agency'],
    ['BBC', 'outlet'],
    ['The New York Times', 'outlet'],
    ['Meridian Post', 'outlet'],
    ['Radio Nord', 'outlet'],
    ['Harbour TV', 'outlet'],
    ['Times', null],
    ['Post', null],
    ['Pentagon', null],
    ['Lisbon University', null],
    ['Anna Berg', null],
    ['', null],
    ['the', null],
    ['The The The', null],
  ])('%s is %s', (name, kind) => {
    expect(pressOfName(name, known)).toBe(kind)
  })

  test('every listed whole name is found, with "the" before it or not, in any case of letters', () => {
    for (const [name, kind] of known.whole) {
      expect(pressOfName(name, known)).toBe(kind)
      expect(pressOfName(`The ${name.toUpperCase()}`, known)).toBe(kind)
    }
  })

  test('an ending needs a name before it', () => {
    for (const [end, kind] of known.end) {
      expect(pressOfName(`Ruritania ${end}`, known)).toBe(kind)
      if (!known.whole.has(end) && !end.includes(' ')) expect(pressOfName(end, known)).toBe(null)
    }
  })
})
