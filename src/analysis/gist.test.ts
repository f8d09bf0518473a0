/** Gists: sentences that can be read alone, of the claim's own words, ours in brackets. */
import { beforeAll, describe, expect, test } from 'vitest'
import { Document } from '../document/document.ts'
import { claims } from '../layers/claims.ts'
import { loadPipeline } from '../reader.ts'
import { gistsOf } from './gist.ts'

let gists: (text: string) => string[]

beforeAll(() => {
  const pipeline = loadPipeline('lite')
  gists = (text) => {
    const doc = pipeline.run(Document.of(text, { published: '2024-05-02' }))
    const gist = gistsOf(doc)
    return doc.layer(claims).map((c) => gist(c))
  }
})

describe('a gist', () => {
  test.each([
    ['what is whole stays as it is', 'The bridge fell on Monday.', 'The bridge fell on Monday.'],
    [
      'a pronoun becomes whom it stands for',
      'Anna Berg won the vote. She thanked the voters.',
      '[Anna Berg] thanked the voters.',
    ],
    [
      'so does one that says whose',
      'Anna Berg won the vote. Her rival left the town.',
      '[Anna Berg’s] rival left the town.',
    ],
    [
      'a second verb gets its subject',
      'Anna Berg closed the port and opened the bridge.',
      '[Anna Berg] opened the bridge.',
    ],
    [
      'a relative clause gets its noun',
      'The queen visited the old harbour, which holds three hundred boats.',
      '[The old harbour] holds three hundred boats.',
    ],
    [
      'what an apposition tells gets the name',
      '"I saw it," said Peter Wafula, a driver who lost a house in the flood.',
      '[Peter Wafula] lost a house in the flood.',
    ],
    [
      'an effect gets its cause',
      'The bomb hit the station, killing nine people.',
      '[The bomb hit the station,] killing nine people.',
    ],
    [
      'what is said gets a capital and a stop',
      'The general said the army took the town.',
      'The army took the town.',
    ],
    [
      'peoples keep their capital behind an article',
      'North Korean soldiers left the front. They were tired.',
      '[The North Korean soldiers] were tired.',
    ],
    [
      'peoples keep their capital in front of a second verb',
      'Ukrainian officials opened the archive and closed the office.',
      '[Ukrainian officials] closed the office.',
    ],
    [
      'other words in front of a sentence are small behind an article',
      'Tired soldiers left the front. They slept in barns.',
      '[The tired soldiers] slept in barns.',
    ],
    ['a question keeps its mark', 'Did the army take the town?', 'Did the army take the town?'],
  ])('%s', (_, text, gist) => {
    expect(gists(text)).toContain(gist)
  })

  test('without what is in brackets, every word is the claim’s own', () => {
    const text =
      'Anna Berg closed the port and opened the bridge, which fell in May, killing nine people. ' +
      'She said her party, the largest in the town, would not pay. "We are done," she said.'
    for (const gist of gists(text)) {
      const own = gist.replace(/\[[^\]]*\]/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
      for (const word of own) expect(text.toLowerCase()).toContain(word.toLowerCase())
    }
  })

  test('whom the claim names itself is not named again', () => {
    for (const gist of gists('Anna Berg said that Olaf Lind had lost his house.'))
      expect(gist).not.toContain('[Olaf Lind')
  })

  test('opens with a capital and ends with a mark', () => {
    for (const gist of gists('The dam, built in 1970, may break, and two towns would drown.'))
      expect(gist).toMatch(/^[[“"]?\p{Lu}.*[.?!]["”\]]?$/u)
  })

  test('a document without clauses gives its words', () => {
    const bare = Document.of('the port is open')
    const claim = { from: 0, to: 16 } as never
    expect(gistsOf(bare)(claim)).toBe('The port is open.')
  })

  test.each([
    ['  two\n lines ', 'Two lines.'],
    ['we go" he', 'We go he.'],
    ['is it so?', 'Is it so?'],
    ['a list,', 'A list.'],
    ['“so it is”', '“So it is”.'],
  ])('%j reads %j', (words, line) => {
    expect(gistsOf(Document.of(words))({ from: 0, to: words.length } as never)).toBe(line)
  })
})
