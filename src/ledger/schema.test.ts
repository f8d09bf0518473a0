/** Schema: steps in order, a fresh ledger of the newest, an older one brought up to it with nothing lost. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { engine, freshFolder, reportOf, save, sentencesText } from '../../test/ledger/fixtures.ts'
import { openDatabase } from './database.ts'
import { Ledger } from './ledger.ts'
import { applicationId, migrations } from './schema.ts'

const newest = migrations.at(-1)?.version ?? 0
const next = { version: newest + 1, name: 'next', sql: 'create table notes (id text primary key)' }

describe('the steps', () => {
  test('count up from 1 and have names of their own', () => {
    expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => i + 1))
    expect(new Set(migrations.map((m) => m.name)).size).toBe(migrations.length)
  })

  test('the mark of a ledger is "Hsay"', () => {
    const bytes = [24, 16, 8, 0].map((shift) => (applicationId >> shift) & 0xff)
    expect(String.fromCharCode(...bytes)).toBe('Hsay')
  })
})

describe('a ledger file', () => {
  test('of a new ledger has the mark and the newest schema', () => {
    const path = join(freshFolder(), 'ledger.sqlite')
    Ledger.open(path).close()
    const db = new Driver(path, { readonly: true })
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
    expect(db.pragma('user_version', { simple: true })).toBe(newest)
    db.close()
  })

  test('brought to a next schema keeps every record, with the old file beside it', () => {
    const path = join(freshFolder(), 'ledger.sqlite')
    const ledger = Ledger.open(path)
    for (let i = 0; i < 3; i++) save(ledger, reportOf(sentencesText(4, i)))
    const before = [...ledger.exportRecords(engine)]
    ledger.close()
    const db = openDatabase(path, { migrations: [...migrations, next] })
    expect(db.schema).toBe(next.version)
    expect(existsSync(db.backup ?? '')).toBe(true)
    expect(db.sql<{ n: number }>('select count(*) as n from reports').get()?.n).toBe(3)
    const { backup } = db
    db.close()
    const old = Ledger.open(backup ?? expect.fail())
    expect([...old.exportRecords(engine)]).toEqual(before)
    old.close()
    expect(() => Ledger.open(path)).toThrow(`schema ${next.version}`)
  })

  test('is left as it was when a step fails', () => {
    const path = join(freshFolder(), 'ledger.sqlite')
    const ledger = Ledger.open(path)
    save(ledger, reportOf(sentencesText(2)))
    const before = [...ledger.exportRecords(engine)]
    ledger.close()
    const broken = { ...next, sql: `${next.sql}; create table reports (x)` }
    expect(() => openDatabase(path, { migrations: [...migrations, broken] })).toThrow()
    const again = Ledger.open(path)
    expect([...again.exportRecords(engine)]).toEqual(before)
    expect(again.health(true)).toMatchObject({ schema: newest, integrity: 'ok', damaged: [] })
    again.close()
  })
})
