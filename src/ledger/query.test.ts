/** Query: conditions, cursors, and hostile words that must never become operators of the full-text index. */
import Driver from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../fault/fault.ts'
import { Conditions, cursorOf, keysOf, matchOf } from './query.ts'

function faultOf(act: () => unknown): Fault {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown
    throw thrown
  }
  return expect.fail('no fault')
}

describe('conditions', () => {
  test('none is no where', () => {
    const c = new Conditions()
    expect(c.where).toBe('')
    expect(c.values).toEqual([])
  })

  test('are joined by and, each in its own brackets', () => {
    const c = new Conditions()
    c.add('a = ?', 1)
    c.add('b = ? or c = ?', 2, 3)
    c.add('d is null')
    expect(c.where).toBe('where (a = ?) and (b = ? or c = ?) and (d is null)')
    expect(c.values).toEqual([1, 2, 3])
  })

  test('a copy goes its own way', () => {
    const c = new Conditions()
    c.add('a = ?', 1)
    const copy = c.copy()
    copy.add('b = ?', 2)
    c.add('x = ?', 9)
    expect(copy.where).toBe('where (a = ?) and (b = ?)')
    expect(copy.values).toEqual([1, 2])
    expect(c.values).toEqual([1, 9])
  })

  test('have as many values as places for them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer(), { maxLength: 4 }), { maxLength: 6 }), (all) => {
        const c = new Conditions()
        for (const values of all) c.add(values.map(() => 'x = ?').join(' or ') || '1', ...values)
        expect(c.where.split('?').length - 1).toBe(c.values.length)
        expect(c.values).toEqual(all.flat())
      }),
    )
  })
})

describe('a cursor', () => {
  const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer())

  test('gives back the keys that it was made of', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5 }), (keys) => {
        expect(keysOf(cursorOf('newest', keys), 'newest', keys.length)).toEqual(keys)
      }),
    )
  })

  test('is one word that needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5 }), (keys) => {
        expect(cursorOf('text', keys)).toMatch(/^[A-Za-z0-9_-]+$/)
      }),
    )
  })

  test('of another sort, or with more or fewer keys, is refused', () => {
    const cursor = cursorOf('newest', ['2024-10-23', 7])
    for (const act of [
      () => keysOf(cursor, 'oldest', 2),
      () => keysOf(cursor, 'newest', 1),
      () => keysOf(cursor, 'newest', 3),
      () => keysOf(cursor, '', 2),
    ])
      expect(faultOf(act).code).toBe('input/invalid')
  })

  const encoded = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url')
  test.each([
    ['nothing', ''],
    ['words', 'abc'],
    ['other bytes', '%%%'],
    ['no list', encoded({ 0: 'newest', length: 3 })],
    ['a list in a list', encoded(['newest', ['a'], 1])],
    ['an object as key', encoded(['newest', { a: 1 }, 1])],
    ['null as key', encoded(['newest', null, 1])],
    ['a truth value as key', encoded(['newest', true, 1])],
    ['a number alone', encoded(5)],
    ['null', encoded(null)],
    ['cut JSON', Buffer.from('["newest",1').toString('base64url')],
    ['a NUL', '\0'],
  ])('that holds %s is refused in words', (_, cursor) => {
    const fault = faultOf(() => keysOf(cursor, 'newest', 2))
    expect(fault.code).toBe('input/invalid')
    expect(fault.message).toContain('cursor')
  })

  test('of any text is keys or a fault, never anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          expect(keysOf(text, 'newest', 2)).toHaveLength(2)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault)
        }
      }),
    )
  })
})

