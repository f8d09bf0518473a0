/** Passages in CofeNet's format: their text and the ranges of their parts. */
import { describe, expect, it } from 'vitest'
import { readCofenet } from './cofenet.ts'

const row = (cells: readonly (readonly [string, string])[]): string =>
  JSON.stringify({ tokens: cells.map(([t]) => t), labels: cells.map(([, l]) => l) })

describe('passages in the format of CofeNet', () => {
  it('joins the tokens by blanks and finds each range in the text', () => {
    const [passage] = readCofenet(
      row([
        ['The', 'B-source'],
        ['mayor', 'I-source'],
        ['said', 'B-cue'],
        ['the', 'B-content'],
        ['bridge', 'I-content'],
        ['fell', 'I-content'],
        ['.', 'O'],
      ]),
    )
    if (!passage) throw new Error('no passage')
    const words = (list: readonly { from: number; to: number }[]): string[] =>
      list.map((s) => passage.text.slice(s.from, s.to))
    expect(passage.text).toBe('The mayor said the bridge fell .')
    expect(words(passage.source)).toEqual(['The mayor'])
    expect(words(passage.cue)).toEqual(['said'])
    expect(words(passage.content)).toEqual(['the bridge fell'])
  })

  it('keeps ranges that touch apart', () => {
    const [passage] = readCofenet(
      row([
        ['No', 'B-content'],
        ['Yes', 'B-content'],
      ]),
    )
    expect(passage?.content).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 6 },
    ])
  })

  it('passes over empty lines', () => {
    expect(readCofenet(`\n${row([['Rain', 'O']])}\n`)).toHaveLength(1)
  })
})
