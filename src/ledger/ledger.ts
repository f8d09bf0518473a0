/** Ledger: one database file with its table groups, and the acts that span them, each in one transaction. */
import { existsSync } from 'node:fs'
import { Fault, fault, raise } from '../fault/fault.ts'
import type { Analysis } from '../model/analysis.ts'
import type { ExportRecord, LedgerRecord, ReviewRecord } from '../model/records.ts'
import { sha256Hex } from '../text/hash.ts'
import { Analyses, type Changes, changesOf } from './analyses.ts'
import { type Cell, fromCell } from './cells.ts'
import { Claims } from './claims.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { keptOf } from './kept.ts'
import { Merges } from './merges.ts'
import { matchOf } from './query.ts'
import { openReadable } from './read-only.ts'
import { type Captured, type ReportSummary, Reports, reportId } from './reports.ts'
import { type Decision, Reviews } from './reviews.ts'
import { type Snippet, snippetOf } from './snippet.ts'
import { Sources } from './sources.ts'

/** What came of adding a report. */
export interface Saved {
  readonly id: string
  readonly status: 'added' | 'known'
  readonly summary: ReportSummary
}

/** What a check of the whole file found. */
export interface Health {
  readonly schema: number
  readonly sqlite: string
  readonly fullText: boolean
  readonly integrity: string
  /** Reports whose text or bytes no longer have the hash that was stored with them. */
  readonly damaged: readonly string[]
}

/** A ledger that is open. Everything it says is saved is on disk. */
export class Ledger {
  readonly path: string
  readonly reports: Reports
  readonly claims: Claims
  readonly sources: Sources
  readonly merges: Merges
  readonly reviews: Reviews
  readonly analyses: Analyses
  readonly #db: Database

  private constructor(db: Database) {
    this.#db = db
    this.path = db.path
    this.reviews = new Reviews(db)
    this.reports = new Reports(db)
    this.merges = new Merges(db, this.reviews)
    this.claims = new Claims(db, this.reviews, this.merges)
    this.sources = new Sources(db, this.reviews, this.merges)
    this.analyses = new Analyses(db)
  }

  /**
   * Opens the ledger file, makes it when it is not there, migrates it (with a backup) when it is older. A file that may
   * only be read is opened for reading.
   */
  static open(path: string, options: DatabaseOptions = {}): Ledger {
    try {
      return new Ledger(openDatabase(path, options))
    } catch (thrown) {
      const closed = thrown instanceof Fault && thrown.code === 'ledger/no-access'
      if (!closed || !existsSync(path)) throw thrown
      return new Ledger(openReadable(path, options))
    }
  }

  /** Throws `ledger/no-access` where nothing can be kept, before anything is read in vain. */
  assertWritable(): void {
    if (!this.#db.writable) raise('ledger/no-access', { path: this.path })
  }

  /** Where the copy lies that was made before a migration, or null. */
  get backup(): string | null {
    return this.#db.backup
  }

  close(): void {
    this.#db.close()
  }

  /** What is known already of a report handed in again: its id, or null when it is new. */
  known(captured: Captured): string | null {
    const id = reportId(captured.report)
    return this.reports.has(id) ? id : null
  }

  /** Keeps a report and its analysis: on disk when this returns. The same report again changes nothing. */
  save(captured: Captured, analysis: Analysis, engine: string, at: string): Saved {
    const id = reportId(captured.report)
    const status = this.#db.write(() => {
      if (this.reports.has(id)) {
        this.#noteGiven(id, captured.given)
        return 'known' as const
      }
      this.reports.insert(id, captured, at)
      this.#noteGiven(id, captured.given)
      this.#keep(id, captured, analysis, engine, at)
      return 'added' as const
    })
    return { id, status, summary: this.#summary(id) }
  }

