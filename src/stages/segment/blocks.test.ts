/** Tests blocks: where paragraphs end in wrapped and unwrapped text, and what opens an item. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlank } from '../../text/unicode.ts'
import { blocksOf, listMark } from './blocks.ts'

const cut = (text: string): string[] => blocksOf(text).map((b) => text.slice(b.from, b.to))

describe('SE1: blank lines', () => {
  test.each([
    ['one block', 'One.', ['One.']],
    ['two', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['blank lines with blanks', 'One.\n \t \nTwo.', ['One.', 'Two.']],
    ['many', '\n\n\nOne.\n\n\n\nTwo.\n\n', ['One.', 'Two.']],
    ['returns', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
    ['returns alone', 'One.\r\rTwo.', ['One.', 'Two.']],
    ['a form feed', 'one more\fTwo', ['one more', 'Two']],
    ['a paragraph separator', 'one more\u2029Two', ['one more', 'Two']],
    ['blanks at both ends', '  One.  ', ['One.']],
    ['nothing', '', []],
    ['only blanks', ' \n\t\n ', []],
  ])('%s', (_, text, blocks) => {
    expect(cut(text)).toEqual(blocks)
  })
})

describe('SE2: wrapped text', () => {
  const lines = [
    'The harbour master closed the port on Monday after a night of heavy wind',
    'that tore two ferries from their ropes and drove a barge on the rocks of',
    'the northern mole, where divers looked for its crew until the next noon.',
    'Nobody was hurt.',
    'The owners of the barge said in a letter that they would pay for all the',
    'work, and that the captain had followed the rules of the port to the end',
    'of his watch.',
  ]

  test('full lines are joined, a short one with a stop ends the block', () => {
    const blocks = cut(lines.join('\n'))
    expect(blocks).toHaveLength(2)
    expect(blocks[0]).toMatch(/^The harbour master[\s\S]*Nobody was hurt\.$/)
    expect(blocks[1]).toMatch(/^The owners[\s\S]*watch\.$/)
  })

  test('an indented line behind a stop begins a block', () => {
    const indented = lines.map((l, i) => (i === 4 ? `    ${l}` : l))
    expect(cut(indented.join('\n')).map((b) => b.slice(0, 10))).toEqual([
      'The harbou',
      'The owners',
    ])
  })

  test('tells how many lines a block has', () => {
    expect(blocksOf(lines.join('\n')).map((b) => b.lines)).toEqual([4, 3])
  })
})

describe('SE3: single line breaks', () => {
  test.each([
    ['stopped lines', 'The port is closed.\nThe ferry waits.', 2],
    ['a heading and a line', 'Port closed\nThe ferry waits.', 2],
    [
      'a line that breaks off',
      `${'The port was closed by the master of the harbour'} of the\nnorthern coast today.`,
      1,
    ],
    [
      'a comma',
      'The port was closed by the master of the harbour, and so,\nNobody sailed today.',
      1,
    ],
    ['a small letter', 'The port was closed by the master\nof the harbour today.', 1],
    ['a colon', 'The port was closed for these reasons:\nWind was high.', 2],
    ['a stop within a quotation', '“The port is closed.”\n“We wait.”', 2],
  ])('%s', (_, text, count) => {
    expect(cut(text)).toHaveLength(count)
  })
})

describe('SE4: list marks', () => {
  test.each([
    ['• One', 1],
    ['- One', 1],
    ['* One', 1],
    ['– One', 1],
    ['· One', 1],
    ['■ One', 1],
    ['✓ One', 1],
    ['1. One', 2],
    ['12. One', 3],
    ['2) One', 2],
    ['(a) One', 3],
    ['(3) One', 3],
    ['a) One', 2],
    ['-One', 0],
    ['1.One', 0],
    ['1.5 One', 0],
    ['2024. One', 0],
    ['a. One', 0],
    ['A) One', 0],
    ['(word) One', 0],
    ['One', 0],
    ['-', 0],
    ['•  ', 0],
  ])('%j: %d', (text, length) => {
    expect(listMark(text, { from: 0, to: text.trimEnd().length })).toBe(length)
  })

  test('each item is a block', () => {
    const blocks = blocksOf('Three things:\n- wind\n- rain\n- snow')
    expect(blocks.map((b) => b.item)).toEqual([false, true, true, true])
  })

  test('an item runs on over its next line', () => {
    expect(cut('1. The wind on the outer mole is\nvery high today\n2. The rain')).toHaveLength(2)
  })
})

test('blocks hold every character that is not blank, once, in order', () => {
  const parts = [
    'One',
    'two.',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '- ',
    '1. ',
    '(a) ',
    '• ',
    '\f',
    '\u2029',
    ',',
    ' of the',
    ':',
    '”',
    '😀',
    '\u00a0',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (list) => {
      const text = list.join('')
      let at = 0
      for (const b of blocksOf(text)) {
        for (let i = at; i < b.from; i++) expect(isBlank(text.charCodeAt(i))).toBe(true)
        expect(b.to).toBeGreaterThan(b.from)
        expect(isBlank(text.charCodeAt(b.from))).toBe(false)
        expect(isBlank(text.charCodeAt(b.to - 1))).toBe(false)
        expect(b.lines).toBeGreaterThanOrEqual(1)
        at = b.to
      }
      for (let i = at; i < text.length; i++) expect(isBlank(text.charCodeAt(i))).toBe(true)
    }),
  )
})
