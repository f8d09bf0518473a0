/** Database: the one place that knows the SQLite driver; opens, checks and migrates a ledger file, and words its failures. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Driver from 'better-sqlite3'
import { Fault, fault, raise } from '../fault/fault.ts'
import { sha256Hex } from '../text/hash.ts'
import { applicationId, type Migration, migrations as published } from './schema.ts'

/** A prepared statement; rows are typed by whoever wrote the SQL. */
export interface Statement<Row> {
  get(...values: readonly unknown[]): Row | undefined
  all(...values: readonly unknown[]): Row[]
  iterate(...values: readonly unknown[]): IterableIterator<Row>
  run(...values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number }
}

/** What the table groups see of the database. */
export interface Database {
  readonly path: string
  readonly schema: number
  /** Where the copy made before a migration lies, or null when none was needed. */
  readonly backup: string | null
  /** False where it was opened for reading only. */
  readonly writable: boolean
  /** Prepared once per text. */
  sql<Row = Readonly<Record<string, unknown>>>(text: string): Statement<Row>
  /** Runs `work` in one write transaction: all of it is on disk when this returns, or none. */
  write<T>(work: () => T): T
  /** Runs `work` in one read transaction: it sees one state throughout. */
  read<T>(work: () => T): T
  pragma(text: string): unknown
  /** A second connection to the same file, for reading only. */
  beside(): Database
  close(): void
}

/** Settings of a connection. */
export interface DatabaseOptions {
  /** Steps to go through; the published ones unless a test says otherwise. */
  readonly migrations?: readonly Migration[]
  /** How long to wait for another writer, in milliseconds. */
  readonly wait?: number
  /** Open for reading only: the file must exist and have the current schema. */
  readonly readonly?: boolean
}

/** Older ones can corrupt a ledger that two connections write to. */
const oldestSafe = [3, 51, 3] as const

/** Opens (and makes, or migrates) the ledger at `path`; throws `ledger/...` faults and nothing else. */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const steps = options.migrations ?? published
  const known = steps.at(-1)?.version ?? 0
  return guarded(path, () => {
    if (!options.readonly) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const db = new Driver(path, {
      timeout: options.wait ?? 10_000,
      readonly: options.readonly ?? false,
      fileMustExist: options.readonly ?? false,
    })
    try {
      assertVersion(db)
      const version = assertOurs(db, path, known)
      if (options.readonly && version < known) raise('ledger/no-access', { path })
      db.pragma('trusted_schema = OFF')
      if (!options.readonly) setUp(db)
      const backup =
        !options.readonly && version > 0 && version < known ? copyAside(db, path, version) : null
      if (!options.readonly && version < known) migrate(db, path, steps)
      assertSettings(db, path, options.readonly ?? false)
      assertSchema(db, path, steps)
      return wrap(db, { path, schema: known, backup, writable: !options.readonly, steps })
    } catch (thrown) {
      db.close()
      throw thrown
    }
  })
}

function setUp(db: Driver.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
}

function assertVersion(db: Driver.Database): void {
  const version = db.prepare('select sqlite_version()').pluck().get() as string
  const parts = version.split('.').map(Number)
  for (const [i, least] of oldestSafe.entries()) {
    const part = parts[i] ?? 0
    if (part > least) return
    if (part < least) raise('ledger/sqlite-too-old', { version })
  }
}

/** The schema version of the file; throws when it is someone else's or newer. Changes nothing. */
function assertOurs(db: Driver.Database, path: string, known: number): number {
  const id = db.pragma('application_id', { simple: true }) as number
  const version = db.pragma('user_version', { simple: true }) as number
  const objects = db.prepare('select count(*) from sqlite_schema').pluck().get() as number
  if (id !== applicationId && (id !== 0 || objects > 0 || version !== 0))
    raise('ledger/not-a-ledger', { path, reason: 'it is a database of another program' })
  if (version > known) raise('ledger/newer', { path, version, known })
  return version
}

function assertSettings(db: Driver.Database, path: string, readonly: boolean): void {
  const simple = (name: string): unknown => db.pragma(name, { simple: true })
  const wrong = [
    simple('journal_mode') === 'wal' ? null : 'it is not in WAL mode',
    readonly || simple('synchronous') === 2 ? null : 'synchronous is not FULL',
    readonly || simple('foreign_keys') === 1 ? null : 'foreign keys are off',
    simple('trusted_schema') === 0 ? null : 'its schema would be trusted',
  ].find((w) => w !== null)
  if (wrong) raise('ledger/io', { path, reason: wrong })
}

/** A ledger whose tables, views or triggers are not exactly ours is not opened: it may carry someone's traps. */
function assertSchema(db: Driver.Database, path: string, steps: readonly Migration[]): void {
  if (fingerprint(db) !== expectedFingerprint(steps))
    raise('ledger/not-a-ledger', { path, reason: 'its tables are not those of a ledger' })
}

const fingerprints = new WeakMap<readonly Migration[], string>()

function expectedFingerprint(steps: readonly Migration[]): string {
  let print = fingerprints.get(steps)
  if (print === undefined) {
    const fresh = new Driver(':memory:')
    for (const step of steps) fresh.exec(step.sql)
    print = fingerprint(fresh)
    fresh.close()
    fingerprints.set(steps, print)
  }
  return print
}