  /** A report that is there already, handed in again: only a further given id is noted. */
  touch(id: string, given: string | null): Saved {
    if (given !== null && !this.reports.wasGiven(id, given))
      this.#db.write(() => this.#noteGiven(id, given))
    return { id, status: 'known', summary: this.#summary(id) }
  }

  /** Puts a newer engine's analysis in front; the older one is kept. Null when this engine has read it already. */
  renew(id: string, analysis: Analysis, engine: string, at: string): Changes | null {
    return this.#db.write(() => {
      const detail = this.reports.detail(id)
      if (!detail) return raise('ledger/no-such', { kind: 'report', id })
      if (this.analyses.has(id, engine)) return null
      const before = this.analyses.newest(id, detail.text)
      this.claims.clear(id)
      this.#keep(id, { report: { ...detail.summary, text: detail.text } }, analysis, engine, at)
      return changesOf(id, before?.engine ?? '', before?.analysis ?? null, analysis)
    })
  }

  #keep(
    id: string,
    captured: {
      readonly report: { text: string; outlet: string | null; published: string | null }
    },
    analysis: Analysis,
    engine: string,
    at: string,
  ): void {
    const { text, outlet, published } = captured.report
    const kept = keptOf(analysis, sha256Hex(text))
    const row = this.analyses.insert(id, engine, at, analysis)
    this.claims.insert(row, { id, outlet, published }, kept)
    this.reports.setRead(id, analysis)
  }

  #noteGiven(id: string, given: string | null): void {
    if (given !== null) this.reports.noteGiven(id, given)
  }

  #summary(id: string): ReportSummary {
    return (
      this.reports.summary(id) ??
      raise('internal/bug', { reason: `report ${id} was saved and is not there` })
    )
  }

  /** Records a person's decision on something that is in the ledger. */
  decide(decision: Decision, at: string): ReviewRecord {
    return this.#db.write(() => {
      const { on } = decision
      if (!this.claims.has(on) && !this.sources.has(on) && !this.reviews.has(on))
        raise('ledger/no-such', { kind: 'claim, source or review', id: on })
      return this.reviews.add(decision, at)
    })
  }

  /** Reports and claims with these words. */
  search(
    typed: string,
    limit: number,
  ): {
    readonly reports: { readonly report: ReportSummary; readonly snippet: Snippet }[]
    readonly reportTotal: number
    readonly claims: ReturnType<Claims['search']>
  } {
    const match = matchOf(typed)
    if (match === null) return { reports: [], reportTotal: 0, claims: { items: [], total: 0 } }
    return this.#db.read(() => {
      const hits = this.#db
        .sql<{ rowid: number }>(
          'select rowid from report_words where report_words match ? order by rank, rowid limit ?',
        )
        .all(match, limit)
      const reports = hits.flatMap(({ rowid }) => {
        const report = this.reports.bySeq(rowid)
        const text = report ? this.reports.text(report.id) : null
        return report && text !== null ? [{ report, snippet: snippetOf(text, typed) }] : []
      })
      const reportTotal =
        this.#db
          .sql<{ n: number }>('select count(*) as n from report_words where report_words match ?')
          .get(match)?.n ?? 0
      return { reports, reportTotal, claims: this.claims.search(match, limit) }
    })
  }

  /** What an export says first. `engine` is the one at hand, named when nothing has been read yet. */
  headRecord(engine: string): LedgerRecord {
    const stages = this.analyses.mainEngine() ?? engine
    return {
      kind: 'ledger',
      hearsay: 1,
      engine: { stages, model: modelOf(stages), compare: null },
      reports: this.reports.count(),
      claims: this.claims.count(),
      compared: false,
    }
  }

  /**
   * Every record in a fixed order: the ledger, reports by date and id, sources by id, claims by report and place,
   * reviews in their order. Nothing in it says when it was added. It sees one state: a second connection reads it.
   */
  *exportRecords(engine: string): Generator<ExportRecord> {
    const db = this.#db.beside()
    const snapshot = new Ledger(db)
    try {
      db.sql('begin').run()
      yield snapshot.headRecord(engine)
      yield* snapshot.reports.records()
      yield* snapshot.sources.records()
      for (const report of snapshot.reports.records()) yield* snapshot.claims.records(report.id)
      yield* snapshot.reviews.records()
    } finally {
      db.close()
    }
  }

  /** Checks the file; with `full` every stored text and byte against its hash too. */
  health(full: boolean): Health {
    const one = (text: string): unknown => Object.values(this.#db.sql(text).get() ?? {})[0]
    return {
      schema: this.#db.schema,
      sqlite: String(one('select sqlite_version()')),
      fullText:
        one("select count(*) from pragma_compile_options where compile_options = 'ENABLE_FTS5'") ===
        1,
      integrity: this.#integrity(full),
      damaged: full ? [...this.#damaged()] : [],
    }
  }

  #integrity(full: boolean): string {
    try {
      return String(this.#db.pragma(full ? 'integrity_check(5)' : 'quick_check(5)'))
    } catch (thrown) {
      if (thrown instanceof Fault) return thrown.message
      throw fault('internal/bug', { reason: 'the check of the ledger failed' }, thrown)
    }
  }

  *#damaged(): Generator<string> {
    const rows = this.#db.sql<{
      seq: number
      id: string
      text: Cell
      text_sha256: string
      bytes: Buffer
      bytes_sha256: string
    }>(
      'select seq, id, text, text_sha256, bytes, bytes_sha256 from reports where seq > ? order by seq limit 20',
    )
    let seq = 0
    for (;;) {
      const some = rows.all(seq)
      for (const row of some) {
        const sound =
          sha256Hex(fromCell(row.text)) === row.text_sha256 &&
          sha256Hex(row.bytes) === row.bytes_sha256
        if (!sound) yield row.id
      }
      const last = some.at(-1)
      if (!last) return
      seq = last.seq
    }
  }
}

/** The trained reader among the stages, with the version of its weights: "reader@1"; null where none took part. */
function modelOf(stages: string): string | null {
  const step = stages.split(' ').find((s) => s.startsWith('encode@'))
  return step === undefined ? null : step.replace('encode', 'reader')
}
