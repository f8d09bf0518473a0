/** Tests datelines: place, date and agency before a dash, and openings that only look like one. */
import { describe, expect, test } from 'vitest'
import { datelineOf } from './dateline.ts'

const months = new Set(['Oct', 'October', 'Jan', 'January'])
const isMonth = (word: string): boolean => months.has(word)

function dateline(text: string): string | null {
  const at = datelineOf(text, { from: 0, to: text.length }, isMonth)
  return at && text.slice(at.from, at.to)
}

describe('DL1', () => {
  test.each([
    ['SEOUL — The ferry sank.', 'SEOUL —'],
    ['SEOUL – The ferry sank.', 'SEOUL –'],
    ['SEOUL - The ferry sank.', 'SEOUL -'],
    ['SEOUL -- The ferry sank.', 'SEOUL --'],
    ['SEOUL—The ferry sank.', 'SEOUL—'],
    ['SEOUL, South Korea — The ferry sank.', 'SEOUL, South Korea —'],
    ['NEW YORK — The ferry sank.', 'NEW YORK —'],
    ['NEW YORK/LONDON — The ferry sank.', 'NEW YORK/LONDON —'],
    ['SEOUL, Oct. 18 — The ferry sank.', 'SEOUL, Oct. 18 —'],
    ['SEOUL, Oct 18 (Wire) — The ferry sank.', 'SEOUL, Oct 18 (Wire) —'],
    ['SEOUL (Wire) — The ferry sank.', 'SEOUL (Wire) —'],
    ['Seoul (Wire) — The ferry sank.', 'Seoul (Wire) —'],
    ['Seoul (Harbour Wire) - The ferry sank.', 'Seoul (Harbour Wire) -'],
    ['(Wire) — The ferry sank.', '(Wire) —'],
    ['Seoul, October 18 — The ferry sank.', 'Seoul, October 18 —'],
    ['RIO DE JANEIRO — The ferry sank.', 'RIO DE JANEIRO —'],
    ['PORT-AU-PRINCE, Haiti — The ferry sank.', 'PORT-AU-PRINCE, Haiti —'],
    ["N'DJAMENA — The ferry sank.", "N'DJAMENA —"],
    ['ST. JOHN — The ferry sank.', 'ST. JOHN —'],
    ['LA PAZ, Bolivia — The ferry sank.', 'LA PAZ, Bolivia —'],
  ])('%s', (text, found) => {
    expect(dateline(text)).toBe(found)
  })

  test.each([
    ['a sentence with a dash', 'The ferry sank — nobody was hurt.'],
    ['a name with a dash', 'Jane Doe — the owner — spoke.'],
    ['no dash', 'SEOUL The ferry sank.'],
    ['a hyphen inside a word', 'SEOUL-BUSAN ferry sank.'],
    ['a small word', 'SEOUL ferry — it sank.'],
    ['nothing behind the dash', 'SEOUL —'],
    ['nothing but a dash', '— The ferry sank.'],
    ['an item', '- The ferry sank.'],
    ['brackets that hold small words', 'Seoul (the capital) — The ferry sank.'],
    ['brackets that do not close', 'SEOUL (Wire — The ferry sank.'],
    ['a question', 'WHY? — The ferry sank.'],
    ['a dash too far away', `SEOUL, ${'Word, '.repeat(30)} — The ferry sank.`],
    ['a quotation', '“SEOUL” — the ferry — sank.'],
    ['an empty text', ''],
  ])('%s is none', (_, text) => {
    expect(dateline(text)).toBeNull()
  })

  test('begins where its block begins', () => {
    const text = 'Head\n\nSEOUL — The ferry sank.'
    expect(datelineOf(text, { from: 6, to: text.length }, isMonth)).toEqual({ from: 6, to: 13 })
    expect(datelineOf(text, { from: 0, to: 4 }, isMonth)).toBeNull()
  })
})
