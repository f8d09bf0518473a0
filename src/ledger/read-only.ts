/** Read only: opens a ledger that may be read and not written - beside its writer, or, where the folder is closed, from a private copy. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Fault, fault } from '../fault/fault.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'

/** How often a ledger is copied anew because it changed under the hand. */
const tries = 5

/**
 * Opens `path` as it lies. SQLite needs to make a file beside a ledger even to read it, and an older one must be
 * migrated first: where that is not possible a copy is read, and removed when it is closed. Nothing can be written.
 */
export function openReadable(path: string, options: DatabaseOptions = {}): Database {
  try {
    return openDatabase(path, { ...options, readonly: true })
  } catch (thrown) {
    const closed = thrown instanceof Fault && thrown.code === 'ledger/no-access'
    if (!closed || !existsSync(path)) throw thrown
    return openCopy(path, options)
  }
}

function openCopy(path: string, options: DatabaseOptions): Database {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-read-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, basename(path))
    copyUnchanged(path, copy)
    const db = openDatabase(copy, { ...options, readonly: false })
    return {
      ...db,
      path,
      writable: false,
      write: () => {
        throw fault('ledger/no-access', { path })
      },
      close: () => {
        db.close()
        remove()
      },
    }
  } catch (thrown) {
    remove()
    throw thrown instanceof Fault ? renamed(thrown, path) : thrown
  }
}

/** Copies a ledger and what its writer has not yet put into it; one that changes meanwhile is copied again. */
function copyUnchanged(path: string, copy: string): void {
  for (let i = 0; i < tries; i++) {
    const before = stateOf(path)
    for (const end of ['', '-wal']) {
      rmSync(copy + end, { force: true })
      if (existsSync(path + end)) copyOf(path, end, copy)
    }
    if (stateOf(path) === before) return
  }
  throw fault('ledger/locked', { path })
}

function copyOf(path: string, end: string, copy: string): void {
  try {
    copyFileSync(path + end, copy + end)
  } catch (thrown) {
    const code = (thrown as { code?: unknown }).code
    // The writer may have folded it into the ledger since.
    if (code === 'ENOENT' && end !== '') return
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw fault('ledger/disk-full', { path: tmpdir() }, thrown)
    throw fault('ledger/no-access', { path }, thrown)
  }
}

function stateOf(path: string): string {
  return ['', '-wal']
    .map((end) => statSync(path + end, { throwIfNoEntry: false }))
    .map((s) => (s ? `${s.size} ${s.mtimeMs} ${s.ino}` : 'none'))
    .join(', ')
}

/** A fault of the copy is one of the ledger to whoever asked. */
function renamed(thrown: Fault, path: string): Fault {
  return 'path' in thrown.data && thrown.code !== 'ledger/disk-full'
    ? new Fault(thrown.code, { ...thrown.data, path }, thrown)
    : thrown
}
