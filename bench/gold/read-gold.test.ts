/** Tests how words of an annotation find their place in a sentence. */
import { expect, test } from 'vitest'
import { type GoldSentence, placeOf } from './read-gold.ts'

const sentence: GoldSentence = {
  from: 100,
  to: 140,
  marks: { text: 'There he said that he had left the theatre.' },
}

const words = (mark: string): string => {
  const { from, to } = placeOf(sentence, mark)
  return sentence.marks.text.slice(from - 100, to - 100)
}

test('words are found at their place in the report', () => {
  expect(placeOf(sentence, 'said')).toEqual({ from: 109, to: 113 })
})

test('words inside other words do not count', () => {
  expect(placeOf(sentence, 'he').from).toBe(106)
  expect(() => placeOf(sentence, 'eat')).toThrow('does not stand in')
})

test('a number asks for a later one', () => {
  expect(placeOf(sentence, 'he~2').from).toBe(119)
  expect(words('he~2')).toBe('he')
  expect(() => placeOf(sentence, 'he~3')).toThrow('"he~3"')
})

test('a gap runs from the one to the next of the other', () => {
  expect(words('he said … had')).toBe('he said that he had')
  expect(words('that … theatre')).toBe('that he had left the theatre')
  expect(() => placeOf(sentence, 'had … said')).toThrow('"said"')
})
