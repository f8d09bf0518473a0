/** The gate for sources, in both directions: who is named by the source's words, and who is not. */
import { describe, expect, test } from 'vitest'
import type { Span } from '../../text/span.ts'
import { nameWords, type People, peopleOf, speakerStands } from './speakers.ts'

const text =
  'Anna Berg won. Her rival Olaf Lind lost. "We are sad," he said. The mayor, who wept, thanked Ms. Berg. ' +
  'Twelve officials left.'

const at = (words: string, after = 0): Span => {
  const from = text.indexOf(words, after)
  return { from, to: from + words.length }
}

/** Anna Berg is 0 with "Ms. Berg" and "Her", Olaf Lind is 1 with "he". */
const people: People = peopleOf(
  text,
  [
    { ...at('Anna Berg'), name: 'Anna Berg', mentions: [0, 2] },
    { ...at('Olaf Lind'), name: 'Olaf Lind', mentions: [1] },
  ] as never,
  [
    { ...at('Her'), entity: 0 },
    { ...at('he', text.indexOf('sad')), entity: 1 },
  ] as never,
  [at('Anna Berg'), at('Olaf Lind'), at('Ms. Berg')],
)

const stands = (
  source: readonly Span[],
  sourceName: string | null,
  speaker: number | null,
  sentenceStart = 0,
): boolean =>
  speakerStands(text, { source, sourceName, speaker, from: 41, to: 63 }, people, sentenceStart)

describe('a source that stands', () => {
  test('its name is its own words', () => {
    expect(stands([at('Anna Berg')], 'Anna Berg', null)).toBe(true)
  })
  test('its words are part of the name of the one that they mention', () => {
    expect(stands([at('Ms. Berg')], 'Anna Berg', 0)).toBe(true)
  })
  test('its pronoun refers to the one who has the name', () => {
    expect(stands([at('he', text.indexOf('sad'))], 'Olaf Lind', 1)).toBe(true)
  })
  test('it is hidden', () => {
    expect(stands([], null, null)).toBe(true)
  })
  test('it is a description without a name', () => {
    expect(stands([at('The mayor')], 'the mayor', null)).toBe(true)
  })
  test('a relative pronoun stands for what is before it in its sentence', () => {
    const start = text.indexOf('The mayor')
    expect(stands([at('who', start)], 'The mayor', null, start)).toBe(true)
  })
  test('no words name it, but it was named before', () => {
    expect(stands([], 'Olaf Lind', 1)).toBe(true)
  })
})

describe('a source that does not', () => {
  test('a name that stands in another sentence, without a reference', () => {
    expect(stands([at('The mayor')], 'Olaf Lind', null)).toBe(false)
    expect(stands([at('The mayor')], 'Olaf Lind', 1)).toBe(false)
  })
  test('a right quotation with a wrong speaker', () => {
    expect(stands([at('he', text.indexOf('sad'))], 'Anna Berg', 0)).toBe(false)
    expect(stands([at('he', text.indexOf('sad'))], 'Anna Berg', 1)).toBe(false)
  })
  test('a name stitched from two people', () => {
    expect(stands([at('Anna Berg')], 'Anna Lind', 0)).toBe(false)
    expect(stands([at('Olaf Lind')], 'Olaf Berg', 1)).toBe(false)
  })
  test('a name that the report has nowhere', () => {
    expect(stands([at('The mayor')], 'Peter Kwan', null)).toBe(false)
    expect(stands([], 'Peter Kwan', null)).toBe(false)
  })
  test('a number that its words do not have', () => {
    expect(stands([at('Twelve officials')], '12 officials', null)).toBe(false)
    expect(stands([at('Twelve officials')], 'Twelve officials', null)).toBe(true)
  })
  test('a relative pronoun for somebody in another sentence', () => {
    const start = text.indexOf('The mayor')
    expect(stands([at('who', start)], 'Olaf Lind', null, start)).toBe(false)
  })
})

test.each([
  ['Anna Berg', ['anna', 'berg']],
  ["the town's mayor", ['the', 'town', 'mayor']],
  ['“Radio Nord”, (of Oslo)', ['radio', 'nord', 'of', 'oslo']],
  ['workers’ union', ['workers', 'union']],
  ['', []],
])('%j has the words %j', (words, parts) => {
  expect(nameWords(words)).toEqual(parts)
})
