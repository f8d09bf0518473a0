/** Tests the clock times that open entries of live reports, and openings that only look like one. */
import { describe, expect, test } from 'vitest'
import { stampOf } from './stamps.ts'

const zones = new Set(['gmt', 'bst', 'et', 'eat'])

function stamp(text: string): string | null {
  const at = stampOf(text, { from: 0, to: text.length }, (word) => zones.has(word))
  return at && text.slice(at.from, at.to)
}

describe('SE18', () => {
  test.each([
    ['14:20 Soldiers are in the square.', '14:20'],
    ['9.05 Soldiers are in the square.', '9.05'],
    ['09h30 Soldiers are in the square.', '09h30'],
    ['2:15pm Soldiers are in the square.', '2:15pm'],
    ['2.15 p.m. Soldiers are in the square.', '2.15 p.m.'],
    ['10:45 AM Soldiers are in the square.', '10:45 AM'],
    ['14:20 GMT Soldiers are in the square.', '14:20 GMT'],
    ['2.15pm BST - Soldiers are in the square.', '2.15pm BST -'],
    ['14:20 — Soldiers are in the square.', '14:20 —'],
    ['14:20: Soldiers are in the square.', '14:20:'],
    ['14:20 | Soldiers are in the square.', '14:20 |'],
    ['[14:20] Soldiers are in the square.', '[14:20]'],
    ['[14:20 EAT] Soldiers are in the square.', '[14:20 EAT]'],
    ['(9.05am) "We are safe," she said.', '(9.05am)'],
    ['14:20 “We are safe,” she said.', '14:20'],
    ['14:20 40 people are missing.', '14:20'],
    ['14:20 UN soldiers are in the square.', '14:20'],
    ['14:20 Amal Said is safe.', '14:20'],
  ])('%s', (text, found) => {
    expect(stamp(text)).toBe(found)
  })

  test.each([
    ['a number', '10.45 million people are without power.'],
    ['a train', '14:20 trains were late.'],
    ['no such hour', '27:20 Soldiers are in the square.'],
    ['no such minute', '14:75 Soldiers are in the square.'],
    ['one digit of minutes', '14:2 Soldiers are in the square.'],
    ['three digits of minutes', '14:200 Soldiers are in the square.'],
    ['a ratio', '3:1 Rovers won.'],
    ['a date', '14.20.2024 Soldiers are in the square.'],
    ['a bracket left open', '[14:20 Soldiers are in the square.'],
    ['nothing behind it', '14:20'],
    ['nothing but a dash behind it', '14:20 -'],
    ['no blank behind it', '14:20Soldiers are in the square.'],
    ['no minutes', '14 Soldiers are in the square.'],
    ['words', 'At 14:20 soldiers came.'],
    ['an empty text', ''],
  ])('%s is none', (_, text) => {
    expect(stamp(text)).toBeNull()
  })

  test('looks no further than its block', () => {
    const text = '14:20\n\nSoldiers came.'
    expect(stampOf(text, { from: 0, to: 5 }, () => false)).toBeNull()
    expect(stampOf('x 14:20 Soldiers', { from: 2, to: 16 }, () => false)).toEqual({
      from: 2,
      to: 7,
    })
  })
})
