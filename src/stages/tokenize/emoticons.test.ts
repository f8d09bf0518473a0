/** Tests emoticons and emoji: one token each, however they are put together. */
import { describe, expect, test } from 'vitest'
import { afterPoint, emoticonEnd, emoticonsByFirst, symbolEnd } from './emoticons.ts'

const faces = emoticonsByFirst(new Set([':)', ':-)', ':))', ':/', ':D', ';)', '<3']))

describe('emoticonsByFirst', () => {
  test('longest first', () => {
    const list = faces.get(':'.charCodeAt(0)) ?? []
    expect(list.map((f) => f.length)).toEqual([...list].map((f) => f.length).sort((a, b) => b - a))
    expect(faces.get(';'.charCodeAt(0))).toEqual([';)'])
    expect(faces.has('a'.charCodeAt(0))).toBe(false)
  })
})

describe('emoticonEnd', () => {
  test.each([
    [':)', 2],
    [':))', 3],
    [':-)', 3],
    [':) x', 2],
    [':).', 2],
    ['<3', 2],
    [':D', 2],
    [':Dog', 0],
    [':)a', 0],
    [':)5', 0],
    ['://a', 0],
    ['://', 0],
    [':', 0],
    ['a:)', 0],
    ['', 0],
  ])('%j: %d', (text, end) => {
    expect(emoticonEnd(text, 0, text.length, faces)).toBe(end)
  })

  test('a face does not reach behind its bound', () => {
    expect(emoticonEnd('x :-)', 2, 4, faces)).toBe(2)
    expect(emoticonEnd('x :))', 2, 4, faces)).toBe(4)
  })
})

describe('symbolEnd', () => {
  test.each([
    ['one sign', '€'],
    ['one picture', '😀'],
    ['a heart with its selector', '❤\ufe0f'],
    ['a skin tone', '👍🏽'],
    ['a family', '👨\u200d👩\u200d👧'],
    ['a flag', '🇺🇦'],
    ['a flag of a region', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a keycap', '*\ufe0f\u20e3'],
    ['a lone half', '\ud83d'],
  ])('%s', (_, text) => {
    expect(symbolEnd(text, 0, text.length)).toBe(text.length)
    expect(symbolEnd(`${text} x`, 0, text.length + 2)).toBe(text.length)
  })

  test('two pictures are two', () => {
    expect(symbolEnd('😀😀', 0, 4)).toBe(2)
    expect(symbolEnd('🇺🇦🇵🇱', 0, 8)).toBe(4)
    expect(symbolEnd('$5', 0, 2)).toBe(1)
  })

  test('a joiner without a picture behind it joins nothing', () => {
    expect(symbolEnd('😀\u200dx', 0, 4)).toBe(3)
  })
})

test('afterPoint steps over whole code points, within the bound', () => {
  expect(afterPoint('a', 0, 1)).toBe(1)
  expect(afterPoint('😀', 0, 2)).toBe(2)
  expect(afterPoint('😀', 0, 1)).toBe(1)
  expect(afterPoint('\ud83d', 0, 1)).toBe(1)
})
