/** Tests the marks of sentences, and cuts of sentences that are too long. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtLimit, longestSentence } from './limit.ts'
import { faceEnd, isClosingMark, isFaceEye, isOpeningMark, isStopMark } from './marks.ts'

const unit = (c: string): number => c.charCodeAt(0)

describe('marks', () => {
  test.each([...'.!?…。！？؟۔।'])('%s is a stop', (c) => {
    expect(isStopMark(unit(c))).toBe(true)
  })
  test.each([...',;:-—"”)'])('%s is no stop', (c) => {
    expect(isStopMark(unit(c))).toBe(false)
  })
  test.each([...'")]}’”»」'])('%s closes', (c) => {
    expect(isClosingMark(unit(c))).toBe(true)
  })
  test.each([...'"([“‘«„「'])('%s opens', (c) => {
    expect(isOpeningMark(unit(c))).toBe(true)
  })
  test.each([...'“‘«(['])('%s does not close', (c) => {
    expect(isClosingMark(unit(c))).toBe(false)
  })
  test.each([...'”’»)]'])('%s does not open', (c) => {
    expect(isOpeningMark(unit(c))).toBe(false)
  })
})

describe('faceEnd', () => {
  test.each([
    [':)', 2],
    [':-)', 3],
    [';)', 2],
    [':(', 2],
    [':D', 2],
    ['=P', 2],
    [":')", 3],
    [':) x', 2],
    [':)x', 0],
    [':', 0],
    [': )', 0],
    [':-', 0],
    [':x', 0],
  ])('%j: %d', (text, end) => {
    expect(faceEnd(text, 0, { from: 0, to: text.length })).toBe(end)
    expect(isFaceEye(unit(text))).toBe(true)
  })

  test('a mouth behind the block is none', () => {
    expect(faceEnd('x :) y', 2, { from: 0, to: 3 })).toBe(2)
  })
})

describe('cutAtLimit', () => {
  const cut = (text: string) => cutAtLimit(text, { from: 0, to: text.length })

  test('a sentence of the usual length stays', () => {
    expect(cut('The ferry sank.')).toEqual([{ from: 0, to: 15 }])
    const long = `${'word '.repeat(longestSentence - 1)}word`
    expect(cut(long)).toEqual([{ from: 0, to: long.length }])
  })

  test('a longer one is cut at blanks', () => {
    const text = `${'word '.repeat(5000)}end`
    const pieces = cut(text)
    expect(pieces).toHaveLength(3)
    for (const p of pieces) {
      const words = text.slice(p.from, p.to).trim().split(' ')
      expect(words.length).toBeLessThanOrEqual(longestSentence)
      for (const w of words) expect(['word', 'end']).toContain(w)
    }
  })

  test('marks without blanks are cut too', () => {
    const pieces = cut('!'.repeat(5000))
    expect(pieces.length).toBeGreaterThan(1)
    for (const p of pieces) expect(p.to - p.from).toBeLessThanOrEqual(longestSentence)
  })

  test('one long word stays whole', () => {
    expect(cut('a'.repeat(9000))).toHaveLength(1)
  })

  test('no half of a pair is cut off', () => {
    const text = '😀'.repeat(3000)
    for (const p of cut(text)) {
      expect(text.slice(p.from, p.to)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
    }
  })

  test('pieces follow one another and lose only blanks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word ', 'a', '! ', '5,', ' '), {
          minLength: 2500,
          maxLength: 6000,
        }),
        (list) => {
          const text = list.join('')
          let at = 0
          for (const p of cut(text)) {
            expect(text.slice(at, p.from).trim()).toBe('')
            at = p.to
          }
          expect(at).toBe(text.length)
        },
      ),
      { numRuns: 20 },
    )
  })
})
