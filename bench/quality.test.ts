/** Tests the page of quality: what it says, what it says of gaps, and that it reads its own figures back. */
import { describe, expect, test } from 'vitest'
import { figuresOf, qualityPage, type Result } from './quality-page.ts'

const results: readonly Result[] = [
  {
    group: 'ours',
    measured: {
      of: '2 reports',
      measures: [
        { name: 'claims', value: 81.26 },
        { name: 'names', value: 90 },
      ],
    },
    missing: '',
  },
  { group: 'theirs', measured: null, missing: 'corpora/theirs' },
]

/** Columns without their padding. */
const even = (page: string): string => page.replace(/ +/g, ' ')

describe('the page of quality', () => {
  const floor = { ours: { claims: 78 } }

  test('has a row for every figure, with floor and change', () => {
    const page = qualityPage(results, floor, { ours: { claims: 80, names: 90 } }, null)
    expect(even(page)).toContain('| ours | claims | 81.3 | 78.0 | +1.3 |')
    expect(even(page)).toContain('| ours | names | 90.0 | | |')
  })

  test('shows a fall with its sign and a new figure as new', () => {
    const page = qualityPage(results, floor, { ours: { claims: 85 } }, null)
    expect(even(page)).toContain('| ours | claims | 81.3 | 78.0 | -3.7 |')
    expect(even(page)).toContain('| ours | names | 90.0 | | new |')
  })

  test('says what was read and what was skipped', () => {
    const page = qualityPage(results, floor, {}, null)
    expect(even(page)).toContain('| ours | 2 reports |')
    expect(even(page)).toContain('| theirs | skipped: corpora/theirs is not there |')
  })

  test('knows no clock: the date stands only where it is given', () => {
    expect(qualityPage(results, floor, {}, null)).not.toContain('Measured on')
    expect(qualityPage(results, floor, {}, '2024-05-07')).toContain('Measured on 2024-05-07.')
    expect(qualityPage(results, floor, {}, null)).toBe(qualityPage(results, floor, {}, null))
  })

  test('reads its own figures back, and nothing else', () => {
    expect(figuresOf(qualityPage(results, floor, {}, null))).toEqual({
      ours: { claims: 81.3, names: 90 },
    })
    expect(figuresOf('# no table\n')).toEqual({})
  })
})
