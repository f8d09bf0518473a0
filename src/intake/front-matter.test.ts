/** Tests front matter: the few fields that count, and blocks that are none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frontMatter } from './front-matter.ts'

const block = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\nBody.\n`

describe('frontMatter', () => {
  test('reads all fields', () => {
    const text = block(
      'title: Ferry runs again',
      'date: 2024-10-23',
      'outlet: Harbour Wire',
      'url: https://example.org/a',
      'author: Jane Doe',
      'lang: en',
    )
    const { end, ...fields } = frontMatter(text)
    expect(fields).toEqual({
      title: 'Ferry runs again',
      date: '2024-10-23',
      outlet: 'Harbour Wire',
      url: 'https://example.org/a',
      byline: 'Jane Doe',
      language: 'en',
    })
    expect(text.slice(end)).toBe('Body.\n')
  })

  test.each([
    ['headline: A', 'title', 'A'],
    ['Title: A', 'title', 'A'],
    ['TITLE : A', 'title', 'A'],
    ['published: 2024', 'date', '2024'],
    ['publisher: A', 'outlet', 'A'],
    ['site: A', 'outlet', 'A'],
    ['source: A', 'outlet', 'A'],
    ['link: https://a.example/?b=c:d', 'url', 'https://a.example/?b=c:d'],
    ['canonical: A', 'url', 'A'],
    ['byline: A', 'byline', 'A'],
    ['language: uk', 'language', 'uk'],
    ['title: "A: b"', 'title', 'A: b'],
    ["title: 'It''s on'", 'title', "It's on"],
    ['title: "He said \\"no\\""', 'title', 'He said "no"'],
    ['title: "a\\\\b"', 'title', 'a\\b'],
    ['title: "', 'title', '"'],
    ['title: "A\'', 'title', '"A\''],
    ['title:A', 'title', 'A'],
  ] as const)('%s', (line, field, value) => {
    expect(frontMatter(block(line))[field]).toBe(value)
  })

  test.each([
    ['another field', 'tags: harbour'],
    ['an empty value', 'title:'],
    ['an empty quoted value', 'title: ""'],
    ['an indented line', '  title: A'],
    ['a comment', '# title: A'],
    ['a line without a colon', 'title A'],
    ['a line that opens with a colon', ': title'],
  ])('passes over %s', (_, line) => {
    const { end, ...fields } = frontMatter(block(line))
    expect(Object.values(fields).every((v) => v === null)).toBe(true)
    expect(end).toBeGreaterThan(0)
  })

  test('the first of two counts', () => {
    expect(frontMatter(block('title: A', 'headline: B')).title).toBe('A')
    expect(frontMatter(block('title:', 'headline: B')).title).toBe('B')
  })

  test.each([
    ['no block', 'Body.\n---\ntitle: A\n---\n'],
    ['an open block', '---\ntitle: A\nBody.\n'],
    ['a rule with words behind it', '--- title: A\n---\n'],
    ['nothing', ''],
    ['a block that never ends soon', `---\n${'x: y\n'.repeat(5000)}---\n`],
  ])('%s is none', (_, text) => {
    expect(frontMatter(text)).toEqual({
      title: null,
      date: null,
      outlet: null,
      url: null,
      byline: null,
      language: null,
      end: 0,
    })
  })

  test('a block that closes the file leaves no body', () => {
    const text = '---\ntitle: A\n---'
    expect(frontMatter(text)).toMatchObject({ title: 'A', end: text.length })
  })

  test('names of object members are no fields', () => {
    const { end: _, ...fields } = frontMatter(block('constructor: A', '__proto__: B', 'end: 5'))
    expect(Object.values(fields).every((v) => v === null)).toBe(true)
  })

  test('never throws, and the body begins inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('---', '\n', 'title', ':', ' ', '"', "'", 'A', '\\'), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join('')
          const { end } = frontMatter(text)
          expect(end).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
