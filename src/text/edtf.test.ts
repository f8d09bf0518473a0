/** Tests the reader of EDTF: what each level means in days, what is refused, and that the package `edtf` agrees. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civil } from './calendar.ts'
import { isEdtf, mayMeet, readEdtf } from './edtf.ts'

/** The package has no types of its own. */
const { default: edtf } = (await import('edtf' as string)) as {
  default: (text: string) => { min: number; max: number }
}

/** First and last day as text, ".." for an open end. */
function daysOf(text: string): string | null {
  const read = readEdtf(text)
  if (!read) return null
  const side = (day: number | null): string => {
    if (day === null) return '..'
    const d = civil(day)
    return [String(d.year).padStart(4, '0'), d.month, d.day]
      .map((n) => String(n).padStart(2, '0'))
      .join('-')
  }
  return `${side(read.first)} ${side(read.last)}`
}

describe('what a value means', () => {
  test.each([
    ['2024-10-23', '2024-10-23 2024-10-23'],
    ['2024-10', '2024-10-01 2024-10-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-02', '2023-02-01 2023-02-28'],
    ['2024', '2024-01-01 2024-12-31'],
    ['0987', '0987-01-01 0987-12-31'],
    ['2024-10-23T10:35:00Z', '2024-10-23 2024-10-23'],
    ['2024-10-23T10:35:00+05:30', '2024-10-23 2024-10-23'],
    ['2024-10-08/2024-10-13', '2024-10-08 2024-10-13'],
    ['2019/2021', '2019-01-01 2021-12-31'],
    ['2024-10-08/..', '2024-10-08 ..'],
    ['../2024-12-31', '.. 2024-12-31'],
    ['2024-10-08/', '2024-10-08 ..'],
    ['/2024', '.. 2024-12-31'],
    ['2024-10~', '2024-10-01 2024-10-31'],
    ['2024-10-01~/2024-10-10~', '2024-10-01 2024-10-10'],
    ['202X', '2020-01-01 2029-12-31'],
    ['19XX', '1900-01-01 1999-12-31'],
    ['2024-XX', '2024-01-01 2024-12-31'],
    ['2024-1X', '2024-10-01 2024-12-31'],
    ['2024-10-XX', '2024-10-01 2024-10-31'],
    ['2024-10-1X', '2024-10-10 2024-10-19'],
    ['2024-02-3X', null],
    ['XXXX-12-25', '0000-12-25 9999-12-25'],
    ['2024-21', '2024-03-01 2024-05-31'],
    ['2024-24', '2024-12-01 2025-02-28'],
    ['2024-29', '2024-09-01 2024-11-30'],
    ['2024-30', '2024-12-01 2025-02-28'],
    ['2024-33', '2024-01-01 2024-03-31'],
    ['2024-36', '2024-10-01 2024-12-31'],
    ['2024-38', '2024-05-01 2024-08-31'],
    ['2024-40', '2024-01-01 2024-06-30'],
    ['2024-41', '2024-07-01 2024-12-31'],
    ['-0044-03-15', '0-44-03-15 0-44-03-15'],
    ['Y12024', '12024-01-01 12024-12-31'],
    ['1950S2', '1900-01-01 1999-12-31'],
    ['[2024-10-11,2024-11-10]', '2024-10-11 2024-11-10'],
    ['[2024-10-08..2024-10-13]', '2024-10-08 2024-10-13'],
    ['[..2024-10-13]', '.. 2024-10-13'],
    ['{2019,2021}', '2019-01-01 2021-12-31'],
    ['2024-?10-18', '2024-10-18 2024-10-18'],
    ['2024-10~-18', '2024-10-18 2024-10-18'],
    ['~2024-10', '2024-10-01 2024-10-31'],
  ])('%s is %s', (text, days) => {
    expect(daysOf(text)).toBe(days)
  })

  test.each([
    '',
    '2024-02-30',
    '2023-02-29',
    '99999-02-30',
    '2024-13',
    '2024-00',
    '2024-10-32',
    '2024-10-00',
    '24-10-23',
    '2024-1-2',
    '2024/10/23',
    '2024-10-23/2024-10-08',
    '../..',
    '/',
    '2024-10-23T25:00:00',
    '2024-10-23T10:35',
    '2024-42',
    '2024-21-05',
    'Y24',
    '[2024',
    '[]',
    '[,]',
    'yesterday',
    '2024-10-23 ',
    ' 2024',
    'x'.repeat(100000),
  ])('%j is no date', (text) => {
    expect(isEdtf(text)).toBe(false)
  })

  test('marks say what is about and what is doubted', () => {
    expect(readEdtf('2024-10~')).toMatchObject({ approximate: true, uncertain: false })
    expect(readEdtf('2024?')).toMatchObject({ approximate: false, uncertain: true })
    expect(readEdtf('2024-10-18%')).toMatchObject({ approximate: true, uncertain: true })
    expect(readEdtf('2024/2025~')).toMatchObject({ kind: 'interval', approximate: true })
    expect(readEdtf('[2024-10-11,2024-11-10]')).toMatchObject({ kind: 'one-of' })
    expect(readEdtf('{2019,2021}')).toMatchObject({ kind: 'all-of' })
  })

  test('values meet when a day may be in both', () => {
    const meet = (a: string, b: string): boolean => {
      const [x, y] = [readEdtf(a), readEdtf(b)]
      return x !== null && y !== null && mayMeet(x, y)
    }
    expect(meet('2024-10', '2024-10-23')).toBe(true)
    expect(meet('2024-10-08/..', '2030')).toBe(true)
    expect(meet('../2024-09-30', '2024-10')).toBe(false)
    expect(meet('2024-10-23', '2024-10-24')).toBe(false)
    expect(meet('202X', '2024')).toBe(true)
  })
})

describe('any value', () => {
  const two = (n: number): string => String(n).padStart(2, '0')
  const date = fc
    .tuple(
      fc.integer({ min: 1000, max: 2999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .chain(([y, m, d]) => fc.constantFrom(`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`))

  test('means the days that the package has for it', () => {
    fc.assert(
      fc.property(date, (text) => {
        const read = readEdtf(text)
        const other = edtf(text)
        expect(read?.first).toBe(Math.floor(other.min / 86400000))
        expect(read?.last).toBe(Math.floor(other.max / 86400000))
      }),
    )
  })

  test('is read or refused, never thrown at', () => {
    const marks = fc.array(fc.constantFrom(...'0123456789X-/.[]{},~?%TZYS:+'.split('')), {
      maxLength: 24,
    })
    fc.assert(
      fc.property(marks, (parts) => {
        const read = readEdtf(parts.join(''))
        if (read?.first != null && read.last !== null)
          expect(read.first).toBeLessThanOrEqual(read.last)
      }),
      { numRuns: 2000 },
    )
  })
})
