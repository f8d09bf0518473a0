/** The ledger file: its settings, its migrations with their backups, and every way in which it can be refused. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/fault/fault.ts'
import { openDatabase } from '../../src/ledger/database.ts'
import { Ledger } from '../../src/ledger/ledger.ts'
import { applicationId, migrations } from '../../src/ledger/schema.ts'
import { engine, freshFolder, reportOf, save, sentencesText } from './fixtures.ts'

const file = (): string => join(freshFolder(), 'ledger.sqlite')

/** The fault that `act` throws. */
function faultOf(act: () => unknown): Fault {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown
    throw thrown
  }
  return expect.fail('nothing was thrown')
}

const newest = migrations.at(-1)?.version ?? 0
const second = [
  ...migrations,
  { version: newest + 1, name: 'second', sql: 'create table extra (id integer primary key)' },
]

describe('a connection', () => {
  test('syncs every commit, writes ahead, checks keys, trusts no schema', () => {
    const db = openDatabase(file())
    expect(db.pragma('synchronous')).toBe(2)
    expect(db.pragma('journal_mode')).toBe('wal')
    expect(db.pragma('foreign_keys')).toBe(1)
    expect(db.pragma('trusted_schema')).toBe(0)
    expect(db.pragma('busy_timeout')).toBe(10_000)
    expect(db.pragma('application_id')).toBe(applicationId)
    expect(db.schema).toBe(newest)
    db.close()
  })

  test('makes the folders that it needs, closed to others', () => {
    const path = join(freshFolder(), 'a/b/ledger.sqlite')
    openDatabase(path).close()
    expect(existsSync(path)).toBe(true)
    expect(statSync(join(path, '..')).mode & 0o077).toBe(0)
  })

  test('a write that throws in the middle leaves nothing', () => {
    const db = openDatabase(file())
    expect(() =>
      db.write(() => {
        db.sql(
          "insert into sources (id, name, name_key, type) values ('s1', 'A', 'a', 'group')",
        ).run()
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(db.sql('select count(*) as n from sources').get()).toEqual({ n: 0 })
    db.close()
  })
})

describe('a migration', () => {
  test('copies the old file aside first and keeps what was in it', () => {
    const path = file()
    const old = Ledger.open(path)
    const id = save(old, reportOf(sentencesText(4)))
    const before = [...old.exportRecords(engine)]
    old.close()
    const db = openDatabase(path, { migrations: second })
    expect(db.schema).toBe(newest + 1)
    expect(db.backup).toBe(`${path}.schema-${newest}`)
    expect(db.sql('select id from reports').all()).toEqual([{ id }])
    expect(db.sql('select count(*) as n from extra').get()).toEqual({ n: 0 })
    db.close()
    const copy = Ledger.open(`${path}.schema-${newest}`)
    expect([...copy.exportRecords(engine)]).toEqual(before)
    expect(copy.health(true)).toMatchObject({ integrity: 'ok', damaged: [] })
    copy.close()
  })

  test('never writes over an earlier copy', () => {
    const path = file()
    Ledger.open(path).close()
    writeFileSync(`${path}.schema-${newest}`, 'precious')
    const db = openDatabase(path, { migrations: second })
    expect(db.backup).toBe(`${path}.schema-${newest}.2`)
    db.close()
    expect(readFileSync(`${path}.schema-${newest}`, 'utf8')).toBe('precious')
  })

  test('that fails leaves the old schema and a copy', () => {
    const path = file()
    Ledger.open(path).close()
    const broken = [
      ...migrations,
      { version: newest + 1, name: 'broken', sql: 'create table reports (x)' },
    ]
    expect(() => openDatabase(path, { migrations: broken })).toThrow()
    const again = Ledger.open(path)
    expect(again.health(false)).toMatchObject({ schema: newest, integrity: 'ok' })
    again.close()
    expect(readdirSync(join(path, '..')).some((n) => n.endsWith(`.schema-${newest}`))).toBe(true)
  })

  test('is not needed twice', () => {
    const path = file()
    Ledger.open(path).close()
    openDatabase(path, { migrations: second }).close()
    const db = openDatabase(path, { migrations: second })
    expect(db.backup).toBeNull()
    db.close()
  })

  test('a new file needs no copy', () => {
    const db = openDatabase(file(), { migrations: second })
    expect(db.backup).toBeNull()
    db.close()
  })
})

describe('refused, and left as it was:', () => {
  const refused = (path: string, code: string): Fault => {
    const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
    const fault = faultOf(() => Ledger.open(path))
    expect(fault.code).toBe(code)
    if (before) expect(readFileSync(path).equals(before)).toBe(true)
    return fault
  }

  test('a ledger with a newer schema', () => {
    const path = file()
    openDatabase(path, { migrations: second }).close()
    const fault = refused(path, 'ledger/newer')
    expect(fault.data).toMatchObject({ version: newest + 1, known: newest })
    expect(fault.exit).toBe(1)
  })

  test('the database of another program', () => {
    const path = file()
    const other = new Driver(path)
    other.exec('create table notes (x)')
    other.close()
    refused(path, 'ledger/not-a-ledger')
  })

  test('an empty database that another program has marked', () => {
    const path = file()
    const other = new Driver(path)
    other.pragma('application_id = 7')
    other.exec('create table t (x); drop table t')
    other.close()
    refused(path, 'ledger/not-a-ledger')
  })

  test('a file that is no database', () => {
    const path = file()
    writeFileSync(path, `${'not a database '.repeat(100)}`)
    refused(path, 'ledger/not-a-ledger')
  })

  test('a folder in its place', () => {
    const path = file()
    mkdirSync(path)
    refused(path, 'ledger/not-a-ledger')
  })

  test.each([
    ['a trigger', 'create trigger trap after insert on reports begin select 1; end'],
    ['a view', 'create view trap as select 1'],
    ['another table', 'create table trap (x)'],
    ['a table gone', 'drop table anchors'],
    ['a guard gone', 'drop trigger reviews_are_not_changed'],
  ])('a ledger with %s that is not ours', (_, sql) => {
    const path = file()
    Ledger.open(path).close()
    const db = new Driver(path)
    db.exec(sql)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    refused(path, 'ledger/not-a-ledger')
  })

  test('a ledger with zeroed pages', () => {
    const path = file()
    const ledger = Ledger.open(path)
    for (let i = 0; i < 20; i++) save(ledger, reportOf(sentencesText(10, i)))
    ledger.close()
    const bytes = readFileSync(path)
    bytes.fill(0, 4096, 4096 * 12)
    writeFileSync(path, bytes)
    const fault = faultOf(() => {
      const again = Ledger.open(path)
      try {
        const health = again.health(true)
        if (health.integrity !== 'ok')
          throw new Fault('ledger/io', { path, reason: health.integrity })
        again.reports.list({ sort: 'newest', limit: 500 })
      } finally {
        again.close()
      }
    })
    expect(['ledger/io', 'ledger/not-a-ledger']).toContain(fault.code)
  })
})

describe('the world outside', () => {
  const root = process.getuid?.() === 0

  test.skipIf(root)('a folder without rights', () => {
    const folder = freshFolder()
    chmodSync(folder, 0o500)
    const fault = faultOf(() => Ledger.open(join(folder, 'deep/ledger.sqlite')))
    expect(fault.code).toBe('ledger/no-access')
    chmodSync(folder, 0o700)
  })

  test('a file in the place of the folder', () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'a'), '')
    expect(faultOf(() => Ledger.open(join(folder, 'a/ledger.sqlite'))).code).toBe(
      'ledger/no-access',
    )
  })

  test('another writer that does not end: try again later', () => {
    const path = file()
    Ledger.open(path).close()
    const other = new Driver(path)
    other.exec('begin immediate')
    const db = openDatabase(path, { wait: 50 })
    const fault = faultOf(() => db.write(() => 1))
    expect(fault.code).toBe('ledger/locked')
    expect(fault.exit).toBe(75)
    expect(fault.status).toBe(503)
    other.exec('rollback')
    expect(db.write(() => 2)).toBe(2)
    other.close()
    db.close()
  })

  test('a full disk: nothing of the report is kept, what was acknowledged stays, room ends it', () => {
    const path = file()
    const db = openDatabase(path)
    const pages = Number(db.pragma('page_count'))
    db.pragma(`max_page_count = ${pages + 2}`)
    const fault = faultOf(() =>
      db.write(() => {
        for (let i = 0; i < 2000; i++)
          db.sql('insert into sources (id, name, name_key, type) values (?,?,?,?)').run(
            `s${i}`,
            'x'.repeat(500),
            'x',
            'group',
          )
      }),
    )
    expect(fault.code).toBe('ledger/disk-full')
    expect(fault.status).toBe(507)
    expect(db.sql('select count(*) as n from sources').get()).toEqual({ n: 0 })
    db.pragma('max_page_count = 100000')
    db.write(() =>
      db
        .sql("insert into sources (id, name, name_key, type) values ('s', 'x', 'x', 'group')")
        .run(),
    )
    expect(db.sql('select count(*) as n from sources').get()).toEqual({ n: 1 })
    db.close()
  })
})

test('bit rot in a stored text is named', () => {
  const path = file()
  const ledger = Ledger.open(path)
  const id = save(ledger, reportOf(sentencesText(8)))
  save(ledger, reportOf(sentencesText(8, 1)))
  ledger.close()
  const db = new Driver(path)
  db.prepare("update reports set text = replace(text, 'Ship 3', 'Ship 4') where id = ?").run(id)
  db.close()
  const again = Ledger.open(path)
  expect(again.health(true).damaged).toEqual([id])
  expect(again.health(false).integrity).toBe('ok')
  again.close()
})