function fingerprint(db: Driver.Database): string {
  const rows = db
    .prepare('select type, name, tbl_name, sql from sqlite_schema order by type, name')
    .raw()
    .all()
  return sha256Hex(
    JSON.stringify(rows.filter((r) => !String((r as string[])[1]).startsWith('sqlite_stat'))),
  )
}

/** Copies the ledger beside itself before its tables change: `ledger.sqlite.schema-1`. Returns the copy's path. */
function copyAside(db: Driver.Database, path: string, version: number): string {
  let target = `${path}.schema-${version}`
  for (let n = 2; existsSync(target); n++) target = `${path}.schema-${version}.${n}`
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  db.prepare('vacuum into ?').run(unfinished)
  syncFile(unfinished)
  renameSync(unfinished, target)
  syncFile(dirname(target))
  return target
}

function syncFile(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** All missing steps in one transaction: a kill in the middle leaves the old schema. */
function migrate(db: Driver.Database, path: string, steps: readonly Migration[]): void {
  db.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    const from = assertOurs(db, path, steps.at(-1)?.version ?? 0)
    for (const step of steps) if (step.version > from) db.exec(step.sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${steps.at(-1)?.version ?? 0}`)
  }).immediate()
}

/** Statements that are kept prepared: lists have one for every choice of filters, and a server lives long. */
const mostPrepared = 200

interface Opened extends Pick<Database, 'path' | 'schema' | 'backup' | 'writable'> {
  readonly steps: readonly Migration[]
}

function wrap(db: Driver.Database, opened: Opened): Database {
  const { steps, ...facts } = opened
  const { path } = facts
  const prepared = new Map<string, Statement<unknown>>()
  let broken: Fault | null = null
  let depth = 0

  /** After a failed write to disk nothing more is acknowledged until the ledger is opened anew. */
  const watched = <T>(work: () => T): T => {
    if (broken) throw broken
    try {
      return guarded(path, work)
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.code === 'ledger/io') broken = thrown
      throw thrown
    }
  }
  const sql = (text: string): Statement<unknown> => {
    const old = prepared.get(text)
    if (old) {
      // Put behind the others, so that those in use outlast those that were asked for once.
      prepared.delete(text)
      prepared.set(text, old)
      return old
    }
    const statement = watched(() => db.prepare(text))
    const fresh: Statement<unknown> = {
      get: (...v) => watched(() => statement.get(...v)),
      all: (...v) => watched(() => statement.all(...v)),
      iterate: (...v) => watched(() => statement.iterate(...v)),
      run: (...v) =>
        watched(() => {
          const done = statement.run(...v)
          return { changes: done.changes, lastInsertRowid: Number(done.lastInsertRowid) }
        }),
    }
    prepared.set(text, fresh)
    for (const oldest of prepared.keys()) {
      if (prepared.size <= mostPrepared) break
      prepared.delete(oldest)
    }
    return fresh
  }
  const nest = <T>(mode: 'immediate' | 'deferred', work: () => T): T => {
    if (depth > 0) return work()
    depth++
    try {
      const run = db.transaction(work)
      return watched(() => (mode === 'immediate' ? run.immediate() : run.deferred()) as T)
    } finally {
      depth--
    }
  }
  return {
    ...facts,
    sql: sql as Database['sql'],
    write: (work) => nest('immediate', work),
    read: (work) => nest('deferred', work),
    pragma: (text) => watched(() => db.pragma(text, { simple: true })),
    beside: () => openDatabase(path, { migrations: steps, readonly: true }),
    close: () => {
      db.close()
    },
  }
}

/** Runs `work` and turns what SQLite or the file system throws into a `ledger/...` fault. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw faultOf(path, thrown)
  }
}

function faultOf(path: string, thrown: unknown): unknown {
  if (thrown instanceof Fault || !(thrown instanceof Error)) return thrown
  const code = (thrown as { code?: unknown }).code
  if (typeof code !== 'string') return thrown
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return fault('ledger/locked', { path }, thrown)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return fault('ledger/disk-full', { path }, thrown)
  if (/^SQLITE_(IOERR|CANTOPEN)/.test(code) && isFull(path))
    return fault('ledger/disk-full', { path }, thrown)
  if (code === 'SQLITE_CANTOPEN_ISDIR' || code === 'EISDIR' || isFolder(path))
    return fault('ledger/not-a-ledger', { path, reason: 'it is a folder' }, thrown)
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST)$/.test(code))
    return fault('ledger/no-access', { path }, thrown)
  if (code.startsWith('SQLITE_NOTADB'))
    return fault('ledger/not-a-ledger', { path, reason: 'it is not a database' }, thrown)
  if (code.startsWith('SQLITE_CORRUPT'))
    return fault('ledger/io', { path, reason: 'the file is damaged' }, thrown)
  if (code.startsWith('SQLITE_IOERR') || /^E[A-Z]+$/.test(code))
    return fault('ledger/io', { path, reason: thrown.message }, thrown)
  return thrown
}

/** SQLite words a full disk in several ways; the file system knows. */
function isFull(path: string): boolean {
  try {
    const disk = statfsSync(dirname(path))
    return disk.bavail * disk.bsize < 256 * 1024
  } catch {
    return false
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
