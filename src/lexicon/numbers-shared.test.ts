/** Tests that two readers of one list of tokens share its atoms and numbers, and that nothing else does. */
import { expect, test } from 'vitest'
import { readData } from '../../test/data-files.ts'
import { numberWordsResource } from './number-words.ts'
import { atomsAndNumbers } from './numbers.ts'
import type { AtomSource } from './numbers-atoms.ts'

const words = numberWordsResource.load(numberWordsResource.files.map(readData))

function tokensOf(text: string): AtomSource[] {
  let from = 0
  return text.split(' ').map((form) => {
    const at = from
    from += form.length + 1
    const kind = /^\d/.test(form) ? 'number' : 'word'
    return { from: at, to: at + form.length, form, key: form.toLowerCase(), kind, sentence: 0 }
  })
}

const values = (text: string): number[] =>
  atomsAndNumbers(text, tokensOf(text), words).numbers.spans.map((n) => n.value)

test('the same list gives the same answer, made once', () => {
  const text = 'some 40 men and two dozen boys'
  const tokens = tokensOf(text)
  const first = atomsAndNumbers(text, tokens, words)
  expect(atomsAndNumbers(text, tokens, words)).toBe(first)
  expect(first.numbers.spans.map((n) => n.value)).toEqual([40, 24])
})

test('another list of the same words is read for itself', () => {
  const text = 'some 40 men'
  const first = atomsAndNumbers(text, tokensOf(text), words)
  const second = atomsAndNumbers(text, tokensOf(text), words)
  expect(second).not.toBe(first)
  expect(second.numbers.spans).toEqual(first.numbers.spans)
})

test('other number words are another question', () => {
  const text = 'two dozen boys'
  const tokens = tokensOf(text)
  expect(atomsAndNumbers(text, tokens, words).numbers.spans.length).toBe(1)
  expect(atomsAndNumbers(text, tokens, new Map()).numbers.spans.length).toBe(0)
  expect(atomsAndNumbers(text, tokens, words).numbers.spans.length).toBe(1)
})

test.each([
  ['a quarter million people', [250_000]],
  ['a quarter of a million people', [250_000]],
  ['half a million people', [500_000]],
  ['half a dozen eggs', [6]],
  ['a fifth of the crop', [0.2]],
  ['a tenth of the crop', [0.1]],
  ['a fifth man', [5]],
  ['two hundred and five men', [205]],
  ['one thousand men', [1000]],
  ['three and a half million men', [3_500_000]],
  ['ninety men', [90]],
  ['tens of thousands', [20_000]],
  ['hundreds of thousands', [200_000]],
  ['several hundred men', [300]],
  ['a few thousand men', [3000]],
  ['dozens', [24]],
  ['scores', [40]],
  ['zero', [0]],
  ['no men at all', []],
  ['the men', []],
])('%s: %j', (text, expected) => {
  expect(values(text)).toEqual(expected)
})
