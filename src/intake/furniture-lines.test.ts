/** Tests of furniture lines: what pages say around reports goes, what reports say with the same words stays. */
import { describe, expect, test } from 'vitest'
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'
import { isFurnitureLine } from './furniture-lines.ts'

const file = 'intake/furniture-lines.tsv'
const rows = readTsv(readIntakeData(file), file, ['phrase', 'where'])
const unspaced = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]$/
const of = (where: string): string[] => rows.filter((r) => r.where === where).map((r) => r.phrase)

describe('every listed phrase', () => {
  test.each(of('whole'))(
    '%j alone on a line goes, in any case and with a mark after it',
    (phrase) => {
      expect(isFurnitureLine(phrase)).toBe(true)
      expect(isFurnitureLine(phrase.toUpperCase())).toBe(true)
      expect(isFurnitureLine(`${phrase}...`)).toBe(true)
      expect(isFurnitureLine(`– ${phrase}`)).toBe(true)
    },
  )

  test.each(of('start'))('%j opens a line that goes', (phrase) => {
    expect(isFurnitureLine(`${phrase} 123`)).toBe(true)
    expect(isFurnitureLine(`• ${phrase} 123`)).toBe(true)
  })

  test.each(of('inside'))('%j in a line takes it away', (phrase) => {
    expect(isFurnitureLine(`Yes, ${phrase}, they say.`)).toBe(true)
  })

  test('is one of five kinds, in small letters with straight marks', () => {
    for (const { phrase, where } of rows) {
      expect(['whole', 'title', 'comments', 'start', 'inside']).toContain(where)
      expect(phrase).toBe(phrase.toLowerCase())
      expect(phrase).not.toMatch(/[’“”]/)
      expect(phrase.trim()).toBe(phrase)
    }
  })
})

describe('the report stays', () => {
  test.each(of('start'))('a long paragraph that opens with %j', (phrase) => {
    const rest = ' and the harbour master of Lindhaven said on Friday that two ships had left'
    expect(isFurnitureLine(`${phrase}${rest.repeat(5)}.`)).toBe(false)
  })

  test.each(of('start').filter((p) => /[\p{L}\p{N}]$/u.test(p) && !unspaced.test(p)))(
    'a word that only begins like %j',
    (phrase) => {
      const line = `${phrase}zzz is what the harbour master said.`
      const other = of('start').some((p) => p !== phrase && line.startsWith(p))
      if (!other && !of('inside').some((p) => line.includes(p)))
        expect(isFurnitureLine(line)).toBe(false)
    },
  )

  test.each([
    'The port will reopen on Monday, the harbour master said.',
    '“Read more books,” the minister told the pupils.',
    '"Subscribe to nothing," he said.',
    '‘Advertisement is theft,’ said the painter.',
    '«Abonnez-vous à rien», a-t-il dit.',
    'Advertisements for the lottery were banned on Friday.',
    'A subscription to the paper costs 12 euros, the publisher said.',
  ])('%s', (line) => {
    expect(isFurnitureLine(line)).toBe(false)
  })

  test('a quotation is never furniture, whatever it opens with', () => {
    for (const phrase of of('start')) {
      const quoted = `“${phrase} it all,” he said.`
      if (!of('inside').some((p) => quoted.toLowerCase().includes(p)))
        expect(isFurnitureLine(quoted)).toBe(false)
    }
  })
})

test.each(['', ' ', '---', '* * *', '• • •', '…', '| |'])(
  'a line of %j has no words and goes',
  (line) => {
    expect(isFurnitureLine(line)).toBe(true)
  },
)
