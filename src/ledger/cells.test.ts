/** Cells: no text is lost on its way through SQLite, and names compare as a reader would. */
import Driver from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromCell, fromCellOrNull, nameKey, toCell, toCellOrNull } from './cells.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
/** Any code units at all: half of them lone surrogates. */
const anyUnits = fc
  .array(fc.integer({ min: 0xd000, max: 0xe0ff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units))

describe('a cell', () => {
  test('of a well-formed text is text, of any other bytes', () => {
    expect(toCell('port')).toBe('port')
    expect(toCell('')).toBe('')
    expect(toCell('💥')).toBe('💥')
    expect(Buffer.isBuffer(toCell('\ud83d'))).toBe(true)
    expect(Buffer.isBuffer(toCell('a\udca5'))).toBe(true)
  })

  test('gives back every code unit', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        expect(fromCell(toCell(text))).toBe(text)
      }),
    )
  })

  test('of nothing is nothing', () => {
    expect(toCellOrNull(null)).toBeNull()
    expect(fromCellOrNull(null)).toBeNull()
    expect(fromCellOrNull(toCellOrNull('x'))).toBe('x')
    expect(fromCellOrNull(toCellOrNull(''))).toBe('')
  })

  test('survives the database, NUL and lone surrogates included', () => {
    const db = new Driver(':memory:')
    db.exec('create table t (v)')
    const put = db.prepare('insert into t values (?)')
    const get = db.prepare('select v from t where rowid = ?').pluck()
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits, fc.constantFrom('\0', 'a\0b', '\ufeffx')), (text) => {
        const { lastInsertRowid } = put.run(toCell(text))
        expect(fromCell(get.get(lastInsertRowid) as string)).toBe(text)
      }),
    )
    db.close()
  })

  test('two texts share none', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const [x, y] = [toCell(a), toCell(b)]
        if (a !== b && typeof x === typeof y) expect(x).not.toEqual(y)
      }),
    )
  })
})

describe('the key of a name', () => {
  test.each([
    ['Ana Pereira', 'ana pereira'],
    ['  Ana   Pereira ', 'ana pereira'],
    ['ANA\n\tPEREIRA', 'ana pereira'],
    ['Ana\u00a0Pereira', 'ana pereira'],
    ['Zu\u0308rich', 'zürich'],
    ['Zürich', 'zürich'],
    ['ZÜRICH', 'zürich'],
    ['О́рган', 'о́рган'],
    ['北京', '北京'],
    ['', ''],
    ['   ', ''],
    ['\ud800', '\ufffd'],
  ])('%j is %j', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  test('does not depend on composition, case of ASCII, or space around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        expect(nameKey(` ${name.toUpperCase()} `)).toBe(nameKey(name.toLowerCase()))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(name.normalize('NFD'))).toBe(nameKey(name.normalize('NFC')))
      }),
    )
  })

  test('is well-formed, on one line, with single spaces', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (name) => {
        const key = nameKey(name)
        expect(key.isWellFormed()).toBe(true)
        expect(key).toBe(key.trim())
        expect(key).not.toMatch(/\s\s|[\n\r\t]/)
      }),
    )
  })
})
