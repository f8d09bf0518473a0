/** Tests quotations by rule: which marks pair, which are apostrophes, and what is left open. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { opensWith, quotationsOf } from './quotations.ts'

const functionWords = new Set(['the', 'a', 'he', 'she', 'they', 'and', 'but', 'in', 'it', 'we'])
const elisions = new Set(['em', 'tis', 'twas', 'til', 'n'])

function read(text: string, next: string | null = null) {
  return quotationsOf(
    text,
    { from: 0, to: text.length },
    (family) => next !== null && opensWith(next, { from: 0, to: next.length }, family, elisions),
    functionWords,
    elisions,
  )
}
const inner = (text: string, next: string | null = null): string[] =>
  [...read(text, next)]
    .sort((a, b) => a.from - b.from)
    .map((q) => text.slice(q.inner.from, q.inner.to))

describe('QU1: pairs', () => {
  test.each([
    ['curly', '“We wait,” he said.', ['We wait,']],
    ['two curly', '“We wait,” he said. “No more.”', ['We wait,', 'No more.']],
    ['single curly', '‘We wait,’ he said.', ['We wait,']],
    ['guillemets', '«We wait,» he said.', ['We wait,']],
    ['low and high', '„We wait“, he said.', ['We wait']],
    ['corners', '「We wait」 he said.', ['We wait']],
    ['backticks and apostrophes', "``We wait,'' he said.", ['We wait,']],
    ['blanks inside', '« We wait » he said.', ['We wait']],
    ['nested', '“He said ‘no’ to me,” she said.', ['He said ‘no’ to me,', 'no']],
    ['one word', 'a “deal” was made', ['deal']],
    ['empty marks', 'a “” was made', []],
  ])('%s', (_, text, quotes) => {
    expect(inner(text)).toEqual(quotes)
  })
})

describe('QU2: straight marks', () => {
  test.each([
    ['a pair', '"We wait," he said.', ['We wait,']],
    ['two pairs', '"We wait," he said. "No more."', ['We wait,', 'No more.']],
    ['between blanks', 'He said " we wait " and left.', ['we wait']],
    ['within brackets', '("We wait")', ['We wait']],
    ['single', "'We wait,' he said.", ['We wait,']],
  ])('%s', (_, text, quotes) => {
    expect(inner(text)).toEqual(quotes)
  })
})

describe('QU3: apostrophes', () => {
  test.each([
    ['a contraction', "They don't wait."],
    ['a curly contraction', 'They don’t wait.'],
    ['a possessive', "The minister's car."],
    ['a decade', "in the '90s"],
    ['a curly decade', 'in the ’90s'],
    ['an elision', "give 'em rope"],
    ['a plural possessive', "The workers' rights."],
    ['a name', "O'Neill spoke."],
  ])('%s', (_, text) => {
    expect(inner(text)).toEqual([])
  })

  test('inside a quotation', () => {
    expect(inner("'They don't wait,' he said.")).toEqual(["They don't wait,"])
    expect(inner('‘They don’t wait,’ he said.')).toEqual(['They don’t wait,'])
  })
})

describe('QU5, QU6: open marks', () => {
  test('an open double mark runs to the end of the block', () => {
    const [q] = read('He said: “We wait. No more.')
    expect(q).toMatchObject({ closed: false, kind: 'double', to: 27 })
  })

  test('an open single mark counts only when the next block goes on', () => {
    expect(inner('‘We wait. No more.')).toEqual([])
    expect(inner('‘We wait. No more.', '‘And so on,’ he said.')).toEqual(['We wait. No more.'])
    expect(inner('‘We wait. No more.', 'He left.')).toEqual([])
  })

  test('a second opening mark ends the first', () => {
    expect(
      read('“We wait. “No more,” he said.')
        .map((q) => q.closed)
        .sort(),
    ).toEqual([false, true])
  })

  test('a closing mark alone is nothing', () => {
    expect(inner('We wait,” he said.')).toEqual([])
  })
})

test('a closed quotation spans its marks', () => {
  const text = 'He said “we wait” today.'
  const [q] = read(text)
  expect(text.slice(q!.from, q!.to)).toBe('“we wait”')
  expect(q).toMatchObject({ closed: true, kind: 'double' })
  expect(read('‘we wait’')[0]).toMatchObject({ closed: true, kind: 'single' })
})

describe('opensWith', () => {
  test.each([
    ['“We wait', 'double', true],
    ['"We wait', 'double', true],
    ['‘We wait', 'single', true],
    ["'We wait", 'single', true],
    ['We wait', 'double', false],
    ["'90s", 'single', false],
    ['‘We wait', 'double', false],
    ['', 'double', false],
  ])('%s, %s: %s', (text, family, opens) => {
    expect(opensWith(text, { from: 0, to: text.length }, family, elisions)).toBe(opens)
  })
})

test('quotations lie in their block and nest or stand apart, for any marks', () => {
  const parts = [
    'We',
    ' ',
    'wait',
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    ',',
    '.',
    's',
    '90',
    '``',
    "''",
    '「',
    '」',
    '„',
    '(',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (list) => {
      const text = list.join('')
      const all = read(text, '“x')
      for (const q of all) {
        expect(q.from).toBeGreaterThanOrEqual(0)
        expect(q.inner.from).toBeGreaterThan(q.from)
        expect(q.inner.to).toBeGreaterThan(q.inner.from)
        expect(q.to).toBeGreaterThanOrEqual(q.inner.to)
        expect(q.to).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 500 },
  )
})
