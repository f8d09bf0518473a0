/** Tests of lines with dates: which date counts, and which lines are there for their date. */
import { describe, expect, test } from 'vitest'
import { labelIn } from './date-words.ts'
import { datedLine, isDateLine } from './dated-line.ts'

const english = { language: 'en', monthFirst: true }

describe('the date that counts', () => {
  test.each([
    ['3 May 2024', '2024-05-03', null],
    ['Published 3 May 2024', '2024-05-03', 'published'],
    ['Updated 5 May 2024, published 3 May 2024', '2024-05-03', 'published'],
    ['Published 3 May 2024, updated 5 May 2024', '2024-05-03', 'published'],
    ['Last updated: 5 May 2024', '2024-05-05', 'changed'],
    ['3 May 2024 (updated 5 May 2024)', '2024-05-03', null],
    ['Aktualisiert: 05.05.2024 Erstellt: 03.05.2024', '2024-05-03', 'published'],
    ['Mis à jour le 5 mai 2024, publié le 3 mai 2024', '2024-05-03', 'published'],
    ['更新：2024年5月5日 公開日：2024年5月3日', '2024-05-03', 'published'],
    ['입력 2024.05.03. 수정 2024.05.05.', '2024-05-03', 'published'],
  ])('%s', (line, edtf, label) => {
    expect(datedLine(line, { language: null })).toMatchObject({ edtf, label })
  })

  test('none in a line without one', () => {
    expect(datedLine('Published soon', english)).toBeNull()
  })
})

describe('a line that is there for its date', () => {
  test.each([
    ['3 May 2024', true],
    ['By Jon Vale, 3 May 2024', true],
    ['Lindhaven, Friday 3 May 2024 at 10:15', true],
    ['Published by our staff in the north on 3 May 2024', true],
    ['2024年5月3日 10:15 来源：港口报', true],
    ['On 3 May 2024 the port was sold to the town, which gave it back.', false],
    ['The ministers met on 3 May 2024 in a hall behind the old port', false],
    ['本报创办于1998年5月1日，是港口的一家小报。', false],
    ['3 May 2024.', true],
  ])('%s: %s', (line, is) => {
    const dated = datedLine(line, english)
    expect(dated && isDateLine(line, dated)).toBe(is)
  })
})

describe('labels', () => {
  test.each([
    ['Published on', 'published'],
    ['PUBLISHED:', 'published'],
    ['Republished', null],
    ['the publishedness', null],
    ['Published, then updated', 'changed'],
    ['Updated, then published', 'published'],
    ['発行・公開日', 'published'],
    ['Опубликовано:', 'published'],
    ['', null],
  ])('%s: %s', (words, kind) => {
    expect(labelIn(words)?.kind ?? null).toBe(kind)
  })

  test('are found in time linear in the words', () => {
    const started = performance.now()
    labelIn('word '.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
