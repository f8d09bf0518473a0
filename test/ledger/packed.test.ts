/** Packed cells: everything comes back, old plain rows are read, damage is a fault. */
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Ledger } from '../../src/ledger/ledger.ts'
import { pack, unpack } from '../../src/ledger/packed.ts'
import { engine, freshFolder, reportOf, save, sentencesText } from './fixtures.ts'

describe('a packed cell', () => {
  test('gives back every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 200 },
    )
  })

  test('of a form that is in ledgers already can be read for ever', () => {
    // Made by form 1: when this fails the starter was changed, and old ledgers cannot be read any more.
    const cell = Buffer.from(stored, 'base64')
    expect(unpack(cell)).toEqual(value)
  })

  test('is read when it is the plain text of an older row', () => {
    expect(unpack('{"a":[1,"é"]}')).toEqual({ a: [1, 'é'] })
  })

  test.each([
    ['cut', pack({ a: 'some words that are cut off' }).subarray(0, 9)],
    ['of no known form', Buffer.of(9, 1, 2)],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is a fault', (_, cell) => {
    expect(() => unpack(cell)).toThrow(/could not be read/)
  })
})

const value = { kind: 'claim', quote: 'the port reopens', mode: 'fact', sameAs: null }
const stored = 'AcOIS1g8lWSkKoDiRaEoNb8gNa9YCT12UIwBAA=='

describe('a ledger', () => {
  test('keeps readings in a third of their length or less', () => {
    const path = join(freshFolder(), 'ledger.sqlite')
    const ledger = Ledger.open(path)
    for (let i = 0; i < 5; i++) save(ledger, reportOf(sentencesText(12 + i)))
    const plain = [...ledger.exportRecords(engine)]
      .filter((r) => r.kind === 'claim')
      .reduce((sum, r) => sum + JSON.stringify(r).length, 0)
    ledger.close()
    const db = new Driver(path)
    const packed = db.prepare('select sum(length(json)) from claims').pluck().get() as number
    db.close()
    expect(packed).toBeLessThan(plain / 3)
  })

  test('with plain rows, as first written, reads the same', () => {
    const path = join(freshFolder(), 'ledger.sqlite')
    const ledger = Ledger.open(path)
    const id = save(ledger, reportOf(sentencesText(6)))
    const before = [...ledger.exportRecords(engine)]
    const reading = ledger.analyses.newest(id, 'T')
    ledger.close()
    const db = new Driver(path)
    for (const table of ['claims', 'analyses']) {
      const rows = db.prepare(`select seq, json from ${table}`).all() as {
        seq: number
        json: Buffer
      }[]
      for (const row of rows)
        db.prepare(`update ${table} set json = ? where seq = ?`).run(
          JSON.stringify(unpack(row.json)),
          row.seq,
        )
    }
    db.close()
    const again = Ledger.open(path)
    expect([...again.exportRecords(engine)]).toEqual(before)
    expect(again.analyses.newest(id, 'T')).toEqual(reading)
    again.close()
  })
})
