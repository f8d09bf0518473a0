/** Tests file name patterns against a small matcher that tries everything. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPattern, matchesName, partsOf } from './glob.ts'

test.each([
  ['*.txt', true],
  ['report-?.md', true],
  ['news/**', true],
  ['report.txt', false],
  ['', false],
  ['[a].txt', false],
])('%s is a pattern: %s', (argument, is) => {
  expect(isPattern(argument)).toBe(is)
})

describe('matchesName', () => {
  test.each([
    ['report.txt', 'report.txt', true],
    ['report.txt', '*.txt', true],
    ['report.txt', '*', true],
    ['report.txt', 'report.*', true],
    ['report.txt', 'r*t*t', true],
    ['report.txt', '*.md', false],
    ['report.txt', 'Report.txt', false],
    ['report.txt', 'report', false],
    ['report.txt', 'report.tx', false],
    ['report.txt', 'report.txt2', false],
    ['a1.txt', 'a?.txt', true],
    ['a.txt', 'a?.txt', false],
    ['a12.txt', 'a?.txt', false],
    ['a12.txt', 'a??.txt', true],
    ['aaab', '*b', true],
    ['aaab', 'a*a*a*b', true],
    ['aaab', 'a*a*a*a*b', false],
    ['abcabd', 'abc*abd', true],
    ['x', '**', true],
    ['', '*', true],
    ['', '', true],
    ['', '?', false],
    ['x', '', false],
    ['a*b', 'a*b', true],
    ['über.txt', '?ber.txt', true],
  ])('%s, %s: %s', (name, pattern, matches) => {
    expect(matchesName(name, pattern)).toBe(matches)
  })

  test.each([
    ['.hidden', '*', false],
    ['.hidden', '?hidden', false],
    ['.hidden', '.*', true],
    ['.hidden', '.hidden', true],
    ['a.b', 'a*', true],
  ])('a leading dot: %s, %s: %s', (name, pattern, matches) => {
    expect(matchesName(name, pattern)).toBe(matches)
  })

  test('agrees with a matcher that tries all ways', () => {
    const slow = (name: string, pattern: string): boolean => {
      if (pattern === '') return name === ''
      if (pattern[0] === '*')
        return slow(name, pattern.slice(1)) || (name !== '' && slow(name.slice(1), pattern))
      return name !== '' && (pattern[0] === '?' || pattern[0] === name[0])
        ? slow(name.slice(1), pattern.slice(1))
        : false
    }
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 }),
        (name, pattern) => {
          expect(matchesName(name, pattern)).toBe(slow(name, pattern))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a hostile pattern costs no more than name times pattern', { retry: 4 }, () => {
    const start = performance.now()
    expect(matchesName('a'.repeat(5000), `${'a*'.repeat(200)}b`)).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

test.each([
  ['*.txt', '.', ['*.txt']],
  ['news/*.txt', 'news', ['*.txt']],
  ['news/2024/**/*.md', 'news/2024', ['**', '*.md']],
  ['/data/*.txt', '/data', ['*.txt']],
  ['/*.txt', '/', ['*.txt']],
  ['*/a/b.txt', '.', ['*', 'a', 'b.txt']],
  ['news//*.txt', 'news/', ['*.txt']],
])('%s starts in %s', (pattern, base, parts) => {
  expect(partsOf(pattern)).toEqual({ base, parts })
})
