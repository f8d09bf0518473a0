/** What reaches a terminal: nothing that it would obey, nothing lost from JSON, tables that fit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultLine } from '../../src/cli/output.ts'
import { progress, progressLine } from '../../src/cli/progress.ts'
import { type Paper, tableOf } from '../../src/cli/table.ts'
import { clean, cleanLines, cut, json, pad, widthOf, wrap } from '../../src/cli/terminal.ts'
import { fault } from '../../src/fault/fault.ts'

/** What a terminal obeys: controls, bidirectional and invisible format characters. */
const obeyed =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/

const hostile: readonly string[] = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u001bP1;2|dcs\u001b\\',
  '\u009b31m C1',
  '\u009d0;title\u009c',
  'bell\u0007',
  'back\u0008space',
  'over\rwritten',
  'line\nbreak',
  'del\u007f',
  'nul\u0000',
  'bidi \u202etxt.exe',
  'isolate \u2066x\u2069',
  'arabic mark \u061c',
  'zero\u200bwidth\u200d',
  'bom \ufeff',
  'separator \u2028 \u2029',
  'half \ud83d pair',
  'tag \u{e0041}\u{e007f}',
  'soft\u00adhyphen',
  '\u001b[?1049h\u001b[2J\u001b[H',
  '\u001bc',
  '\u000e\u000f',
]

describe('a cleaned field', () => {
  test.each(hostile)('%j has nothing that a terminal obeys', (text) => {
    expect(clean(text)).not.toMatch(obeyed)
    expect(clean(text)).not.toContain('\u001b')
    expect(cleanLines(text).replaceAll('\n', '')).not.toMatch(obeyed)
  })

  test('shows what was there', () => {
    expect(clean('a\u001b[31mb')).toBe('a\u241b[31mb')
    expect(clean('a\u202eb')).toBe('a<U+202E>b')
    expect(clean('a\u009bb')).toBe('a<U+009B>b')
    expect(clean('a\u007fb')).toBe('a\u2421b')
  })

  test('leaves ordinary text of every script as it is', () => {
    for (const text of [
      'Plain “quoted” – text',
      'Київ, 北京, القاهرة',
      'é e\u0301 ñ',
      '👩 \u{1f6a2}',
    ])
      expect(clean(text)).toBe(text)
  })

  test('is one line', () => {
    expect(clean('a\r\n\tb\nc')).toBe('a b c')
    expect(cleanLines('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })

  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).not.toMatch(obeyed)
      }),
      { numRuns: 500 },
    )
  })
})

describe('JSON', () => {
  test.each(hostile)('%j is exact and harmless', (text) => {
    const printed = json({ [text]: text })
    expect(JSON.parse(printed)).toEqual({ [text]: text })
    expect(printed).not.toMatch(obeyed)
  })

  test('whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(json(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(json(value)).not.toMatch(obeyed)
      }),
      { numRuns: 300 },
    )
  })
})

const paper = (width: number): Paper => ({
  terminal: true,
  width,
  bold: (t) => t,
  dim: (t) => t,
})
const pipe: Paper = { ...paper(Number.POSITIVE_INFINITY), terminal: false }

describe('a table', () => {
  const columns = [
    { head: 'id', value: (r: Row) => r.id },
    { head: 'n', value: (r: Row) => r.n, right: true },
    { head: 'title', value: (r: Row) => r.title, grows: true },
  ]
  interface Row {
    readonly id: string
    readonly n: number
    readonly title: string | null
  }
  const rows: Row[] = [
    { id: 'r1', n: 5, title: 'Short' },
    {
      id: 'r22',
      n: 1234,
      title: 'A title that is far too long for the paper that it is printed on',
    },
    { id: 'r3', n: 0, title: null },
    { id: 'r4', n: 7, title: '港は月曜日に再開する見通しだと港湾局が述べた。' },
  ]

  test('aligns its columns', () => {
    expect(tableOf(rows.slice(0, 1), columns, paper(80))).toEqual(['id  n  title', 'r1  5  Short'])
    expect(tableOf(rows.slice(0, 2), columns, paper(80))[1]).toBe('r1      5  Short')
  })

  test('fits the width of the paper, wide characters counted as two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 120 }), (width) => {
        for (const line of tableOf(rows, columns, paper(width)))
          expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('in a pipe is tab-separated and whole', () => {
    const lines = tableOf(rows, columns, pipe)
    expect(lines[0]).toBe('id\tn\ttitle')
    expect(lines[2]).toBe(`r22\t1234\t${rows[1]?.title}`)
    expect(lines[3]).toBe('r3\t0\t')
  })

  test.each(hostile)('prints %j harmlessly', (text) => {
    for (const p of [paper(40), pipe])
      for (const line of tableOf([{ id: text, n: 1, title: text }], columns, p))
        expect(line.replaceAll('\t', '')).not.toMatch(obeyed)
  })
})

describe('text for columns', () => {
  test('is cut with an ellipsis, never inside a character', () => {
    expect(cut('abcdef', 4)).toBe('abc…')
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('abc', 0)).toBe('')
    expect(widthOf(cut('港港港港', 5))).toBeLessThanOrEqual(5)
    expect(cut('👩‍👩‍👧 family', 3).isWellFormed()).toBe(true)
  })

  test('is padded', () => {
    expect(pad('ab', 4)).toBe('ab  ')
    expect(pad('ab', 4, true)).toBe('  ab')
    expect(pad('港', 3)).toBe('港 ')
  })

  test('is wrapped at spaces', () => {
    expect(wrap('one two three four', 9)).toBe('one two\nthree\nfour')
    expect(wrap('one two', 80, '  ')).toBe('  one two')
  })
})

describe('progress', () => {
  test('shows a bar, a rate and the time left', () => {
    expect(progressLine(12, 24, 4)).toBe(
      '[############------------] 12/24  3.0 documents/s  4 s left',
    )
    expect(progressLine(100, 100, 2)).toContain('100/100  50 documents/s  0 s left')
    expect(progressLine(5, null, 2)).toBe('5 documents  2.5 documents/s')
    expect(progressLine(0, 10, 0)).toBe('[------------------------] 0/10  0.0 documents/s')
    expect(progressLine(1, 1000, 10)).toContain('2 h 46 min left')
    expect(progressLine(1, 61, 10)).toContain('10 min 0 s left')
  })

  test('is drawn on a terminal only, and not too often', () => {
    const drawn: string[] = []
    let now = 0
    const output = {
      paper: pipe,
      line: async () => {},
      note: () => {},
      status: (text: string) => void drawn.push(text),
      showsStatus: true,
    }
    const bar = progress(output, 100, () => now)
    for (let i = 0; i < 50; i++) {
      now += 10
      bar.step()
    }
    expect(drawn.length).toBe(5)
    const quiet = progress({ ...output, showsStatus: false }, 100, () => now)
    for (let i = 0; i < 50; i++) {
      now += 10
      quiet.step()
    }
    expect(drawn.length).toBe(5)
  })
})

test('a fault is one line, whatever it is about', () => {
  for (const text of hostile) {
    const line = faultLine(fault('intake/not-found', { path: text }), text)
    expect(line).not.toMatch(obeyed)
    expect(line.startsWith('hearsay: ')).toBe(true)
  }
  expect(faultLine(fault('intake/not-found', { path: 'a.txt' }), 'a.txt')).toBe(
    'hearsay: There is no file a.txt.',
  )
  expect(faultLine(fault('intake/bad-date', { value: 'x' }), 'D1')).toMatch(
    /^hearsay: D1: x is not a date/,
  )
})
