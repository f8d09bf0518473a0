/** Tests of turns and signed quotations on words made by hand. */
import { describe, expect, test } from 'vitest'
import { readingOf } from '../../../test/attribution/by-hand.ts'
import type { Draft } from './draft.ts'
import { paragraphRanges, signatures, turns } from './turns.ts'

describe('signed quotations [AT13]', () => {
  const words =
    "“/PUNCT/`` We/PRON/PRP must/AUX/MD all/PRON/DT go/VERB/VB home/ADV/RB now/ADV/RB ./PUNCT/. ”/PUNCT/''"
  const signed = (tail: string, marked = true): readonly Draft[] =>
    signatures(readingOf({ sentences: [`${words} ${tail}`], quotes: marked ? [[0, 9]] : [] }))

  test('a dash and a name sign', () => {
    const [found, ...others] = signed('—/PUNCT/: Anna/PROPN/NNP Berg/PROPN/NNP')
    expect(others).toEqual([])
    expect(found).toMatchObject({
      cue: [{ first: 9, end: 10 }],
      source: [{ first: 10, end: 12 }],
      content: [{ first: 0, end: 9 }],
      rule: 'AT13',
      stance: 'asserts',
    })
  })

  test.each<[string, string]>([
    ['no dash', ',/PUNCT/, Anna/PROPN/NNP Berg/PROPN/NNP'],
    ['no name', '—/PUNCT/: a/DET/DT nurse/NOUN/NN'],
    ['a verb behind the name', '—/PUNCT/: Anna/PROPN/NNP left/VERB/VBD'],
    ['an auxiliary behind the name', '—/PUNCT/: Anna/PROPN/NNP has/AUX/VBZ left/VERB/VBN'],
  ])('%s signs nothing', (_, tail) => {
    expect(signed(tail)).toEqual([])
  })

  test('without a quotation nothing is signed', () => {
    expect(signed('—/PUNCT/: Anna/PROPN/NNP Berg/PROPN/NNP', false)).toEqual([])
  })
})

describe('turns [AT12]', () => {
  const body = 'We/PRON/PRP stay/VERB/VBP here/ADV/RB ./PUNCT/.'
  const turnsOf = (
    lines: string[],
    kinds: string[] = [],
    nouns: string[] = [],
  ): readonly Draft[] => {
    const r = readingOf({ sentences: lines, paragraphs: lines.map((_, i) => i) })
    const paragraphs = lines.map((_, i) => ({ from: 0, to: 0, kind: kinds[i] ?? 'text' }))
    return turns(
      r,
      paragraphs as never,
      paragraphRanges(r, lines.length),
      new Map(nouns.map((n) => [n, 'document' as never])),
    )
  }

  test('a full name before a colon speaks, also alone', () => {
    expect(turnsOf([`Anna/PROPN/NNP Berg/PROPN/NNP :/PUNCT/: ${body}`])).toMatchObject([
      {
        source: [{ first: 0, end: 2 }],
        cue: [{ first: 2, end: 3 }],
        content: [{ first: 3, end: 6 }],
        rule: 'AT12',
      },
    ])
  })

  test('a label in capitals speaks only in a series', () => {
    const turn = `HOST/NOUN/NN :/PUNCT/: ${body}`
    expect(turnsOf([turn])).toEqual([])
    expect(turnsOf([turn, turn, turn])).toHaveLength(3)
  })

  test('a document speaks', () => {
    expect(turnsOf([`Report/NOUN/NN :/PUNCT/: ${body}`], [], ['report'])).toHaveLength(1)
  })

  test('a common noun does not', () => {
    expect(turnsOf([`Weather/NOUN/NN :/PUNCT/: ${body}`])).toEqual([])
  })

  test('a verb before the colon makes it a sentence', () => {
    expect(turnsOf([`Anna/PROPN/NNP Berg/PROPN/NNP said/VERB/VBD :/PUNCT/: ${body}`])).toEqual([])
  })

  test('a credit names somebody and reports nothing', () => {
    expect(
      turnsOf(['Photo/PROPN/NNP Desk/PROPN/NNP :/PUNCT/: Anna/PROPN/NNP Berg/PROPN/NNP']),
    ).toEqual([])
  })

  test.each(['byline', 'caption'])('a %s reports nothing', (kind) => {
    expect(turnsOf([`Anna/PROPN/NNP Berg/PROPN/NNP :/PUNCT/: ${body}`], [kind])).toEqual([])
  })

  test('nothing behind the colon is no turn', () => {
    expect(turnsOf(['Anna/PROPN/NNP Berg/PROPN/NNP :/PUNCT/:'])).toEqual([])
  })

  test('paragraphs have the tokens of all their sentences', () => {
    const r = readingOf({ sentences: [body, body, body], paragraphs: [0, 0, 1] })
    expect(paragraphRanges(r, 2)).toEqual([
      { first: 0, end: 8 },
      { first: 8, end: 12 },
    ])
  })

  test('a paragraph without words is empty', () => {
    const r = readingOf({ sentences: [body], paragraphs: [1] })
    expect(paragraphRanges(r, 2)).toEqual([
      { first: 0, end: 0 },
      { first: 0, end: 4 },
    ])
  })
})
