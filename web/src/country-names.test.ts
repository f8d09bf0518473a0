/** Country names: codes that panels show, against the table of the engine. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countryName } from './country-names.ts'

const lines = readFileSync(new URL('../../data/en/countries.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

describe('a country', () => {
  test.each([
    ['UKR', 'Ukraine'],
    ['PRK', 'North Korea'],
    ['KOR', 'South Korea'],
    ['RUS', 'Russia'],
    ['USA', 'United States'],
    ['CIV', 'Ivory Coast'],
  ])('%s is %s', (code, name) => {
    expect(countryName(code)).toBe(name)
  })

  test('of the table has a name that is not its code', () => {
    expect(lines.length).toBeGreaterThan(200)
    for (const line of lines) {
      const code = line.split('\t')[0] ?? ''
      expect(countryName(code)).not.toBe(code)
      expect(countryName(code)).toMatch(/^\p{Lu}/u)
    }
  })

  test.each(['', 'XXX', 'ukr', 'iso3', '#'])('that is not one, %j, stays as it is', (code) => {
    expect(countryName(code)).toBe(code)
  })
})
