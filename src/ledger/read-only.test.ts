/** Tests of reading a ledger that may not be written: the same answers, no write, no trace left. */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engine, freshFolder, moment, reportOf, save } from '../../test/ledger/fixtures.ts'
import { Fault } from '../fault/fault.ts'
import { type Database, openDatabase } from './database.ts'
import { Ledger } from './ledger.ts'
import { openReadable } from './read-only.ts'
import { migrations } from './schema.ts'

const newest = migrations.at(-1)?.version ?? 0
const later = [
  ...migrations,
  { version: newest + 1, name: 'more', sql: 'create table more (id text primary key)' },
]

function madeIn(folder: string): string {
  const path = join(folder, 'ledger.sqlite')
  const ledger = Ledger.open(path)
  save(ledger, reportOf('Two ships left the port.'))
  ledger.close()
  return path
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (thrown) {
    return thrown instanceof Fault ? thrown.code : String(thrown)
  }
  return 'nothing'
}

const copies = (): string[] => readdirSync(tmpdir()).filter((n) => n.startsWith('hearsay-read-'))
const count = (db: Database): unknown => db.sql('select count(*) as n from reports').get()

describe('reading alone', () => {
  test('what is kept can be read, nothing can be written', () => {
    const db = openReadable(madeIn(freshFolder()))
    expect(db.writable).toBe(false)
    expect(count(db)).toEqual({ n: 1 })
    expect(codeOf(() => db.write(() => db.sql('delete from reports').run()))).toBe(
      'ledger/no-access',
    )
    expect(codeOf(() => db.sql('delete from reports').run())).toBe('ledger/no-access')
    expect(count(db)).toEqual({ n: 1 })
    db.close()
  })

  test('what another connection writes meanwhile is seen', () => {
    const path = madeIn(freshFolder())
    const writer = Ledger.open(path)
    const db = openReadable(path)
    save(writer, reportOf('Three more ships left.'))
    expect(count(db)).toEqual({ n: 2 })
    db.close()
    writer.close()
  })

  test('an older ledger is read from a migrated copy; its own file stays as it is', () => {
    const path = madeIn(freshFolder())
    const bytes = readFileSync(path)
    const before = copies()
    const db = openReadable(path, { migrations: later })
    expect(db.path).toBe(path)
    expect(db.schema).toBe(newest + 1)
    expect(count(db)).toEqual({ n: 1 })
    expect(codeOf(() => db.write(() => 1))).toBe('ledger/no-access')
    expect(copies().length).toBe(before.length + 1)
    db.close()
    expect(copies()).toEqual(before)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('a second connection reads the same copy', () => {
    const db = openReadable(madeIn(freshFolder()), { migrations: later })
    const second = db.beside()
    expect(count(second)).toEqual({ n: 1 })
    second.close()
    db.close()
  })

  test('a copy holds what its writer has not folded into the file yet', () => {
    const from = freshFolder()
    const path = madeIn(from)
    const writer = Ledger.open(path)
    save(writer, reportOf('Three more ships left.'))
    const to = join(freshFolder(), 'ledger.sqlite')
    for (const end of ['', '-wal']) copyFileSync(path + end, to + end)
    writer.close()
    const db = openReadable(to, { migrations: later })
    expect(count(db)).toEqual({ n: 2 })
    db.close()
  })

  test('what is missing, newer or no ledger is told as ever, under its own name', () => {
    const folder = freshFolder()
    const none = join(folder, 'none.sqlite')
    expect(codeOf(() => openReadable(none))).toBe('ledger/no-access')
    expect(existsSync(none)).toBe(false)
    const words = join(folder, 'words.sqlite')
    writeFileSync(words, 'two ships '.repeat(1000))
    expect(codeOf(() => openReadable(words))).toBe('ledger/not-a-ledger')
    const newer = join(folder, 'newer.sqlite')
    openDatabase(newer, { migrations: later }).close()
    expect(codeOf(() => openReadable(newer))).toBe('ledger/newer')
    try {
      openReadable(newer)
    } catch (thrown) {
      expect((thrown as Fault).data['path']).toBe(newer)
    }
  })
})

test('a ledger that is open for writing says so before anything is read', () => {
  const ledger = Ledger.open(madeIn(freshFolder()))
  expect(() => ledger.assertWritable()).not.toThrow()
  expect([...ledger.exportRecords(engine)][0]).toMatchObject({ kind: 'ledger', reports: 1 })
  expect(
    ledger.decide(
      { act: 'accept', on: claimOf(ledger), by: 'mia', value: null, note: null },
      moment,
    ),
  ).toMatchObject({ act: 'accept' })
  ledger.close()
})

function claimOf(ledger: Ledger): string {
  const [first] = ledger.claims.list({ sort: 'text', limit: 1 }).items
  return first?.id ?? expect.fail('no claim')
}
