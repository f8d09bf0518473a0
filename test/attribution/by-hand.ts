/** Readings and drafts made by hand, for tests of attribution's rules one by one. */
import type { Draft } from '../../src/stages/attribution/draft.ts'
import { Reading } from '../../src/stages/attribution/reading.ts'

/** Words are `form/UPOS/XPOS/head/relation`, with `/lemma` where it is not the form; heads count from 0, -1 is none. */
export interface Report {
  readonly sentences: readonly string[]
  /** The paragraph of each sentence; all stand in the first where left out. */
  readonly paragraphs?: readonly number[]
  /** Token ranges of quotations, marks included. */
  readonly quotes?: readonly (readonly [number, number])[]
}

export function readingOf({ sentences, paragraphs = [], quotes = [] }: Report): Reading {
  let text = ''
  const tokens: {
    from: number
    to: number
    form: string
    key: string
    kind: string
    sentence: number
  }[] = []
  const tags: object[] = []
  const arcs: object[] = []
  const bounds: object[] = []
  for (const [sentence, words] of sentences.entries()) {
    const start = text === '' ? 0 : text.length + 1
    const base = tokens.length
    for (const word of words.split(' ')) {
      const [form = '', upos = 'X', xpos = 'X', head = '-1', deprel = 'dep', lemma] =
        word.split('/')
      if (text !== '') text += ' '
      const from = text.length
      text += form
      const at = { from, to: text.length }
      const kind = /^[\p{L}\p{N}]/u.test(form) ? 'word' : 'punct'
      tokens.push({ ...at, form, key: form.toLowerCase(), kind, sentence })
      tags.push({ ...at, upos, xpos, lemma: lemma ?? form.toLowerCase() })
      arcs.push({ ...at, head: Number(head) < 0 ? -1 : base + Number(head), deprel })
    }
    bounds.push({ from: start, to: text.length, paragraph: paragraphs[sentence] ?? 0 })
  }
  const marks = quotes.map(([first, end]) => ({
    from: tokens[first]?.from,
    to: tokens[end - 1]?.to,
  }))
  return new Reading(
    text,
    tokens as never,
    tags as never,
    arcs as never,
    bounds as never,
    marks as never,
  )
}

/** A draft whose cue is one word and whose content is one range. */
export const draft = (
  anchor: number,
  first: number,
  end: number,
  extra: Partial<Draft> = {},
): Draft => ({
  cue: [{ first: anchor, end: anchor + 1 }],
  source: [],
  sourceHead: -1,
  content: [{ first, end }],
  anchor,
  stance: 'asserts',
  class: 'say',
  rule: 'AT2',
  ...extra,
})
