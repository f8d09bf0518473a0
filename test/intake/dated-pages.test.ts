/** Pages of our own words in many languages and layouts, each with the day on which it appeared or none. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/intake/limits.ts'
import { readPage } from '../../src/intake/read-page.ts'

const cases = readFileSync(new URL('./dated-pages.cases.txt', import.meta.url), 'utf8')
  .split(/\n\n+/)
  .map((block) => {
    const [title = '', html = '', expected = ''] = block.trim().split('\n')
    return { title: title.slice(2), html, day: expected.replace('==> ', '') }
  })

test.each(cases)('$title', ({ html, day }) => {
  const { published } = readPage(html, { url: null, simple: false }, defaultLimits)
  expect(published ?? 'none').toBe(day)
})

test('there are at least sixty of them, in at least thirty languages', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60)
  expect(new Set(cases.map((c) => /lang="(\w+)/.exec(c.html)?.[1])).size).toBeGreaterThan(30)
})