describe('typed words as a full-text query:', () => {
  test.each([
    ['port', '"port"'],
    ['  port  ', '"port"'],
    ['two words', '"two" "words"'],
    ['tab\tand\nline', '"tab" "and" "line"'],
    ['"as it stands"', '"as it stands"'],
    ['a "b c" d', '"a" "b c" "d"'],
    ['harb*', '"harb"*'],
    ['harb***', '"harb"*'],
    ['"harb*"', '"harb"'],
    ['*harb', '"*harb"'],
    ['AND OR NOT', '"AND" "OR" "NOT"'],
    ['NEAR(a b, 5)', '"NEAR(a" "b," "5)"'],
    ['a AND b', '"a" "AND" "b"'],
    ['quote:x', '"quote:x"'],
    ['{quote source}:x', '"{quote" "source}:x"'],
    ['-x', '"-x"'],
    ['^x', '"^x"'],
    ['x + y', '"x" "y"'],
    ["it's", '"it\'s"'],
    ['say"so', '"sayso"'],
    ['"open', '"open"'],
    ['x"', '"x"'],
    ['1,200', '"1,200"'],
    ['émigré', '"émigré"'],
    ['北京', '"北京"'],
    ['a\0b', '"a" "b"'],
    ['\ud800x', '"\ufffdx"'],
  ])('%j is %j', (typed, match) => {
    expect(matchOf(typed)).toBe(match)
  })

  test.each([
    '',
    ' ',
    '\n',
    '"',
    '""',
    '"""',
    '" "',
    '*',
    '***',
    '-',
    '--',
    '()',
    '\0',
    '…',
    '"*"',
  ])('%j asks for nothing', (typed) => {
    expect(matchOf(typed)).toBeNull()
  })

  test('are 64 at most', () => {
    const typed = Array.from({ length: 200 }, (_, i) => `w${i}`).join(' ')
    expect(matchOf(typed)?.split(' ')).toHaveLength(64)
    expect(matchOf(typed)?.startsWith('"w0" "w1"')).toBe(true)
  })

  test('a query is quoted terms, each with a star or none, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const match = matchOf(typed)
        if (match !== null) expect(match).toMatch(/^"[^"]*"\*?( "[^"]*"\*?)*$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the index takes every query:', () => {
  const db = new Driver(':memory:')
  db.exec(
    `create virtual table w using fts5 (quote, source, tokenize = 'unicode61 remove_diacritics 2');
    insert into w values ('The harbour and the café reopen near Kursk, or not.', 'Ana Pereira')`,
  )
  const statement = db.prepare('select count(*) from w where w match ?').pluck()
  const hits = (typed: string): number => {
    const match = matchOf(typed)
    return match === null ? 0 : (statement.get(match) as number)
  }

  /** Operators, brackets, quotes, column filters, comments and their kin, alone, doubled, and around a word. */
  const pieces = [
    ...['AND', 'OR', 'NOT', 'NEAR', 'and', 'or', 'not', 'near', 'NEAR(', 'NEAR/3', 'MATCH', 'rank'],
    ...['"', "'", '`', '´', '“', '”', '(', ')', '[', ']', '{', '}', '<', '>', '|', '\\', '/', ';'],
    ...[
      ':',
      '::',
      'quote:',
      'source:',
      'rowid:',
      '{quote}:',
      '- quote:',
      '-',
      '--',
      '+',
      '*',
      '**',
    ],
    ...['^', '~', '!', '?', '.', '..', ',', '%', '_', '$', '#', '@', '&', '=', '/*', '*/', '\t'],
    ...[
      '\0',
      '\u0001',
      '\u200b',
      '\u202e',
      '\ufeff',
      '\ud800',
      '\udc00',
      '💥',
      'é',
      'e\u0301',
      'ß',
    ],
    ...["' or 1=1 --", '"; drop table w; --', '") OR ("', '%00', '\\"', '\\0', '?1', ':x', '@x'],
  ]
  const shapes: readonly ((p: string) => string)[] = [
    (p) => p,
    (p) => `${p}${p}`,
    (p) => `harbour ${p}`,
    (p) => `${p} harbour`,
    (p) => `${p}harbour`,
    (p) => `harbour${p}`,
    (p) => `"harbour ${p}"`,
    (p) => `"harbour" ${p} "cafe"`,
    (p) => `(${p} harbour)*`,
    (p) => `harb* ${p}*`,
  ]

  test.each(pieces)('%j in every place', (piece) => {
    for (const shape of shapes) expect(() => hits(shape(piece))).not.toThrow()
  })

  test('and any mixture of the pieces', () => {
    const some = fc.array(fc.constantFrom(...pieces, 'harbour', ' ', '  '), { maxLength: 12 })
    fc.assert(
      fc.property(some, (parts) => {
        expect(() => hits(parts.join(''))).not.toThrow()
        expect(() => hits(parts.join(' '))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['harbour', 1],
    ['HARBOUR', 1],
    ['harb', 0],
    ['harb*', 1],
    ['cafe', 1],
    ['CAFÉ', 1],
    ['"harbour and"', 1],
    ['"and harbour"', 0],
    ['harbour missing', 0],
    ['missing OR harbour', 0],
    ['missing or harbour', 0],
    ['harbour NOT missing', 0],
    ['harbour NOT kursk', 1],
    ['NEAR(harbour kursk)', 0],
    ['quote:harbour', 0],
    ['source:pereira', 0],
    ['pereira', 1],
    ['harbour pereira', 1],
    ['-harbour', 1],
    ['^harbour', 1],
    ['^the', 1],
    ['kursk,', 1],
    ['(kursk)', 1],
    ['kursk"', 1],
    ['"kursk', 1],
  ])('%j finds the sentence: %d', (typed, found) => {
    expect(hits(typed)).toBe(found)
  })

  test('a word of the text is found in any case, with any marks around it', () => {
    const word = fc.constantFrom('harbour', 'reopen', 'kursk', 'Ana', 'near')
    const marks = fc.string({ unit: fc.constantFrom(...'()[]{},.;:!?-+^~'), maxLength: 3 })
    fc.assert(
      fc.property(word, marks, marks, fc.boolean(), (w, left, right, upper) => {
        expect(hits(`${left}${upper ? w.toUpperCase() : w}${right}`)).toBe(1)
      }),
    )
  })
})
